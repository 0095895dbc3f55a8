"""A piece of writing as plain text, with the place of every letter in its file.

Markdown, HTML and LaTeX are read here, since their readers do not keep places; everything else by the reader of its format,
and then a place is that of the text as it was read, whose lines are paragraphs.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SOFT = re.compile(r"(?<!\n)\n(?!\n)")


@record()
class Cite:
    """A work that the draft cites: its key, what is said of the place ("p. 12"), and where in the text."""

    key: str
    place: str
    at: int


class Draft:
    """`text` is what people read of it; `cites` the citations in it, in order; `blocks` the block quotations, as ranges of the
    text. `source` is the file's own text, where a place in the file can be told (`editable`).
    `flows`: paragraphs end at blank lines alone."""

    def __init__(
        self,
        text: str,
        source: str,
        origin: Sequence[int] | None = None,
        cites: Sequence[Cite] = (),
        blocks: Sequence[tuple[int, int]] = (),
        *,
        editable: bool = True,
        flows: bool = False,
        author: str | None = None,
    ) -> None:
        self.text = text
        self.source = source
        self.cites = tuple(cites)
        self.blocks = tuple(blocks)
        self.editable = editable
        self.flows = flows
        self.author = author
        self._origin = origin

    def place(self, at: int) -> int:
        """Where in `source` what stands at `at` comes from."""
        if self._origin is None:
            return at
        return self._origin[at] if at < len(self._origin) else len(self.source)

    def end_of(self, start: int, end: int) -> int:
        """Where in `source` the range of the text ends."""
        return self.place(end - 1) + 1 if end > start else self.place(start)

    def line_and_column(self, at: int) -> tuple[int, int]:
        """As editors count: both from 1, columns in characters."""
        place = self.place(at)
        line = bisect_right(self._lines, place)
        return line, place - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> list[int]:
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts


class Builder:
    """A text that is put together of parts of another, each letter with the place that it has there."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.origin = array("q")
        self.cites: list[Cite] = []
        self.blocks: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self.origin)

    def add(self, part: str, places: Sequence[int]) -> None:
        self._parts.append(part)
        self.origin.extend(places)

    def put(self, words: str, place: int) -> None:
        """Words that stand for something else, which stands at `place`."""
        self.add(words, [place] * len(words))

    def cite(self, keys: Sequence[tuple[str, str]]) -> None:
        self.cites += [Cite(key, where, len(self)) for key, where in keys]

    def text(self) -> str:
        return "".join(self._parts)

    def draft(self, source: str) -> Draft:
        """What was made; a single line end is a space, as in Markdown, HTML and LaTeX."""
        text = _SOFT.sub(" ", self.text())
        return Draft(text, source, self.origin, self.cites, self.blocks, flows=True)
