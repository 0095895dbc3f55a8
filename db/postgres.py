"""A database on PostgreSQL: a copy of a file's tables there, and a reader of them that answers as the file's does.

Whatever reads through a `Reader` reads there too; full text, the history's triggers and recording are SQLite's alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import MetaData, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from onrecord.db import dialect, files, views
from onrecord.db import models as _models  # noqa: F401  (fills the metadata)
from onrecord.db.base import Base
from onrecord.db.reader import Reader
from onrecord.errors import ConflictError, DatabaseError, UsageError

if TYPE_CHECKING:
    import psycopg

    from onrecord.db.reader import Parameters
    from onrecord.db.sqlite import sqlite3

_BATCH = 1000


class PostgresReader(Reader):
    """A reader of a copy on PostgreSQL. Rows are tuples and records as in SQLite; a boolean equals its 0 or 1."""

    def __init__(self, connection: psycopg.Connection[Any], address: str) -> None:
        self._postgres = connection
        self._address = address

    def iterate(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        written, named = dialect.translated(sql, parameters)
        try:
            yield from self._postgres.execute(written.encode(), named)
        except self._error as error:
            raise DatabaseError(f"PostgreSQL could not answer: {str(error).strip()}") from error

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        return list(self.iterate(sql, parameters))

    def records(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        names, rows = self._named(sql, parameters)
        return cast("list[sqlite3.Row]", [_Record(names, row) for row in rows])

    def dicts(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        names, rows = self._named(sql, parameters)
        backwards = names[::-1]
        return [dict(zip(backwards, row[::-1], strict=True)) for row in rows]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        return [row[0] for row in self.iterate(sql, parameters)]

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        rows = self.rows(sql, parameters)
        return rows[0][0] if rows else None

    def unnoted(self) -> list[tuple[str, int, int]]:
        return []  # nobody records in a copy

    def next_operation(self) -> int:
        return 1 + int(self.value("SELECT coalesce(max(id), 0) FROM operations"))

    def file(self) -> str:
        """The address of the database, without its password."""
        return self._address

    def _named(self, sql: str, parameters: Parameters) -> tuple[list[str], list[tuple[Any, ...]]]:
        written, named = dialect.translated(sql, parameters)
        try:
            cursor = self._postgres.execute(written.encode(), named)
            return [column.name for column in cursor.description or ()], cursor.fetchall()
        except self._error as error:
            raise DatabaseError(f"PostgreSQL could not answer: {str(error).strip()}") from error

    @property
    def _error(self) -> type[Exception]:
        import psycopg

        return psycopg.Error


class _Record:
    """A row whose columns are found by name or place, as a `sqlite3.Row`'s are."""

    __slots__ = ("_names", "_row")

    def __init__(self, names: list[str], row: tuple[Any, ...]) -> None:
        self._names, self._row = names, row

    def __getitem__(self, key: str | int | slice) -> Any:
        return self._row[self._names.index(key) if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def keys(self) -> list[str]:
        return self._names


def copy(path: str, address: str) -> int:
    """Makes the tables of onrecord at `address` ("postgresql://…", an empty schema) and fills them from the file at `path`.

    All of it or nothing; returns the number of rows. ConflictError: there are tables of onrecord already. UsageError: no
    such address. DatabaseError: the server refuses, or the package psycopg is missing.
    """
    import sqlite3

    engine = _engine(address)
    source = files.connect_reading(path)
    number = 0
    try:
        source.execute("BEGIN")
        with engine.begin() as connection:
            here = MetaData()
            here.reflect(connection)
            if taken := here.tables.keys() & Base.metadata.tables.keys():
                raise ConflictError(f"There are tables of onrecord already: {', '.join(sorted(taken))}.")
            for function in dialect.FUNCTIONS:
                connection.exec_driver_sql(function.replace("%", "%%"))
            Base.metadata.create_all(connection)
            raw = connection.connection.driver_connection
            assert raw is not None
            for table in Base.metadata.sorted_tables:
                number += _fill(source, raw, table)
            for view in views.ddl(names_subqueries=True):
                raw.execute(view.encode())
        return number
    except SQLAlchemyError as error:
        raise DatabaseError(f"PostgreSQL refuses: {str(error.args[0]).strip()}") from error
    except sqlite3.Error as error:
        raise DatabaseError(f"{path} cannot be read: {error}") from error
    finally:
        source.close()
        engine.dispose()


@contextmanager
def opened(address: str) -> Iterator[PostgresReader]:
    """A reader that sees one consistent state. UsageError: no such address. DatabaseError: the server refuses."""
    engine = _engine(address)
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            _read_json_as_text(raw)
            raw.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield PostgresReader(raw, engine.url.render_as_string(hide_password=True))
    except SQLAlchemyError as error:
        raise DatabaseError(f"PostgreSQL refuses: {str(error.args[0]).strip()}") from error
    finally:
        engine.dispose()


def _engine(address: str) -> Any:
    try:
        url = make_url(address)
    except ArgumentError:
        raise UsageError(f"{address!r} is not the address of a database.") from None
    if url.get_backend_name() != "postgresql":
        raise UsageError(f"An address of PostgreSQL begins with postgresql://, not {url.drivername}://.")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)
    except ModuleNotFoundError:
        raise DatabaseError("PostgreSQL needs the package psycopg: pip install psycopg[binary].") from None


def _read_json_as_text(connection: psycopg.Connection[Any]) -> None:
    from psycopg.types.string import TextLoader

    connection.adapters.register_loader("json", TextLoader)


def _fill(source: sqlite3.Connection, target: psycopg.Connection[Any], table: Any) -> int:
    columns = [column.name for column in table.columns]
    booleans = [place for place, column in enumerate(table.columns) if column.type.python_type is bool]
    listed = ", ".join([f'"{name}"' for name in columns])
    rows = source.execute(f"SELECT {listed} FROM {table.name} ORDER BY id")
    number = 0
    with target.cursor().copy(f"COPY {table.name} ({listed}) FROM STDIN".encode()) as into:
        while some := rows.fetchmany(_BATCH):
            for row in some:
                values = list(row)
                for place in booleans:
                    values[place] = bool(values[place])
                into.write_row(values)
            number += len(some)
    target.execute(
        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {table.name}), false)".encode()
    )
    return number
