"""Reading with plain SQL: rows as the driver gives them, or as records, without a mapper between.

Whatever only reads takes a `Reader`; a `Store` is one, too. Lists of ids go in as one JSON array, so that their number has no limit (SQLite: json_each).
"""

from __future__ import annotations

from onrecord.db import files
from onrecord.db.sqlite import sqlite3
from onrecord.errors import DatabaseError
from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, TypeVar

    from onrecord.db.reports import Place
    from onrecord.db.rows import Row

    R = TypeVar("R", bound=Row)
    Parameters = Sequence[Any] | Mapping[str, Any]

# Columns that hold JSON.
JSON_COLUMNS = {"sources": ("csl",), "snapshots": ("places",), "proposals": ("stretches", "via")}


class Reader:
    """A connection to read from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows."""
        return self.connection.execute(sql, parameters).fetchall()

    def iterate(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows one by one, for more of them than memory should hold."""
        return self.connection.execute(sql, parameters)

    def records(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows, their columns by name."""
        cursor = self.connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, parameters).fetchall()

    def dicts(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """All rows as dictionaries, for many columns: a `sqlite3.Row` looks through its names for each of them. Of two columns
        of one name the first counts, as there."""
        cursor = self.connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description][::-1]
        return [dict(zip(names, row[::-1], strict=True)) for row in cursor]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.connection.execute(sql, parameters)]

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row; None where there is no row."""
        row = self.connection.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    def all(
        self, kind: type[R], where: str = "1 = 1", parameters: Parameters = (), *, order: str = "id"
    ) -> list[R]:
        """The rows of a table for which the SQL condition `where` holds."""
        fields: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
        columns = ", ".join([f'"{name}"' for name in fields])
        rows = self.rows(f"SELECT {columns} FROM {kind.table} WHERE {where} ORDER BY {order}", parameters)
        return [_made(kind, fields, row) for row in rows]

    def one(self, kind: type[R], where: str, parameters: Parameters) -> R | None:
        """The first such row, by id; None where there is none."""
        found = self.all(kind, where, parameters, order="id LIMIT 1")
        return found[0] if found else None

    def get(self, kind: type[R], row_id: int) -> R:
        """The row with this id. DatabaseError: it is not there, which an id from this database never is."""
        row = self.one(kind, "id = ?", (row_id,))
        if row is None:
            raise DatabaseError(f"There is no row {row_id} in {kind.table}.")
        return row

    def unnoted(self) -> list[tuple[str, int, int]]:
        """Rows that nothing is known to have made, in ranges (table, first, last)."""
        from onrecord.db.history import unnoted_inserts  # seldom asked for

        return unnoted_inserts(self.connection)

    def next_operation(self) -> int:
        """The number that the next operation gets; numbers of those that changed nothing are not used again."""
        return 1 + int(
            self.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'operations'")
        )

    def file(self) -> str:
        """The path of the database, as SQLite has it."""
        return str(self.value("SELECT file FROM pragma_database_list LIMIT 1"))


@contextmanager
def opened(path: str) -> Iterator[Reader]:
    """A reader that sees one consistent state of the file.

    Raises DatabaseError for a file that is missing, foreign, empty or of another schema, and sqlite3.Error.
    """
    connection = files.connect_reading(path)
    try:
        connection.execute("BEGIN")
        yield Reader(connection)
    finally:
        connection.close()


def disturbed(path: Place, connection: sqlite3.Connection) -> DatabaseError | None:
    """What another program took away of the file: since then, outcomes of checks may be older than the wordings they are of.

    None where all is there: that is asked in a moment, for whoever only reads, and looked at closely only where it seems not so.
    """
    triggers = connection.execute(
        "SELECT count(*), total(length(sql)) FROM sqlite_master WHERE type = 'trigger'"
    ).fetchone()
    if triggers == files.TRIGGERS:
        return None
    from onrecord.db import whole

    return whole.problem(path, connection)


def _made(kind: type[R], fields: tuple[str, ...], row: tuple[Any, ...]) -> R:
    values = dict(zip(fields, row, strict=True))
    for name in JSON_COLUMNS.get(kind.table, ()):
        if values[name] is not None:
            import json  # for the few columns that hold it

            values[name] = json.loads(values[name])
    for name, written in kind.__annotations__.items():
        if written == "bool":
            values[name] = bool(values[name])
    return kind(**values)


def array(ids: Iterable[int]) -> str:
    """Ids as a JSON array, for `IN (SELECT value FROM json_each(?))`."""
    return f"[{','.join(map(str, ids))}]"
