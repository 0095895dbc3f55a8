"""Many rows into one table, with the folded copies of what is searched."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

from onrecord.db.folded import SEARCHED
from onrecord.text.wordfold import copy_of

# SQLite looks up and writes a table's last id once a statement: with a row a statement that takes half of the time.
_TOGETHER = 100
# Of so many rows it is worth looking for columns without a value, and of so many they are looked for together.
_MANY, _LOOKED_AT = 500, 5000


def insert_rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Inserts `rows`, each with a value for every one of `columns`, a hundred a statement."""
    columns, rows = _folded(table, columns, rows)
    for start in range(0, len(rows), _LOOKED_AT):
        some = rows[start : start + _LOOKED_AT]
        places, some = _without_nothing(some) if len(some) >= _MANY else ("?" * len(columns), some)
        row = f"({', '.join(places).replace('-', 'NULL')})"
        for together in _chunks(some):
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


def _without_nothing(rows: Sequence[tuple[Any, ...]]) -> tuple[str, Sequence[tuple[Any, ...]]]:
    """A letter for each column, "-" where no row has a value, and the rows without these columns.

    To hand over None takes Python's sqlite3 a microsecond, ten times as long as a text.
    """
    by_column = list(zip(*rows, strict=True))
    places = "".join(["-" if values.count(None) == len(rows) else "?" for values in by_column])
    if "?" not in places:
        return "?" * len(places), rows
    return places, list(
        zip(*[values for values, place in zip(by_column, places, strict=True) if place == "?"], strict=True)
    )


def _chunks(rows: Sequence[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    left = iter(rows)
    while together := list(islice(left, _TOGETHER)):
        yield together
