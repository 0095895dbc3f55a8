"""A text cut for reading: into parts of a size that a page can hold, and into stretches by the ranges laid over it.

Offsets are Unicode code points, ends exclusive.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from onrecord.text.locators import Paragraphs
from onrecord.text.passages import FULL_LINE

Range = tuple[int, int]


class Stretch(NamedTuple):
    """A piece of text under the same ranges throughout.

    `inner` is the owner of the shortest range over it (None: no range), `depth` how many ranges lie over it.
    """

    start: int
    end: int
    inner: int | None
    depth: int


def flows(paragraph: str) -> bool:
    """Whether the lines end where they were full, as in a mail; the lines of a poem or an address are short."""
    lines = paragraph.split("\n")[:-1]
    return bool(lines) and all(len(line) >= FULL_LINE for line in lines)


def stretches(
    start: int, end: int, ranges: Sequence[tuple[int, int, int]], cuts: Sequence[int] = ()
) -> list[Stretch]:
    """`start` to `end` cut wherever one of `ranges` (start, end, owner) begins or ends, and at `cuts`.

    Ranges may overlap, hold each other and reach beyond both ends. Of two of the same length that lie over the
    same place, the one of the smaller owner is the inner one. Takes n log n of n ranges.
    """
    opening: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    closing: defaultdict[int, int] = defaultdict(int)
    edges = {start, end, *(cut for cut in cuts if start < cut < end)}
    for first, last, owner in ranges:
        begins, stops = max(first, start), min(last, end)
        if begins < stops:
            opening[begins].append((last - first, owner, stops))
            closing[stops] += 1
            edges |= {begins, stops}
    pieces: list[Stretch] = []
    over: list[tuple[int, int, int]] = []
    depth = 0
    ordered = sorted(edges)
    for here, there in pairwise(ordered):
        depth += len(opening[here]) - closing[here]
        for one in opening[here]:
            heappush(over, one)
        while over and over[0][2] <= here:
            heappop(over)
        pieces.append(Stretch(here, there, over[0][1] if over else None, depth))
    return pieces


def parts(text: str, paragraphs: Paragraphs, size: int) -> list[Range]:
    """`text` in parts of at most `size` code points, each of whole paragraphs.

    Only a paragraph that is longer by itself is cut, at white space where it has some. A text without
    paragraphs has no parts.
    """
    ranges: list[Range] = []
    for number in range(1, len(paragraphs) + 1):
        start, end = paragraphs.range_of(number)
        if ranges and end - ranges[-1][0] <= size:
            ranges[-1] = (ranges[-1][0], end)
            continue
        while end - start > size:
            space = max(text.rfind(" ", start + 1, start + size), text.rfind("\n", start + 1, start + size))
            cut = space + 1 if space > start else start + size
            ranges.append((start, cut))
            start = cut
        ranges.append((start, end))
    return ranges
