"""onrecord mcp"""

from __future__ import annotations

import sys

from onrecord.cli.options import DATABASE, asking, database_file
from onrecord.cli.spec import Command, flag

EXAMPLES = """Examples:

onrecord mcp     (started by an assistant's program, which is told this command; see the manual, Assistants)

onrecord mcp --db /home/me/harbour/onrecord.db

onrecord mcp --propose"""


COMMAND = Command(
    flag("--propose", help="Let it hand quotations in for review too; a person accepts or rejects each."),
    DATABASE,
    examples=EXAMPLES,
    answers=False,
)


def run(*, propose: bool, database: str | None) -> None:
    """Let an assistant search, verify and cite: the Model Context Protocol on standard input and output, read only.

    Tools: search, show, verify_quote, check_text, cite, sources, text_of; resources: statements and sources. With --propose
    also propose, which adds to what waits for review, and to nothing else. It ends when its input does.
    """
    from onrecord.cli.streams import standard_input
    from onrecord.mcp.session import Session
    from onrecord.mcp.stdio import serve

    with asking(database):
        pass  # a database that cannot be read is told at once, and not with the first question
    serve(Session(database_file(database), propose=propose), standard_input(), sys.stdout.buffer)
