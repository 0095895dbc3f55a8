"""A piece of writing as plain text, with the place of every letter in its file.

Markdown, HTML and LaTeX are read here, since their readers do not keep places; everything else by the reader of its format,
and then a place is that of the text as it was read, whose lines are paragraphs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property

from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from onrecord.check.office import Office

_SOFT = lazy(r"(?<!\n)\n(?!\n)")


@record()
class Cite:
    """A work that the draft cites: its key, what is said of the place ("p. 12"), and where in the text. `aside`: words such as
    "see also" stand in front of it."""

    key: str
    place: str
    at: int
    aside: bool = False


class Draft:
    """`text` is what people read of it; `cites` the citations in it, in order; `blocks` the block quotations, as ranges of the
    text. `source` is the file's own text, where a place in the file can be told (`editable`).
    `flows`: paragraphs end at blank lines alone. `notation` is what its markup is: "markdown", "html", "latex", "text"; `data`
    what the file holds, in `encoding` where it has no byte-order mark, and `again` reads such a source as this one was read.
    `tells_blocks`: whether block quotations can be told apart in its format; `office`: its file, where a word processor made it;
    `notes`: what else was not looked at."""

    def __init__(
        self,
        text: str,
        source: str,
        origin: Sequence[int] | None = None,
        ends: Sequence[int] | None = None,
        cites: Sequence[Cite] = (),
        blocks: Sequence[tuple[int, int]] = (),
        *,
        editable: bool = True,
        flows: bool = False,
        author: str | None = None,
        notation: str = "text",
        data: bytes = b"",
        encoding: str = "utf-8",
        again: Callable[[str], Draft] | None = None,
        tells_blocks: bool = True,
        office: Office | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        self.text = text
        self.source = source
        self.cites = tuple(sorted(cites, key=lambda cite: cite.at))
        self.blocks = tuple(blocks)
        self.editable = editable
        self.flows = flows
        self.author = author
        self.notation = notation
        self.data = data
        self.encoding = encoding
        self.again = again
        self.tells_blocks = tells_blocks
        self.office = office
        self.notes = tuple(notes)
        self._origin = origin
        self._ends = ends

    def place(self, offset: int) -> int:
        """Where in `source` what stands at `at` comes from."""
        if self._origin is None:
            return offset
        return self._origin[offset] if offset < len(self._origin) else len(self.source)

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges of `source` that a range of the text comes from, as few as there are; markup stands between them.

        A range with nothing in it, behind all others of its place, is a letter that stands for markup.
        """
        ranges: list[tuple[int, int]] = []
        before: tuple[int, int] | None = None
        for offset in range(start, end):
            low = self.place(offset)
            here = low, (self._ends[offset] if self._ends is not None else low + 1)
            if here == before and here[1] > low:
                # One sign of the file that is read as several letters.
                continue
            if ranges and ranges[-1][1] == low and here[1] > low:
                ranges[-1] = ranges[-1][0], here[1]
            else:
                ranges.append(here)
            before = here
        return ranges

    def cites_between(self, low: int, high: int) -> Sequence[Cite]:
        """The citations from one place of the text to another, both inclusive."""
        return self.cites[bisect_left(self._cited_at, low) : bisect_right(self._cited_at, high)]

    @cached_property
    def _cited_at(self) -> list[int]:
        return [cite.at for cite in self.cites]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """As editors count: both from 1, columns in characters."""
        place = self.place(offset)
        line = bisect_right(self._lines, place)
        return line, place - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        starts, line_end = [0], self.source.find("\n")
        while line_end >= 0:
            starts.append(line_end + 1)
            line_end = self.source.find("\n", line_end + 1)
        return starts


class Builder:
    """A text that is put together of parts of another, each letter with the place that it has there."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.origin = array("q")
        self.ends = array("q")
        self.cites: list[Cite] = []
        self.blocks: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self.origin)

    def add(self, part: str, places: Sequence[int], ends: Sequence[int] | None = None) -> None:
        """A part with the place of each of its letters, and where that ends: behind one letter, where it is not said."""
        self._parts.append(part)
        self.origin.extend(places)
        if ends is not None:
            self.ends.extend(ends)
        elif isinstance(places, range):
            self.ends.extend(range(places.start + 1, places.stop + 1))
        else:
            self.ends.extend([place + 1 for place in places])

    def put(self, words: str, place: int, end: int | None = None) -> None:
        """Words that stand for something else, which stands from `place` to `end` (None: it is markup, and no words)."""
        self.add(words, [place] * len(words), [place if end is None else end] * len(words))

    def cite(self, keys: Sequence[tuple[str, str]], asides: Collection[str] = ()) -> None:
        self.cites += [Cite(key, where, len(self), key in asides) for key, where in keys]

    def text(self) -> str:
        return "".join(self._parts)

    def draft(self, source: str) -> Draft:
        """What was made; a single line end is a space, as in Markdown, HTML and LaTeX."""
        text = _SOFT.sub(" ", self.text())
        return Draft(text, source, self.origin, self.ends, self.cites, self.blocks, flows=True)
