"""onrecord link"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_claim, writing
from onrecord.cli.output import print_json, say
from onrecord.errors import UsageError

app = single()

Claim = Annotated[
    str, typer.Argument(metavar="CLAIM", help="A claim.", autocompletion=complete_claim, show_default=False)
]


@app.command(epilog="Example:  onrecord link c-4hd2 c-k9ab --contradicts")
def link(
    first: Claim,
    second: Claim,
    contradicts: Annotated[bool, typer.Option("--contradicts", help="They cannot both be true.")] = False,
    supports: Annotated[
        bool, typer.Option("--supports", help="The first makes the second likelier.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Say that two claims contradict each other, or that the first supports the second."""
    from onrecord import claims

    if contradicts == supports:
        raise UsageError("Give one of --contradicts and --supports.")
    kind = "contradicts" if contradicts else "supports"
    with writing(database) as session:
        record = claims.link(session, first, second, kind)
    if as_json:
        print_json([record.as_json()])
    else:
        say(f"{record.key} {kind} {second}")
