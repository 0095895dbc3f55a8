"""What stands on the pages of a PDF beside their text: running heads and feet, page numbers, line numbers, notes.

Heads and feet are told by where they stand and by coming again; the number that a page prints is told by going up by one
from page to page.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from onrecord.ingest.pdf_lines import LOWERED, RAISED, Line
from onrecord.model.record import record
from onrecord.text.patterns import lazy

# Heads and feet are among so many rows from the edge.
_DEEP = 3
_SAME_HEIGHT = 8.0
_NUMBER = r"(\d{1,4}|[ivxlc]{1,7})"
_ALONE = lazy(
    rf"(?i)[-–—·|\[(\s]*(?:page|seite|p\.|s\.|str\.|página|pagina|pág\.|стр\.|с\.)?\s*{_NUMBER}"
    r"(?:\s*(?:/|of|von|de|sur|di|van|из)\s*\d{1,4})?[-–—·|\])\s.]*",
)
_FIRST, _LAST = lazy(rf"{_NUMBER}\b(?![.,]\d)"), lazy(rf"(?:^|[\s|·–-]){_NUMBER}$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_DIGITS = lazy(r"\d+")
_NOTE = lazy(rf"(?:{RAISED}([^{LOWERED}]{{1,3}}){LOWERED}|(\d{{1,3}}|[*†‡§¶]{{1,3}}))[.)\]]?\s*(?=\S)")
_YEARS = range(1400, 2200)


@record()
class Margins:
    """What was taken from a page: the rows that are no text, and the number that it prints (None: none)."""

    rows: frozenset[int]
    number: str | None


@record()
class _Row:
    number: int
    text: str
    y: float
    size: float
    gap: float  # to the next row towards the text, in points


def margins_of(pages: Sequence[Sequence[Line]], body: float) -> list[Margins]:
    """Heads, feet and page numbers of the pages of a document."""
    edges = [(_edge(lines, top=True), _edge(lines, top=False)) for lines in pages]
    apart = max(1.6 * body, min(1.3 * _leading(pages), 4 * body))
    numbers = _numbers(edges, body, apart)
    repeated = _repeated(edges)
    taken: list[set[int]] = [set() for _ in pages]
    for index, both in enumerate(edges):
        for side, rows in enumerate(both):
            for row in rows:
                if not (
                    (
                        repeated[(side, _key(row.text))]
                        and _stands_apart(row, body, apart)
                        and _comes_again(edges, index, side, row)
                    )
                    or _is_numbered(row, numbers[index], body, apart)
                ):
                    break
                taken[index].add(row.number)
    _by_place(edges, taken, apart)
    for both, lines, own in zip(edges, pages, taken, strict=True):
        # A page that would be empty is one whose text is like that of others, as forms are.
        if own >= {line.row for line in lines}:
            own.intersection_update(
                {row.number for rows in both for row in rows if _ALONE.fullmatch(row.text)}
            )
    return [
        Margins(frozenset(rows), number if number is not None else None)
        for rows, number in zip(taken, numbers, strict=True)
    ]


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """How far apart lines usually are, in points."""
    gaps: list[float] = []
    for lines in pages:
        heights = sorted({line.row: line.y for line in lines}.values(), reverse=True)
        gaps += [above - below for above, below in pairwise(heights)]
    return sorted(gaps)[len(gaps) // 2] if gaps else 0.0


def _edge(lines: Sequence[Line], *, top: bool) -> list[_Row]:
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.row].append(line)
    order = sorted(rows, key=lambda row: -rows[row][0].y)
    heights = [rows[row][0].y for row in order]
    order, heights = (order, heights) if top else (order[::-1], heights[::-1])
    edge_rows = []
    for index, row in enumerate(order[:_DEEP]):
        # A page of one row is all text, or all margin; nothing tells.
        gap = abs(heights[index] - heights[index + 1]) if index + 1 < len(order) else 0.0
        text = " ".join(line.text for line in rows[row])
        edge_rows.append(_Row(row, text, heights[index], max(line.size for line in rows[row]), gap))
    return edge_rows


def _key(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _repeated(edges: list[tuple[list[_Row], list[_Row]]]) -> Counter[tuple[int, str]]:
    seen: Counter[tuple[int, str]] = Counter()
    for both in edges:
        for side, rows in enumerate(both):
            seen.update({(side, _key(row.text)) for row in rows})
    return Counter({key: count for key, count in seen.items() if count > 1 and any(map(str.isalpha, key[1]))})


def _comes_again(edges: list[tuple[list[_Row], list[_Row]]], index: int, side: int, row: _Row) -> bool:
    """Whether the row stands at the same height on one of the next pages, or of those before."""
    key = _key(row.text)
    near = [*range(max(0, index - 4), index), *range(index + 1, min(len(edges), index + 5))]
    return any(
        _key(other.text) == key and abs(other.y - row.y) < _SAME_HEIGHT
        for page in near
        for other in edges[page][side]
    )


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    low, total = number.lower(), 0
    if low != number or any(one not in _ROMAN for one in low):
        return None
    for one, after in zip(low, [*low[1:], ""], strict=True):
        total += -_ROMAN[one] if after and _ROMAN[after] > _ROMAN[one] else _ROMAN[one]
    return total


def _printed(text: str) -> list[str]:
    """The numbers that a row may print as that of its page."""
    whole = _ALONE.fullmatch(text)
    found = [whole, _FIRST.match(text), _LAST.search(text)]
    return list(dict.fromkeys(one[1] for one in found if one is not None and _value(one[1])))


def _numbers(edges: list[tuple[list[_Row], list[_Row]]], body: float, apart: float) -> list[str | None]:
    """The number that each page prints: such as go up by one, from the page where that begins."""
    candidates: list[list[tuple[int, str]]] = []
    for index, both in enumerate(edges):
        numbers_read = [
            ((_value(number) or 0) - index, number)
            for rows in both
            for row in rows
            if _ALONE.fullmatch(row.text) or _stands_apart(row, body, apart)
            for number in _printed(row.text)
        ]
        candidates.append(numbers_read)
    support: Counter[tuple[int, bool]] = Counter()
    for page in candidates:
        support.update({(offset, number.isdigit()) for offset, number in page})
    numbers: list[str | None] = []
    for page, both in zip(candidates, edges, strict=True):
        best = max(page, key=lambda number: support[(number[0], number[1].isdigit())], default=None)
        if (
            best is not None
            and support[(best[0], best[1].isdigit())] < 2
            and not (len(edges) == 1 and _is_lonely(both, best[1]))
        ):
            best = None
        numbers.append(best[1] if best else None)
    return _filled(numbers)


def _is_lonely(both: tuple[list[_Row], list[_Row]], number: str) -> bool:
    """Whether a page that is all there is prints a number far from its text, which is no year."""
    return (
        int(number) not in _YEARS
        if number.isdigit()
        and any(_ALONE.fullmatch(rows[0].text) and rows[0].gap > 2 * rows[0].size for rows in both if rows)
        else False
    )


def _filled(numbers: list[str | None]) -> list[str | None]:
    """The first page of an article often prints no number, and a full-page picture none either."""
    filled = list(numbers)
    for index, number in enumerate(numbers):
        if number is not None and number.isdigit():
            for step in (-1, 1):
                page, value = index + step, int(number) + step
                while 0 <= page < len(filled) and filled[page] is None and value > 0:
                    filled[page] = str(value)
                    page, value = page + step, value + step
    return filled


def _stands_apart(row: _Row, body: float, apart: float) -> bool:
    letters = [one for one in row.text if one.isalpha()]
    capitals = bool(letters) and all(letter.isupper() for letter in letters)
    return row.gap > apart or abs(row.size - body) > 0.08 * body or capitals


def _is_numbered(row: _Row, number: str | None, body: float, apart: float) -> bool:
    if number is None or number not in _printed(row.text):
        return False
    return _ALONE.fullmatch(row.text) is not None or _stands_apart(row, body, apart)


def _by_place(edges: list[tuple[list[_Row], list[_Row]]], taken: list[set[int]], apart: float) -> None:
    """Takes the outermost row, too, that stands where other pages have their head or foot, and apart from the text."""
    for side in (0, 1):
        places = Counter(
            (round(row.y), round(row.size))
            for both, rows in zip(edges, taken, strict=True)
            for row in both[side][:1]
            if row.number in rows
        )
        for both, rows in zip(edges, taken, strict=True):
            for row in both[side][:1]:
                if places[(round(row.y), round(row.size))] > 1 and row.gap > apart:
                    rows.add(row.number)


def without_line_numbers(lines: list[Line]) -> list[Line]:
    """The lines without the numbers that count them at the margin, each or every fifth or tenth."""
    words = [line for line in lines if not line.text.isdecimal()]
    if not words:
        return lines
    left, right = min(line.x0 for line in words), max(line.x1 for line in words)
    for before in (True, False):
        counted = [
            line
            for line in lines
            if line.text.isdecimal()
            and len(line.text) < 5
            and (line.x1 <= left if before else line.x0 >= right)
        ]
        values = [int(line.text) for line in counted]
        if (len(counted) >= 3 and _goes_up(values)) or _counts_by_fives(counted, words):
            lines = [line for line in lines if line not in counted]
    # Some programs set no space behind the number.
    heads = [re.match(r"(\d{1,4}) ?(?=[^\W\d]|[^\w\s,.:;)%])", line.text) for line in lines]
    values = [int(head[1]) for head in heads if head is not None]
    if (
        len(values) >= 8
        and len(values) >= 0.9 * len(lines)
        and _goes_up(values)
        and values[1] - values[0] == 1
    ):
        return [
            line
            if head is None
            else Line(line.text[head.end() :], line.x0, line.x1, line.y, line.size, line.row)
            for line, head in zip(lines, heads, strict=True)
        ]
    return lines


def _counts_by_fives(counted: Sequence[Line], words: Sequence[Line]) -> bool:
    """Whether numbers at the margin, few on a short page, count its rows: each a multiple of five as far from the others as its row."""
    heights = sorted({line.y for line in words}, reverse=True)
    before: set[int] = set()
    for line in counted:
        place = min(range(len(heights)), key=lambda row: abs(heights[row] - line.y))
        if int(line.text) % 5 or line.text == "0" or abs(heights[place] - line.y) > 0.5 * line.size:
            return False
        before.add(int(line.text) - place - 1)
    return len(before) == 1 and (len(counted) > 1 or before == {0})


def _goes_up(values: list[int]) -> bool:
    steps = Counter(after - before for before, after in pairwise(values))
    step, count = steps.most_common(1)[0]
    return step > 0 and count >= 0.8 * len(values) - 1


def notes_in(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The text of a page, and its footnotes: what begins with a mark, in smaller letters, with no text below."""
    text: list[tuple[float, float]] = []
    low: set[int] = set()
    for index in sorted(range(len(lines)), key=lambda index: lines[index].y):
        line = lines[index]
        covered = any(x0 < line.x1 and line.x0 < x1 for x0, x1 in text)
        if line.size < 0.93 * body and not covered:
            low.add(index)
        else:
            apart = [one for one in text if one[1] <= line.x0 or line.x1 <= one[0]]
            met = [one for one in text if not (one[1] <= line.x0 or line.x1 <= one[0])]
            text = [*apart, (min([line.x0, *(x for x, _ in met)]), max([line.x1, *(x for _, x in met)]))]
    order = sorted(low)
    first = next((at for at in order if note_label(lines[at].text) is not None), len(lines))
    notes = [lines[at] for at in order if at >= first]
    return [line for index, line in enumerate(lines) if index not in low or index < first], notes


def note_label(text: str) -> str | None:
    """The mark with which a note begins."""
    match = _NOTE.match(text)
    return (match[1] or match[2]) if match is not None else None
