"""A source's text with its quotations joined where they are broken off."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.matching.speech import Bridge
from onrecord.text.fold import Folded

# Beside letters and digits, all that says something stays: only what the press may set otherwise goes.
GOES = re.compile(r'[\s,.;:…"\u3001\u3002\uff0c-]+')


class Joined:
    """A source's folded text without what breaks its quotations off, and without spaces and stops."""

    def __init__(self, folded: Folded, bridges: Sequence[Bridge]) -> None:
        self.folded = folded
        self.bridges = bridges
        pieces: list[str] = []
        self._starts: list[int] = []  # in the squeezed text, of each piece
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
        for gone in [*GOES.finditer(text, start, end), None]:
            last = gone.start() if gone else end
            if last > at:
                self._starts.append(length)
                self._folded_starts.append(at)
                pieces.append(text[at:last])
                length += last - at
            at = gone.end() if gone else end
        return length

    def offset(self, squeezed: int) -> int:
        """Where in the untouched text the squeezed character at this offset stands."""
        piece = bisect_right(self._starts, squeezed) - 1
        at = self._folded_starts[piece] + squeezed - self._starts[piece]
        return self.folded.original(at, at + 1)[0]
