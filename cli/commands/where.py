"""onrecord where"""

from __future__ import annotations

import os
import sys

from onrecord import __version__
from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command, flag
from onrecord.db.sqlite import VERSION
from onrecord.model.records import Json

COMMAND = Command(
    flag("--verbose", "-v", help="Also show versions, for bug reports."),
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord where  ·  onrecord where --json  ·  onrecord where --verbose",
)


def run(*, verbose: bool, database: str | None, as_json: bool) -> None:
    """Show which database is in use, how large it is and what is in it."""
    from onrecord.db import files
    from onrecord.views import overview

    path = database_file(database)
    with asking(database) as reader:
        counts = overview.counts(reader)
    facts = {"path": os.path.realpath(path), "bytes": os.stat(path).st_size, "schema": files.SCHEMA_VERSION}
    programs = _programs() if verbose else []
    if as_json:
        print_json({**facts, **counts, **({"programs": programs} if verbose else {})})
        return
    rows = [(name, str(value)) for name, value in (facts | counts).items()]
    for program in programs:
        used = "" if program["used"] else ", not used"
        rows.append(
            (
                f"{program['name']}{used}",
                f"{program['version'] or 'cannot be run'} {program['path']}".rstrip(),
            )
        )
    print_rows(("", ""), rows)


def _programs() -> list[Json]:
    """What does the work: name, version (None: it cannot be run), path, and whether it is used."""
    from onrecord.pandoc import programs, version

    listed: list[Json] = [
        {
            "name": "onrecord",
            "version": __version__,
            "path": os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))),
            "used": True,
        },
        {"name": "python", "version": sys.version.split()[0], "path": sys.executable, "used": True},
        {"name": "sqlite", "version": VERSION, "path": "", "used": True},
    ]
    used = False
    for program in programs():
        runs = version(program.path)
        listed.append(
            {
                "name": f"pandoc ({program.origin})",
                "version": runs,
                "path": program.path,
                "used": runs is not None and not used,
            }
        )
        used = used or runs is not None
    return listed
