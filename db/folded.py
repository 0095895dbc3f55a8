"""Which columns are searched, and the folded copy beside each of them.

`<column>_folded` holds what the full-text index has instead of the column's own text; NULL where SQLite's tokenizer
folds that text just so, as nearly all that is written in Latin letters. It follows from the text: it is left out of the history and
of what is exported, and whoever writes the text writes it (`of`). Where another program changes the text, a trigger
empties it; `refold` makes all of them anew.
"""

from __future__ import annotations

from onrecord.text.wordfold import copy_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

# By table: the columns with a folded copy.
SEARCHED: Mapping[str, tuple[str, ...]] = {
    "statements": ("text",),
    "attributions": ("wording",),
    "speaker_names": ("name",),
    "sources": ("title", "container_title"),
}
# Of all tables.
COPIES = frozenset(f"{column}_folded" for columns in SEARCHED.values() for column in columns)


def of(table: str, row: Mapping[str, object]) -> dict[str, str | None]:
    """The folded copies that belong to a row, by column: those of the searched columns that it has."""
    return {
        f"{column}_folded": copy_of(text) if isinstance(text := row[column], str) else None
        for column in SEARCHED.get(table, ())
        if column in row
    }


def refold(connection: sqlite3.Connection) -> int:
    """Makes every folded copy anew, whoever wrote the texts; returns how many were not what they should be.

    The connection is in a transaction. The indexes follow by their triggers.
    """
    changed = 0
    for table, columns in SEARCHED.items():
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        # An older schema has no copies yet: its migration makes them.
        changed += sum(
            _refold(connection, table, column) for column in columns if f"{column}_folded" in there
        )
    return changed


def refold_rows(connection: sqlite3.Connection, table: str, first: int, last: int) -> int:
    """The same for the rows of one table with these ids, and those between."""
    return sum(_refold(connection, table, column, (first, last)) for column in SEARCHED[table])


def _refold(
    connection: sqlite3.Connection, table: str, column: str, ids: tuple[int, int] | None = None
) -> int:
    rows = connection.execute(
        # What is in ASCII takes as many bytes as it has characters, and needs no copy.
        f"SELECT id, {column}, {column}_folded FROM {table} "
        f"WHERE {'id BETWEEN ? AND ? AND' if ids else ''} "
        f"(length({column}) <> length(CAST({column} AS BLOB)) OR {column}_folded IS NOT NULL)",
        ids or (),
    )
    stale = [(folded, row_id) for row_id, text, kept in rows if (folded := copy_of(text or "")) != kept]
    connection.executemany(f"UPDATE {table} SET {column}_folded = ? WHERE id = ?", stale)
    return len(stale)
