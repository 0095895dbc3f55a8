"""onrecord backup"""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.cli.options import AS_JSON, DATABASE, database_file
from onrecord.cli.output import print_json, print_rows, say
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import UsageError
from onrecord.text.amounts import many
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.kept import Kept
    from onrecord.model.records import Json

EXAMPLES = """Examples:

onrecord backup

onrecord backup /mnt/stick --keep 7

onrecord backup --list

onrecord backup --verify /mnt/stick/onrecord.db.1f0c9a2e.schema7-20251127T030000Z.backup"""

# Whoever gives a name that ends so means a file, and would get a folder.
_OF_FILES = (".db", ".sqlite", ".sqlite3", ".backup")

COMMAND = Command(
    argument(
        "into",
        help="Where backups go. Default: the setting backups, else a folder in your data folder.",
        metavar="[DIR]",
        kind="file",
    ),
    option(
        "--keep",
        help="Keep only the newest N backups of this database that were asked for, including this one, and remove the others.",
        kind="whole",
        least=1,
    ),
    flag("--list", help="List this database's backups; make none.", name="listing"),
    option(
        "--verify",
        help="Read this backup from end to end instead, and say whether it is intact.",
        metavar="FILE",
        kind="file",
    ),
    flag("--dry-run", help="Show what would happen, and change nothing."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    into: str | None,
    keep: int | None,
    listing: bool,
    verify: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Back up the database as it is at one moment, even while others record.

    A backup gets its name only once it is complete, on disk and read back. Restore one with onrecord restore.

    Before merging speakers, and before anything that changes or removes more than a hundred records, onrecord backs up small
    databases by itself and keeps the last ten of those backups (turn this off with onrecord config set auto-backup false).
    """
    if verify is not None:
        if into or keep or listing or dry_run:
            raise UsageError("--verify reads one backup, and goes with no DIR, --keep, --list or --dry-run.")
        _verify(verify, as_json=as_json)
        return
    from onrecord.db import files, kept
    from onrecord.db.reports import explaining

    path = database_file(database)
    if into and into.lower().endswith(_OF_FILES) and not Path(into).is_dir():
        raise UsageError(
            f"{one_line(into)} is the name of a file, and a backup gets its name by itself. Name the folder: onrecord backup "
            f"{one_line(str(Path(into).parent))}"
        )
    into = os.path.realpath(into) if into else None
    if listing:
        if keep or dry_run:
            raise UsageError("--list goes with no --keep or --dry-run.")
        _list(kept.listed(path, into), as_json=as_json)
        return
    with explaining(path, "no backup was made"):
        if dry_run:
            files.schema_version(path)
            kept.check_folder(into)
            copy = None
        else:
            copy = kept.make(path, into)
    surplus = kept.surplus(path, into, keep, new=1 if dry_run else 0) if keep else []
    if not dry_run:
        kept.remove(surplus)
    if as_json:
        told: Json = {
            "database": os.path.realpath(path),
            "backup": copy.as_json() if copy else None,
            "removed": [one.path for one in surplus],
            "dry_run": dry_run,
        }
        print_json(told)
        return
    say(f"Backed up {path}: {copy.path}" if copy else f"Would back up {path} in {into or kept.folder()}")
    for one in surplus:
        say(f"{'Would remove' if dry_run else 'Removed'} {one.path}")


def _verify(file: str, *, as_json: bool) -> None:
    from onrecord.db import kept

    backup = kept.verified(Path(file))
    if as_json:
        last = dict(zip(("operation", "at", "command"), backup.last, strict=True)) if backup.last else None
        print_json(
            {"path": os.path.realpath(file), "schema": backup.schema, "last": last, "rows": backup.rows}
        )
        return
    held = ", ".join(many(backup.rows.get(f"{one}s", 0), one) for one in ("statement", "source", "speaker"))
    until = f", up to operation {backup.last[0]} of {backup.last[1]}" if backup.last else ""
    say(f"{file} is whole: schema {backup.schema}, {held}{until}.", loud=True)


def _list(backups: list[Kept], *, as_json: bool) -> None:
    if as_json:
        print_json(backup.as_json() for backup in backups)
        return
    rows = [
        (backup.at, f"{backup.size:,}", f"before {backup.before}" if backup.before else "", backup.path)
        for backup in backups
    ]
    print_rows(("made", "bytes", "why", "path"), rows)
