"""onrecord text"""

from __future__ import annotations

import sys

from onrecord.cli.options import AS_JSON, DATABASE, OUTPUT, REPLACING, asking, database_file
from onrecord.cli.spec import SOURCES, Command, argument, flag, option

EXAMPLES = """Examples:

onrecord text smith-2023

onrecord text smith-2023 --copy 1 --plain -o smith.txt"""


COMMAND = Command(
    argument("citekey", help="The source.", metavar="CITEKEY", required=True, complete=SOURCES),
    option(
        "--copy", help="The number of a stored copy. Default: the newest.", metavar="N", kind="whole", least=1
    ),
    flag("--plain", help="Print the text as stored, without numbers or marks."),
    OUTPUT,
    REPLACING,
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    citekey: str,
    copy: int | None,
    plain: bool,
    output: str | None,
    force: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Print the stored text of a source, with numbered paragraphs and recorded passages marked."""
    from onrecord.cli import copies
    from onrecord.cli.outlet import printed_to
    from onrecord.cli.output import for_stream, print_json
    from onrecord.sources import captures
    from onrecord.statements.marks import marked_statements

    with asking(database) as reader:
        asked = captures.copy(reader, citekey, copy)
        marks = marked_statements(reader, asked)
    with printed_to(output, force=force, database=database_file(database)):
        if as_json:
            print_json(
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
            )
        elif plain:
            sys.stdout.write(for_stream(asked.text, sys.stdout))
        else:
            copies.text(asked, marks)
