"""What other programs wrote, made ready for the search: they know of no folded copies, and not always of the full text."""

from __future__ import annotations

from onrecord.db import folded, stored_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def index(connection: sqlite3.Connection, operation: int) -> None:
    """Folds the texts that an operation of another program wrote; the transaction is the caller's.

    A row that was replaced without its deletion having been seen (SQLite tells triggers of it only with `PRAGMA
    recursive_triggers`) has its former words in the index still: that is made anew.
    """
    for table in folded.SEARCHED:
        touched = connection.execute(
            "SELECT id, kind, row_id, last_row_id FROM changes "
            "WHERE operation_id = ? AND table_name = ? AND kind <> 'delete'",
            (operation, table),
        ).fetchall()
        if any(kind == "insert" and _stood(connection, table, one, row) for one, kind, row, _ in touched):
            connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
        for _, _, first, last in touched:
            folded.refold_rows(connection, table, first, last)
    stored_texts.make_up_for(connection, operation)


def _stood(connection: sqlite3.Connection, table: str, change: int, row: int) -> bool:
    """Whether a row was there when a change inserted it."""
    before = connection.execute(
        "SELECT kind FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? AND id < ? "
        "ORDER BY id DESC LIMIT 1",
        (table, row, row, change),
    ).fetchone()
    return before is not None and before[0] != "delete"
