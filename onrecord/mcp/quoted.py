"""The passages of a text that are quotations: in quotation marks, or block quotations of Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.extract import extract
from onrecord.model.record import record
from onrecord.text import marks
from onrecord.text.fold import UNSPACED
from onrecord.text.locators import Paragraphs
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract import Proposal

# With fewer words, and given to nobody, it is a title or a word that is mentioned.
FEWEST = 4
_BLOCK = lazy(r"(?m)(?:^[ \t]*>.*(?:\n|\Z))+")
_MARKER = lazy(r"(?m)^[ \t]*(?:>[ \t]?)+")
_WORD = lazy(rf"[{UNSPACED}]{{1,2}}|[^\W{UNSPACED}]+")


@record()
class Passage:
    """A quotation with its place (line and column from 1), and to whom the text gives it."""

    wording: str
    line: int
    column: int
    speaker: str | None
    polarity: str

    @property
    def judged(self) -> bool:
        """Whether it is more than a word that is mentioned."""
        return self.speaker is not None or len(_WORD.findall(self.wording)) >= FEWEST


def passages(text: str) -> list[Passage]:
    """The quotations of `text` in its order."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    proposals = extract(text)
    return [
        _passage(text, start, end, proposals, lines)
        for start, end in sorted(_places(text))
        if any(one.isalnum() for one in text[start:end])
    ]


def _places(text: str) -> Iterator[tuple[int, int]]:
    blocks = [found.span() for found in _BLOCK.finditer(text)]
    yield from blocks
    paragraphs = Paragraphs(text)
    for number in range(1, len(paragraphs) + 1):
        for pair in marks.pairs_in(text, *paragraphs.range_of(number)):
            start, end = pair.inside
            if not any(first <= start < last for first, last in blocks):
                yield start, end


def _passage(text: str, start: int, end: int, proposals: Sequence[Proposal], lines: Sequence[int]) -> Passage:
    wording = _MARKER.sub("", text[start:end]).strip().rstrip(",").rstrip()
    given = next((one for one in proposals if one.start < end and start < one.end), None)
    line = bisect_right(lines, start)
    return Passage(
        wording,
        line,
        start - lines[line - 1] + 1,
        given.speaker.canonical if given and given.speaker else None,
        given.polarity if given else "asserted",
    )
