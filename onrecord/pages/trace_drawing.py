"""Where a statement comes from, as a picture: a row for each occurrence, its time as a bar, and arcs from where it has it.

Rows are in the order of time. Downwards everything is in rows, across in per cent, so that a page can give it the room it has.
"""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.pages.svg import MARGIN, WIDTH, cut, text, whole
from onrecord.pages.words import dated
from onrecord.text import edtf
from onrecord.views.trace_graph import span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.views.trace import Occurrence, Trace

# What is narrower than this, in per cent, is drawn this wide.
_NARROWEST = 0.8
# How far apart arcs stand, by how many rows they pass: as many as there is room for.
DEPTHS = 6
# Of the file: the height of a row, and where the parts of a row begin.
_ROW = 34
_ARCS, _TEXT, _TIME = 24, 96, 470


@record()
class Row:
    """An occurrence with its time from `low` to `low` + `wide` per cent; None: nothing tells. `open_start`, `open_end`: no bound there."""

    occurrence: Occurrence
    when: str
    low: float | None
    wide: float
    open_start: bool
    open_end: bool
    first: bool
    firmer: str | None


@record()
class Arc:
    """That the row `to` has it from the row `start`; `depth` (1 to DEPTHS) is how far out it runs, `firmer`: the words became firmer."""

    start: int
    to: int
    depth: int
    firmer: bool


@record()
class Drawing:
    """The rows and arcs; `begins` and `ends` are the first and the last day in words, None without any date."""

    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]
    begins: str | None
    ends: str | None


def drawing(trace: Trace, most: int | None = None) -> Drawing:
    """The picture of a trace: of its first `most` occurrences, or all."""
    shown = trace.occurrences[:most]
    days = {one.ref: (_day(one.earliest), _day(one.latest)) for one in shown}
    known = [day for pair in days.values() for day in pair if day is not None]
    first, last = (min(known), max(known)) if known else (0, 0)
    firmer = {one.ref: one.told for one in trace.firmer}
    places = {one.ref: place for place, one in enumerate(shown)}
    return Drawing(
        tuple(
            [
                _row(one, days[one.ref], first, last, one.ref in trace.first, firmer.get(one.ref))
                for one in shown
            ]
        ),
        tuple(_arcs(trace, places)),
        dated(_iso(trace, first)) if known else None,
        dated(_iso(trace, last)) if known else None,
    )


def _day(day: str | None) -> int | None:
    return edtf.parse(day).earliest if day is not None else None


def _iso(trace: Trace, day: int) -> str:
    """The day as one of the occurrences writes it."""
    written = (one for item in trace.occurrences for one in (item.earliest, item.latest))
    return next(one for one in written if one is not None and _day(one) == day)


def _row(
    occurrence: Occurrence,
    days: tuple[int | None, int | None],
    first: int,
    last: int,
    is_first: bool,
    firmer: str | None,
) -> Row:
    earliest, latest = days
    when = dated(occurrence.dated) if occurrence.dated is not None else span(occurrence)
    if earliest is None and latest is None:
        return Row(occurrence, when, None, 0.0, True, True, is_first, firmer)
    whole = max(last - first + 1, 1)
    start = earliest if earliest is not None else first
    end = latest if latest is not None else last
    wide = max(100 * (end - start + 1) / whole, _NARROWEST)
    low = min(100 * (start - first) / whole, 100 - wide)
    return Row(
        occurrence,
        when,
        round(max(low, 0), 2),
        round(wide, 2),
        earliest is None,
        latest is None,
        is_first,
        firmer,
    )


def _arcs(trace: Trace, places: Mapping[str, int]) -> Iterator[Arc]:
    firmer = {(one.ref, one.origin) for one in trace.firmer}
    pairs = dict.fromkeys(
        (step.ref, step.origin) for step in trace.steps if step.ref in places and step.origin in places
    )
    for ref, origin in pairs:
        start, to = places[origin], places[ref]
        yield Arc(start, to, min(abs(to - start), DEPTHS), (ref, origin) in firmer)


def svg(trace: Trace) -> str:
    """The picture as an SVG file of its own."""
    drawn = drawing(trace)
    top = MARGIN + 3 * 20
    height = top + _ROW * len(drawn.rows) + MARGIN + 20 * (len(trace.circles) + len(trace.too_early))
    parts = [*_head(trace, drawn), *_rows(drawn, top), *_below(trace, top + _ROW * len(drawn.rows) + 20)]
    return whole(height, f"Where {trace.key} comes from", parts)


def _head(trace: Trace, drawn: Drawing) -> Iterator[str]:
    number, known = trace.origins.sources, len(trace.origins.origins)
    yield text(MARGIN, MARGIN + 4, cut(trace.text, 100), "title")
    counted = f"{number} source{'' if number == 1 else 's'}, {known} origin{'' if known == 1 else 's'}"
    yield text(MARGIN, MARGIN + 26, counted)
    if drawn.begins and drawn.ends:
        yield text(_TIME, MARGIN + 50, drawn.begins, "quiet")
        if drawn.ends != drawn.begins:
            yield text(WIDTH - MARGIN, MARGIN + 50, drawn.ends, "quiet end")


def _rows(drawn: Drawing, top: int) -> Iterator[str]:
    room = WIDTH - MARGIN - _TIME
    for arc in drawn.arcs:
        yield _arc(arc, top)
    for place, row in enumerate(drawn.rows):
        y, occurrence = top + _ROW * place, row.occurrence
        yield f'<circle cx="{_TEXT - 10}" cy="{y + 10}" r="{5 if row.first else 3.5}" fill="{"#0072b2" if row.first else "#333"}"/>'
        yield text(
            _TEXT,
            y + 12,
            cut(
                f"{occurrence.source} · {occurrence.form}{'' if occurrence.status == 'sourced' else f', {occurrence.status}'}",
                58,
            ),
        )
        yield text(_TEXT, y + 26, cut(f"{row.when} · {row.firmer or occurrence.speaker}", 56), "quiet")
        if row.low is not None:
            opacity = 0.45 if row.open_start or row.open_end else 1
            yield (
                f'<rect x="{_TIME + room * row.low / 100:.1f}" y="{y + 4}" width="{room * row.wide / 100:.1f}" height="12" '
                f'fill="#0072b2" opacity="{opacity}"/>'
            )


def _arc(arc: Arc, top: int) -> str:
    x, out = _TEXT - 10, _TEXT - 10 - arc.depth * (_TEXT - _ARCS - 10) // DEPTHS
    y1, y2 = top + _ROW * arc.start + 10, top + _ROW * arc.to + 10
    colour = "#d55e00" if arc.firmer else "#999"
    tip = y2 - 4 if arc.to > arc.start else y2 + 4
    return (
        f'<path d="M{x} {y1} C{out} {y1} {out} {y2} {x} {y2}" fill="none" stroke="{colour}" stroke-width="1.3"/>'
        f'<path d="M{x} {y2} L{x - 8} {tip} L{x - 8} {2 * y2 - tip} Z" fill="{colour}"/>'
    )


def _below(trace: Trace, y: int) -> Iterator[str]:
    for circle in trace.circles:
        yield text(MARGIN, y, cut(f"In a circle: {' → '.join([*circle, circle[0]])}", 120))
        y += 20
    for step in trace.too_early:
        yield text(MARGIN, y, cut(f"{step.ref} has it from {step.origin}, which appeared later.", 120))
        y += 20
