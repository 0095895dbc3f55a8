"""onrecord browse"""

from typing import Annotated

import typer
from onrecord.browse.server import serve

from onrecord.cli.app import single
from onrecord.cli.options import Database, database_path
from onrecord.cli.output import say

app = single()


@app.command(epilog="Examples:  onrecord browse  ·  onrecord browse --port 8010 --open")
def browse(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8001,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in your web browser.")] = False,
    database: Database = None,
) -> None:
    """Look around in a web browser: Datasette on the database, read only. Needs: pip install "onrecord[browse]" """
    serve(database_path(database), host=host, port=port, open_browser=open_browser, announce=say)
