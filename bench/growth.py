"""Draws how search and import grow with the number of statements: `python -m bench.growth` writes docs/growth.svg.

Every figure is one that `bench.search` and `bench.bulk` kept in bench/results. Both axes are logarithmic where it says
so; the colours are those of Okabe and Ito ("Color Universal Design", 2008), and every line has another dash and mark.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from bench import keeping
from bench.search.asking import CLASSES

DRAWN = Path(__file__).parents[1] / "docs" / "growth.svg"
# Colour, dashes, mark.
STYLES: Mapping[str, tuple[str, str, str]] = {
    "onrecord, FTS5": ("#0072B2", "", "circle"),
    "onrecord, tantivy": ("#D55E00", "", "square"),
    "FTS5 alone": ("#56B4E9", "5 3", "circle"),
    "tantivy alone": ("#E69F00", "5 3", "square"),
    "PostgreSQL": ("#009E73", "2 3", "diamond"),
    "onrecord import": ("#D55E00", "", "square"),
    "sqlite3": ("#56B4E9", "5 3", "circle"),
    "sqlite-utils insert": ("#009E73", "2 3", "diamond"),
}
SHORT = {
    "onrecord, FTS5": "onrecord, FTS5 index in the file",
    "onrecord, tantivy": "onrecord, with an index beside the file",
}
WIDE, HIGH = 250, 190
LEFT, TOP, PLOT_WIDE, PLOT_HIGH = 46, 30, 190, 120
COLUMNS = 4

Line = Sequence[tuple[int, float]]


def main() -> None:
    search, load = keeping.read("search"), keeping.read("import")
    panels = [
        _panel(
            f"{name}, ms",
            {
                system: [
                    (size, of["systems"][system][name][0])
                    for size, of in search.items()
                    if name in of["systems"].get(system, {})
                ]
                for system in STYLES
            },
        )
        for name in CLASSES
    ]
    ways: Mapping[str, Callable[[int, Mapping[str, float]], float | None]] = {
        "import, lines a second": lambda size, of: size / of["clock"],
        "import, memory in MB": lambda _, of: of["mb"],
        "bytes a line": lambda _, of: of.get("bytes"),
    }
    for title, of_run in ways.items():
        lines = {
            system: [
                (size, value)
                for size, of in load.items()
                if system in of["systems"] and (value := of_run(size, of["systems"][system])) is not None
            ]
            for system in STYLES
        }
        panels.append(_panel(title, lines))
    DRAWN.write_text(_sheet(panels), encoding="utf-8")
    print(DRAWN)


def _sheet(panels: Sequence[str]) -> str:
    rows = -(-len(panels) // COLUMNS)
    wide, high = COLUMNS * WIDE, rows * HIGH + 70
    placed = [
        f'<g transform="translate({at % COLUMNS * WIDE} {at // COLUMNS * HIGH + 6})">{panel}</g>'
        for at, panel in enumerate(panels)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" '
        'font-family="system-ui, sans-serif" font-size="11">'
        "<title>Search and import from 100,000 to 5 million statements</title>"
        "<desc>Median milliseconds by kind of search, lines a second, memory and bytes, by number of statements. "
        "The figures are in bench/results/search.md and import.md.</desc>"
        f'<rect width="{wide}" height="{high}" fill="#fff"/>{"".join(placed)}{_key(rows * HIGH + 14)}</svg>\n'
    )


def _panel(title: str, lines: Mapping[str, Line]) -> str:
    lines = {name: line for name, line in lines.items() if line}
    sizes = [size for line in lines.values() for size, _ in line]
    values = [value for line in lines.values() for _, value in line]
    if not values:
        return ""
    x = _scale(min(sizes), max(sizes), LEFT, LEFT + PLOT_WIDE)
    low, high = _decade(min(values), math.floor), _decade(max(values), math.ceil)
    y = _scale(low, high, TOP + PLOT_HIGH, TOP)
    parts = [f'<text x="{LEFT}" y="{TOP - 12}" font-weight="600">{escape(title)}</text>']
    tick = low
    while tick <= high * 1.001:
        at = y(tick)
        parts.append(
            f'<line x1="{LEFT}" x2="{LEFT + PLOT_WIDE}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>'
            f'<text x="{LEFT - 5}" y="{at + 4:.1f}" text-anchor="end" fill="#555">{_number(tick)}</text>'
        )
        tick *= 10
    for size in sorted(set(sizes)):
        parts.append(
            f'<line x1="{x(size):.1f}" x2="{x(size):.1f}" y1="{TOP}" y2="{TOP + PLOT_HIGH}" stroke="#eee"/>'
            f'<text x="{x(size):.1f}" y="{TOP + PLOT_HIGH + 15}" text-anchor="middle" fill="#555">{_number(size)}</text>'
        )
    parts += [_line(name, [(x(size), y(value)) for size, value in line]) for name, line in lines.items()]
    return "".join(parts)


def _line(name: str, points: Sequence[tuple[float, float]]) -> str:
    colour, dashes, mark = STYLES[name]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"/>'
        + "".join(_mark(mark, x, y, colour) for x, y in points)
    )


def _mark(kind: str, x: float, y: float, colour: str) -> str:
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{colour}"/>'
    turned = f' transform="rotate(45 {x:.1f} {y:.1f})"' if kind == "diamond" else ""
    return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6" fill="{colour}"{turned}/>'


def _key(top: int) -> str:
    """What the lines are: those of search above those of import."""
    parts = []
    for row, names in enumerate((list(STYLES)[:5], list(STYLES)[5:])):
        left = LEFT
        for name in names:
            told = SHORT.get(name, name)
            at = top + row * 22
            parts.append(
                _line(name, [(left, at), (left + 28, at)])
                + f'<text x="{left + 36}" y="{at + 4}">{escape(told)}</text>'
            )
            left += 60 + round(6.1 * len(told))
    return "".join(parts)


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """A logarithmic scale from values to places."""
    span = math.log(high / low) or 1.0
    return lambda value: start + (end - start) * math.log(value / low) / span


def _decade(value: float, towards: Callable[[float], int]) -> float:
    found: float = 10.0 ** towards(math.log10(max(value, 0.001)))
    return found


def _number(value: float) -> str:
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


if __name__ == "__main__":
    main()
