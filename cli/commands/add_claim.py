"""onrecord add claim"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, writing
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog='Example:  onrecord add claim "The delegation left on July 27." --note "dates disagree"')
def claim(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|-", help="The proposition, in neutral words.", show_default=False)
    ],
    note: Annotated[str | None, typer.Option(help="What to know about it.", show_default=False)] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Add a proposition that can be true or false."""
    from onrecord import claims
    from onrecord.cli.reading_input import wording

    words = wording(text)  # before others have to wait for it
    with writing(database) as session:
        record, created = claims.add(session, words, note)
    if as_json:
        print_json([{**record.as_json(), "created": created}])
    elif created:
        say(f"Added claim {record.key}: {record.text}", "green")
    else:
        say(f"Nothing added: that is claim {record.key} already.")
