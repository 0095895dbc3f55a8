"""`onrecord --help`, at once: what Typer and rich print, line by line, without loading them.

The measures are those of rich's tables, which a test holds beside each other for every width. A terminal that is
asked for something unusual (no colours, forced colours, no UTF-8, very narrow) gets it from the command itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from onrecord.cli.quick import LeftToTheCommand
from onrecord.cli.quick.table import ABOUT, GROUPS, METAVARS, OPTIONS, PANELS
from onrecord.cli.terminal import Run, painted, wrapped

NARROWEST = 64
_UNUSUAL = (
    "NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "TERMINAL_WIDTH", "TTY_COMPATIBLE", "TTY_INTERACTIVE",
    "_TYPER_FORCE_DISABLE_TERMINAL", "LINES", "JUPYTER_COLUMNS",
)  # fmt: skip


def answer(environ: Mapping[str, str]) -> Callable[[], None]:
    """What prints the answer."""
    styled = sys.stdout.isatty()
    if any(name in environ for name in _UNUSUAL) or (styled and environ.get("TERM") in ("dumb", "unknown")):
        raise LeftToTheCommand
    wide = _width(environ)
    if wide < NARROWEST or (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        raise LeftToTheCommand
    lines = [line for part in (_head(wide), _options(wide), *_commands(wide)) for line in part]

    def tell() -> None:
        for line in ([(" " * wide, "")], *lines, []):
            print(painted(line) if styled else "".join([text for text, _ in line]))

    return tell


def _width(environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdigit():
        return int(columns) or 80
    for stream in (0, 1, 2):
        try:
            return os.get_terminal_size(stream).columns or 80
        except (OSError, ValueError):
            continue
    return 80


def _head(wide: int) -> list[list[Run]]:
    blank: list[Run] = [(" " * wide, "")]
    usage: list[Run] = [("Usage: ", "bold yellow"), ("onrecord [OPTIONS] COMMAND [ARGS]...", "bold")]
    lines = [_filled(usage, wide), blank]
    for number, paragraph in enumerate(ABOUT):
        style = "dim" if number else ""
        before, option, after = paragraph.partition("--help")
        runs: list[Run] = [(before, style), (option, f"bold {style} cyan"), (after, style)]
        lines += [_filled(line, wide) for line in wrapped([run for run in runs if run[0]], wide - 2)]
        lines.append(blank)
    return lines


def _filled(runs: Sequence[Run], wide: int) -> list[Run]:
    """A line with a space at both ends, filled up."""
    return [(" ", ""), *runs, (" " * (wide - 1 - _size(runs)), "")]


def _options(wide: int) -> list[list[Run]]:
    options = [(name, told or "") for name, told in OPTIONS[""]]
    name_column = max(len(name) for name, _ in options)
    metavar_column = max(map(len, METAVARS.values()))
    # A space at both sides of every column; between are those for short names and for negations, which are empty.
    metavar_at = name_column + 8
    help_at = metavar_at + metavar_column + 2
    inner = wide - 4
    rows = []
    for name, told in options:
        first: list[Run] = [(name, "bold cyan"), (" " * (metavar_at - len(name)), "")]
        metavar = METAVARS.get(name, "")
        first += [(metavar, "bold yellow"), (" " * (help_at - metavar_at - len(metavar)), "")]
        for number, line in enumerate(wrapped([(told, "")], inner - help_at)):
            rows.append([*(first if not number else [(" " * help_at, "")]), *line])
    return _panel("Options", rows, wide)


def _commands(wide: int) -> list[list[list[Run]]]:
    names = GROUPS[""]
    column = max(map(len, names))
    panels = []
    for title, listed in PANELS.items():
        rows: list[list[Run]] = []
        for name in listed:
            told = wrapped([(names[name] or "", "")], wide - 4 - column - 2)
            rows += [
                [(("" if number else name).ljust(column + 2), "" if number else "bold cyan"), *line]
                for number, line in enumerate(told)
            ]
        panels.append(_panel(title, rows, wide))
    return panels


def _panel(title: str, rows: Sequence[Sequence[Run]], wide: int) -> list[list[Run]]:
    top = f"╭─ {title} ".ljust(wide - 1, "─") + "╮"
    middle: list[list[Run]] = [
        [("│", "dim"), (" ", ""), *row, (" " * (wide - 3 - _size(row)), ""), ("│", "dim")] for row in rows
    ]
    return [[(top, "dim")], *middle, [("╰" + "─" * (wide - 2) + "╯", "dim")]]


def _size(runs: Sequence[Run]) -> int:
    return sum([len(text) for text, _ in runs])
