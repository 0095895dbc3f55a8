"""The sentence around a place: what an indirect statement was taken from, and what a mixed one stands in."""

from collections.abc import Sequence

from onrecord.matching.diff import DiffPart
from onrecord.matching.find import find
from onrecord.matching.outcome import Outcome
from onrecord.matching.prepared import Prepared
from onrecord.matching.sentences import rest_after, rest_before
from onrecord.model.record import record
from onrecord.text.patterns import lazy

_PARAGRAPH = lazy(r"\n[^\S\n]*\n")
# A text without paragraphs is looked through no further than this, in code points.
_FAR = 4_000


@record()
class Changed:
    """A passage that stands in another text no more as it was: how the nearest one differs (empty: nothing is near)."""

    passage: str
    diff: tuple[DiffPart, ...]


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentences that `start` to `end` touches, within their paragraphs, without white space around."""
    far, wide = max(0, start - _FAR), min(len(text), end + _FAR)
    low = max((mark.end() for mark in _PARAGRAPH.finditer(text, far, start)), default=far)
    high = after.start() if (after := _PARAGRAPH.search(text, end, wide)) else wide
    first, last = rest_before(text, start, low), rest_after(text, end, high)
    while first < start and not _opens(text[first]):
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _opens(character: str) -> bool:
    """Whether a sentence may begin with it: a closing mark belongs to the sentence before."""
    return not character.isspace() and character not in "”’»)]」』"


def changed(old: str, places: Sequence[tuple[int, int]], new: Prepared) -> Changed | None:
    """What became of the sentences around the places of `old`; None where they stand in `new` too, but for typography."""
    start, end = sentences_around(old, places[0][0], places[-1][1])
    passage = old[start:end]
    match = find(new, passage)
    if match.outcome in (Outcome.exact, Outcome.typographic, Outcome.ambiguous):
        return None
    return Changed(passage, match.diff)
