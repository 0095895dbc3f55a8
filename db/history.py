"""Recording: every operation's inserts, updates and deletes.

Updates and deletes are written by triggers. Inserts need none: ids only grow, so the rows an operation
inserted are those above the highest id at its beginning; the transaction is IMMEDIATE, so nobody else
inserts meanwhile.
"""

from __future__ import annotations

import sqlite3

from onrecord.db.clock import now
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# The tables whose changes are kept, parents before children. A test compares them with the models.
RECORDED = (
    "claims", "sources", "speakers", "statements", "tags", "citekey_aliases", "claim_links", "creators", "reviews",
    "snapshots", "speaker_names", "stances", "statement_tags", "attributions", "captures", "proposals", "relays", "spans",
)  # fmt: skip


def user() -> str:
    """The login name of whoever runs this."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name: a container, a service
        return "unknown"


def highest_ids(connection: sqlite3.Connection) -> dict[str, int]:
    """The highest id that each table has had."""
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))


@record()
class Recording:
    """An operation under way."""

    connection: sqlite3.Connection
    operation: int
    before: Mapping[str, int]

    def finish(self) -> bool:
        """Closes the operation, and says whether it changed anything; one that did not is removed again."""
        record_inserts(self.connection, self.operation, self.before)
        [changed] = self.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM changes WHERE operation_id = ?)", (self.operation,)
        ).fetchone()
        self.connection.execute(
            "UPDATE operations SET open = 0 WHERE id = ?"
            if changed
            else "DELETE FROM operations WHERE id = ?",
            (self.operation,),
        )
        return bool(changed)


def begin(connection: sqlite3.Connection, command: str) -> Recording:
    """Opens an operation in the connection's transaction; the triggers write to it until it is finished."""
    return Recording(connection, _operation(connection, command, open=True), highest_ids(connection))


def record_inserts(connection: sqlite3.Connection, operation: int, before: Mapping[str, int]) -> None:
    """Writes down the rows above the ids `before`, as inserted by the operation."""
    after = highest_ids(connection)
    for table in RECORDED:
        first, last = before.get(table, 0) + 1, after.get(table, 0)
        if last >= first:
            note_insert(connection, operation, table, first, last)


def note_insert(connection: sqlite3.Connection, operation: int, table: str, first: int, last: int) -> None:
    """Writes down that an operation made the rows with these ids."""
    connection.execute(
        "INSERT INTO changes (operation_id, kind, table_name, row_id, last_row_id) VALUES (?, 'insert', ?, ?, ?)",
        (operation, table, first, last),
    )


def closed(connection: sqlite3.Connection, command: str) -> int:
    """A new operation for work that takes several transactions, each of which writes down its own inserts."""
    return _operation(connection, command, open=False)


def current(connection: sqlite3.Connection) -> int:
    """The operation that this transaction performs."""
    [found] = connection.execute("SELECT id FROM operations WHERE open = 1").fetchone()
    return int(found)


def _operation(connection: sqlite3.Connection, command: str, *, open: bool) -> int:
    cursor = connection.execute(
        'INSERT INTO operations (at, "by", command, open) VALUES (?, ?, ?, ?)',
        (now(), user(), command, int(open)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid
