"""onrecord demo"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.options import AsJson
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog="Examples:  onrecord demo  ·  onrecord demo /tmp/walk")
def demo(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="Where; a new or empty one. Default: onrecord-demo.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """See the whole way once: add, search, verify, cite, on a bundled article and a new database.

    Every step is an ordinary command, printed before its output. The folder stays, to look around in.
    """
    from onrecord.cli.stopping import standing
    from onrecord.demo import walk
    from onrecord.demo.walk import new_folder

    place = folder or new_folder()

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
