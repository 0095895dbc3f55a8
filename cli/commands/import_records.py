"""onrecord import"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, database_path, recording, refuse_database
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.source_options import CITEKEY_FORMAT
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import OnrecordError, UsageError
from onrecord.exchange.formats import readable
from onrecord.model.records import Json
from onrecord.text.clean import one_line

if TYPE_CHECKING:
    from onrecord.exchange.outcomes import Outcome


# More rows than a screen has say less than their number.
MOST_NAMED = 20

EXAMPLES = """Examples:

onrecord import library.bib --dry-run

onrecord import library.json --citekey-format "auth.lower + '-' + year"

onrecord import records.jsonl annotations.json

onrecord import - --format ris < refs.ris

onrecord import quotes-2019.json.bz2 --format quotebank --rejects refused.jsonl

onrecord import highlights.csv --format readwise --by "Doe, Jane\""""


class _Refused(OnrecordError):
    """Something was not taken, and was named already."""


COMMAND = Command(
    argument(
        "given",
        help="What to import, a file or a folder of notes; - reads standard input.",
        metavar="FILE...",
        many=True,
        required=True,
    ),
    option(
        "--format",
        help=f"{', '.join(one.name for one in readable())}. Default: what the name and the content say.",
        name="format_",
        metavar="NAME",
        complete=tuple([one.name for one in readable()]),
    ),
    option(
        "--by",
        help="Who said it, for quotations of which neither the file nor their source says so.",
        metavar="NAME",
    ),
    CITEKEY_FORMAT,
    flag("--strict", help="Take nothing at all if anything is refused."),
    flag("--verbose", "-v", help="Name everything that was added, however much it is."),
    option(
        "--rejects",
        help="Where the refused lines go, with their numbers and the reasons (quotebank, statements).",
        metavar="FILE",
    ),
    flag("--force", help="Replace the file of --rejects if there is one."),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    given: list[str],
    format_: str | None,
    by: str | None,
    citekey_format: str | None,
    strict: bool,
    verbose: bool,
    rejects: str | None,
    force: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Take records in: what is known already is left as it is, and what is refused is named with the reason.

    Names that are known are those speakers; nobody is guessed. Importing the same file again adds nothing.
    """
    from onrecord.cli.load_report import load_files
    from onrecord.cli.progress import waiting
    from onrecord.cli.streams import once
    from onrecord.db import files as database_files
    from onrecord.exchange.transfer import bulk_format, import_file

    once(*given)
    path = database_path(database)
    database_files.check(path)
    refuse_database(database, *given)
    found = [(one, bulk_format(one, format_)) for one in given]
    bulk = [(one, format) for one, format in found if format is not None]
    if bulk:
        if len(bulk) < len(given) or by is not None or _typed(citekey_format, database):
            raise UsageError(
                f"{one_line(bulk[0][0])} is loaded line by line: give it without files of other formats, and without --by and --citekey-format."
            )
        load_files(path, bulk, rejects=rejects, force=force, strict=strict, dry_run=dry_run, as_json=as_json)
        return
    if rejects is not None:
        raise UsageError("--rejects goes with files that are loaded line by line: quotebank, statements.")
    report = _Report(whole=as_json or verbose)
    refused = 0
    try:
        with _held(given) as held, recording(database, rehearse=dry_run) as store:
            for one in given:
                with waiting(f"Importing {one_line(one)} …"):
                    done = import_file(store, one, held, format=format_, by=by, citekey_format=citekey_format)
                    for outcome in done:
                        report.take(one, outcome)
            refused = report.counts["refused"]
            if strict and refused:
                raise _Refused("")
    except _Refused:
        _tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
        raise OnrecordError(
            f"{refused} refused, so nothing was taken. Leave out --strict to take the rest."
        ) from None
    _tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
    if refused:
        raise SystemExit(1)


@contextmanager
def _held(given: Sequence[str]) -> Iterator[BinaryIO]:
    """All of standard input, where it is asked for, before others have to wait for what is written."""
    from onrecord.cli.streams import standard_input
    from onrecord.exchange.files import seekable

    if "-" not in given:
        yield BytesIO()
        return
    with seekable(standard_input(), "standard input") as stream:
        yield stream


class _Report:
    """What became of the entries: their numbers, and those that are named one by one (`whole`: all of them)."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self.counts: Counter[str] = Counter()
        self.added: Counter[tuple[str, str]] = Counter()
        self.kept_keys = 0
        self.named: list[tuple[str, Outcome]] = []

    def take(self, file: str, outcome: Outcome) -> None:
        self.counts[outcome.did] += 1
        is_kept_key = False
        if outcome.did == "added":
            self.added[(file, outcome.what)] += 1
        if outcome.did in ("added", "known") and outcome.asked and outcome.reason and not outcome.is_lost_key:
            self.kept_keys += 1
            is_kept_key = self.kept_keys <= MOST_NAMED
        first = outcome.did == "added" and self.counts["added"] <= MOST_NAMED
        # A feed of a hundred thousand reviews is counted and not kept.
        if self._whole or first or is_kept_key or outcome.is_lost_key or outcome.did in ("refused", "noted"):
            self.named.append((file, outcome))


def _tell(report: _Report, *, as_json: bool, dry_run: bool, verbose: bool) -> None:
    from onrecord.cli.hints import told, worded

    if as_json:
        records: list[Json] = [
            {"file": file, **outcome.as_json(), "hint": worded(outcome.hint), "dry_run": dry_run}
            for file, outcome in report.named
        ]
        print_json(records)
        return
    counts = report.counts
    would = "Would be: " if dry_run else ""
    named_each = verbose or counts["added"] <= MOST_NAMED
    kept_keys = 0
    for file, outcome in report.named:
        place = ", ".join(filter(None, (one_line(file), one_line(outcome.where))))
        named = f" {one_line(outcome.name)}" if outcome.name else ""
        why = f": {told(outcome.reason, outcome.hint)}" if outcome.reason else ""
        line = f"{place}: {outcome.did} {outcome.what}{named}{why}"
        if outcome.did == "refused":
            remark(line)
        elif outcome.did == "noted":
            remark(f"{place}: {outcome.reason}")
        elif (outcome.did == "added" and named_each) or outcome.is_lost_key:
            say(line)
        elif outcome.asked and outcome.reason:
            kept_keys += 1
            if verbose or kept_keys <= MOST_NAMED:
                say(line)
    kept_keys = report.kept_keys
    if not named_each:
        for (file, what), number in report.added.items():
            say(f"{one_line(file)}: added {number:,} of: {what}")
    if kept_keys > MOST_NAMED and not verbose:
        say(f"{kept_keys - MOST_NAMED:,} more keys of the files are kept as other names of sources.")
    if not verbose and (not named_each or kept_keys > MOST_NAMED):
        say("--verbose names each of them.")
    say(f"{would}{counts['added']} added, {counts['known']} known already, {counts['refused']} refused.")


def _typed(citekey_format: str | None, database: str | None) -> bool:
    """Whether a formula stands on the command line: what is settled is for those files that can use it."""
    from onrecord.cli.options import settled

    return citekey_format is not None and citekey_format != settled("citekey-format", database)
