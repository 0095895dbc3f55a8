"""A source's text with its quotations joined where they are broken off."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.text.fold import Folded
from onrecord.text.patterns import lazy

Range = tuple[int, int]
# Stands in no wording: a folded one has no NUL that its writer could have typed.
_APART = "\0"

# Commas and stops beside a quotation mark, which stand inside in one country and outside in another.
BESIDE_MARKS = lazy(r'[,.](?:(?<=".)|(?="))')
# Where a quotation is broken off, all that says something stays: only what the press may set otherwise goes.
GOES = lazy(r'[\s,.;:…"\u3001\u3002\uff0c-]+')


class Joined:
    """Ranges of a source's text, folded, without what `goes`: those of one group follow one another, as if nothing had
    broken them off, and no wording reaches from one group into the next."""

    def __init__(self, folded: Folded, groups: Iterable[Sequence[Range]], goes: re.Pattern[str]) -> None:
        self._folded = folded
        self._goes = goes
        self._pieces: list[str] = []
        self._starts: list[int] = []  # in the joined text, of each piece
        self._folded_starts: list[int] = []
        length = 0
        for group in groups:
            for start, end in group:
                length = self._add(folded.folded_offset(start), folded.folded_offset(end), length)
            self._pieces.append(_APART)
            length += len(_APART)
        self.text = "".join(self._pieces)

    def _add(self, start: int, end: int, length: int) -> int:
        text = self._folded.text
        offset = start
        for gone in [*self._goes.finditer(text, start, end), None]:
            last = gone.start() if gone else end
            if last > offset:
                self._starts.append(length)
                self._folded_starts.append(offset)
                self._pieces.append(text[offset:last])
                length += last - offset
            offset = gone.end() if gone else end
        return length

    def original(self, offset: int) -> tuple[int, int]:
        """The range of the untouched text that the joined character at this offset stands for."""
        piece = bisect_right(self._starts, offset) - 1
        at = self._folded_starts[piece] + offset - self._starts[piece]
        return self._folded.original(at, at + 1)
