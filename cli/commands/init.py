"""onrecord init"""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument, flag
from onrecord.errors import UsageError

COMMAND = Command(
    argument(
        "path",
        help="The new file. Default: what ONRECORD_DB names, else onrecord.db in this folder.",
        metavar="[PATH]",
        kind="file",
    ),
    flag("--user", help="Make it in your data folder instead."),
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord init  ·  onrecord init research/quotes.db  ·  onrecord init --user",
)


def run(*, path: str | None, user: bool, database: str | None, as_json: bool) -> None:
    """Make a new database."""
    from onrecord.cli.interrupt import standing
    from onrecord.db import creating, files

    given = path or database
    if user and given:
        raise UsageError("Give either a PATH or --user.")
    target = Path(files.home() if user else given or files.named(os.environ) or files.FILE_NAME)
    if target.is_dir():
        target = target / files.FILE_NAME
    with standing(lambda: "no database was made."):
        creating.create(target)
    if as_json:
        print_json({"path": str(target.resolve())})
    else:
        say(f"Made {target}")
