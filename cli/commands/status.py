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
    """Show which database is used, what is in it, what waits for review, what is in doubt, and what to do next."""
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
        found = status(reader)
    if as_json:
        backup = _backup(path)
        print_json(
            {
                "path": os.path.realpath(path),
                **found.as_json(),
                "backup": backup.as_json() if backup else None,
            }
        )
        return
    for line in _lines(path, found):
        _tell(line)
    if found.counts["statements"]:
        backup = _backup(path)
        say(f"last backup: {backup.at}, {backup.path}" if backup else "last backup: none")
    if is_terminal():
        say(f"Next: {_next(found)}")


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


def _lines(path: str, found: Status) -> list[str]:
    held = ", ".join(
        f"{number:,} {_ONE[table] if number == 1 else table}" for table, number in found.counts.items()
    )
    lines = [f"{path}: {held}"]
    if found.waiting:
        listed = ", ".join(f"{citekey} ({number})" for citekey, number in found.waiting[:_MOST])
        rest = f" and {len(found.waiting) - _MOST} more" if len(found.waiting) > _MOST else ""
        total = sum(number for _, number in found.waiting)
        lines.append(f"{total:,} {'waits' if total == 1 else 'wait'} for review: {listed}{rest}")
    doubts = ", ".join(f"{number:,} {what}" for what, number in found.doubts.items() if number)
    if doubts:
        lines.append(f"in doubt: {doubts}")
    if found.last:
        number, at, command = found.last
        lines.append(f"last change: {at}, {command} (operation {number})")
    return lines


def _next(found: Status) -> str:
    if not found.counts["sources"]:
        return "onrecord ingest FILE|URL"
    if found.waiting:
        return f"onrecord review {found.waiting[0][0]}"
    if found.doubts["failed"] or found.doubts["drifted"]:
        return "onrecord verify --all"
    if not found.counts["statements"]:
        return "onrecord ingest FILE|URL"
    return (
        "onrecord cite --all -o quotes.docx"
        if found.counts["statements"] <= _A_FILE
        else "onrecord search WORDS"
    )
