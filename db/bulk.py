"""Many rows into one table, with the folded copies of what is searched."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

from onrecord.db.folded import SEARCHED
from onrecord.text.wordfold import copy_of

# SQLite looks up and writes a table's last id once a statement: with a row a statement that takes half of the time.
_TOGETHER = 100


def insert_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Inserts `rows`, each with a value for every one of `columns`, a hundred a statement."""
    columns, rows = _folded(table, columns, rows)
    row = f"({', '.join('?' * len(columns))})"
    for together in _chunks(rows):
        connection.execute(
            f"INSERT INTO {table}({', '.join(columns)}) VALUES {', '.join([row] * len(together))}",
            tuple(chain.from_iterable(together)),
        )


def _folded(
    table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> tuple[Sequence[str], Sequence[tuple[Any, ...]]]:
    """The same with folded copies, where any row needs one."""
    for searched in SEARCHED.get(table, ()):
        if searched in columns:
            place = columns.index(searched)
            copies = [copy_of(row[place] or "") for row in rows]
            if any(copies):
                columns = (*columns, f"{searched}_folded")
                rows = [(*row, copy) for row, copy in zip(rows, copies, strict=True)]
    return columns, rows


def _chunks(rows: Sequence[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    left = iter(rows)
    while together := list(islice(left, _TOGETHER)):
        yield together
