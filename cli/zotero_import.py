"""A running Zotero taken in: what is asked of it, how far that has come, and what became of it."""

from __future__ import annotations

import os

from onrecord.cli.import_report import Refusal, Report, tell
from onrecord.cli.options import asking, command_line, recording
from onrecord.cli.progress import progress, waiting
from onrecord.errors import OnrecordError, UsageError
from onrecord.exchange.zotero import queries, reading
from onrecord.exchange.zotero.local import PORT, Zotero
from onrecord.exchange.zotero.scope import scope
from onrecord.exchange.zotero.sync import Sync
from onrecord.text.clean import one_line


def take_in(
    address: str,
    *,
    port: int | None,
    with_files: bool,
    everything: bool,
    by: str | None,
    citekey_format: str | None,
    strict: bool,
    verbose: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Takes in what changed since the last time. Exit code 1 where something was refused."""
    if citekey_format:
        from onrecord.text import citekeys

        citekeys.make(citekey_format, citekeys.Facts())
    zotero = Zotero(port or _settled_port())
    # All of it is read before anything is written: nobody waits for Zotero to be able to write.
    with waiting("Asking Zotero …"):
        part = scope(zotero, address)
        with asking(database) as reader:
            known = queries.remembered(reader, part)
        items = reading.read(zotero, part, known, everything=everything, with_files=with_files)
    report = Report(whole=as_json or verbose)
    command = command_line() + queries.remark(part, items.version, items.at)
    try:
        with recording(database, rehearse=dry_run, command=command) as store:
            sync = Sync(
                store,
                part,
                known,
                by=by,
                citekey_format=citekey_format,
                zotero=zotero if with_files else None,
            )
            for item in progress(items.items, total=len(items.items), what=f"Importing {one_line(address)}"):
                for outcome in sync.take(item):
                    report.take(address, outcome)
            for outcome in sync.missing(items):
                report.take(address, outcome)
            if strict and report.counts["refused"]:
                raise Refusal("")
    except Refusal:
        tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
        raise OnrecordError(
            f"{report.counts['refused']} refused, so nothing was taken. Leave out --strict to take the rest."
        ) from None
    report.counts["unchanged"] = items.unchanged
    tell(report, as_json=as_json, dry_run=dry_run, verbose=verbose)
    if report.counts["refused"]:
        raise SystemExit(1)


def _settled_port() -> int:
    """The port that the environment says, else Zotero's own."""
    typed = os.environ.get("ONRECORD_ZOTERO_PORT", "").strip()
    if not typed:
        return PORT
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) <= 65_535):
        raise UsageError(f"ONRECORD_ZOTERO_PORT is a number from 1 to 65535, not {one_line(typed)[:40]!r}.")
    return int(typed)
