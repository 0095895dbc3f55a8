"""What the command line prints without rich: JSON, lines for pipes, and quotations for people.

Text from the database was written by strangers. On a terminal every control and bidi character of it is shown as
what it is.
"""

from __future__ import annotations

import sys

from onrecord.cli.terminal import Run, painted, width, wrapped
from onrecord.model.records import Quote
from onrecord.text import clean
from onrecord.text.locator_forms import format_locator
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, TextIO

# C1 controls and bidi controls are legal in JSON strings, but a terminal would obey them.
_OBEYED = lazy("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
CHECK_STYLES = {
    "exact": "green",
    "typographic": "green",
    "interrupted": "green",
    "bracketed": "cyan",
    "elided": "cyan",
    "drifted": "bold yellow",
    "stitched": "bold red",
    "inverted": "bold red",
    "altered": "bold red",
    "ambiguous": "bold yellow",
    "absent": "bold red",
    "not_checkable": "dim",
}


def is_terminal() -> bool:
    """Whether a person is looking."""
    return sys.stdout.isatty()


def for_stream(text: str, stream: TextIO) -> str:
    """Text of strangers, made safe where the stream is a terminal; line ends are kept."""
    return clean.visible(text, multiline=True) if stream.isatty() else text


def print_json(records: Iterable[Mapping[str, object]] | dict[str, Any]) -> None:
    """An array of objects, each printed as soon as it is there, or the one object."""
    if isinstance(records, dict):
        print(_json(records))
        return
    before = "[\n  "
    for record in records:
        # A line end in a text is escaped: each that is there ends a line of ours.
        print(before + _json(record).replace("\n", "\n  "), end="")
        before = ",\n  "
    print("[]" if before[0] == "[" else "\n]")


def _json(value: Mapping[str, object]) -> str:
    from onrecord.text.json_text import written

    text = written(value)
    if text.isascii() and "\x7f" not in text:
        return text  # most are, and an expression takes longer to load than this to answer
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


_hushed = False
_unremarked = False


def hush(quiet: bool) -> None:
    """Whether, from now on, nothing is said of what was done, but what fails (--quiet)."""
    global _hushed
    _hushed = quiet


def hush_remarks() -> None:
    """From now on, nothing is said beside an answer but what must be known of it (--quiet)."""
    global _unremarked
    _unremarked = True


def hushed() -> bool:
    """Whether --quiet was asked for."""
    return _hushed


def say(text: str, style: str = "", *, loud: bool = False) -> None:
    """A sentence about what was done, on standard output; `loud`: also where --quiet was asked for."""
    if _hushed and not loud:
        return
    print(painted([(clean.visible(text, multiline=True), style)]) if is_terminal() else text)


def remark(text: str, *, done: bool = False, loud: bool = False) -> None:
    """A sentence beside the result, on standard error; where it is but what was `done`, --quiet keeps it back.

    Where a command only answers, --quiet keeps every remark back that is not `loud`.
    """
    if (_hushed and done) or (_unremarked and not loud):
        return
    print(for_stream(text, sys.stderr), file=sys.stderr)


def one_field(cell: object) -> str:
    """A cell of a table as a field of a line."""
    return " ".join(str(cell if cell is not None else "").split())


def chain(quote: Quote) -> str:
    """Who said it, through whom: "Kim Jong-un, via KCNA"."""
    hops = [relay.speaker.name for relay in quote.passed_on]
    return ", via ".join([quote.speaker.name, *hops])


def name(quote: Quote) -> str:
    """What names it: the key; with its source, where that has another wording than the statement."""
    return quote.key if quote.statement_text is None else quote.ref


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
    if quote.accepted is not None:
        parts.append(f"{quote.check_result}, accepted: {quote.accepted}")
    elif quote.check_result == "drifted":
        copy = f"the copy of {quote.seen[:10]}" if quote.seen else "an earlier copy"
        parts.append(f"drifted: as in {copy}; since changed")
    return "; ".join(parts) or None


def in_words(value: str | None) -> str | None:
    """A word of the tables as people read it: "not checkable", "press conference"."""
    return value and value.replace("_", " ")


def check_run(result: str | None) -> Run:
    """The outcome of the last verification, in its colour."""
    return in_words(result) or "unchecked", CHECK_STYLES.get(result or "", "dim")


def print_quotes(quotes: Iterable[Quote]) -> None:
    """Quotations, each as a block on a terminal, as a line in a pipe: key, speaker, date, source, check, wording."""
    if _hushed:
        return
    if is_terminal():
        print_blocks((quote, [(clean.visible(quote.shown), "")], best_known(quote)) for quote in quotes)
        return
    for quote in quotes:
        print("\t".join(map(one_field, line_of(quote))))


def line_of(quote: Quote) -> tuple[str | None, ...]:
    """The fields of a quotation in a pipe."""
    return (
        name(quote),
        chain(quote),
        when(quote),
        place(quote),
        in_words(quote.check_result),
        doubt(quote),
        quote.shown,
    )


def best_known(quote: Quote) -> list[Run]:
    """The best-known wording, where the one of this source is another."""
    return [(clean.visible(quote.best_known), "")] if quote.best_known is not None else []


def print_blocks(blocks: Iterable[tuple[Quote, Sequence[Run], Sequence[Run]]]) -> None:
    """Quotations for people: the key, beside it the wording, and who, when and where below.

    Last in each block comes the best-known wording, where the source has another one.
    """
    columns = width()
    for quote, wording, known in blocks:
        named = name(quote)
        detail = [part for part in (quote.form, when(quote), place(quote)) if part]
        below: list[Run] = [
            ("— ", ""),
            (clean.visible(chain(quote)), "bold"),
            (clean.visible(f" · {' · '.join(detail)} · "), ""),
            check_run(quote.check_result),
        ]
        lines = [
            *wrapped(wording, columns - len(named) - 2),
            *wrapped(below, columns - len(named) - 2),
        ]
        if known:
            source = clean.visible(quote.source.citekey)
            lines += wrapped(
                [(f"worded so in {source}; best known as: ", "dim"), *known], columns - len(named) - 2
            )
        if problem := doubt(quote):
            lines += wrapped([(clean.visible(problem), "bold red")], columns - len(named) - 2)
        for number, line in enumerate(lines):
            key: Run = (" " * len(named), "") if number else (named, "bold yellow")
            print(painted([key, ("  ", ""), *line]))
