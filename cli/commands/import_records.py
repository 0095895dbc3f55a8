"""onrecord import"""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, database_path, recording, refuse_database
from onrecord.cli.source_options import CITEKEY_FORMAT
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import OnrecordError, UsageError
from onrecord.exchange.formats import is_zotero, readable
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO


EXAMPLES = """Examples:

onrecord import library.bib --dry-run

onrecord import library.json --citekey-format "auth.lower + '-' + year"

onrecord import records.jsonl annotations.json

onrecord import - --format ris < refs.ris

onrecord import quotes-2019.json.bz2 --format quotebank --rejects refused.jsonl

onrecord import Zitate.csv --map text=Zitat,speaker=Name,source=Quelle

onrecord import "zotero:Press cuttings" --with-files

onrecord import highlights.csv --format readwise --by "Doe, Jane\""""


COMMAND = Command(
    argument(
        "files",
        help="What to import: a file, a folder of notes, a running Zotero (zotero:, zotero:COLLECTION, zotero:#tag, zotero:group/NAME); - reads standard input.",
        metavar="FILE...",
        many=True,
        required=True,
    ),
    option(
        "--format",
        help=f"{', '.join(one.name for one in readable())}. Default: what the name and the content say.",
        name="format_",
        complete=tuple([one.name for one in readable()]),
    ),
    option(
        "--by",
        help="The speaker of quotations for which neither the file nor the source names one.",
        metavar="SPEAKER",
    ),
    option(
        "--map",
        help="Which column is which field, in CSV and JSON lines of statements: text=Zitat,speaker=Name. Repeatable.",
        name="columns",
        metavar="FIELD=COLUMN",
        many=True,
    ),
    CITEKEY_FORMAT,
    flag("--strict", help="Import nothing if anything is refused."),
    flag("--verbose", "-v", help="List everything that was added, however long."),
    option(
        "--rejects",
        help="Write refused lines to this file, with line numbers and reasons (quotebank, statements).",
        metavar="FILE",
    ),
    flag("--force", help="Overwrite the --rejects file if it exists."),
    flag(
        "--with-files",
        help="Also store the attachments of a running Zotero, to verify wordings against them.",
    ),
    flag(
        "--all",
        help="Compare everything in a running Zotero again, not only what changed.",
        name="everything",
    ),
    option(
        "--zotero-port",
        help="The port of the running Zotero. Default: ONRECORD_ZOTERO_PORT, else 23119.",
        metavar="PORT",
        kind="whole",
        least=1,
        most=65_535,
    ),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    files: list[str],
    format_: str | None,
    by: str | None,
    columns: list[str] | None,
    citekey_format: str | None,
    strict: bool,
    verbose: bool,
    rejects: str | None,
    force: bool,
    with_files: bool,
    everything: bool,
    zotero_port: int | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Import records. What is known already is left as it is; what is refused is listed with the reason.

    Names on record mean those speakers; nobody is guessed. Importing the same file again adds nothing. From a running Zotero,
    only what changed since the last import is read; what was edited here stays as it is, and is listed.
    """
    from onrecord.cli.import_report import Refusal, Report, tell
    from onrecord.cli.interrupt import standing
    from onrecord.cli.load_report import load_files
    from onrecord.cli.progress import counting
    from onrecord.cli.streams import once
    from onrecord.db import files as database_files
    from onrecord.exchange.bulk.columns import asked
    from onrecord.exchange.transfer import bulk_format, import_file

    once(*files)
    if any(map(is_zotero, files)):
        if len(files) > 1 or format_ is not None or rejects is not None:
            raise UsageError(
                "zotero: is imported by itself, without files and without --format and --rejects."
            )
        from onrecord.cli.zotero_import import take_in

        take_in(
            files[0],
            port=_zotero_port() if zotero_port is None else zotero_port,
            with_files=with_files,
            everything=everything,
            by=by,
            citekey_format=citekey_format,
            strict=strict,
            verbose=verbose,
            dry_run=dry_run,
            database=database,
            as_json=as_json,
        )
        return
    if with_files or everything:
        raise UsageError("--with-files and --all go with zotero: alone.")
    path = database_path(database)
    database_files.check(path)
    refuse_database(database, *files)
    mapping = asked(columns) if columns else {}
    if (
        columns
        and format_ == "statements"
        and not any(one.lower().split(".")[-1] in ("jsonl", "ndjson") for one in files)
    ):
        format_ = "statements-csv"
    if columns and format_ is None:
        format_ = "statements" if files[0].lower().endswith(("jsonl", "ndjson")) else "statements-csv"
    found = [(one, bulk_format(one, format_)) for one in files]
    bulk = [(one, format) for one, format in found if format is not None]
    if bulk:
        if len(bulk) < len(files) or by is not None or _typed(citekey_format, database):
            raise UsageError(
                f"{one_line(bulk[0][0])} is loaded line by line: give it without files of other formats, and without --by and --citekey-format."
            )
        load_files(
            path,
            bulk,
            rejects=rejects,
            force=force,
            strict=strict,
            dry_run=dry_run,
            as_json=as_json,
            mapping=mapping,
        )
        return
    if mapping:
        raise UsageError("--map goes with tables and JSON lines of statements: statements, statements-csv.")
    if rejects is not None:
        raise UsageError("--rejects goes with files that are loaded line by line: quotebank, statements.")
    report = Report(whole=as_json or verbose)
    refused = 0
    try:
        with (
            standing(lambda: "nothing was recorded."),
            _held(files) as held,
            recording(database, rehearse=dry_run) as store,
        ):
            for file in files:
                done = import_file(store, file, held, format=format_, by=by, citekey_format=citekey_format)
                for outcome in counting(done, what=f"Importing {one_line(file)}"):
                    report.take(file, outcome)
            refused = report.counts["refused"]
            if strict and refused:
                raise Refusal("")
    except Refusal:
        tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
        raise OnrecordError(
            f"{refused} refused, so nothing was taken. Leave out --strict to take the rest."
        ) from None
    tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
    if refused:
        raise SystemExit(1)


@contextmanager
def _held(files: Sequence[str]) -> Iterator[BinaryIO]:
    """All of standard input, where it is asked for, before others have to wait for what is written."""
    from onrecord.cli.streams import standard_input
    from onrecord.exchange.files import seekable

    if "-" not in files:
        yield BytesIO()
        return
    with seekable(standard_input(), "standard input") as stream:
        yield stream


def _typed(citekey_format: str | None, database: str | None) -> bool:
    """Whether a formula stands on the command line: what is settled is for those files that can use it."""
    from onrecord.cli.options import settled

    return citekey_format is not None and citekey_format != settled("citekey-format", database)


def _zotero_port() -> int:
    import os

    typed = os.environ.get("ONRECORD_ZOTERO_PORT") or "23119"
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6 and 0 < int(typed) < 65_536):
        raise UsageError(
            f"ONRECORD_ZOTERO_PORT is {one_line(typed)}, where a number from 1 to 65535 is meant."
        )
    return int(typed)
