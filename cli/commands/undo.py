"""onrecord undo"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, changing
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog="Examples:  onrecord undo  ·  onrecord undo 17 --dry-run")
def undo(
    operation: Annotated[
        int | None,
        typer.Argument(
            metavar="[OPERATION]",
            help="Its number in: onrecord history. Default: the latest that still stands.",
            show_default=False,
        ),
    ] = None,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Take a whole operation back. Undoing an undoing does it again."""
    from onrecord import history

    with changing(database, rehearse=dry_run) as session:
        record = history.take_back(session, operation)
    if as_json:
        print_json([{**record.as_json(), "dry_run": dry_run}])
    else:
        say(
            f"{'Would take back' if dry_run else 'Took back'} operation {record.id} of {record.at}: {record.command}"
        )
