"""onrecord add alias"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_speaker, writing
from onrecord.cli.output import print_json, say
from onrecord.db.words import NAME_KINDS

app = single()


@app.command(
    epilog='Example:  onrecord add alias sergei-shoigu "Сергей Шойгу" --lang ru --kind transliteration'
)
def alias(
    speaker: Annotated[
        str,
        typer.Argument(
            help="The speaker: slug or name.", autocompletion=complete_speaker, show_default=False
        ),
    ],
    name: Annotated[str, typer.Argument(help="The other name.", show_default=False)],
    lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="Its language.", show_default=False)
    ] = None,
    kind: Annotated[
        str, typer.Option(help=f"One of: {', '.join(NAME_KINDS)}.", autocompletion=lambda: list(NAME_KINDS))
    ] = "alias",
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Give a speaker another name: they are then found by it, also inside wordings."""
    from onrecord import speakers

    with writing(database) as session:
        owner = speakers.find(session, speaker)
        added = speakers.add_name(session, owner, name, kind=kind, language=lang)
        record = speakers.record(session, owner)
    if as_json:
        print_json([record.as_json()])
    elif added:
        say(f"{record.slug} is also known as {name.strip()}", "green")
    else:
        say(f"Nothing added: {record.slug} goes by that name already.")
