"""Recording: every operation's inserts, updates and deletes.

Updates and deletes are written by triggers, and what other programs insert. Its own inserts need none: ids only grow, so
the rows an operation inserted are those above the highest id at its beginning; the transaction is IMMEDIATE, so nobody
else inserts meanwhile.
"""

from __future__ import annotations

import os

from onrecord import settings
from onrecord.db.clock import now
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

# The tables whose changes are kept, parents before children. A test compares them with the models.
RECORDED = (
    "claims", "sources", "speakers", "statements", "tags", "citekey_aliases", "claim_links", "creators", "judgements", "offices", "reviews", "snapshots",
    "speaker_names", "stances", "statement_links", "statement_tags", "attributions", "captures", "decisions", "proposals", "relays", "spans",
)  # fmt: skip

# Who wrote to the file itself, and what the history says of it.
ANOTHER_PROGRAM = "another program"
WROTE = "wrote to the file"


def user() -> str:
    """What whoever runs this has settled to be called, else the login name, as `getpass` finds it."""
    if settled := settings.stated("user"):
        return str(settled.value)
    named = [name for name in map(os.environ.get, ("LOGNAME", "USER", "LNAME", "USERNAME")) if name]
    if named:
        return named[0]
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError, OSError):  # no login name: a container, a service
        return "unknown"


def highest_ids(connection: sqlite3.Connection) -> dict[str, int]:
    """The highest id that each table has had."""
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))


def ids_before(connection: sqlite3.Connection) -> dict[str, int]:
    """The same, and above any row that another program has given a higher id: new rows are numbered from there."""
    had = highest_ids(connection)
    for table in RECORDED:
        [highest] = connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        had[table] = max(had.get(table, 0), highest or 0)
    return had


@record()
class Recording:
    """An operation under way."""

    connection: sqlite3.Connection
    operation: int
    before: Mapping[str, int]

    def finish(self) -> bool:
        """Closes the operation, and says whether it changed anything; one that did not is removed again."""
        record_inserts(self.connection, self.operation, self.before)
        index_texts(self.connection, self.operation)
        # An undoing stands even where nothing was left to do: what it took back is not the latest any more.
        [changed] = self.connection.execute(
            "SELECT undoes_id IS NOT NULL OR EXISTS (SELECT 1 FROM changes WHERE operation_id = operations.id) "
            "FROM operations WHERE id = ?",
            (self.operation,),
        ).fetchone()
        self.connection.execute(
            "UPDATE operations SET open = 0 WHERE id = ?"
            if changed
            else "DELETE FROM operations WHERE id = ?",
            (self.operation,),
        )
        from onrecord.db import seals  # who only reads needs none

        seals.seal(self.connection)
        return bool(changed)


def adopt(connection: sqlite3.Connection) -> None:
    """Makes one operation of what other programs have written since the last one, so that it can be named and taken back.

    Triggers saw it; where they were gone, rows above the highest that is known were inserted. When it happened nobody
    knows: `at` is when it was noticed. What they wrote is folded for the search.
    """
    ranges = unnoted_inserts(connection)
    [touched] = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM changes WHERE operation_id IS NULL)"
    ).fetchone()
    if not (ranges or touched):
        return
    from onrecord.db import adopted  # it is seldom that there is anything

    operation = _operation(connection, WROTE, by=ANOTHER_PROGRAM, open=False)
    connection.execute("UPDATE changes SET operation_id = ? WHERE operation_id IS NULL", (operation,))
    for table, first, last in ranges:
        note_insert(connection, operation, table, first, last)
    adopted.index(connection, operation)


def adopt_rows(connection: sqlite3.Connection, rows: Iterable[tuple[str, int]]) -> None:
    """Makes one operation of another program of rows (table, id) that nothing is known to have made, wherever they stand."""
    operation = _operation(connection, WROTE, by=ANOTHER_PROGRAM, open=False)
    for table, row in rows:
        note_insert(connection, operation, table, row, row)


def unnoted_inserts(connection: sqlite3.Connection) -> list[tuple[str, int, int]]:
    """Rows that nothing is known to have made, in ranges (table, first, last); parents before children."""
    ranges: list[tuple[str, int, int]] = []
    highest = highest_ids(connection)
    for table in RECORDED:
        noted = _highest_noted(connection, table, highest.get(table, 0))
        if highest.get(table, 0) > noted:
            # Ids in a row have the same distance to their number.
            ranges += [
                (table, first, last)
                for first, last in connection.execute(
                    "SELECT min(id), max(id) FROM (SELECT id, id - row_number() OVER (ORDER BY id) AS run "
                    f"FROM {table} WHERE id > ? AND id <= ?) GROUP BY run ORDER BY 1",
                    (noted, highest[table]),
                )
            ]
    return ranges


def _highest_noted(connection: sqlite3.Connection, table: str, highest: int) -> int:
    """The highest row of a table that is known to have been made; `highest` is the last id that it has given."""
    inserted = "FROM changes WHERE table_name = ? AND kind = 'insert'"
    # New rows are numbered upwards, so that it is among the last; only where it is not all have to be looked at.
    if connection.execute(
        f"SELECT 1 {inserted} AND row_id <= ? AND last_row_id >= ? ORDER BY row_id DESC LIMIT 1",
        (table, highest, highest),
    ).fetchone():
        return highest
    [noted] = connection.execute(f"SELECT max(last_row_id) {inserted}", (table,)).fetchone()
    return int(noted or 0)


def begin(connection: sqlite3.Connection, command: str, again: int | None = None) -> Recording:
    """Opens an operation in the connection's transaction; the triggers write to it until it is finished.

    `again`: one that goes on, for work that takes several transactions.
    """
    adopt(connection)
    if again is None:
        again = _operation(connection, command, by=user(), open=True)
    else:
        connection.execute("UPDATE operations SET open = 1 WHERE id = ?", (again,))
    return Recording(connection, again, ids_before(connection))


def record_inserts(connection: sqlite3.Connection, operation: int, before: Mapping[str, int]) -> None:
    """Writes down the rows above the ids `before`, as inserted by the operation."""
    after = highest_ids(connection)
    for table in RECORDED:
        first, last = before.get(table, 0) + 1, after.get(table, 0)
        if last >= first:
            note_insert(connection, operation, table, first, last)


def index_texts(connection: sqlite3.Connection, operation: int) -> None:
    """Has the full text follow what an operation made of the stored texts."""
    [concerned] = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM changes WHERE operation_id = ? AND table_name = 'snapshots')",
        (operation,),
    ).fetchone()
    if concerned:
        from onrecord.db import stored_texts  # most operations touch none

        stored_texts.follow(connection, operation)


def note_insert(connection: sqlite3.Connection, operation: int, table: str, first: int, last: int) -> None:
    """Writes down that an operation made the rows with these ids."""
    connection.execute(
        "INSERT INTO changes (operation_id, kind, table_name, row_id, last_row_id) VALUES (?, 'insert', ?, ?, ?)",
        (operation, table, first, last),
    )


def current(connection: sqlite3.Connection) -> int:
    """The operation that this transaction performs."""
    [found] = connection.execute("SELECT id FROM operations WHERE open = 1").fetchone()
    return int(found)


def _operation(connection: sqlite3.Connection, command: str, *, by: str, open: bool) -> int:
    cursor = connection.execute(
        'INSERT INTO operations (at, "by", command, open) VALUES (?, ?, ?, ?)',
        (now(), by, command, int(open)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid
