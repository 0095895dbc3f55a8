"""onrecord whosaid"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking
from onrecord.cli.plain import is_terminal, one_field, print_json, remark
from onrecord.cli.spec import Command, argument, option
from onrecord.cli.terminal import Run, painted, width, wrapped
from onrecord.errors import UsageError
from onrecord.text.clean import visible
from onrecord.views.compare import first_known
from onrecord.views.whosaid import MOST, Given, Meant, who_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.records import Quote

COMMAND = Command(
    argument(
        "words",
        help="What you remember; missing, changed, misplaced and misspelled words do no harm.",
        metavar="WORDS...",
        many=True,
        required=True,
    ),
    option("--limit", "-n", help="Show at most this many quotations.", kind="whole", default=MOST, least=1),
    DATABASE,
    AS_JSON,
    examples="""Examples:

onrecord whosaid "nobody with a ticket is left at the pier"

onrecord whosaid we will fight on the shores --json""",
)


def run(*, words: list[str], limit: int, database: str | None, as_json: bool) -> None:
    """Find a half-remembered quotation: every wording on record, and everybody it is attributed to.

    The words may come from any wording, translations included. In a pipe every person with a wording is one line: how much of what
    you remember is in it, sure or unsure, key, speaker, status, earliest source, date, wording.
    """
    typed = " ".join(words)
    if not typed.strip():
        raise UsageError("Say what you remember: there is no word to look for.")
    with asking(database) as reader:
        meanings = who_said(reader, typed, limit)
    if as_json:
        print_json(one.as_json() for one in meanings)
        return
    if not meanings:
        remark("Nothing on record is like it.")
    elif not meanings[0].confident:
        remark("Nothing on record is surely meant. What comes nearest:")
    for meaning in meanings:
        if is_terminal():
            _print_block(meaning)
        else:
            for line in _lines(meaning):
                print("\t".join(map(one_field, line)))


def _percent(meaning: Meant) -> str:
    return f"{min(round(100 * meaning.share), 100)} %"


def _lines(meaning: Meant) -> Iterator[tuple[str | None, ...]]:
    for person in meaning.people:
        worded: dict[str, list[Quote]] = {}
        for quote in person.quotes:
            worded.setdefault(quote.shown, []).append(quote)
        for text, quotes in worded.items():
            first = (first_known(quotes) or quotes)[0]
            yield (
                _percent(meaning), "sure" if meaning.confident else "unsure", first.key, person.speaker.name, _status(person),
                first.source.citekey, first.source.issued, text,
            )  # fmt: skip


def _status(person: Given) -> str:
    """ "sourced; misattributed: he was not there"."""
    return "; ".join([f"{status}: {reason}" if reason else status for status, reason in person.statuses])


def _print_block(meaning: Meant) -> None:
    indent = " " * (len(_percent(meaning)) + 2)
    columns = width() - len(indent)
    lines: list[list[Run]] = wrapped([(visible(meaning.wordings[0].text), "")], columns)
    for person in meaning.people:
        keys = ", ".join(dict.fromkeys(quote.key for quote in person.quotes))
        issued = person.first.source.issued
        source = person.first.source.citekey + (f" ({issued})" if issued else "")
        doubtful = any(status != "sourced" for status, _ in person.statuses)
        runs: list[Run] = [
            ("— ", ""),
            (visible(person.speaker.name), "bold"),
            (" · ", ""),
            (visible(_status(person)), "bold red" if doubtful else ""),
            (visible(f" · earliest: {source} · "), ""),
            (keys, "bold yellow"),
        ]
        lines += wrapped(runs, columns)
    for worded in meaning.wordings[1:]:
        told: list[Run] = [
            ("also: ", "dim"),
            (visible(worded.text), ""),
            (visible(f" ({', '.join(worded.refs)})"), "dim"),
        ]
        lines += wrapped(told, columns)
    for number, line in enumerate(lines):
        head: Run = (
            (indent, "") if number else (f"{_percent(meaning)}  ", "bold" if meaning.confident else "dim")
        )
        print(painted([head, *line]))
