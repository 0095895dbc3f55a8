"""onrecord redact"""

from __future__ import annotations

import sys

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, command_line, database_file, recording
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import SOURCES, STATEMENTS, Command, argument, flag, option
from onrecord.errors import UsageError
from onrecord.text.amounts import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.redact import Redaction

COMMAND = Command(
    argument(
        "name",
        help="A statement (KEY) or a source (citekey), in full.",
        metavar="[NOUN] NAME",
        many=True,
        required=True,
        complete=(*STATEMENTS, *SOURCES),
    ),
    option("--reason", help="Why; kept with what is left.", metavar="TEXT", required=True),
    flag("--with-quotes", help="For a source, also redact the wordings of its quotations."),
    flag("--yes", "-y", help="Do not ask."),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord redact k7xq2m4h5a --reason 'court order of 3 March'  ·  onrecord redact smith-2023 --with-quotes --reason 'withdrawn by the author' --dry-run",
)


def run(
    *,
    name: list[str],
    reason: str,
    with_quotes: bool,
    yes: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Remove a text for good, for legal reasons: nothing brings it back, not even undo.

    For a statement, its wording is removed from every stored copy; for a source, all its stored texts, and with --with-quotes the
    wordings quoted from it. The text is removed from stored copies and their original files, the history, the full text and the
    index, and the database file is rewritten so that the bytes are gone. The key or citekey, the place, the SHA-256 of the text and
    the reason remain.

    Backups, exports and published pages made before still contain it; those that are known are listed.
    """
    from onrecord.db import erase, kept
    from onrecord.db.files import parts

    path = database_file(database)
    asks = not (yes or dry_run)
    done = _redacted(name, reason, with_quotes=with_quotes, rehearse=dry_run or asks, database=database)
    if asks and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "Nothing brings it back. See what would go with --dry-run, and take it out with --yes."
        )
    if asks:
        _tell(done, would=True)
        print("Take it out for good? [y/N] ", end="", flush=True)
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise UsageError("Nothing was taken out.")
        done = _redacted(name, reason, with_quotes=with_quotes, rehearse=False, database=database)
    if not dry_run:
        erase.erase(path)
    copies = [one.path for one in kept.listed(path)] + kept.beside(parts(path)[0])
    if as_json:
        told = [dict(zip(("source", "sha256", "characters"), copy, strict=True)) for copy in done.copies]
        print_json(
            {"statements": list(done.statements), "copies": told, "backups": copies, "dry_run": dry_run}
        )
        return
    _tell(done, would=dry_run)
    if copies:
        remark(f"These backups may still have it: {', '.join(copies)}")
    remark("Exports and published pages that were made before may still have it too.", done=True)


def _redacted(
    name: list[str], reason: str, *, with_quotes: bool, rehearse: bool, database: str | None
) -> Redaction:
    from onrecord.cli.named import one
    from onrecord.names import find_target
    from onrecord.redact import redact

    wanted, kind = one(name)
    with recording(database, rehearse=rehearse, command=command_line(), backs_up=False) as store:
        return redact(
            store, find_target(store, wanted, exact=True, kind=kind), reason, with_quotes=with_quotes
        )


def _tell(done: Redaction, *, would: bool) -> None:
    verb = "Would take out" if would else "Took out"
    for key in done.statements:
        say(f"{verb} the wording of {key}")
    for citekey, digest, number in done.copies:
        say(
            f"{verb} {many(number, 'character')} of a stored copy of {citekey} (SHA-256 of what it was: {digest})"
        )
