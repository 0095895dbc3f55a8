"""Rows of a batch that are about to be made."""

from __future__ import annotations

from collections.abc import Container, Sequence

from onrecord.db.bulk import insert_rows
from onrecord.db.reader import Reader
from onrecord.db.sqlite import Connection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Waiting:
    """Rows that are about to be made, under the ids that they will have."""

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection, self._table = connection, table
        self._next: int | None = None
        self.rows: list[tuple[Any, ...]] = []

    def add(self, row: tuple[Any, ...]) -> int:
        """The id of the row to be."""
        if self._next is None:
            self._next = next_id(Reader(self._connection), self._table)
        row_id = self._next
        self._next += 1
        self.rows.append((row_id, *row))
        return row_id

    def insert(self, columns: Sequence[str], wanted: Container[int]) -> set[int]:
        """Makes those that are wanted, and returns their ids; the others are forgotten."""
        kept = [row for row in self.rows if row[0] in wanted]
        insert_rows(self._connection, self._table, columns, kept)
        return {row[0] for row in kept}


def next_id(reader: Reader, table: str) -> int:
    """The id that the next row gets. Ids are never used twice, also not those of rows that were removed."""
    return int(reader.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0) + 1
