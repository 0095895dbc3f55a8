"""onrecord browse"""

import sys
from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, database_path
from onrecord.cli.output import print_json, say

app = single()

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


@app.command(epilog=EXAMPLES)
def browse(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in your web browser.")] = False,
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help="For other readers: answer under any name, as behind a proxy; no whole stored texts, no history, no SQL.",
        ),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Look around in a web browser: Datasette on the database, read only. Needs: pip install "onrecord[browse]" """

    from onrecord.browse.server import serve
    from onrecord.cli.stopping import release

    def announce(url: str, public: bool) -> None:
        if as_json:
            print_json([{"url": url}])
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
