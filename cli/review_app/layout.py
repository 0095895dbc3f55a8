"""A text laid out in lines of a width, each line knowing which code points it shows.

Control, bidi and invisible characters are shown spelled out, so one code point may take several columns or none.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from rich.cells import cell_len

from onrecord.text import clean

# One column each, whatever the terminal: Latin, Greek, Cyrillic, dashes and quotation marks.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]*")


@lru_cache(maxsize=65536)
def shown(character: str) -> str:
    """What stands for a character on the screen; "" for one that shows nothing."""
    return clean.visible(character)


@lru_cache(maxsize=65536)
def columns(character: str) -> int:
    """The columns that a character takes on the screen, 0 for combining marks."""
    return cell_len(shown(character))


class Layout:
    """`lines` are (start, end) code points, end exclusive; a break swallows the space it stands at."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(width, 1)
        self.lines: list[tuple[int, int]] = []
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if _PLAIN.fullmatch(text, start, end):
                self._wrap_plain(start, end)
            else:
                self._wrap(start, end)
            start = end + 1
        self._starts = [line[0] for line in self.lines]

    def line_of(self, offset: int) -> int:
        """The number of the line that shows a code point (or the break at it)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def column_of(self, offset: int) -> int:
        """The column at which a code point begins, in its line."""
        start, end = self.lines[self.line_of(offset)]
        return sum(columns(character) for character in self.text[start : min(offset, end)])

    def offset_at(self, line: int, column: int) -> int:
        """The code point at a column of a line; the end of the line beyond it. Lines beyond the ends are clamped."""
        if line < 0:
            return 0
        if line >= len(self.lines):
            return len(self.text)
        start, end = self.lines[line]
        taken = 0
        for offset in range(start, end):
            taken += columns(self.text[offset])
            if taken > column:
                return offset
        return end

    def _wrap_plain(self, start: int, end: int) -> None:
        while end - start > self.width:
            space = self.text.rfind(" ", start, start + self.width + 1)
            if space <= start:
                self.lines.append((start, start + self.width))
                start += self.width
            else:
                self.lines.append((start, space))
                start = space + 1
        self.lines.append((start, end))

    def _wrap(self, start: int, end: int) -> None:
        taken, space, offset = 0, -1, start
        while offset < end:
            size = columns(self.text[offset])
            if self.text[offset] in " \t":
                space = offset
            if taken + size > self.width and offset > start:
                if space > start:
                    self.lines.append((start, space))
                    start = space + 1
                else:
                    self.lines.append((start, offset))
                    start = offset
                taken, space = sum(columns(one) for one in self.text[start:offset]), -1
                if start > offset:  # the space itself did not fit
                    taken, offset = 0, start
                continue  # what is left of the line may still be too much with this character
            taken += size
            offset += 1
        self.lines.append((min(start, end), end))
