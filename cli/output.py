"""What the command line prints with rich: tables and colour; and, for every command, what `plain` prints.

Text from the database was written by strangers. On a terminal every control and bidi character of it is shown as
what it is, and no markup of it is interpreted.
"""

from __future__ import annotations

import sys

from onrecord.cli.plain import (
    chain,
    check_run,
    doubt,
    for_stream,
    in_words,
    is_terminal,
    one_field,
    place,
    print_json,
    print_quotes,
    remark,
    say,
    when,
)
from onrecord.cli.terminal import width
from onrecord.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from rich.text import Text

    from onrecord.cli.terminal import Run
    from onrecord.statements.verify import Check

__all__ = [
    "chain",
    "check_run",
    "console",
    "doubt",
    "for_stream",
    "in_words",
    "is_terminal",
    "place",
    "print_json",
    "print_quotes",
    "print_rows",
    "remark",
    "say",
    "when",
]


def console() -> Console:
    """Where people are written to; rich honours NO_COLOR and the width of the terminal."""
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)


def print_rows(
    headings: Sequence[str], rows: Iterable[Sequence[str | Run | None]], *, shorten_last: bool = False
) -> None:
    """A table on a terminal; in a pipe a line a row, its fields separated by tabs, without headings.

    A cell may be in a style, as a `Run`. `shorten_last`: on a terminal the last column is cut where the line ends, not folded.
    """
    if not is_terminal():
        for row in rows:
            print("\t".join(one_field(cell[0] if isinstance(cell, tuple) else cell) for cell in row))
        return
    from rich.table import Table

    rows = list(rows)
    least = _least(headings, rows)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=shorten_last)
    for number, heading in enumerate(headings):
        if shorten_last:
            rest = 1 if number == len(headings) - 1 else None
            table.add_column(
                heading, overflow="ellipsis", no_wrap=True, ratio=rest, max_width=None if rest else 24
            )
        else:
            table.add_column(heading, overflow="fold", no_wrap=number == 0, min_width=least[number])
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    if table.row_count:
        console().print(table)


def _least(headings: Sequence[str], rows: Sequence[Sequence[str | Run | None]]) -> list[int | None]:
    """How wide each column must be so that no word of its heading is broken; None where they have no room for that."""
    least = [max(map(len, heading.split()), default=0) for heading in headings]
    firsts = [row[0][0] if isinstance(row[0], tuple) else row[0] or "" for row in rows]
    first = max(map(len, firsts), default=0)
    needed = max(first, *least[:1]) + sum(least[1:]) + 2 * (len(least) - 1)
    return [*least] if needed <= width() else [None] * len(least)


def _cell(cell: str | Run | None) -> Text:
    from rich.text import Text

    text, style = cell if isinstance(cell, tuple) else (cell or "", "")
    return Text(clean.visible(text), style=style)


def counted(checks: Sequence[Check]) -> str:
    """ "3 checked: 2 exact, 1 drifted."; empty where there was nothing to check."""
    counts: dict[str, int] = {}
    for check in checks:
        counts[str(check.outcome)] = counts.get(str(check.outcome), 0) + 1
    told = ", ".join(f"{count} {in_words(outcome)}" for outcome, count in counts.items())
    return f"{len(checks)} checked: {told}." if told else ""
