"""onrecord undo"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument

COMMAND = Command(
    argument(
        "operation",
        help="Its number in: onrecord history. Default: the latest that still stands.",
        metavar="[OPERATION]",
        kind="whole",
    ),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord undo  ·  onrecord undo 17 --dry-run",
)


def run(*, operation: int | None, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Take a whole operation back. Undoing an undoing does it again."""
    from onrecord.history.undo import take_back

    with recording(database, rehearse=dry_run) as store:
        record = take_back(store, operation)
    if as_json:
        print_json({**record.as_json(), "dry_run": dry_run})
    else:
        say(
            f"{'Would take back' if dry_run else 'Took back'} operation {record.id} of {record.at}: {record.command}"
        )
