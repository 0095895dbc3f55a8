"""onrecord extract"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from onrecord.cli.engine_option import ENGINE, LANGUAGE, found_in
from onrecord.cli.handed_in import MODEL, endpoint, from_model
from onrecord.cli.options import AS_JSON
from onrecord.cli.output import console, in_words, is_terminal, print_json, print_rows, remark
from onrecord.cli.progress import advancing
from onrecord.cli.reading_input import document, is_address
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.cli.streams import standard_input
from onrecord.errors import NO_NAME, InputError, UsageError
from onrecord.extract import Proposal
from onrecord.extract.document import chosen_engine
from onrecord.model.polarities import LABELS
from onrecord.text import dates
from onrecord.text.clean import check_input, one_line
from onrecord.text.unread import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from rich.text import Text

EXAMPLES = """Examples:

onrecord extract article.html

onrecord extract https://example.org/article --json

onrecord extract interview.txt --author "Ingrid Dahl" --date 2023-08-08

onrecord extract --jsonl < texts.jsonl > quotes.jsonl     (lines {"id", "text"} in, {"id", "quotes"} out)

onrecord extract --jsonl texts.jsonl --jobs 4 | jq .quotes"""


COMMAND = Command(
    argument("file", help="The text; - is standard input, the default.", metavar="[FILE|URL|-]"),
    ENGINE,
    LANGUAGE,
    option("--author", help="Who “I” is. Default: the author named in the text.", metavar="NAME"),
    option(
        "--date",
        help="The publication date, to resolve “on Tuesday”. Default: the date given in the text.",
        metavar="EDTF",
    ),
    flag("--jsonl", help='Read a text a line, {"id", "text"}; write a line {"id", "quotes"} each.'),
    option(
        "--jobs",
        help="With --jsonl: the number of parallel processes.",
        kind="whole",
        default=1,
        least=1,
        most=256,
    ),
    flag("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    file: str | None,
    engine: str | None,
    lang: str | None,
    author: str | None,
    date: str | None,
    jsonl: bool,
    jobs: int,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Propose who says what in a text, without a database. Nothing is recorded.

    Each proposal has a speaker, form, cue, polarity, chain, wording, a confidence from 0 to 1, and the reason for it. Offsets are
    code points of the text as it was read, end exclusive. In a pipe every passage is one line: start, end, group, speaker, via,
    form, cue, when said, confidence, reason, wording, polarity (asserted, denied, not said, asked).
    """
    if file is None:
        if sys.stdin.isatty():
            raise UsageError("Say what to read: a FILE, a URL, or - for standard input.")
        file = "-"
    if engine == MODEL and jsonl:
        raise UsageError("--engine llm reads one text: leave out --jsonl.")
    model = endpoint() if engine == MODEL else None
    engine = chosen_engine(None if engine == MODEL else engine)
    if not jsonl and jobs > 1:
        raise UsageError("--jobs is for many texts: use it with --jsonl.")
    if jsonl and as_json:
        raise UsageError("--jsonl prints JSON already: leave out --json.")
    author = check_input(author, "the author") or None if author is not None else None
    issued = _publication_date(date)
    if jsonl:
        _each_line(file, (engine, author, issued, lang), jobs)
        return
    read = document(file, allow_private=allow_private, stored=False)
    proposals, _ = found_in(read, engine, author=author, issued=issued, language=lang)
    outside = from_model(read, proposals, model, author, file) if model is not None else None
    if outside is not None:
        proposals = outside.together
    if as_json:
        print_json(
            {**proposal.as_json(), "text": read.text[proposal.start : proposal.end]} for proposal in proposals
        )
    elif is_terminal():
        _tell(read.text, proposals)
    else:
        _list(read.text, proposals)
    if outside is not None and outside.rejected:
        outside.tell()
        raise SystemExit(1)


def _publication_date(typed: str | None) -> str | None:
    if typed is None:
        return None
    date = dates.typed(typed)
    if date.interval or date.approximate or date.uncertain or len(date.text) not in (4, 7, 10):
        raise InputError(f"{typed!r} is no date of publication: write a day, a month or a year.")
    return date.text


# --- one text --------------------------------------------------------------------------------------------------


def _chain(proposal: Proposal) -> str:
    speaker = proposal.speaker
    who = speaker.canonical if speaker else "unknown speaker"
    if speaker and speaker.unresolved:
        who = f"“{speaker.text}”, nobody knows who"
    return ", via ".join([who, *(hop.speaker.canonical for hop in proposal.via)])


def _list(text: str, proposals: Sequence[Proposal]) -> None:
    print_rows(
        (),
        [
            (
                str(proposal.start),
                str(proposal.end),
                str(proposal.group),
                proposal.speaker.canonical if proposal.speaker else None,
                ", via ".join(hop.speaker.canonical for hop in proposal.via),
                proposal.form,
                proposal.cue,
                proposal.said,
                f"{proposal.confidence:.2f}",
                proposal.reason,
                text[proposal.start : proposal.end],
                in_words(proposal.polarity),
            )
            for proposal in proposals
        ],
    )


def _tell(text: str, proposals: Sequence[Proposal]) -> None:
    if not proposals:
        remark("No attributed statements found.")
        return
    # Where the table of this command is only read, as by the manual, rich need not be there.
    from rich.table import Table
    from rich.text import Text

    statements: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        statements.setdefault(proposal.group, []).append(proposal)
    out = console()
    for number, pieces in enumerate(statements.values(), 1):
        wording = " … ".join(one_line(text[piece.start : piece.end]) for piece in pieces)
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True, justify="right", width=len(str(len(statements))))
        grid.add_column()
        said = Text(wording)
        denied = next((LABELS[piece.polarity] for piece in pieces if piece.polarity in LABELS), None)
        if denied is not None:
            said = Text.assemble((f"{denied}: ", "bold red"), wording)
        grid.add_row(Text(str(number), style="bold yellow"), said)
        grid.add_row("", _below(pieces[0]))
        grid.add_row("", Text(one_line(pieces[0].reason), style="dim"))
        out.print(grid)
    remark(f"{len(statements)} {'statement' if len(statements) == 1 else 'statements'} proposed.")


def _below(proposal: Proposal) -> Text:
    """Who, how and when: "— Ingrid Dahl, via KCNA (as “she”) · direct · “said” · 2023-07-26 · 0.93"."""
    from rich.text import Text

    line = Text("— ")
    line.append(one_line(_chain(proposal)), style="bold" if proposal.speaker else "bold red")
    if proposal.speaker and proposal.speaker.text != proposal.speaker.canonical:
        line.append(f" (as “{one_line(proposal.speaker.text)}”)")
    if proposal.unnamed:
        line.append(" (unnamed)")
    cue = f"“{one_line(proposal.cue)}”" if proposal.cue else None
    for part in (proposal.form, cue, proposal.said):
        if part:
            line.append(f" · {part}")
    sure = "green" if proposal.confidence >= 0.9 else "yellow" if proposal.confidence >= 0.5 else "red"
    line.append(" · ").append(f"{proposal.confidence:.2f}", style=sure)
    return line


# --- many texts ------------------------------------------------------------------------------------------------


def _each_line(file: str, settings: tuple[str, str | None, str | None, str | None], jobs: int) -> None:
    from onrecord.extract.stream import Settings, answers

    stream, name, size = _opened(file)
    with closing(answers(stream, Settings(*settings), name=name, jobs=jobs)) as made:
        for answer in advancing(made, lambda one: one.consumed, total=size, what="Reading texts"):
            print(answer.line, flush=True)


def _opened(file: str) -> tuple[BinaryIO, str, int | None]:
    """The stream, what to call it, and its length in bytes where that can be told."""
    if is_address(file):
        raise UsageError("--jsonl reads a FILE or standard input, not an address.")
    if file == "-":
        return standard_input(), "standard input", None
    name = one_line(file)
    if not name:
        raise InputError(NO_NAME)
    path = Path(file)
    try:
        return path.open("rb"), name, path.stat().st_size or None
    except (OSError, ValueError) as error:
        raise unread(file, error) from None
