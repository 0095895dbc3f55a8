"""The one way to the rows: SQL is text and stands where its noun is; this runs it, and makes one operation of what it changes.

    with writing(path, "onrecord tag …") as store:
        statement = store.one(Statement, "key = ?", (key,))
        store.insert("statement_tags", statement_id=statement.id, tag_id=tag.id)

A transaction begins IMMEDIATE: a deferred one would have to be upgraded at its first write, and SQLite refuses that at
once, whatever the timeout, when another writer came in between.
"""

from __future__ import annotations

from onrecord.db import files, folded, history, turn, whole
from onrecord.db.committed import note_commit, note_size
from onrecord.db.reader import JSON_COLUMNS, Reader
from onrecord.db.reports import NOTHING, explaining
from onrecord.db.sqlite import sqlite3
from onrecord.model.light import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from onrecord.db.reader import Parameters
    from onrecord.db.reports import Place

_EARLIER = "what was taken before stands, and the same command goes on from there"
# KiB of pages, and pages of the log, while rows are loaded by the million.
_LOADING_CACHE, _LOADING_LOG = 128 << 10, 10_000


class Store(Reader):
    """A connection in a transaction of its own. `info` keeps what is to be said of the operation at its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self.info: dict[Any, Any] = {}

    def insert(self, table: str, **values: Any) -> int:
        """Makes a row, with the folded copies of what is searched; returns its id."""
        row = _stored(table, values)
        columns = ", ".join([f'"{name}"' for name in row])
        cursor = self.connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def update(self, table: str, row_id: int, **values: Any) -> None:
        """Gives a row other values, and the folded copies that belong to them."""
        row = _stored(table, values)
        if row:
            assignments = ", ".join([f'"{name}" = ?' for name in row])
            self.connection.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*row.values(), row_id))

    def delete(self, table: str, row_id: int) -> None:
        """Takes a row away."""
        self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one statement that changes rows; returns how many. Who writes a searched text writes its copy too."""
        return self.connection.execute(sql, parameters).rowcount

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is done inside is kept where it ends well, and undone where it raises: all else stands."""
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            # A full disk may have undone all there was.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO part")
                self.connection.execute("RELEASE part")
            raise
        self.connection.execute("RELEASE part")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A transaction of a connection that has none yet, as one of `loading`: kept at the end, undone where it raises."""
        turn.begin(self.connection)
        try:
            yield
        except BaseException:
            _roll_back(self.connection)
            raise
        self.connection.execute("COMMIT")


def _stored(table: str, values: dict[str, Any]) -> dict[str, Any]:
    row = dict(values)
    for name in JSON_COLUMNS.get(table, ()):
        if row.get(name) is not None:
            import json  # for the few columns that hold it

            row[name] = json.dumps(row[name])
    return row | folded.of(table, row)


@contextmanager
def reading(path: Place) -> Iterator[Store]:
    """One consistent state of the file, which cannot be written to. DatabaseError: see `files.connect_reading`."""
    with explaining(path):
        connection = files.connect_reading(path)
        try:
            connection.execute("BEGIN")
            yield Store(connection)
        finally:
            connection.close()


@contextmanager
def writing(path: Place, command: str, *, rehearse: bool = False, many: bool = False) -> Iterator[Store]:
    """One operation of the history: committed whole at the end, or not at all; with `rehearse` never.

    `many`: rows may go by the million, hundreds a statement; how these pages were before is kept in memory, not in a file.

    `command` is what the history will show. An operation that changed nothing leaves no trace. DatabaseError as `reading`
    has them, and for a file that cannot be written.
    """
    with explaining(path, NOTHING):
        connection = whole.connect(path)
        try:
            if many:  # SQLite settles it when a transaction begins
                connection.execute("PRAGMA temp_store = MEMORY")
            turn.begin(connection)
            store = Store(connection)
            recording = history.begin(connection, command)
            try:
                yield store
                if changed := not rehearse and recording.finish():
                    note_size(path, connection)
            except BaseException:
                _roll_back(connection)
                raise
            connection.execute("ROLLBACK" if rehearse else "COMMIT")
        finally:
            connection.close()
    if changed:
        note_commit()


@contextmanager
def loading(path: Place) -> Iterator[Store]:
    """A store outside the history for many transactions in a row, each to be begun by the caller (`transaction`).

    They share a connection and what it has cached: keys are digests, so that every row goes to another page of an index.
    """
    with explaining(path, _EARLIER):
        connection = whole.connect(path)
        try:
            connection.execute(f"PRAGMA cache_size = -{_LOADING_CACHE}")
            # The journal of a statement has every page that its rows go to: for many rows, most of what would be written.
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOADING_LOG}")
            # Only a checkpoint waits for the disk, and the end of all: a batch need not.
            connection.execute("PRAGMA synchronous = NORMAL")
            try:
                yield Store(connection)
            except BaseException:
                with suppress(sqlite3.Error):
                    _reach_the_disk(connection)
                raise
            if connection.total_changes:
                note_size(path, connection)
            _reach_the_disk(connection)
        finally:
            connection.close()


def _reach_the_disk(connection: sqlite3.Connection) -> None:
    """Syncs the log with all that was committed to it: a commit that syncs takes along what stands before it there."""
    _roll_back(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA user_version = {files.SCHEMA_VERSION}")  # the least that can be written


def _roll_back(connection: sqlite3.Connection) -> None:
    # A full disk may have done it already.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
