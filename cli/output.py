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
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    from onrecord.cli.terminal import Run
    from onrecord.statements.verify import Check

# The longest word, in characters, that a column of a table must hold unbroken.
LONG = 20

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
    Where the terminal is too narrow for a table without broken words, each row stands in lines of its own.
    """
    if not is_terminal():
        for row in rows:
            print("\t".join(one_field(cell[0] if isinstance(cell, tuple) else cell) for cell in row))
        return
    from rich.table import Table

    rows = list(rows)
    widths = _widths(headings, rows)
    if widths is None and not shorten_last:
        for row in rows:
            console().print(*_stacked(headings, row), sep="\n")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=shorten_last)
    for number, heading in enumerate(headings):
        if shorten_last:
            rest = 1 if number == len(headings) - 1 else None
            table.add_column(
                heading, overflow="ellipsis", no_wrap=True, ratio=rest, max_width=None if rest else 24
            )
        else:
            table.add_column(heading, overflow="fold", width=widths[number] if widths else None)
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    if table.row_count:
        console().print(table)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[str | Run | None]]) -> list[int] | None:
    """How wide each column is so that all fit and no word is broken; None where there is no room for that.

    Words longer than LONG may be broken, such as addresses, but for the first column: keys are copied from there.
    """
    from rich.cells import cell_len

    widths, least = (
        [cell_len(heading) for heading in headings],
        [_longest_word(heading) for heading in headings],
    )
    for row in rows:
        for number, cell in enumerate(row):
            text = clean.visible(_text(cell))
            widths[number] = max(widths[number], *map(cell_len, text.split("\n")))
            least[number] = max(least[number], min(_longest_word(text), LONG))
    least[:1] = widths[:1]
    room = width() - 2 * (len(headings) - 1)
    if sum(least) > room:
        return None
    while (over := sum(widths) - room) > 0:
        # The widest column that may still be narrower gives way, down to the next widest.
        first, *others = sorted(
            (one for one, min_ in zip(widths, least, strict=True) if one > min_), reverse=True
        )
        number = next(i for i, one in enumerate(widths) if one == first and one > least[i])
        below = next((other for other in others if other < first), first - 1)
        widths[number] = max(least[number], below, first - over)
    return widths


def _longest_word(text: str) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, text.split()), default=0)


def _text(cell: str | Run | None) -> str:
    return cell[0] if isinstance(cell, tuple) else cell or ""


def _stacked(headings: Sequence[str], row: Sequence[str | Run | None]) -> Iterator[Text | Padding]:
    """A row without columns: its first cell, and under it what the others are, each after its heading."""
    from rich.padding import Padding
    from rich.text import Text

    rest = Text()
    for heading, cell in zip(headings[1:], row[1:], strict=False):
        if _text(cell):
            rest.append(" · " if rest else "").append(f"{heading} ", style="dim").append_text(_cell(cell))
    yield _cell(row[0])
    if rest:
        yield Padding(rest, (0, 0, 0, 4))


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
