"""A source's text with its quotations joined where they are broken off."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.matching.speech import Bridge
from onrecord.text.fold import Folded

# Commas and stops beside a quotation mark, which stand inside in one country and outside in another.
BESIDE_MARKS = re.compile(r'(?<=")[,.]|[,.](?=")')
# Where a quotation is broken off, all that says something stays: only what the press may set otherwise goes.
GOES = re.compile(r'[\s,.;:…"\u3001\u3002\uff0c-]+')


class Joined:
    """A source's folded text without what breaks its quotations off, and without what `goes`."""

    def __init__(self, folded: Folded, bridges: Sequence[Bridge], goes: re.Pattern[str]) -> None:
        self.folded = folded
        self.bridges = bridges
        self._goes = goes
        pieces: list[str] = []
        self._starts: list[int] = []  # in the joined text, of each piece
        self._folded_starts: list[int] = []
        length = at = 0
        for bridge in self.bridges:
            start, end = folded.folded_offset(bridge.start), folded.folded_offset(bridge.end)
            length = self._add(pieces, at, start, length)
            at = end
        self._add(pieces, at, len(folded.text), length)
        self.text = "".join(pieces)

    def _add(self, pieces: list[str], start: int, end: int, length: int) -> int:
        text = self.folded.text
        at = start
        for gone in [*self._goes.finditer(text, start, end), None]:
            last = gone.start() if gone else end
            if last > at:
                self._starts.append(length)
                self._folded_starts.append(at)
                pieces.append(text[at:last])
                length += last - at
            at = gone.end() if gone else end
        return length

    def original(self, offset: int) -> tuple[int, int]:
        """The range of the untouched text that the joined character at this offset stands for."""
        piece = bisect_right(self._starts, offset) - 1
        at = self._folded_starts[piece] + offset - self._starts[piece]
        return self.folded.original(at, at + 1)
