"""onrecord text"""

import sys
from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, asking, complete_source

app = single()

EXAMPLES = """Examples:

onrecord text smith-2023

onrecord text smith-2023 --copy 1 --plain > smith.txt"""


@app.command(epilog=EXAMPLES)
def text(
    citekey: Annotated[
        str,
        typer.Argument(
            metavar="CITEKEY", help="The source.", autocompletion=complete_source, show_default=False
        ),
    ],
    copy: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="The number of a stored copy. Default: the newest.", show_default=False
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="The text as it is stored, without numbers and marks.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Print the stored text of a source, its paragraphs numbered and what is recorded from it marked."""
    from onrecord import captures
    from onrecord.cli import copies
    from onrecord.cli.output import for_stream, print_json

    with asking(database) as reader:
        asked = captures.copy(reader, citekey, copy)
        marks = captures.marked(reader, asked)
    if as_json:
        print_json(
            [
                {
                    "source": citekey,
                    "copy": asked.number,
                    "sha256": asked.sha256,
                    "captured": list(asked.captured),
                    "newest": asked.newest,
                    "text": asked.text,
                    "statements": [
                        {"ref": mark.ref, "polarity": mark.polarity, "stretches": list(mark.stretches)}
                        for mark in marks
                    ],
                }
            ]
        )
    elif plain:
        sys.stdout.write(for_stream(asked.text, sys.stdout))
    else:
        copies.text(asked, marks)
