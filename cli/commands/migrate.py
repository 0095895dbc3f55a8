"""onrecord migrate"""

from __future__ import annotations

from pathlib import Path

from onrecord.cli.options import AS_JSON, DATABASE, database_path
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import Command, flag
from onrecord.model.records import Json

COMMAND = Command(
    flag(
        "--repair",
        help="Also restore what another program removed: tables, indexes, triggers and full text are rebuilt, "
        "with every row kept.",
    ),
    flag("--dry-run", help="Show what would be done, and change nothing."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord migrate --db archive.db  ·  onrecord migrate --repair    (after another program rebuilt tables)",
)


def run(*, repair: bool, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Bring an older database to the current schema. A copy of the old file is kept beside it."""
    from onrecord.cli.interrupt import standing
    from onrecord.cli.progress import progress
    from onrecord.db import files, schema

    path = database_path(database)
    with standing(lambda: _what_stands(path)):
        done = schema.upgrade(
            path,
            repair=repair,
            rehearse=dry_run,
            watched=lambda texts, total: progress(texts, total=total, what="Indexing stored texts"),
        )
    if as_json:
        record: Json = {
            "path": str(path),
            "schema": files.SCHEMA_VERSION,
            "backup": str(done.backup) if done.backup else None,
            "repaired": list(done.done),
            "unchecked": done.unchecked,
        }
        print_json(record)
        return
    if not done.due:
        say(f"{path} has the current schema ({files.SCHEMA_VERSION}).")
        return
    would = "Would be done" if dry_run else "Repaired"
    if done.done:
        say(f"{would}{f' to {path}' if dry_run else f' {path}'}: {'; '.join(done.done)}.")
    if done.before < files.SCHEMA_VERSION:
        say(f"{'Would migrate' if dry_run else 'Migrated'} {path} to schema {files.SCHEMA_VERSION}.")
    if done.backup is not None:
        say(f"As it was: {done.backup}")
    if done.unchecked and dry_run:
        remark(f"Outcomes of checks that would be taken away: {done.unchecked:,}.")
    elif done.unchecked:
        remark(
            f"Outcomes of checks taken away: {done.unchecked:,}, because what they rest on may have been changed unseen. "
            "Check again: onrecord verify --all"
        )


def _what_stands(path: Path) -> str:
    from onrecord.db import files

    now = files.schema_version(path)
    return f"{path} has schema {now}{', as before. Again: onrecord migrate' if now < files.SCHEMA_VERSION else ', the current one'}."
