"""onrecord tag"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Key, complete_tag, writing
from onrecord.cli.output import print_json, say
from onrecord.errors import UsageError

app = single()


@app.command(epilog="Examples:  onrecord tag k7xq2m sanctions arms  ·  onrecord tag k7xq2m --remove arms")
def tag(
    key: Key,
    tags: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TAG]...", help="Tags to put on.", autocompletion=complete_tag, show_default=False
        ),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TAG",
            help="A tag to take off. Repeatable.",
            autocompletion=complete_tag,
            show_default=False,
        ),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Put tags on a statement, or take them off."""
    from onrecord import lookup, quotes

    if not tags and not remove:
        raise UsageError("Give a TAG to put on, or --remove TAG.")
    with writing(database) as session:
        statement = lookup.statement(session, key.partition("@")[0])
        carried = quotes.tag(session, statement, tags or (), remove or ())
    if as_json:
        print_json([{"key": statement.key, "tags": list(carried)}])
    else:
        say(f"{statement.key}: {', '.join(carried) or 'no tags'}")
