"""onrecord, without a command: how things stand"""

from __future__ import annotations

import os

from onrecord.cli import recent
from onrecord.cli.options import AS_JSON, DATABASE, asking, database_file
from onrecord.cli.plain import is_terminal, print_json, say
from onrecord.cli.spec import Command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.kept import Kept
    from onrecord.views.status import Status

COMMAND = Command(DATABASE, AS_JSON, examples="Examples:  onrecord status  ·  onrecord")

_MOST = 5
# So many quotations are still a file to look through.
_A_FILE = 500
_ONE = {"statements": "statement", "sources": "source", "speakers": "speaker", "claims": "claim"}


def run(*, database: str | None, as_json: bool) -> None:
    """Show which database is in use, what is in it, what awaits review, what is in doubt, and what to do next."""
    path = database_file(database)
    if database is None and not as_json and not os.environ.get("ONRECORD_DB") and not os.path.exists(path):
        say(f"There is no database here, and none at {path}.")
        say("  make one:          onrecord init")
        say("  then read a text:  onrecord ingest FILE|URL")
        say("  or see it work:    onrecord demo")
        for line in recent.told():
            say(line)
        return
    from onrecord.views.status import status

    with asking(database) as reader:
        state = status(reader)
    if as_json:
        backup = _backup(path)
        print_json(
            {
                "path": os.path.realpath(path),
                **state.as_json(),
                "backup": backup.as_json() if backup else None,
            }
        )
        return
    for line in _lines(path, state):
        _tell(line)
    if state.counts["statements"]:
        backup = _backup(path)
        say(f"last backup: {backup.at}, {backup.path}" if backup else "last backup: none")
    if is_terminal():
        say(f"Next: {_next(state)}")


def _tell(line: str) -> None:
    """A line; on a terminal none is broken within a word that fits."""
    if not is_terminal():
        say(line)
        return
    from onrecord.cli.terminal import painted, width, wrapped
    from onrecord.text.clean import visible

    for part in wrapped([(visible(line), "")], width()):
        print(painted(part))


def _backup(path: str) -> Kept | None:
    """The newest backup in the usual folder."""
    from onrecord.db import kept

    return next(iter(kept.listed(path)), None)


def _lines(path: str, state: Status) -> list[str]:
    held = ", ".join(
        f"{number:,} {_ONE[table] if number == 1 else table}" for table, number in state.counts.items()
    )
    lines = [f"{path}: {held}"]
    if state.waiting:
        listed = ", ".join(f"{citekey} ({number})" for citekey, number in state.waiting[:_MOST])
        rest = f" and {len(state.waiting) - _MOST} more" if len(state.waiting) > _MOST else ""
        total = sum(number for _, number in state.waiting)
        lines.append(f"{total:,} {'waits' if total == 1 else 'wait'} for review: {listed}{rest}")
    doubts = ", ".join(f"{number:,} {what}" for what, number in state.doubts.items() if number)
    if doubts:
        lines.append(f"in doubt: {doubts}")
    if state.last:
        number, at, command = state.last
        lines.append(f"last change: {at}, {command} (operation {number})")
    return lines


def _next(state: Status) -> str:
    if not state.counts["sources"]:
        return "onrecord ingest FILE|URL"
    if state.waiting:
        return f"onrecord review {state.waiting[0][0]}"
    if state.doubts["failed"] or state.doubts["drifted"]:
        return "onrecord verify --all"
    if not state.counts["statements"]:
        return "onrecord ingest FILE|URL"
    return (
        "onrecord cite --all -o quotes.docx"
        if state.counts["statements"] <= _A_FILE
        else "onrecord search WORDS"
    )
