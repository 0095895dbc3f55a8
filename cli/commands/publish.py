"""onrecord publish"""

from collections import deque
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cite.styles import suggested
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, database_path, reading
from onrecord.cli.output import print_json, remark
from onrecord.errors import OnrecordError

app = single()

EXAMPLES = """Examples:

onrecord publish site

onrecord publish /srv/www/quotations --title "Ferries of Tallvik" --base-url https://archive.example/ferries/

onrecord publish site --style apa --style chicago-notes-bibliography --dry-run"""


@app.command(epilog=EXAMPLES)
def publish(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="The folder to write: a new or empty one, or an earlier copy."),
    ],
    title: Annotated[str, typer.Option(help="The title of the home page.")] = "On the record",
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where the copy will stand: for permalinks, previews and a sitemap.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STYLE",
            help="A citation style for the pages of statements; once for each. Default: apa.",
            autocompletion=suggested,
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace an earlier copy that has lost its manifest.json.")
    ] = False,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write the reading room as files for any web server: every page, relative links, the data. Needs: onrecord[browse]

    The pages have the passage around each quotation; the whole stored texts of sources are not published.
    """
    try:
        from onrecord.browse import publishing, static_folder
    except ModuleNotFoundError as error:
        from onrecord.browse.server import MISSING

        raise OnrecordError(MISSING) from error
    from onrecord.cli.progress import progress
    from onrecord.cli.stopping import standing
    from onrecord.outputs.guard import Guard

    asked = publishing.wanted(title, base_url, style or ("apa",))
    path = database_path(database)
    with reading(database) as session:
        static_folder.check_target(folder, Guard(path), force=force)
        total = publishing.steps(session)
        if not dry_run:
            was = "is as it was" if folder.exists() else "was not written"
            with standing(lambda: f"{folder} {was}."), static_folder.replacing(folder) as draft:
                made = publishing.publish(session, path, draft, asked)
                deque(progress(made, total=total, what="Publishing"), maxlen=0)
    if as_json:
        print_json([{"folder": str(folder), "records": total, "written": not dry_run}])
    else:
        remark(
            f"{'Would write' if dry_run else 'Wrote'} {folder}: pages of {total:,} statements, sources, speakers and claims."
        )
