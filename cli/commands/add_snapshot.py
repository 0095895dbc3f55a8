"""onrecord add snapshot"""

from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_source, refuse_database, writing
from onrecord.cli.output import print_json, say

app = single()


EXAMPLES = """Examples:

onrecord add snapshot smith-2023 https://example.org/article

onrecord add snapshot smith-2023 saved.html --captured 2024-03-14 --archive-url https://archive.example/1/page"""


@app.command(epilog=EXAMPLES)
def snapshot(
    citekey: Annotated[
        str, typer.Argument(help="The source.", autocompletion=complete_source, show_default=False)
    ],
    given: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="The later copy.", show_default=False)],
    captured: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the copy was made: a day, or a time in UTC. Default: now.",
            show_default=False,
        ),
    ] = None,
    archive_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where an archive keeps this copy.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Also fetch from loopback, private and link-local addresses."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Store another copy of a source. The earlier ones stay; verify then tells what drifted.

    A text that is stored already is not stored twice; that the source had it again is recorded.
    """
    from onrecord import sources
    from onrecord.cli.reading_input import document, reading_as_json

    refuse_database(database, given)
    read = document(given, allow_private=allow_private)
    with writing(database) as session:
        added = sources.add_snapshot(session, citekey, read, captured=captured, archive_url=archive_url)
    if as_json:
        kept = {"created": added.new_text, "captured": added.captured, "copy": added.number}
        print_json([{**added.source.as_json(), **kept, **reading_as_json(read)}])
    elif added.new_text:
        say(f"Stored copy {added.number} of {citekey}. Check its quotations: onrecord verify --in {citekey}")
    elif added.captured:
        say(
            f"Recorded another capture of copy {added.number} of {citekey}: the text is stored already. "
            f"Check its quotations: onrecord verify --in {citekey}"
        )
    else:
        say(f"Nothing added: copy {added.number} of {citekey} has the same text, and is its newest.")
