"""onrecord add snapshot"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_source, writing
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog="Example:  onrecord add snapshot smith-2023 https://example.org/article")
def snapshot(
    citekey: Annotated[
        str, typer.Argument(help="The source.", autocompletion=complete_source, show_default=False)
    ],
    given: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="The later copy.", show_default=False)],
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Store a later copy of a source. Earlier copies stay; verify then tells what drifted."""
    from onrecord import sources
    from onrecord.cli.reading_input import document, reading_as_json

    read = document(given, allow_private=allow_private)
    with writing(database) as session:
        record, created = sources.add_snapshot(session, citekey, read)
    if as_json:
        print_json([{**record.as_json(), "created": created, **reading_as_json(read)}])
    elif created:
        say(
            f"Stored copy {len(record.snapshots)} of {citekey}. Check its quotations: onrecord verify --in {citekey}"
        )
    else:
        say(f"Nothing added: {citekey} has a copy with the same text.")
