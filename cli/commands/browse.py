"""onrecord browse"""

import sys
from typing import Annotated

import typer

from onrecord.browse.server import DEFAULT_PORT, serve
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, database_path
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog="Examples:  onrecord browse  ·  onrecord browse --port 8010 --open")
def browse(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in your web browser.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Look around in a web browser: Datasette on the database, read only. Needs: pip install "onrecord[browse]" """

    def announce(url: str) -> None:
        if as_json:
            print_json([{"url": url}])
        else:
            say(f"Reading room at {url}  (stop with Ctrl-C)")
        sys.stdout.flush()

    serve(database_path(database), host=host, port=port, open_browser=open_browser, announce=announce)
