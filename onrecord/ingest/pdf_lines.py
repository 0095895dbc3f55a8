"""Pieces of a PDF page put together to lines: raised marks where they belong, drop capitals before their words."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.ingest.pdf_pieces import Piece
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy

# Around a raised mark while a text is put together; no text that is stored holds them.
RAISED, LOWERED = "\x01", "\x02"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_UP = str.maketrans("0123456789", _SUPERSCRIPTS)
_SUPERSCRIPT = lazy(f"[{_SUPERSCRIPTS}]+")
_MARK = lazy(f"{RAISED}([^{LOWERED}]*){LOWERED}")
# A square metre is no note.
_UNIT = lazy(r"(?:\b(?:[kcdm]?m|ft|in|mi|R)|[\d)])$")
_MARKS = lazy(r"[\d*†‡§¶]{1,3}")
_WORD_GAP, _COLUMN_GAP = 0.17, 0.75
_DROPPED, _MOST_CAPITALS, _MOST_MARKS = 1.7, 20, 200


@record()
class Line:
    """A line of words without a wide gap in it, in points; `row` numbers what stands at one height from the top."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    row: int = 0


def lines_of(pieces: Sequence[Piece], body: float) -> list[Line]:
    """The lines of a page, from the top, those of one row from the left. `body` is the size of most letters."""
    capitals = [piece for piece in pieces if _is_drop_capital(piece, body)]
    others = [piece for piece in pieces if not _is_drop_capital(piece, body)] if capitals else pieces
    lines: list[Line] = []
    for number, row in enumerate(_rows(others, body)):
        lines += _in_row(row, number)
    for capital in capitals[:_MOST_CAPITALS]:
        lines = _with_capital(lines, capital)
    return lines


def body_size(pieces: Iterable[Piece]) -> float:
    """The size in which most letters are set."""
    counted: Counter[float] = Counter()
    for piece in pieces:
        counted[round(piece.size * 2) / 2] += len(piece.text)
    return max(counted, key=lambda size: counted[size], default=10.0)


def with_marks(text: str, labels: set[str]) -> str:
    """The words without the marks of the notes that `labels` name; other raised digits as superscripts."""

    def printed(match: re.Match[str]) -> str:
        mark = match[1]
        if mark in labels and not (mark.isdigit() and _UNIT.search(text[: match.start()])):
            return ""
        return mark.translate(_UP)

    plain = _MARK.sub(printed, text)
    for sign in sorted(labels, key=len, reverse=True):
        if not sign.isalnum():
            plain = re.sub(rf"(?<=[\w.,;:!?”\"’)]){re.escape(sign)}(?!\w)", "", plain, count=1)
    return re.sub(" {2,}", " ", plain)


def marks_in(text: str) -> list[str]:
    """The raised marks of a line, in their order."""
    return [
        match[1]
        for match in _MARK.finditer(text)
        if not (match[1].isdigit() and _UNIT.search(text[: match.start()]))
    ]


def _is_drop_capital(piece: Piece, body: float) -> bool:
    letters = piece.text.strip("“\"«„'‘")
    return len(letters) == 1 and letters.isupper() and piece.size > _DROPPED * body


def _rows(pieces: Sequence[Piece], body: float) -> Iterator[list[Piece]]:
    """What stands at one height, each row from the left; raised marks are in the row that they belong to."""
    small = [piece for piece in pieces if piece.size < 0.92 * body and _MARKS.fullmatch(piece.text)][
        :_MOST_MARKS
    ]
    chosen = {id(one) for one in small}
    rows = _level([piece for piece in pieces if id(piece) not in chosen])
    heights = [-row[0].y for row in rows]
    left = []
    for mark in small:
        # Rows of other columns may stand between a mark and its row, which is a little lower.
        near = rows[bisect_left(heights, -mark.y) : bisect_left(heights, -mark.y + 1.5 * mark.size)]
        if not any(_attached(row, mark) for row in near):
            left.append(mark)
    yield from _level([piece for row in rows for piece in row] + left) if left else rows


def _level(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.25 * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _attached(row: list[Piece], mark: Piece) -> bool:
    """Puts a small raised mark into the row where it stands behind, or before, one of its pieces."""
    index = bisect_left(row, mark.x0, key=lambda piece: piece.x0)
    for place in (index - 1, index):
        if not 0 <= place < len(row):
            continue
        word = row[place]
        gap = mark.x0 - word.x1 if place < index else word.x0 - mark.x1
        raised = 0.08 * word.size < mark.y - word.y < 0.8 * word.size
        if raised and mark.size < 0.92 * word.size and -0.3 * word.size < gap < 0.6 * word.size:
            row.insert(index, replace(mark, text=f"{RAISED}{mark.text}{LOWERED}", y=word.y, size=word.size))
            return True
    return False


def _in_row(row: list[Piece], number: int) -> Iterator[Line]:
    line: Line | None = None
    for piece in row:
        text = piece.text if RAISED in piece.text else _SUPERSCRIPT.sub(_raised, piece.text)
        if line is not None and piece.x0 - line.x1 < _COLUMN_GAP * piece.size:
            # Bold letters are made by some programs by printing them twice.
            if abs(piece.x1 - line.x1) < 0.3 * piece.size and line.text.endswith(text):
                continue
            space = " " if piece.x0 - line.x1 > _WORD_GAP * piece.size else ""
            line = replace(
                line,
                text=line.text + space + text,
                x1=max(line.x1, piece.x1),
                size=max(line.size, piece.size),
            )
        else:
            if line is not None:
                yield line
            line = Line(text, piece.x0, piece.x1, piece.y, piece.size, number)
    if line is not None:
        yield line


def _raised(match: re.Match[str]) -> str:
    return f"{RAISED}{match[0].translate(_DIGITS)}{LOWERED}"


def _with_capital(lines: list[Line], capital: Piece) -> list[Line]:
    """The lines beside a drop capital: the first begins with it, and none of them is indented."""
    beside = [
        line
        for line in lines
        if capital.y - 0.2 * line.size <= line.y <= capital.y + 0.9 * capital.size
        and -0.5 * line.size < line.x0 - capital.x1 < 1.5 * line.size
    ]
    if not beside:
        row = next((line.row for line in lines if line.y <= capital.y), 0)
        return [*lines, Line(capital.text, capital.x0, capital.x1, capital.y, capital.size, row)]
    first = max(beside, key=lambda line: line.y)
    words = {word for line in lines for word in line.text.lower().split()}
    head, _, _ = first.text.partition(" ")
    letter = capital.text[-1].lower()
    # "A" and "I" are words of their own where what follows is one too and both together are none.
    alone = (
        letter in "aioàéyвоияуск" and head.lower() in words - {head} and letter + head.lower() not in words
    )
    alone = alone and sum(head == word for line in lines for word in line.text.split()) > 1
    joined = []
    for line in lines:
        if line is first:
            line = replace(line, text=capital.text + (" " if alone else "") + line.text)
        joined.append(
            replace(line, x0=capital.x0)
            if any(line.row == one.row and line.x1 == one.x1 for one in beside)
            else line
        )
    return joined
