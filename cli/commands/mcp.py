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
    flag("--propose", help="Also let it propose quotations for review; a person accepts or rejects each."),
    DATABASE,
    examples=EXAMPLES,
    answers=False,
)


def run(*, propose: bool, database: str | None) -> None:
    """Let an assistant search, verify and cite, read only: the Model Context Protocol over standard input and output.

    Tools: search, show, verify_quote, check_text, cite, sources, text_of. Resources: statements and sources. --propose adds the tool
    propose, which adds to what awaits review, and to nothing else. The server ends when its input does.
    """
    from onrecord.cli.streams import standard_input
    from onrecord.mcp.session import Session
    from onrecord.mcp.stdio import serve

    with asking(database):
        pass  # a database that cannot be read is told at once, and not with the first question
    serve(Session(database_file(database), propose=propose), standard_input(), sys.stdout.buffer)
