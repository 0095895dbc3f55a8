"""The lines of a PDF page in the order in which they are read: columns one after the other, tables row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.ingest.pdf_lines import Line
from onrecord.model.record import replace

# A column has so many lines, and they fill so much of it: less is a table, or names beside what they say.
_LEAST_LINES, _FILLED = 4, 0.6
_MOST_COLUMNS = 6
# More lines on a page are a drawing or an attack.
_MOST_LINES = 1_000


def in_reading_order(lines: Sequence[Line]) -> tuple[list[list[Line]], bool]:
    """Stretches of the page that are read one after the other (a column, what stands above all columns), and whether
    rows have gaps that may be columns and may be none."""
    gutters = _gutters(lines)
    if not gutters:
        rows, unsure = _row_by_row(lines)
        return [rows], unsure
    stretches: list[list[Line]] = []
    band: list[Line] = []
    for line in (*lines, None):
        spans = line is not None and any(line.x0 < gutter < line.x1 for gutter in gutters)
        if line is not None and not spans:
            band.append(line)
            continue
        for column in range(len(gutters) + 1):
            inside = [one for one in band if _column(one, gutters) == column]
            stretches += [inside] if inside else []
        band = []
        if line is not None:
            # Lines across all columns go together.
            if stretches and any(stretches[-1][-1].x0 < gutter < stretches[-1][-1].x1 for gutter in gutters):
                stretches[-1].append(line)
            else:
                stretches.append([line])
    return stretches, False


def _column(line: Line, gutters: Sequence[float]) -> int:
    return sum(gutter <= line.x0 for gutter in gutters)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where columns part: x that few lines cross, with lines on both sides that fill their columns."""
    if not 2 * _LEAST_LINES <= len(lines) <= _MOST_LINES:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = Counter(round(line.x0) for line in lines)
    gutters: list[float] = []
    for start, count in sorted(starts.items()):
        near = sum(starts[start + by] for by in (-1, 0, 1))
        gutter = start - 2.0
        if count < 2 or near < _LEAST_LINES or not left + 20 < gutter < right - 20:
            continue
        if (not gutters or gutter - gutters[-1] > 40) and _parts(lines, [*gutters, gutter], right):
            gutters.append(gutter)
            if len(gutters) == _MOST_COLUMNS - 1:
                break
    return gutters


def _parts(lines: Sequence[Line], gutters: Sequence[float], right: float) -> bool:
    gutter = gutters[-1]
    since = gutters[-2] if len(gutters) > 1 else -1e9
    crossing = [line for line in lines if line.x0 < gutter < line.x1]
    before = [line for line in lines if since <= line.x0 and line.x1 <= gutter]
    after = [line for line in lines if line.x0 >= gutter]
    if len(before) < _LEAST_LINES or len(after) < _LEAST_LINES:
        return False
    # A line across is a title or the like: it has a height of its own.
    if len(crossing) > 0.5 * min(len(before), len(after)) + 3:
        return False
    low, high = min(line.y for line in before), max(line.y for line in before)
    beside = sum(low - 2 <= line.y <= high + 2 for line in after)
    return beside >= _LEAST_LINES - 1 and _fills(before) and _fills(_first_column(after))


def _first_column(lines: Sequence[Line]) -> list[Line]:
    """The lines that begin where the leftmost of them do."""
    least = min(line.x0 for line in lines)
    return [line for line in lines if line.x0 < least + 3 * line.size]


def _fills(lines: Sequence[Line]) -> bool:
    """Whether lines are as long as those of a column are: most are near the longest, of several words."""
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    full = sum(line.x1 - line.x0 > _FILLED * width for line in lines)
    words = sum(len(line.text.split()) for line in lines)
    cjk = any("\u3040" <= one <= "\ud7a3" for line in lines for one in line.text)
    return full >= 0.6 * len(lines) and (cjk or words >= 2.5 * len(lines))


def _row_by_row(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    rows, gaps = [], 0
    for row in _rows(lines):
        long = sum(len(line.text.split()) >= 3 for line in row)
        gaps += long > 1
        text = " ".join(line.text for line in row)
        rows.append(replace(row[0], text=text, x1=row[-1].x1, size=max(line.size for line in row)))
    return rows, gaps >= 3


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and line.row != row[0].row:
            yield row
            row = []
        row.append(line)
    if row:
        yield row
