"""Alignment of two rows of words.

Short rows: the semi-global form of Needleman and Wunsch (1970), in which words of the source before and after the
passage cost nothing. Long rows are first pinned together at words that both hold exactly once, in the longest
common order (patience diff), so that the cost stays near the length of the rows.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_EQUAL, _UNEQUAL, _GAP = 2, -1, -1
# Cells of one table: about a tenth of a second.
MOST_CELLS = 250_000

Pair = tuple[int, int]


def align(words: Sequence[str], source: Sequence[str]) -> list[Pair]:
    """The equal words, as ascending pairs of indices, of the best placement of `words` inside `source`."""
    if len(words) * len(source) <= MOST_CELLS:
        return _table(words, source, free_start=True, free_end=True)
    pins = [(-1, -1), *_pins(words, source), (len(words), len(source))]
    pairs: list[Pair] = []
    for (i, j), (next_i, next_j) in pairwise(pins):
        if i >= 0:
            pairs.append((i, j))
        rows, columns = words[i + 1 : next_i], source[j + 1 : next_j]
        if rows and columns and len(rows) * len(columns) <= MOST_CELLS:
            found = _table(rows, columns, free_start=i < 0, free_end=next_i == len(words))
            pairs += [(i + 1 + row, j + 1 + column) for row, column in found]
    return pairs


def _pins(words: Sequence[str], source: Sequence[str]) -> list[Pair]:
    """Words that stand once on both sides, in the longest order common to both."""
    from collections import Counter  # for long rows alone

    in_given, in_source = Counter(words), Counter(source)
    place = {word: j for j, word in enumerate(source) if in_source[word] == 1}
    common = [(i, place[word]) for i, word in enumerate(words) if in_given[word] == 1 and word in place]
    ends: list[int] = []  # the smallest source index that ends an order of each length
    last: list[int] = []  # and the number of its pair
    before: list[int] = []
    for number, (_, j) in enumerate(common):
        length = bisect_left(ends, j)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(j)
            last.append(number)
        else:
            ends[length], last[length] = j, number
    pins: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        pins.append(common[number])
        number = before[number]
    return pins[::-1]


def _table(rows: Sequence[str], columns: Sequence[str], *, free_start: bool, free_end: bool) -> list[Pair]:
    width = len(columns)
    scores = [0 if free_start else _GAP * j for j in range(width + 1)]
    # One byte a cell: 0 both advance, 1 a row has no partner, 2 a column has none.
    steps = [bytearray([2]) * (width + 1)]
    for row in rows:
        new = [scores[0] + _GAP]
        step = bytearray(width + 1)
        step[0] = 1
        left = new[0]
        for j, column in enumerate(columns):
            best = scores[j] + (_EQUAL if row == column else _UNEQUAL)
            up = scores[j + 1] + _GAP
            if up > best:
                best = up
                step[j + 1] = 1
            left += _GAP
            if left > best:
                best = left
                step[j + 1] = 2
            new.append(best)
            left = best
        scores = new
        steps.append(step)
    j = max(range(width + 1), key=scores.__getitem__) if free_end else width
    i = len(rows)
    pairs: list[Pair] = []
    while i and j:
        taken = steps[i][j]
        if taken == 0:
            i, j = i - 1, j - 1
            if rows[i] == columns[j]:
                pairs.append((i, j))
        elif taken == 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
