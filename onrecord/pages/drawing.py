"""Time lines and bars as an SVG file of its own, for texts and slides: no script, no other file, letters of the reader's system."""

from __future__ import annotations

from onrecord.pages.svg import MARGIN, WIDTH, cut, plain, text, whole
from onrecord.pages.time_line import FOOT, HEAD, Picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Colours that those who see few of them tell apart (Okabe and Ito 2008); they repeat.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999")
_LINE, _LEGEND = 20, 22
# The part of the width for the names beside bars.
_NAMES = 260


def time_line(picture: Picture, title: str, below: Sequence[str] = ()) -> str:
    """A time line with its legend; the lines of `below` stand under it."""
    used = picture.used
    top = MARGIN + _LINE
    legend = top + picture.height + _LEGEND
    height = legend + _LEGEND * (len(used) + len(below))
    inner = WIDTH - 2 * MARGIN
    return whole(height, title, _time_line(picture, title, top, inner, legend, below))


def _time_line(
    picture: Picture, title: str, top: int, inner: int, legend: int, below: Sequence[str]
) -> Iterator[str]:
    ground = top + picture.ground
    yield text(MARGIN, MARGIN, title, "title")
    yield f'<line x1="{MARGIN}" x2="{MARGIN + inner}" y1="{top + HEAD}" y2="{top + HEAD}" stroke="#bbb" stroke-dasharray="3 3"/>'
    yield text(MARGIN, top + HEAD - 6, f"{picture.most:,}")
    for bar in picture.bars:
        yield (
            f'<rect x="{MARGIN + inner * bar.x / 100:.1f}" y="{top + bar.y:.1f}" width="{max(inner * bar.width / 100, 0.5):.1f}" '
            f'height="{bar.height:.1f}" fill="{_colour(bar.series)}"/>'
        )
    yield f'<line x1="{MARGIN}" x2="{MARGIN + inner}" y1="{ground}" y2="{ground}" stroke="#333"/>'
    for tick in picture.ticks:
        yield (
            f'<text x="{MARGIN + inner * tick.x / 100:.1f}" y="{ground + FOOT - 8}" text-anchor="{tick.anchor}">'
            f"{plain(tick.words)}</text>"
        )
    y = legend
    for number, name in picture.used:
        yield f'<rect x="{MARGIN}" y="{y - 11}" width="12" height="12" fill="{_colour(number)}"/>'
        yield text(MARGIN + 20, y, name)
        y += _LEGEND
    for line in below:
        yield text(MARGIN, y, line)
        y += _LEGEND


def bars(sections: Sequence[tuple[str, Sequence[tuple[str, int]]]], title: str) -> str:
    """Horizontal bars: each section is a heading with (name, number) rows; the longest bar of a section fills the width."""
    height = MARGIN + _LINE + sum(_LINE * (len(rows) + 2) for _, rows in sections)
    return whole(height, title, _bars(sections, title))


def _bars(sections: Sequence[tuple[str, Sequence[tuple[str, int]]]], title: str) -> Iterator[str]:
    yield text(MARGIN, MARGIN, title, "title")
    y = MARGIN + 2 * _LINE
    left, room = MARGIN + _NAMES, WIDTH - 2 * MARGIN - _NAMES - 70
    for heading, rows in sections:
        yield text(MARGIN, y, heading, "title")
        most = max((number for _, number in rows), default=0)
        for name, number in rows:
            y += _LINE
            yield text(left - 10, y, cut(name, 38), "end")
            wide = room * number / most if most else 0
            yield f'<rect x="{left}" y="{y - 11}" width="{wide:.1f}" height="13" fill="{_COLOURS[0]}"/>'
            yield text(round(left + wide + 8), y, f"{number:,}")
        y += 2 * _LINE


def _colour(series: int) -> str:
    return _COLOURS[series % len(_COLOURS)]
