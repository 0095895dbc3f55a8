"""onrecord merge"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SPEAKERS, Command, argument

COMMAND = Command(
    argument("duplicate", help="A slug, or a name.", required=True, complete=SPEAKERS),
    argument("into", help="A slug, or a name.", required=True, complete=SPEAKERS),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord merge sergey-shoygu sergei-shoigu --dry-run",
)


def run(*, duplicate: str, into: str, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Say that two speakers are one. Nothing is moved; onrecord undo splits them again."""
    from onrecord import speakers

    with recording(database, rehearse=dry_run) as store:
        one, other = speakers.find(store, duplicate), speakers.find(store, into)
        concerned = speakers.merge(store, one, other)
        record = speakers.record(store, other)
    if as_json:
        print_json([{**record.as_json(), "dry_run": dry_run}])
    else:
        say(
            f"{'Would merge' if dry_run else 'Merged'} {one.slug} into {other.slug}: {concerned} attributions."
        )
