"""Whether this process has recorded anything for good, and in which file."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reports import Place
    from onrecord.db.sqlite import sqlite3

_committed = 0
_largest: tuple[int, str] = (0, "")


def note_commit() -> None:
    """Something was recorded for good."""
    global _committed
    _committed += 1


def note_size(path: Place, connection: sqlite3.Connection) -> None:
    """How many statements a file has had where something was recorded: the highest id."""
    global _largest
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'statements'").fetchone()
    _largest = max(_largest, (row[0] if row else 0, os.fspath(path)))


def committed() -> bool:
    """Whether this process has recorded anything: then nobody may say that it has not."""
    return _committed > 0


def largest() -> tuple[int, str]:
    """The file with the most statements in which this process has recorded something: their number, and its path."""
    return _largest
