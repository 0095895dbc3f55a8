"""The rules' reports of a text, corrected and completed by the parses of its sentences.

Where both find what a verb of saying governs, they mostly agree, and where they do not the rules are right more often:
they know how news is written. Syntax is asked for what words alone do not tell: whether a cue is a verb or a noun, where
a coordinated clause with a subject of its own begins, and clauses of saying in places that the rules do not know.
"""

from collections import deque

from onrecord.extract.engine import Extraction
from onrecord.extract.lexicon import CLAUSE, CUES, OBJECT, PRIVATE, TAG
from onrecord.extract.nlp.clauses import RELATIVE, Clause, Sentence
from onrecord.extract.nlp.trees import Tree, trees
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.proposal import Proposal
from onrecord.extract.sentence import Report
from onrecord.extract.words import OCCASIONS, PREPOSITIONS

Range = tuple[int, int]

# How often a clause was right in newspapers where rules and syntax gave the same words for it, and where not.
_AGREED, _DISPUTED = 0.88, 0.6

_GOVERNING = ("clause", "that", "object", "infinitive", "urging", "naming", "question")

_SUBORDINATE = ("relcl", "acl", "advcl", "csubj", "csubjpass", "nsubj", "nsubjpass", "pcomp", "prep")
# Whoever says "we say" or "you say" argues, and tells nothing of what was said; the rules know where that differs.
_NOT_TOLD = frozenset("i we you it let".split())
_CONTRASTING = frozenset("while whereas although though even but and as".split())
_EVENTS = OCCASIONS | frozenset(
    "forum ruling announcement press testimony essay book report filing lawsuit".split()
)
# Beside a verb of saying these leave open whether anything was said, or say that it was not.
_DOUBTING = frozenset(
    "may might could would should must never nobody none no neither nor hardly scarcely wrongly falsely mistakenly "
    "erroneously incorrectly unless whether if".split()
)
# Who does one of these to say something says it.
_COMING_TO_PASS = frozenset(
    "went go goes going gone continued continues continuing began begins started starts proceeded hastened hastens rushed managed "
    "dared came had has have used reported said believed understood heard quoted known thought quick first last only one "
    "happy glad eager ready right able moved paused turned stood rose chose took takes keen forced compelled".split()
)
# The parts of a sentence of which a negation of their verb holds too.
_GOVERNED = ("xcomp", "ccomp", "pcomp", "prep", "acl")
_FURTHEST = 6
# So many words beside quotations are a clause of saying and who says it, with marks.
_SHORT_TAG = 12
_BETWEEN = frozenset("and but or , ; : - -- – —".split())


def propose(
    text: str, author: str | None = None, issued: str | None = None, language: str | None = None
) -> list[Proposal]:
    """The attributed statements that rules and syntax find in `text`, in its order.

    Takes what `onrecord.extract.engine.propose` takes. InputError: the extra is not installed.
    """
    return SyntacticExtraction(text, author, language).run(issued)


def _leaves_open(words: Paragraph, low: int, high: int) -> bool:
    """Whether a sentence holds a cue of which rules alone do not tell everything, as they do of “…,” she said."""
    cues = [index for index in range(low, high) if words.low[index] in CUES]
    if len(cues) != 1:
        return bool(cues)
    _, form, frames = CUES[words.low[cues[0]]]
    quoted = words.low[low:high].count(QUOTE)
    plain = high - low - quoted <= _SHORT_TAG and words.low[low] == QUOTE
    return not (plain and TAG in frames and form in ("past", "s"))


class SyntacticExtraction(Extraction):
    """The rules' extraction with a parse beside each sentence that holds a cue."""

    def __init__(self, text: str, author: str | None, language: str | None = None) -> None:
        super().__init__(text, author, language)
        sentences = [
            (words, low, high)
            for words in self.paragraphs
            if words.code == "en"  # the parser knows no other
            for low, high in words.sentences
            if _leaves_open(words, low, high)
        ]
        self._trees = {
            (words.start, low): tree
            for (words, low, _), tree in zip(sentences, trees(text, sentences), strict=True)
            if tree is not None
        }

    def reports_of(self, words: Paragraph) -> list[Report]:
        """What the sentences of a paragraph report, by rules and by syntax."""
        if words.code != "en":
            return super().reports_of(words)
        waiting = deque(sorted(super().reports_of(words), key=lambda report: report.cue))
        joined: list[Report] = []
        for low, high in words.sentences:
            here = []
            while waiting and waiting[0].cue[0] < high:
                here.append(waiting.popleft())
            tree = self._trees.get((words.start, low))
            joined += here if tree is None else Joining(words, tree, here).run()
        return joined


class Joining:
    """One sentence: its tree, and what the rules report of it."""

    def __init__(self, words: Paragraph, tree: Tree, reports: list[Report]) -> None:
        self.words = words
        self.tree = tree
        self.by_rules = reports
        self.nodes: dict[int, int] = {}
        for node, word in enumerate(tree.words):
            self.nodes.setdefault(word, node)
        self.sentence = Sentence(tree)
        self.clauses: dict[int, Clause] = {}
        for clause in self.sentence.clauses():
            self.clauses.setdefault(tree.words[clause.verb], clause)

    def run(self) -> list[Report]:
        """The reports in the order of their cues."""
        kept = [
            self._corrected(report) if report.pieces else report
            for report in self.by_rules
            if not self._is_noun(report) and not self._is_thing(report)
        ]
        cues = {report.cue[0] for report in kept}
        inside = {index for report in kept for piece in report.pieces for index in range(*piece)}
        for word, clause in self.clauses.items():
            if word in cues or word in inside or (report := self._report(clause)) is None:
                continue
            if self._passes_on(clause, report, kept):
                inside.update(range(*report.pieces[0]))
                kept.append(report)
                continue
            self._end_before_others(report, kept)
            said = {index for piece in report.pieces for index in range(*piece)}
            if inside.isdisjoint(said):
                inside |= said
                kept.append(report)
        return sorted(kept, key=lambda report: report.cue)

    def _passes_on(self, clause: Clause, report: Report, kept: list[Report]) -> bool:
        """Whether it is Lee of "Kim denied that he lied, Lee said", who then is noted to pass on what Kim says."""
        if clause.frame not in ("tag", "parataxis") or len(report.pieces) != 1 or report.speaker is None:
            return False
        first, last = report.pieces[0]
        inner = [
            other
            for other in kept
            if first <= other.cue[0] and all(piece[1] <= last for piece in other.pieces)
        ]
        if first != min(self.tree.words) or last > report.cue[0]:
            return False
        for other in inner:
            other.via.append((report.speaker, report.cue))
        return bool(inner)

    def _end_before_others(self, report: Report, kept: list[Report]) -> None:
        """Of "Lee argues it works, while others say it fails": end what Lee says before what the others say."""
        tree = self.tree
        first, last = report.pieces[-1]
        for other in kept:
            node = self.nodes.get(other.cue[0])
            if node is None or not first < other.cue[0] < last or tree.deps[node] not in ("advcl", "conj"):
                continue
            starts = [other.cue[0], *(piece[0] for piece in other.pieces)]
            if other.speaker is not None:
                starts.append(other.speaker[0])
            end = min(starts)
            while end - 1 > first and self.words.low[end - 1] in _CONTRASTING:
                end -= 1
            self._end(report, end)
            return

    def _is_noun(self, report: Report) -> bool:
        """Whether the parser says that what the rules took for a verb of saying is a noun or an adjective."""
        node = self.nodes.get(report.cue[0])
        if node is None or report.frame not in (*_GOVERNING, "tag"):
            return False
        tag = self.tree.tags[node]
        if self.tree.deps[node] == "amod" and report.frame != "tag":
            return True
        if not tag.startswith(("NN", "JJ")) or self._claims(report, node):
            return False
        return report.frame != "tag" or not any(
            self.words.low[index] == QUOTE for piece in report.pieces for index in range(*piece)
        )

    def _is_thing(self, report: Report) -> bool:
        """Whether what the rules took for a clause is an object of a verb that has none when something is said.

        So it is in "maintained a policy" and "added two rooms", and not in "announced a strike".
        """
        clause = self.clauses.get(report.cue[0])
        verb = CUES.get(self.words.low[report.cue[0]])
        if (
            report.frame != "clause"
            or clause is None
            or clause.frame != "dobj"
            or not verb
            or OBJECT in verb[2]
        ):
            return False
        return not any(
            tag in ("VBD", "VBZ", "VBP", "MD") or self.words.low[word] == QUOTE
            for word, tag, dep in zip(self.tree.words, self.tree.tags, self.tree.deps, strict=True)
            if dep != "relcl" and report.pieces[0][0] <= word < report.pieces[-1][1]
        )

    def _claims(self, report: Report, node: int) -> bool:
        """Whether the noun has what is said behind it: "a report that …"; headlines are read as the rules do."""
        tree = self.tree
        follows = node + 1 < len(tree.low) and tree.low[node + 1] == "that" and tree.tags[node + 1] == "IN"
        first, last = min(tree.words), max(tree.words) + 1
        return follows or sum(self.words.upper[first:last]) * 2 > last - first

    def _corrected(self, report: Report) -> Report:
        first = self.clauses.get(report.cue[0])
        pieces = self._pieces(first) if first is not None else []
        if pieces and first is not None:
            frames = (report.frame, first.frame)
            same_start = pieces[0][0] == report.pieces[0][0]
            if same_start and frames in (("object", "ccomp"), ("naming", "naming")):
                report.pieces = pieces
            elif (
                first.frame == "tag" and report.frame in _GOVERNING and self._leaves_quotation(report, pieces)
            ):
                report.pieces = pieces
                report.frame = "tag"
            elif frames == ("tag", "ccomp") and self._begins_with_preposition(report):
                report.pieces = pieces
                report.frame = "clause"
        cue = self.nodes.get(report.cue[0])
        if cue is not None and report.speaker is not None and report.frame != "according to":
            report.speaker = self._speaker(report.speaker, cue)
        if cue is not None and report.frame in _GOVERNING and report.pieces[-1][0] > report.cue[0]:
            self._end_with_clause(report, cue)
            if report.frame in ("clause", "object") and first is not None and first.frame == "dobj":
                self._end_before_occasion(report)
            if report.frame in ("infinitive", "urging", "naming", "object"):
                self._end_before_next(report, cue)
        if report.frame in ("clause", "that"):
            report.confidence = _AGREED if pieces == report.pieces else _DISPUTED
        return report

    def _leaves_quotation(self, report: Report, seen: list[Range]) -> bool:
        """Whether a quotation right before the cue's subject is left out for what stands behind the cue."""
        low = self.words.low
        return low[seen[-1][1] - 1] == QUOTE and not any(
            low[index] == QUOTE for piece in report.pieces for index in range(*piece)
        )

    def _speaker(self, by_rules: Range, cue: int) -> Range:
        """The subject that the parser sees, where what the rules took is more, or something else, than a name of it."""
        tree = self.tree
        seen = self.sentence.speaker(cue)
        if seen is None or not tree.tags[cue].startswith("VB"):
            return by_rules
        start, end = tree.words[seen[0]], tree.words[seen[1]] + 1
        if QUOTE in self.words.low[start:end]:
            return by_rules
        inside = range(*by_rules)
        is_clause = any(
            word in inside and tag in ("VBD", "VBG", "VBZ", "VBP")
            for word, tag in zip(tree.words, tree.tags, strict=True)
        )
        subject = tree.child(cue, "nsubj", "nsubjpass")
        if subject is None or tree.low[subject] in RELATIVE:
            return (start, end) if is_clause and not (start < by_rules[1] and by_rules[0] < end) else by_rules
        first, last = tree.words[tree.lefts[subject]], tree.words[tree.rights[subject]] + 1
        more = (
            by_rules[0] <= start and end <= by_rules[1] and not (first <= by_rules[0] and by_rules[1] <= last)
        )
        before = self.words.low[by_rules[0] - 1] if by_rules[0] else ""
        part = by_rules[0] >= end and by_rules[1] <= last and (is_clause or before in PREPOSITIONS)
        return (start, end) if more or part else by_rules

    def _begins_with_preposition(self, report: Report) -> bool:
        node = self.nodes.get(report.pieces[0][0])
        return node is not None and self.tree.tags[node] == "IN" and len(report.pieces) == 1

    def _end_with_clause(self, report: Report, cue: int) -> None:
        """Let what is said in a relative or adverbial clause end where that clause does, before the main verb."""
        tree = self.tree
        node = cue
        while tree.heads[node] != node:
            head = tree.heads[node]
            if head > cue and tree.words[head] < report.pieces[-1][1] and tree.deps[node] in _SUBORDINATE:
                self._end(report, tree.words[tree.rights[node]] + 1)
                return
            node = head

    def _end_before_next(self, report: Report, cue: int) -> None:
        """End what is said before a coordinated clause that has a subject of its own."""
        tree = self.tree
        first, last = report.pieces[-1]
        for node in range(cue + 1, len(tree.low)):
            if (
                first < tree.words[node] < last
                and tree.deps[node] in ("conj", "ccomp", "parataxis")
                and tree.heads[node] <= cue
                and tree.tags[node].startswith(("VB", "MD"))
                and tree.child(node, "nsubj", "nsubjpass") is not None
            ):
                self._end(report, tree.words[tree.lefts[node]])
                return

    def _end_before_occasion(self, report: Report) -> None:
        """End the object of a verb of saying before "in a speech", "at a forum"."""
        tree = self.tree
        first, last = report.pieces[-1]
        for node, word in enumerate(tree.words):
            if first < word < last and tree.deps[node] == "prep" and tree.low[node] in ("in", "at", "during"):
                thing = tree.child(node, "pobj")
                if thing is not None and tree.low[thing] in _EVENTS:
                    self._end(report, word)
                    return

    def _end(self, report: Report, end: int) -> None:
        """Let the last piece end before word `end`, without conjunctions and marks there."""
        first, last = report.pieces[-1]
        while end - 1 > first and self.words.low[end - 1] in _BETWEEN:
            end -= 1
        if first + 1 < end < last and (report.frame == "object" or self._has_verb(first, end)):
            report.pieces[-1] = (first, end)

    def _has_verb(self, first: int, end: int) -> bool:
        tree = self.tree
        return any(
            first <= word < end and (tag.startswith("VB") or tag == "MD" or self.words.low[word] == QUOTE)
            for word, tag in zip(tree.words, tree.tags, strict=True)
        )

    def _report(self, clause: Clause) -> Report | None:
        """A clause that only syntax found, if its cue is a verb of saying with a speaker."""
        tree = self.tree
        known = CUES.get(self.words.low[tree.words[clause.verb]])
        if known is None or clause.speaker is None or clause.frame == "dobj":
            return None
        if known[0] in PRIVATE or (tree.tags[clause.verb] == "VB" and tree.deps[clause.verb] == "conj"):
            return None
        if clause.frame != "naming" and not {CLAUSE, TAG} <= known[2]:
            return None
        pieces = self._pieces(clause)
        if not pieces:
            return None
        who = (tree.words[clause.speaker[0]], tree.words[clause.speaker[1]] + 1)
        if self.words.low[who[0]] in _NOT_TOLD:
            return None
        verb = tree.words[clause.verb]
        return Report(pieces, who, (verb, verb + 1), "clause", 0.7, doubted=self._is_doubted(clause.verb))

    def _is_doubted(self, node: int) -> bool:
        """Whether the verb is negated, only possible or wrongly told, itself or by what governs it."""
        tree = self.tree
        if self._is_only_meant(node):
            return True
        for _ in range(_FURTHEST):
            if any(
                tree.deps[index] == "neg" or tree.low[index] in _DOUBTING for index in tree.children[node]
            ):
                return True
            if tree.deps[node] not in _GOVERNED or tree.heads[node] == node:
                return False
            node = tree.heads[node]
        return False

    def _is_only_meant(self, node: int) -> bool:
        """Whether the verb is an infinitive of which nothing says that it came to pass: "wanted to say", "was urged to say"."""
        tree = self.tree
        if not any(tree.low[index] == "to" and tree.deps[index] == "aux" for index in tree.children[node]):
            return False
        return tree.heads[node] != node and tree.low[tree.heads[node]] not in _COMING_TO_PASS

    def _pieces(self, clause: Clause) -> list[Range]:
        """The content as ranges of words, without what is no word and without "that" at their edges."""
        tree, low = self.tree, self.words.low
        pieces = []
        for first, last in clause.content:
            start, end = tree.words[first], tree.words[last] + 1
            while start < end and not (low[start][0].isalnum() or low[start] == QUOTE):
                start += 1
            if start < end and low[start] == "that" and tree.deps[first] == "mark":
                start += 1
            while start < end and not (low[end - 1][0].isalnum() or low[end - 1] == QUOTE):
                end -= 1
            if start < end:
                pieces.append((start, end))
        return pieces
