"""onrecord browse"""

from __future__ import annotations

import sys

from onrecord.cli.options import AS_JSON, DATABASE, database_path
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, flag, option

DEFAULT_PORT = 8001


EXAMPLES = """Examples:

onrecord browse

onrecord browse --port 8010 --open

onrecord browse --public --host 192.168.1.20     (for everybody in the network of a newsroom or a laboratory)

onrecord browse --public --port 8001     (behind a proxy on the same computer, such as nginx or Caddy)"""
PUBLIC = (
    "Everybody who reaches it can read what is recorded, but for whole stored texts, proposals and the history: "
    "no password, no queries in SQL, no download of the file."
)


COMMAND = Command(
    option(
        "--port",
        help="The port; 0 picks a free one.",
        kind="whole",
        default=DEFAULT_PORT,
        least=0,
        most=65535,
    ),
    option("--host", help="The address to listen on.", default="127.0.0.1"),
    flag("--open", help="Open it in your web browser.", name="open_browser"),
    flag(
        "--public",
        help="For other readers: answer to any host name, as behind a proxy; serve no whole stored texts, no history and no SQL.",
    ),
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
    answers=False,
)


def run(
    *, port: int, host: str, open_browser: bool, public: bool, database: str | None, as_json: bool
) -> None:
    """Browse the database in a web browser, read only, with Datasette. Needs: pip install "onrecord[browse]" """

    from onrecord.browse.server import serve
    from onrecord.cli.interrupt import release

    def announce(url: str, public: bool) -> None:
        if as_json:
            print_json({"url": url})
        else:
            say(f"Reading room at {url}  (stop with Ctrl-C)")
            if public:
                say(PUBLIC)
        sys.stdout.flush()

    release()  # the server closes its connections in its own way
    serve(
        database_path(database),
        host=host,
        port=port,
        open_browser=open_browser,
        announce=announce,
        public=public,
    )
