"""Many rows into one table."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

# SQLite looks up and writes a table's last id once a statement: with a row a statement that takes half of the time.
_TOGETHER = 100


def insert_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Inserts `rows`, each with a value for every one of `columns`, a hundred a statement."""
    row = f"({', '.join('?' * len(columns))})"
    for together in _chunks(rows):
        connection.execute(
            f"INSERT INTO {table}({', '.join(columns)}) VALUES {', '.join([row] * len(together))}",
            tuple(chain.from_iterable(together)),
        )


def _chunks(rows: Sequence[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    left = iter(rows)
    while together := list(islice(left, _TOGETHER)):
        yield together
