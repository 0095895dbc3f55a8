"""onrecord rm"""

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, Named, changing
from onrecord.cli.output import print_json, say

app = single()


@app.command(
    epilog="Examples:  onrecord rm k7xq2m --dry-run  ·  onrecord rm k7xq2m@smith-2023  ·  onrecord rm smith-2023"
)
def rm(name: Named, dry_run: DryRun = False, database: Database = None, as_json: AsJson = False) -> None:
    """Remove a statement, attribution, claim, source or speaker. What others depend on is refused; undo brings it back."""
    from onrecord import removing, targets

    with changing(database, rehearse=dry_run) as session:
        removed = removing.remove(session, targets.find(session, name))
    if as_json:
        print_json([{"removed": removed, "dry_run": dry_run}])
        return
    for one in removed:
        say(f"{'Would remove' if dry_run else 'Removed'} {one}")
    if not dry_run:
        say("Bring it back with: onrecord undo")
