"""onrecord rm"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, NAMED, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command

COMMAND = Command(
    NAMED,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord rm k7xq2m --dry-run  ·  onrecord rm k7xq2m@smith-2023  ·  onrecord rm smith-2023",
)


def run(*, name: str, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Remove a statement, attribution, claim, source or speaker. What others depend on is refused; undo brings it back."""
    from onrecord.names import find_target
    from onrecord.remove import remove_target

    with recording(database, rehearse=dry_run) as store:
        removed = remove_target(store, find_target(store, name))
    if as_json:
        print_json([{"removed": removed, "dry_run": dry_run}])
        return
    for one in removed:
        say(f"{'Would remove' if dry_run else 'Removed'} {one}")
    if not dry_run:
        say("Bring it back with: onrecord undo")
