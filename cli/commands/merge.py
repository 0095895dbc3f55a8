"""onrecord merge"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SPEAKERS, Command, argument

COMMAND = Command(
    argument(
        "duplicate",
        help="The one who is the other: a slug, or a name.",
        metavar="SPEAKER",
        required=True,
        complete=SPEAKERS,
    ),
    argument(
        "into",
        help="The one who stays: a slug, or a name.",
        metavar="SPEAKER",
        required=True,
        complete=SPEAKERS,
    ),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Example:  onrecord merge sergey-shoygu sergei-shoigu --dry-run",
)


def run(*, duplicate: str, into: str, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Say that two speakers are one. Nothing is moved; onrecord undo splits them again."""
    from onrecord.speakers.write import find_speaker, merge_speakers, record_of_speaker

    with recording(database, rehearse=dry_run, backup="merge") as store:
        one, other = find_speaker(store, duplicate), find_speaker(store, into)
        concerned = merge_speakers(store, one, other)
        record = record_of_speaker(store, other)
    if as_json:
        print_json({**record.as_json(), "dry_run": dry_run})
    else:
        say(
            f"{'Would merge' if dry_run else 'Merged'} {one.slug} into {other.slug}: {concerned} attribution{'s' if concerned != 1 else ''}."
        )
