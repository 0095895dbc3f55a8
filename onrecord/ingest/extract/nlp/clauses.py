"""What a parsed sentence reports: for each cue, who says it and which words are what is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ingest.extract.nlp.trees import Tree

Nodes = tuple[int, int]  # the first and the last node of a stretch, inclusive


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue, who it says speaks, and what is said, as stretches of a tree's nodes."""

    content: tuple[Nodes, ...]
    speaker: Nodes | None
    cue: Nodes
    verb: int
    frame: str


_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_AUXILIARY = ("aux", "auxpass", "neg", "advmod", "prt")
_MARKS = frozenset(", . ; : - -- – — ( ) [ ] ' \" “ ” ‘ ’ … ...".split())
RELATIVE = frozenset("who which that whom".split())


class Sentence:
    """One tree on its way to clauses."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def clauses(self) -> Iterator[Clause]:
        """Every verb with something that may be what is said, in order."""
        tree = self.tree
        for node, tag in enumerate(tree.tags):
            if tag.startswith("VB") and tree.deps[node] not in ("aux", "auxpass"):
                yield from self._verb(node)
            elif tag.startswith("NN"):
                yield from self._noun(node)
            elif tree.low[node] == "according":
                yield from self._according(node)

    # What is said

    def _verb(self, verb: int) -> Iterator[Clause]:
        tree = self.tree
        content = tree.child(verb, "ccomp")
        open_clause = tree.child(verb, "xcomp")
        thing = tree.child(verb, "dobj")
        named = tree.child(verb, "oprd")
        if content is not None:
            pieces = self._around(verb, content)
            mark = tree.child(content, "mark")
            if mark is not None and tree.low[mark] == "that" and verb < mark:
                pieces = ((mark, tree.rights[content]),)
            frame = "ccomp" if content > verb else "tag"
            if pieces:
                yield self._clause(verb, pieces, frame)
        elif tree.deps[verb] == "parataxis" and tree.heads[verb] != verb:
            yield self._clause(verb, self._outside(verb), "parataxis")
        elif named is not None and thing is not None:
            yield self._clause(verb, ((tree.lefts[thing], tree.rights[named]),), "naming")
        elif open_clause is not None and open_clause > verb:
            first = self._first_of_open(open_clause)
            yield self._clause(
                verb, ((first, tree.rights[open_clause]),), "xcomp+" if thing is not None else "xcomp"
            )
        elif thing is not None and thing > verb:
            yield self._clause(verb, ((tree.lefts[thing], tree.rights[thing]),), "dobj")
        else:
            for prep in tree.children[verb]:
                if tree.deps[prep] == "prep" and prep > verb and tree.children[prep]:
                    inner = tree.child(prep, "pobj", "pcomp")
                    if inner is not None:
                        yield self._clause(
                            verb, ((tree.lefts[inner], tree.rights[inner]),), "prep " + tree.low[prep]
                        )
                        break
        if thing is not None and content is None:
            for prep in tree.children[verb]:
                if tree.deps[prep] == "prep" and prep > thing and tree.low[prep] in ("of", "as", "for"):
                    inner = tree.child(prep, "pobj", "pcomp", "amod")
                    if inner is not None:
                        yield self._clause(
                            verb, ((tree.lefts[inner], tree.rights[inner]),), "dobj prep " + tree.low[prep]
                        )

    def _noun(self, noun: int) -> Iterator[Clause]:
        tree = self.tree
        for clause in tree.children[noun]:
            if tree.deps[clause] in ("acl", "ccomp") and clause > noun:
                mark = tree.child(clause, "mark")
                if mark is not None and tree.low[mark] == "that":
                    yield Clause(
                        ((tree.lefts[clause], tree.rights[clause]),),
                        self._owner(noun),
                        (noun, noun),
                        noun,
                        "noun that",
                    )
                elif tree.tags[clause] == "VB":
                    yield Clause(
                        ((tree.lefts[clause], tree.rights[clause]),),
                        self._owner(noun),
                        (noun, noun),
                        noun,
                        "noun to",
                    )
            elif tree.deps[clause] == "prep" and tree.children[clause] and self._owner(noun) is not None:
                inner = tree.child(clause, "pobj", "pcomp")
                if inner is not None:
                    yield Clause(
                        ((tree.lefts[inner], tree.rights[inner]),),
                        self._owner(noun),
                        (noun, noun),
                        noun,
                        "noun " + tree.low[clause],
                    )

    def _according(self, node: int) -> Iterator[Clause]:
        tree = self.tree
        to = tree.child(node, "prep")
        who = tree.child(to, "pobj") if to is not None else None
        if to is None or who is None:
            return
        yield Clause(self._outside(node), self._phrase(who), (node, to), node, "according")

    def _clause(self, verb: int, content: tuple[Nodes, ...], frame: str) -> Clause:
        return Clause(content, self.speaker(verb), (verb, verb), verb, frame)

    def _first_of_open(self, node: int) -> int:
        return self.tree.lefts[node]

    def _around(self, verb: int, content: int) -> tuple[Nodes, ...]:
        """The content clause without the clause of its cue, which may stand inside it."""
        tree = self.tree
        first, last = tree.lefts[content], tree.rights[content]
        if not first < verb < last:
            return ((first, last),)
        own = self._own(verb, content)
        return tuple(piece for piece in ((first, own[0] - 1), (own[1] + 1, last)) if piece[0] <= piece[1])

    def _own(self, verb: int, content: int | None) -> Nodes:
        """The stretch around the verb that its own clause covers."""
        tree = self.tree
        mine = {verb}
        for at in tree.children[verb]:
            if at != content:
                mine.update(range(tree.lefts[at], tree.rights[at] + 1))
        first = last = verb
        while first - 1 in mine:
            first -= 1
        while last + 1 in mine:
            last += 1
        return first, last

    def _outside(self, node: int) -> tuple[Nodes, ...]:
        """The clause that `node` is put into, without it."""
        tree = self.tree
        head = tree.heads[node]
        first, last = tree.lefts[head], tree.rights[head]
        low, high = tree.lefts[node], tree.rights[node]
        return tuple(piece for piece in ((first, low - 1), (high + 1, last)) if piece[0] <= piece[1])

    # Who says it

    def speaker(self, verb: int, depth: int = 0) -> Nodes | None:
        tree = self.tree
        passive = tree.child(verb, "auxpass") is not None
        if passive:
            agent = tree.child(verb, "agent")
            who = tree.child(agent, "pobj") if agent is not None else None
            if who is not None:
                return self._phrase(who)
            return None
        subject = tree.child(verb, *_SUBJECTS)
        if subject is not None:
            if tree.low[subject] in RELATIVE and tree.deps[verb] == "relcl":
                return self._phrase(tree.heads[verb])
            return self._phrase(subject)
        head = tree.heads[verb]
        if head == verb or depth > 8:
            return None
        dep = tree.deps[verb]
        if dep in ("acl", "relcl") and tree.tags[head].startswith(("NN", "PRP")):
            return self._phrase(head)
        if dep in ("pcomp", "prep"):
            return self._quoted(head, depth)
        if dep in ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"):
            return self._governed(head, depth)
        return None

    def _quoted(self, prep: int, depth: int) -> Nodes | None:
        """Of "was quoted as saying", "by saying", "without saying": who did."""
        tree = self.tree
        above = tree.heads[prep]
        if above == prep:
            return None
        if tree.low[above] in ("quoted", "cited", "reported", "described", "heard", "seen"):
            passive = tree.child(above, "nsubjpass")
            if passive is not None:
                return self._phrase(passive)
            thing = tree.child(above, "dobj")
            if thing is not None:
                return self._phrase(thing)
        return self._governed(above, depth)

    def _governed(self, head: int, depth: int) -> Nodes | None:
        tree = self.tree
        if tree.tags[head].startswith(("VB", "MD")):
            found = self.speaker(head, depth + 1)
            if found is None and (passive := tree.child(head, "nsubjpass")) is not None:
                return self._phrase(passive)
            return found
        if tree.child(head, *_SUBJECTS) is not None:
            return self._phrase(tree.child(head, *_SUBJECTS) or head)
        return None

    def _owner(self, noun: int) -> Nodes | None:
        """Whose statement it is: "her claim", "Lee's claim", "she made the claim", "the claim by Lee"."""
        tree = self.tree
        owner = tree.child(noun, "poss")
        if owner is not None:
            return (tree.lefts[owner], owner)
        for prep in tree.children[noun]:
            if tree.deps[prep] == "prep" and tree.low[prep] in ("by", "from"):
                who = tree.child(prep, "pobj")
                if who is not None:
                    return self._phrase(who)
        head = tree.heads[noun]
        if tree.deps[noun] == "dobj" and tree.tags[head].startswith("VB"):
            return self.speaker(head)
        return None

    def _phrase(self, head: int) -> Nodes:
        """A noun phrase as far as it names: no appositions and no relative clauses."""
        tree = self.tree
        first, last = tree.lefts[head], head
        for at in tree.children[head]:
            if at < head:
                continue
            if tree.deps[at] in ("appos", "relcl", "acl", "punct", "cc") and not (
                tree.deps[at] == "cc" and any(tree.deps[more] == "conj" for more in tree.children[head])
            ):
                break
            last = tree.rights[at]
        return first, last
