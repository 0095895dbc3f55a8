"""What the command line prints: tables and colour on a terminal, plain lines in a pipe, JSON where asked.

Text from the database was written by strangers. On a terminal every control and bidi character of it is shown as
what it is, and no markup of it is interpreted.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import Quote
from onrecord.text import clean
from onrecord.text.locators import format_locator

# C1 controls and bidi controls are legal in JSON strings, but a terminal would obey them.
_INVISIBLE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

CHECK_STYLES = {
    "exact": "green",
    "typographic": "green",
    "elided": "cyan",
    "altered": "bold red",
    "ambiguous": "bold yellow",
    "absent": "bold red",
    "not_checkable": "dim",
}


def is_terminal() -> bool:
    """Whether a person is looking."""
    return sys.stdout.isatty()


def console() -> Console:
    """Where people are written to; rich honours NO_COLOR and the width of the terminal."""
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)


def for_stream(text: str, stream: TextIO) -> str:
    """Text of strangers, made safe where the stream is a terminal; line ends are kept."""
    return clean.visible(text, multiline=True) if stream.isatty() else text


def print_json(records: Iterable[dict[str, object]] | dict[str, object]) -> None:
    """An array of objects, or the one object."""
    value = records if isinstance(records, dict) else list(records)
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def say(text: str, style: str | None = None) -> None:
    """A sentence about what was done, on standard output."""
    if is_terminal():
        console().print(Text(clean.visible(text, multiline=True), style=style or ""))
    else:
        print(text)


def remark(text: str) -> None:
    """A sentence beside the result, on standard error."""
    print(for_stream(text, sys.stderr), file=sys.stderr)


def print_rows(
    headings: Sequence[str], rows: Iterable[Sequence[str | Text | None]], *, shorten_last: bool = False
) -> None:
    """A table on a terminal; in a pipe a line a row, its fields separated by tabs, without headings.

    `shorten_last`: on a terminal the last column is cut where the line ends, not folded.
    """
    if not is_terminal():
        for row in rows:
            print("\t".join(_field(cell) for cell in row))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=shorten_last)
    for number, heading in enumerate(headings):
        if shorten_last:
            rest = 1 if number == len(headings) - 1 else None
            table.add_column(
                heading, overflow="ellipsis", no_wrap=True, ratio=rest, max_width=None if rest else 24
            )
        else:
            table.add_column(heading, overflow="fold", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    if table.row_count:
        console().print(table)


def _field(cell: str | Text | None) -> str:
    return " ".join(str(cell if cell is not None else "").split())


def _cell(cell: str | Text | None) -> Text:
    return cell if isinstance(cell, Text) else Text(clean.visible(cell or ""))


def chain(quote: Quote) -> str:
    """Who said it, through whom: "Kim Jong-un, via KCNA"."""
    return ", via ".join([quote.speaker.name, *(relay.speaker.name for relay in quote.via)])


def place(quote: Quote) -> str:
    """Where it stands: "asmolov-2023, para. 12"."""
    if quote.locator_label and quote.locator:
        return f"{quote.source.citekey}, {format_locator(quote.locator_label, quote.locator)}"
    return quote.source.citekey


def when(quote: Quote) -> str | None:
    """When it was said; where that is not recorded, when it was published, and saying so."""
    if quote.said:
        return quote.said
    return f"published {quote.source.issued}" if quote.source.issued else None


def doubt(quote: Quote) -> str | None:
    """What must not be overlooked: "disputed: …", "deprecated: …"; None where nothing is in doubt."""
    parts = []
    if quote.status != "sourced":
        parts.append(f"{quote.status}: {quote.status_reason}")
    if quote.rank == "deprecated":
        parts.append(f"deprecated: {quote.rank_reason}")
    return "; ".join(parts) or None


def check_mark(result: str | None) -> Text:
    """The outcome of the last verification, in its colour."""
    return Text(result or "unchecked", style=CHECK_STYLES.get(result or "", "dim"))


def print_quotes(quotes: Sequence[Quote]) -> None:
    """Quotations, each as a block on a terminal, as a line in a pipe: key, speaker, date, source, check, wording."""
    if not is_terminal():
        for quote in quotes:
            print("\t".join(map(_field, line_of(quote))))
        return
    out = console()
    for quote in quotes:
        out.print(block(quote, Text(clean.visible(quote.text))))


def line_of(quote: Quote) -> tuple[str | None, ...]:
    """The fields of a quotation in a pipe."""
    return (
        quote.key,
        chain(quote),
        when(quote),
        place(quote),
        quote.check_result,
        doubt(quote),
        quote.text,
    )


def block(quote: Quote, wording: Text) -> Table:
    """A quotation for people: its key, the wording, and who, when and where below it."""
    below = Text("— ")
    below.append(clean.visible(chain(quote)), style="bold")
    detail = [part for part in (quote.form, when(quote), place(quote)) if part]
    below.append(clean.visible(f" · {' · '.join(detail)} · "))
    below.append(check_mark(quote.check_result))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(quote.key, style="bold yellow"), wording)
    grid.add_row("", below)
    if problem := doubt(quote):
        grid.add_row("", Text(clean.visible(problem), style="bold red"))
    return grid
