"""Whether the triggers are there, for whoever only reads: asked in a moment, and looked at closely only where they seem not to be."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from onrecord.db.explaining import Place
    from onrecord.errors import DatabaseError

# How many triggers the current schema has, and how long their definitions are in all: a test compares them.
TRIGGERS = (83, 49388)


def problem(path: Place, connection: sqlite3.Connection) -> DatabaseError | None:
    """What another program took away of the file: since then, outcomes of checks may be older than the wordings they are of.

    None where all is there.
    """
    found = connection.execute(
        "SELECT count(*), total(length(sql)) FROM sqlite_master WHERE type = 'trigger'"
    ).fetchone()
    if found == TRIGGERS:
        return None
    from onrecord.db import whole

    return whole.problem(path, connection)
