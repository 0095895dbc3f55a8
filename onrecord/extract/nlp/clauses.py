"""What a parsed sentence reports: for each verb, who its subject is and which words are what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.extract.nlp.trees import Tree

Nodes = tuple[int, int]  # the first and the last node of a stretch, inclusive


Frame = Literal["ccomp", "tag", "parataxis", "naming", "dobj"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what may be said by it, as stretches of a tree's nodes, and who its subject is.

    `frame` says where that stands: a clause behind the verb ("ccomp"), before or around it ("tag"), the sentence that
    the verb's clause is put into ("parataxis"), an object and what it is called ("naming"), or an object ("dobj").
    """

    content: tuple[Nodes, ...]
    speaker: Nodes | None
    verb: int
    frame: Frame


_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_GOVERNED = ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis")
_PASSIVE = frozenset("quoted cited reported heard".split())
RELATIVE = frozenset("who which that whom".split())
# Trees of broken sentences may be deep; what governs a verb from further away is no subject of it.
_FURTHEST = 8


class Sentence:
    """One tree on its way to clauses."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def clauses(self) -> Iterator[Clause]:
        """Every verb with something that may be what is said, in order."""
        tree = self.tree
        for node, tag in enumerate(tree.tags):
            if not tag.startswith("VB") or tree.deps[node] in ("aux", "auxpass"):
                continue
            if (clause := self._said_by(node)) is not None:
                frame, content = clause
                yield Clause(content, self.speaker(node), node, frame)

    # What is said

    def _said_by(self, verb: int) -> tuple[Frame, tuple[Nodes, ...]] | None:
        tree = self.tree
        content = tree.child(verb, "ccomp")
        thing = tree.child(verb, "dobj")
        named = tree.child(verb, "oprd")
        if content is not None:
            mark = tree.child(content, "mark")
            if mark is not None and tree.low[mark] == "that" and verb < mark:
                return "ccomp", ((mark, tree.rights[content]),)
            pieces = self._around(verb, content)
            return ("ccomp" if content > verb else "tag", pieces) if pieces else None
        if tree.deps[verb] == "parataxis" and tree.heads[verb] != verb:
            return "parataxis", self._outside(verb)
        if named is not None and thing is not None:
            return "naming", ((tree.lefts[thing], tree.rights[named]),)
        infinitive = tree.child(verb, "xcomp")
        if thing is not None and thing > verb and (infinitive is None or infinitive < verb):
            return "dobj", ((tree.lefts[thing], tree.rights[thing]),)
        return None

    def _around(self, verb: int, content: int) -> tuple[Nodes, ...]:
        """The content clause without the clause of its cue, which may stand inside it."""
        tree = self.tree
        first, last = tree.lefts[content], tree.rights[content]
        if not first < verb < last:
            return ((first, last),)
        own = self._own(verb, content)
        return tuple(piece for piece in ((first, own[0] - 1), (own[1] + 1, last)) if piece[0] <= piece[1])

    def _own(self, verb: int, content: int) -> Nodes:
        """The stretch around the verb that its own clause covers."""
        tree = self.tree
        mine = {verb}
        for node in tree.children[verb]:
            if node != content:
                mine.update(range(tree.lefts[node], tree.rights[node] + 1))
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
        """The subject of a verb, its own or that of the verb that governs it; of a passive, its agent."""
        tree = self.tree
        if tree.child(verb, "auxpass") is not None:
            agent = tree.child(verb, "agent")
            who = tree.child(agent, "pobj") if agent is not None else None
            return self._phrase(who) if who is not None else None
        subject = tree.child(verb, *_SUBJECTS)
        if subject is not None:
            if tree.low[subject] in RELATIVE and tree.deps[verb] == "relcl":
                return self._phrase(tree.heads[verb])
            return self._phrase(subject)
        head = tree.heads[verb]
        if head == verb or depth > _FURTHEST:
            return None
        dep = tree.deps[verb]
        if dep in ("acl", "relcl") and tree.tags[head].startswith(("NN", "PRP")):
            return self._phrase(head)
        if dep in ("pcomp", "prep"):
            return self._quoted(head, depth)
        if dep in _GOVERNED:
            return self._governed(head, depth)
        return None

    def _quoted(self, prep: int, depth: int) -> Nodes | None:
        """Of "was quoted as saying", "by saying", "without saying": who did."""
        tree = self.tree
        above = tree.heads[prep]
        if above == prep:
            return None
        if tree.low[above] in _PASSIVE:
            who = tree.child(above, "nsubjpass")
            if who is not None:
                return self._phrase(who)
        return self._governed(above, depth)

    def _governed(self, head: int, depth: int) -> Nodes | None:
        tree = self.tree
        if tree.tags[head].startswith(("VB", "MD")):
            governed = self.speaker(head, depth + 1)
            if governed is None and (passive := tree.child(head, "nsubjpass")) is not None:
                return self._phrase(passive)
            return governed
        subject = tree.child(head, *_SUBJECTS)
        return self._phrase(subject) if subject is not None else None

    def _phrase(self, head: int) -> Nodes:
        """A noun phrase as far as it names: no appositions and no relative clauses."""
        tree = self.tree
        first, last = tree.lefts[head], head
        for node in tree.children[head]:
            if node > head:
                if tree.deps[node] in ("appos", "relcl", "acl", "punct"):
                    break
                last = tree.rights[node]
        return first, last
