"""onrecord add speaker"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, writing
from onrecord.cli.output import print_json, say
from onrecord.db.words import SPEAKER_KINDS

app = single()

EXAMPLES = """Examples:

onrecord add speaker "Shoigu, Sergei" --alias "Sergey Shoygu" --wikidata Q553248

onrecord add speaker "Korean Central News Agency" --kind organisation --alias KCNA

onrecord add speaker "a senior official" --unnamed"""


@app.command(epilog=EXAMPLES)
def speaker(
    name: Annotated[str, typer.Argument(help='"Family, Given" or a plain name.', show_default=False)],
    kind: Annotated[
        str,
        typer.Option(help=f"One of: {', '.join(SPEAKER_KINDS)}.", autocompletion=lambda: list(SPEAKER_KINDS)),
    ] = "person",
    unnamed: Annotated[
        bool,
        typer.Option("--unnamed", help="A source that nobody named: found by its slug only, never by name."),
    ] = False,
    alias: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name. Repeatable.", show_default=False)
    ] = None,
    wikidata: Annotated[
        str | None, typer.Option(metavar="QID", help="The Wikidata item, such as Q42.", show_default=False)
    ] = None,
    description: Annotated[str | None, typer.Option(help="Who that is.", show_default=False)] = None,
    slug: Annotated[
        str | None,
        typer.Option(help="The short name to use here. Default: made from the name.", show_default=False),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Add a person, organisation, group or office that says something."""
    from onrecord import speakers

    with writing(database) as session:
        added = speakers.add(
            session,
            name,
            kind=kind,
            unnamed=unnamed,
            aliases=alias or (),
            wikidata_id=wikidata,
            description=description,
            slug=slug,
        )
        record = speakers.record(session, added)
    if as_json:
        print_json([record.as_json()])
    else:
        say(f"Added speaker {record.slug}: {record.name}", "green")
