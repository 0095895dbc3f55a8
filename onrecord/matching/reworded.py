"""How one wording became another: word by word, and by name what the change does to the sense.

Named are negations, hedges and conditions, and figures that are gone, new or others. The words by which they are known are
those of verification (`lexicon`, `figures`): they find too much rather than too little.
"""

from __future__ import annotations

from onrecord.matching import figures
from onrecord.matching.diff import DiffPart
from onrecord.matching.lexicon import languages_of
from onrecord.matching.sense import hangs_on, holds_negation, negated_by_affix
from onrecord.model.record import record
from onrecord.text import wordfold
from onrecord.text.align import align
from onrecord.text.patterns import lazy
from onrecord.text.signs import UNSPACED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.matching.diff import Kind

_AROUND = '.,;:!?()"“”„«»'
_COUNTING = ("number", "share", "currency")
# Figures of one language that are other words of another.
_NO_FIGURES = {"en": frozenset("due dues once elf tiers miles font quart".split()), "fr": frozenset(["font"])}
_PIECE = lazy(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")


@record()
class Change:
    """What a change does: `kind` is "negation", "hedge", "figure" or "opposite"; `how` is "dropped", "added" or "changed"."""

    kind: str
    how: str
    words: tuple[str, ...]

    @property
    def told(self) -> str:
        """In words: "hedge or condition dropped: perhaps"."""
        name = "hedge or condition" if self.kind == "hedge" else self.kind
        return f"{name} {self.how}: {', '.join(self.words)}"


@record()
class Reworded:
    """The word diff from one wording to another, and what of it bears on the sense."""

    diff: tuple[DiffPart, ...]
    changes: tuple[Change, ...]

    @property
    def sharpened(self) -> bool:
        """Whether a hedge or a condition went and none came."""
        hows = {change.how for change in self.changes if change.kind == "hedge"}
        return hows == {"dropped"}


def reworded(known: str, other: str) -> Reworded:
    """What `other` makes of the wording `known`. In the diff `known` is the source, `other` what was given."""
    diff = tuple(_diff(known, other))
    gone = " ".join(part.source for part in diff if part.kind != "same")
    new = " ".join(part.given for part in diff if part.kind != "same")
    return Reworded(diff, tuple(_changes(gone, new, languages_of(f"{known} {other}"))))


def _diff(known: str, other: str) -> Iterator[DiffPart]:
    here = [(match.start(), match.end(), _key(match[0])) for match in _PIECE.finditer(known)]
    there = [(match.start(), match.end(), _key(match[0])) for match in _PIECE.finditer(other)]
    pairs = align([key for *_, key in there], [key for *_, key in here])
    i = j = 0
    run: list[tuple[int, int]] = []
    for in_other, in_known in [*pairs, (len(there), len(here))]:
        if run and (in_known > j or in_other > i):
            yield _part("same", known, here, run[0][0], j, other, there, run[0][1], i)
            run = []
        if in_known > j or in_other > i:
            kind: Kind = "missing" if in_other == i else "added" if in_known == j else "changed"
            yield _part(kind, known, here, j, in_known, other, there, i, in_other)
        run.append((in_known, in_other))
        i, j = in_other + 1, in_known + 1
    if len(run) > 1:
        yield _part("same", known, here, run[0][0], len(here), other, there, run[0][1], len(there))


def _key(word: str) -> str:
    return " ".join(wordfold.words(word)) or word


def _part(
    kind: Kind,
    known: str,
    here: Sequence[tuple[int, int, str]],
    first: int,
    last: int,
    other: str,
    there: Sequence[tuple[int, int, str]],
    low: int,
    high: int,
) -> DiffPart:
    def printed(text: str, words: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
        return " ".join(text[words[start][0] : words[end - 1][1]].split()) if end > start else ""

    return DiffPart(kind, printed(known, here, first, last), printed(other, there, low, high))


def _changes(gone: str, new: str, languages: Sequence[str]) -> Iterator[Change]:
    before, after = hangs_on(gone, languages), hangs_on(new, languages)
    for how, words, others in (("dropped", before, after), ("added", after, before)):
        own = [word for word in words if word not in others]
        negating = tuple([word for word in own if holds_negation(word, languages)])
        # A negation that takes the place of another one changes nothing.
        if negating and not any(holds_negation(word, languages) for word in others):
            yield Change("negation", how, negating)
        if hedging := tuple([word for word in own if word not in negating]):
            yield Change("hedge", how, hedging)
    if turned := negated_by_affix(gone, new):
        yield Change("opposite", "changed", turned)
    yield from _figures(gone, new, languages)


def _figures(gone: str, new: str, languages: Sequence[str]) -> Iterator[Change]:
    before, after = _numbers(gone, languages), _numbers(new, languages)
    if before and after:
        if figures.changes(" ".join(after), " ".join(before)):
            yield Change("figure", "changed", (f"{', '.join(before)} → {', '.join(after)}",))
    elif before or after:
        yield Change("figure", "dropped" if before else "added", tuple(before or after))


def _numbers(text: str, languages: Sequence[str]) -> list[str]:
    """The words of a text that are figures, as they are printed."""
    words = [match[0].strip(_AROUND) for match in _PIECE.finditer(text)]
    return list(dict.fromkeys(word for word in words if _is_number(word, languages)))


def _is_number(word: str, languages: Sequence[str]) -> bool:
    if any(word.lower() in _NO_FIGURES.get(language, ()) for language in languages):
        return False
    # "To" is two in Danish: of words without digits, short ones are mostly something else.
    if not (any(map(str.isdigit, word)) or len(word) > 2 or wordfold.is_unspaced(word)):
        return False
    return any(kind in _COUNTING for meaning in figures.figures(word) for kind, _ in meaning)
