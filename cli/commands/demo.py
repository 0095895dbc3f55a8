"""onrecord demo"""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord.cli.options import AS_JSON
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument

COMMAND = Command(
    argument(
        "folder", help="The folder; new or empty. Default: onrecord-demo.", metavar="[DIR]", kind="file"
    ),
    AS_JSON,
    examples="Examples:  onrecord demo  ·  onrecord demo /tmp/walk",
    answers=False,
)


def run(*, folder: str | None, as_json: bool) -> None:
    """Walk through the main job once: add, search, verify and cite, on a bundled article and a new database.

    Every step is an ordinary command, printed before its output. The folder stays for you to explore.
    """
    from onrecord.cli.interrupt import standing
    from onrecord.demo import walk
    from onrecord.demo.walk import new_folder

    place = Path(folder) if folder else new_folder()

    def announce(purpose: str, command: str) -> None:
        if not as_json:
            say(f"\n# {purpose}", "dim")
            say(f"$ {command}", "bold")
            sys.stdout.flush()

    with standing(lambda: f"what was done so far is in {place}."):
        steps = list(walk(place, announce, capture=as_json))
    if as_json:
        print_json(
            {"purpose": step.purpose, "command": step.command, "status": step.status, "output": step.output}
            for step in steps
        )
        return
    say(f"\nThe database is {place / 'onrecord.db'}. Look around:")
    say(f"$ cd {place} && onrecord browse --open", "bold")
