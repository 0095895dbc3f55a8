"""onrecord restore"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from onrecord.cli.options import AS_JSON, DATABASE, database_path
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import Command, argument, flag
from onrecord.errors import InputError, UsageError
from onrecord.text.amounts import many
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.kept import Whole

COMMAND = Command(
    argument(
        "file",
        help="A backup, or any other onrecord database (onrecord backup --list shows the backups).",
        metavar="FILE",
        kind="file",
        required=True,
    ),
    flag("--yes", "-y", help="Do not ask before replacing the database.", hidden=("--force",)),
    flag("--dry-run", help="Show what would happen, and change nothing."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord restore onrecord.db.1f0c9a2e.schema7-20251127T030000Z.backup  ·  onrecord restore copy.db --db new/onrecord.db  ·  onrecord restore copy.db --dry-run",
)


def run(*, file: str, yes: bool, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Restore a backup: the database becomes what the backup holds, in one step or not at all.

    The backup is read from end to end first. The present database is kept beside it, as a file that can be restored in turn:
    nothing is lost. Programs that have the database open carry on and see what was restored.
    """
    from onrecord.cli.interrupt import standing
    from onrecord.db import restore

    if not os.path.lexists(file):
        raise InputError(f"There is no file {one_line(file)}. List the backups with: onrecord backup --list")
    path = database_path(database)
    if os.path.lexists(path) and not (yes or dry_run):
        _ask(path, restore.restore(Path(file), path, rehearse=True).whole)
    with standing(lambda: f"{path} is as it was, or as the backup is: onrecord status says which."):
        done = restore.restore(Path(file), path, rehearse=dry_run)
    if as_json:
        print_json(
            {
                "path": str(path.resolve()),
                "from": os.path.realpath(file),
                "schema": done.whole.schema,
                "rows": done.whole.rows,
                "aside": [str(one) for one in done.aside],
                "dry_run": dry_run,
            }
        )
        return
    say(f"{'Would restore' if dry_run else 'Restored'} {path} from {file}: {_holds(done.whole)}.")
    if done.aside:
        say(f"As it was: {', '.join(map(str, done.aside))}")
    from onrecord.db.files import SCHEMA_VERSION

    if done.whole.schema < SCHEMA_VERSION and not dry_run:
        remark(f"It has schema {done.whole.schema}. Run: onrecord migrate")


def _holds(whole: Whole) -> str:
    held = ", ".join(many(whole.rows.get(f"{one}s", 0), one) for one in ("statement", "source", "speaker"))
    return held + (f", up to operation {whole.last[0]} of {whole.last[1]}" if whole.last else "")


def _ask(path: Path, whole: Whole) -> None:
    """Asks for a yes. UsageError where nobody is there to ask, or who is there does not want it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            f"There is a database at {path}. See what would be restored with --dry-run, and restore it with --yes."
        )
    say(f"{path} would become: {_holds(whole)}. What is there now would be kept beside it.", loud=True)
    print("Restore it? [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("Nothing was restored.")
