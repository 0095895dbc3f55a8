"""onrecord merge"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, confirm, recording
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import SPEAKERS, Command, argument, flag

COMMAND = Command(
    argument(
        "duplicate",
        help="The duplicate: a slug or a name.",
        metavar="SPEAKER",
        required=True,
        complete=SPEAKERS,
    ),
    argument(
        "into",
        help="The speaker to keep: a slug or a name.",
        metavar="SPEAKER",
        required=True,
        complete=SPEAKERS,
    ),
    flag("--yes", "-y", help="Do not ask, even if their kinds or Wikidata items differ."),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Example:  onrecord merge sergey-shoygu sergei-shoigu --dry-run",
)


def run(*, duplicate: str, into: str, yes: bool, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Merge two speakers into one. Nothing is lost; onrecord undo splits them again.

    It asks first if one is a person and the other an organisation, or if Wikidata has them as two.
    """
    from onrecord.speakers.write import find_speaker, merge_speakers, record_of_speaker

    if not yes:
        _ask(duplicate, into, rehearsal=dry_run, database=database)
    with recording(database, rehearse=dry_run, backup="merge") as store:
        speaker, other = find_speaker(store, duplicate), find_speaker(store, into)
        concerned = merge_speakers(store, speaker, other)
        record = record_of_speaker(store, other)
    if as_json:
        print_json({**record.as_json(), "dry_run": dry_run})
    else:
        say(
            f"{'Would merge' if dry_run else 'Merged'} {speaker.slug} into {other.slug}: {concerned} attribution{'s' if concerned != 1 else ''}."
        )


def _ask(duplicate: str, into: str, *, rehearsal: bool, database: str | None) -> None:
    """Says what speaks against it, and asks for a yes. UsageError where nobody is there to ask, or who is there does not want it."""
    from onrecord.speakers.write import against_merging, find_speaker

    with recording(database, rehearse=True) as store:
        against = against_merging(store, find_speaker(store, duplicate), find_speaker(store, into))
    if not against:
        return
    told = f"{'; '.join(against)}."
    if rehearsal:
        remark(told)
        return
    confirm(
        told,
        "Merge them all the same?",
        refused="Nothing was merged.",
        alone="Merge them all the same with --yes.",
    )
