"""onrecord correct"""

from typing import Annotated

import typer

from onrecord.cli import source_options as options
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, changing, complete_source
from onrecord.cli.output import print_json, say

app = single()

EXAMPLES = """Examples:

onrecord correct smith-2023 --title "Ferries and fog" --date 2023-08-08

onrecord correct smith-2023 --citekey smithFerries2023     (its quotations follow; undo brings the old one back)

onrecord correct smith-2023 --author "Smith, Ann" --author "{Harbour Facts}" --url ''"""


@app.command(epilog=EXAMPLES)
def correct(
    source: Annotated[
        str,
        typer.Argument(
            metavar="CITEKEY", help="The source.", autocompletion=complete_source, show_default=False
        ),
    ],
    citekey: Annotated[
        str | None, typer.Option("--citekey", help="Another name to cite it by.", show_default=False)
    ] = None,
    type_: options.Type = None,
    title: options.Title = None,
    author: options.Author = None,
    container: options.Container = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.", show_default=False)] = None,
    date: options.Published = None,
    accessed: Annotated[
        str | None, typer.Option(metavar="EDTF", help="When it was last looked at.", show_default=False)
    ] = None,
    url: options.Url = None,
    archive_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of an archived copy.", show_default=False)
    ] = None,
    lang: options.Lang = None,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Correct what is recorded of a source. An empty text takes a detail away; stored copies never change."""
    from onrecord import corrections
    from onrecord.corrections import Corrections

    given = Corrections(
        citekey=citekey,
        type=type_,
        title=title,
        authors=tuple(author) if author else None,
        container_title=container,
        publisher=publisher,
        issued=date,
        accessed=accessed,
        url=url,
        archive_url=archive_url,
        language=lang,
    )
    with changing(database, rehearse=dry_run) as session:
        record, changed = corrections.correct(session, source, given)
    if as_json:
        print_json([{**record.as_json(), "changed": changed, "dry_run": dry_run}])
    elif changed:
        say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {source}")
        say(f"  {record.citekey}: {record.title or 'untitled'}")
        say(options.described(record))
    else:
        say(f"Nothing changed: {source} is recorded so.")
