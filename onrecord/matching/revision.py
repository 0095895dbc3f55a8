"""What changed between two texts: paragraph by paragraph, and word by word inside what changed.

Paragraphs are aligned first, then the words of those that differ. What occurs once in both texts, in the same order,
ties them together (patience diff, after B. Cohen); between two ties the alignment is the longest common subsequence
(rapidfuzz, bit-parallel, after H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004). White space does not
count. Offsets are Unicode code points, ends exclusive.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.model.record import record
from onrecord.text.patterns import lazy

Kind = Literal["same", "changed", "removed", "added"]
Range = tuple[int, int]

_PARAGRAPHS = lazy(r"\S(?:.*\S)?(?:\n(?![^\S\n]*\n)[^\S\n]*\S.*)*")
# A word with what touches it; of scripts that set no spaces, every character.
_WORDS = lazy(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
# Items times items that are aligned as a whole; beyond that, first what ties them together.
_FEW = 1_000_000
_MOST = 40_000_000
# Of two paragraphs that are one and the same, so large a share of the words is the same.
_ALIKE = 0.4


@record()
class Piece:
    """Words in a row: `same` in both, or `removed` from the old text, or `added` in the new one.

    `old` and `new` are where they stand; what was removed or added has an empty range in the other text.
    """

    kind: Literal["same", "removed", "added"]
    old: Range
    new: Range


@record()
class Change:
    """A paragraph: `same`, `changed` (its words in `pieces`), `removed` or `added`; where it stands in both texts."""

    kind: Kind
    old: Range
    new: Range
    pieces: tuple[Piece, ...] = ()


def revision(old: str, new: str) -> tuple[Change, ...]:
    """Every paragraph of both texts once, in the order of the new one."""
    return tuple(_paragraphs(old, new))


def _paragraphs(old: str, new: str) -> Iterator[Change]:
    before, after = _ranges(_PARAGRAPHS, old, (0, len(old))), _ranges(_PARAGRAPHS, new, (0, len(new)))
    for same, left, right in _aligned(_keys(old, before), _keys(new, after)):
        if same:
            for one, other in zip(before[left[0] : left[1]], after[right[0] : right[1]], strict=True):
                yield Change("same", one, other)
        else:
            yield from _differing(old, new, before[left[0] : left[1]], after[right[0] : right[1]])


def _differing(old: str, new: str, before: Sequence[Range], after: Sequence[Range]) -> Iterator[Change]:
    """Paragraphs of which none is the same: each is told with the one that it became, where there is one."""
    waiting = list(before)
    for paragraph in after:
        index = next((n for n, one in enumerate(waiting[:5]) if _alike(old, new, one, paragraph)), None)
        if index is None:
            start = waiting[0][0] if waiting else (before[-1][1] if before else 0)
            yield Change("added", (start, start), paragraph)
            continue
        for gone in waiting[:index]:
            yield Change("removed", gone, (paragraph[0], paragraph[0]))
        yield Change(
            "changed", waiting[index], paragraph, tuple(_pieces(old, new, waiting[index], paragraph))
        )
        del waiting[: index + 1]
    end = after[-1][1] if after else 0
    for gone in waiting:
        yield Change("removed", gone, (end, end))


def _alike(old: str, new: str, span: Range, other: Range) -> bool:
    left = Counter(_keys(old, _ranges(_WORDS, old, span)))
    right = Counter(_keys(new, _ranges(_WORDS, new, other)))
    return (left & right).total() >= _ALIKE * max(min(left.total(), right.total()), 1)


def _pieces(old: str, new: str, span: Range, other: Range) -> Iterator[Piece]:
    before, after = _ranges(_WORDS, old, span), _ranges(_WORDS, new, other)
    here, there = span[0], other[0]
    for same, left, right in _aligned(_keys(old, before), _keys(new, after)):
        ends = _end(before, left, here), _end(after, right, there)
        if same:
            yield Piece("same", (here, ends[0]), (there, ends[1]))
        else:
            if left[0] < left[1]:
                yield Piece("removed", (here, ends[0]), (there, there))
            if right[0] < right[1]:
                yield Piece("added", (ends[0], ends[0]), (there, ends[1]))
        here, there = ends


def _end(ranges: Sequence[Range], part: Range, otherwise: int) -> int:
    """Where a run of words ends, with the white space up to the next one."""
    if part[0] == part[1]:
        return otherwise
    return ranges[part[1]][0] if part[1] < len(ranges) else ranges[part[1] - 1][1]


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Range, Range]]:
    """Runs that are equal, and what stands between them, as ranges of both lists."""
    here = there = 0
    for start, other, size in _blocks(old, new):
        if here < start or there < other:
            yield False, (here, start), (there, other)
        yield True, (start, start + size), (other, other + size)
        here, there = start + size, other + size
    if here < len(old) or there < len(new):
        yield False, (here, len(old)), (there, len(new))


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """The equal runs, (place in old, place in new, length), in order; those that follow each other are one."""
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(key, len(numbers)) for key in old]
    right = [numbers.setdefault(key, len(numbers)) for key in new]
    blocks: list[tuple[int, int, int]] = []
    waiting = [(0, len(left), 0, len(right))]
    while waiting:
        first, last, low, high = waiting.pop()
        begun = (first, low)
        while first < last and low < high and left[first] == right[low]:
            first, low = first + 1, low + 1
        if first > begun[0]:
            blocks.append((*begun, first - begun[0]))
        ended = last
        while first < last and low < high and left[last - 1] == right[high - 1]:
            last, high = last - 1, high - 1
        if last < ended:
            blocks.append((last, high, ended - last))
        if first == last or low == high:
            continue
        ties = _ties(left, right, (first, last), (low, high)) if _many(first, last, low, high, _FEW) else ()
        if ties:
            for (a, b), (c, d) in zip([(first, low), *ties], [*ties, (last, high)], strict=True):
                waiting.append((a, c, b, d))
        elif not _many(first, last, low, high, _MOST):
            blocks += [(first + a, low + b, n) for a, b, n in _common(left[first:last], right[low:high])]
    return _joined(sorted(blocks))


def _many(first: int, last: int, low: int, high: int, limit: int) -> bool:
    return (last - first) * (high - low) > limit


def _common(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, int]]:
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _ties(left: Sequence[int], right: Sequence[int], span: Range, other: Range) -> Sequence[tuple[int, int]]:
    """Places of what occurs once in both ranges, alone or with the three after it, all in the same order in both."""
    for length in (1, 4):
        pairs = _once_in_both(_runs(left, span, length), _runs(right, other, length))
        if pairs:
            return _in_order([(span[0] + a, other[0] + b) for a, b in pairs])
    return ()


def _runs(items: Sequence[int], part: Range, length: int) -> Sequence[object]:
    if length == 1:
        return items[slice(*part)]
    return [tuple(items[at : at + length]) for at in range(part[0], part[1] - length + 1)]


def _once_in_both(left: Sequence[object], right: Sequence[object]) -> list[tuple[int, int]]:
    counted, counted_there = Counter(left), Counter(right)
    places = {one: index for index, one in enumerate(right) if counted_there[one] == 1}
    return [(index, places[one]) for index, one in enumerate(left) if counted[one] == 1 and one in places]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs that is in the same order in both texts."""
    # The longest increasing subsequence of the places in the new text.
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        index = bisect_left(tops, there)
        before.append(ends[index - 1] if index else -1)
        tops[index : index + 1] = [there]
        ends[index : index + 1] = [number]
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _joined(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    joined: list[tuple[int, int, int]] = []
    for start, other, size in blocks:
        if joined and joined[-1][0] + joined[-1][2] == start and joined[-1][1] + joined[-1][2] == other:
            joined[-1] = (*joined[-1][:2], joined[-1][2] + size)
        else:
            joined.append((start, other, size))
    return joined


def _ranges(pattern: re.Pattern[str], text: str, within: Range) -> list[Range]:
    return [match.span() for match in pattern.finditer(text, *within)]


def _keys(text: str, ranges: Sequence[Range]) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in ranges]
