"""onrecord merge"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, changing, complete_speaker
from onrecord.cli.output import print_json, say

app = single()

Speaker = Annotated[
    str, typer.Argument(help="A slug, or a name.", autocompletion=complete_speaker, show_default=False)
]


@app.command(epilog="Example:  onrecord merge sergey-shoygu sergei-shoigu --dry-run")
def merge(
    duplicate: Speaker,
    into: Speaker,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Say that two speakers are one. Nothing is moved; onrecord undo splits them again."""
    from onrecord import speakers

    with changing(database, rehearse=dry_run) as session:
        one, other = speakers.find(session, duplicate), speakers.find(session, into)
        concerned = speakers.merge(session, one, other)
        record = speakers.record(session, other)
    if as_json:
        print_json([{**record.as_json(), "dry_run": dry_run}])
    else:
        say(
            f"{'Would merge' if dry_run else 'Merged'} {one.slug} into {other.slug}: {concerned} attributions."
        )
