"""Reading with plain SQL: rows as the driver gives them, without a mapper between.

What answers at once (search, show, completion) reads through this, and so does all that only reads; SQLAlchemy is for
what is written. Lists of ids go in as one JSON array, so that their number has no limit (SQLite: json_each).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from onrecord.db import files
from onrecord.db.sqlite import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy.orm import Session

    Parameters = Sequence[Any] | Mapping[str, Any]


class Reader:
    """A connection to read from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows."""
        return self.connection.execute(sql, parameters).fetchall()

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


def of(asked: Session | Reader) -> Reader:
    """The reader of a session, which sees what the session has not written yet; a reader is its own."""
    if isinstance(asked, Reader):
        return asked
    asked.flush()
    driver = asked.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return Reader(driver)


def array(ids: Iterable[int]) -> str:
    """Ids as a JSON array, for `IN (SELECT value FROM json_each(?))`."""
    return f"[{','.join(map(str, ids))}]"
