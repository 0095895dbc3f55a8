"""onrecord init"""

import os
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import database_file, single
from onrecord.cli.options import AsJson, Database
from onrecord.cli.output import print_json, say
from onrecord.errors import UsageError

app = single()


@app.command(
    epilog="Examples:  onrecord init  ·  onrecord init research/quotes.db  ·  onrecord init --user",
)
def init(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            parser=database_file,
            metavar="[PATH]",
            help="The new file. Default: what ONRECORD_DB names, else onrecord.db in this folder.",
            show_default=False,
        ),
    ] = None,
    user: Annotated[bool, typer.Option("--user", help="Make it in your data folder instead.")] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Make a new database."""
    from onrecord.cli.stopping import standing
    from onrecord.db import engine, schema

    root = ctx.find_root().obj
    given = path or database or (root if isinstance(root, Path) else None)
    if user and given:
        raise UsageError("Give either a PATH or --user.")
    target = engine.home_path() if user else given or engine.named_by(os.environ) or Path(engine.FILE_NAME)
    if target.is_dir():
        target = target / engine.FILE_NAME
    with standing(lambda: "no database was made."):
        schema.create(target)
    if as_json:
        print_json([{"path": str(target.resolve())}])
    else:
        say(f"Made {target}")
