"""onrecord init"""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.cli import recent
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument, flag
from onrecord.errors import UsageError
from onrecord.model.record import replace

COMMAND = Command(
    argument(
        "path",
        help="The new file. Default: what ONRECORD_DB names, else onrecord.db in this folder.",
        metavar="[FILE]",
        kind="file",
    ),
    flag(
        "--default",
        help="Make the fallback database, used where no folder has one: the setting database, else one in your data folder.",
        name="usual",
        hidden=("--user",),
    ),
    replace(DATABASE, help="The new file too, as PATH."),
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord init  ·  onrecord init research/quotes.db  ·  onrecord init --default",
)


def run(*, path: str | None, usual: bool, database: str | None, as_json: bool) -> None:
    """Make a new database."""
    from onrecord.cli.interrupt import standing
    from onrecord.db import files, new_file

    file = path or database
    if usual and file:
        raise UsageError("Give either a PATH or --default.")
    target = Path(files.usual() if usual else file or files.named(os.environ) or files.FILE_NAME)
    if target.is_dir():
        target = target / files.FILE_NAME
    with standing(lambda: "no database was made."):
        new_file.create(target)
    recent.note(str(target))
    if as_json:
        print_json({"path": str(target.resolve())})
    else:
        say(f"Made {target}")
