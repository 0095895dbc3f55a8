"""The only place that opens the database file.

Readers get a read-only connection, writers a transaction that begins IMMEDIATE: a deferred one would have
to be upgraded at its first write, and SQLite refuses that at once, whatever the timeout, when another writer
came in between.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from onrecord.db import files, history
from onrecord.errors import DatabaseError

FILE_NAME = files.FILE_NAME


def locate(given: Path | None, environ: Mapping[str, str], folder: Path) -> Path:
    """`files.locate`, as a path."""
    return given if given is not None else Path(files.locate(None, environ, folder))


def named_by(environ: Mapping[str, str]) -> Path | None:
    """The file that ONRECORD_DB names."""
    named = files.named(environ)
    return Path(named) if named else None


def home_path() -> Path:
    """The database in the user's data folder."""
    return Path(files.home())


@contextmanager
def reading(path: Path) -> Iterator[Session]:
    """A session that sees one consistent state of the file and cannot write to it.

    Raises DatabaseError for a file that is missing, foreign, empty, of another schema, or unreadable.
    """
    files.check(path)
    with explaining(path), _session(read_only_engine(path)) as session:
        yield session


@contextmanager
def writing(path: Path, command: str) -> Iterator[Session]:
    """A session that is one operation of the history: committed whole at the end, or not at all.

    `command` is what the history will show. An operation that changed nothing leaves no trace.
    Raises DatabaseError as `reading` does, and for a file that cannot be written.
    """
    files.check(path)
    files.check_writable(path)
    with explaining(path), _session(writable_engine(path)) as session:
        recording = history.begin(session, command)
        yield session
        session.flush()
        recording.finish()


# KiB of pages, and pages of the log, while rows are loaded by the million.
_LOADING_CACHE, _LOADING_LOG = 48 << 10, 10_000


@contextmanager
def rehearsing(path: Path) -> Iterator[Session]:
    """A writing session whose work is thrown away at the end: for `--dry-run`."""
    files.check(path)
    files.check_writable(path)
    with explaining(path), Session(writable_engine(path), expire_on_commit=False) as session:
        history.begin(session, "rehearsal")
        yield session
        session.flush()
        session.expunge_all()  # what was read stays readable
        session.rollback()


@contextmanager
def loading(path: Path) -> Iterator[Session]:
    """A session outside the history for many transactions in a row, each to be begun by the caller.

    They share a connection and what it has cached: keys are digests, so that every row goes to another page of an index.
    """
    files.check(path)
    files.check_writable(path)
    with explaining(path), writable_engine(path).connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute(f"PRAGMA cache_size = -{_LOADING_CACHE}")
        driver.execute(f"PRAGMA wal_autocheckpoint = {_LOADING_LOG}")
        with Session(connection, expire_on_commit=False) as session:
            yield session


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


# Engines hold no connection (NullPool), but the SQL they compiled: making one anew for every transaction would
# compile everything again.
@lru_cache(maxsize=8)
def writable_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine whose every transaction begins IMMEDIATE. The file must exist."""

    def connect() -> sqlite3.Connection:
        connection = files.connect(files.uri(path, "rw"))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE is recorded as a deletion too
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    return _engine(connect, "BEGIN IMMEDIATE")


@lru_cache(maxsize=8)
def read_only_engine(path: Path) -> Engine:
    """An engine that cannot write, also on a medium that cannot be written to."""
    return _engine(lambda: files.connect_reading(path), "BEGIN")


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    # The driver's own BEGIN comes too late (before the first write) and leaves DDL outside: isolation_level=None
    # switched it off, and this takes its place.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns what SQLite reports about the file into a sentence about it (DatabaseError)."""
    try:
        yield
    except exc.DBAPIError as error:
        sentence = _explanation(path, getattr(error.orig, "sqlite_errorname", ""))
        if sentence is None:
            raise
        raise DatabaseError(sentence) from error
    except sqlite3.Error as error:
        sentence = _explanation(path, getattr(error, "sqlite_errorname", ""))
        if sentence is None:
            raise
        raise DatabaseError(sentence) from error


def _explanation(path: Path, code: str) -> str | None:
    reasons = {
        "SQLITE_BUSY": f"Another program kept {path} busy for {files.BUSY_SECONDS} seconds. Try again.",
        "SQLITE_LOCKED": f"Another program kept {path} busy. Try again.",
        "SQLITE_READONLY": f"{path} cannot be written to. Copy it to a place where it can.",
        "SQLITE_FULL": f"The disk that holds {path} is full; nothing was recorded. Make room and try again.",
        "SQLITE_IOERR": f"Reading or writing {path} failed (full or broken disk?); nothing was recorded.",
        "SQLITE_CANTOPEN": f"{path} cannot be opened. Look at its permissions and those of its folder.",
        "SQLITE_CORRUPT": f"{path} is damaged. Restore it from a backup, or try sqlite3's .recover.",
        "SQLITE_NOTADB": f"{path} is not a database.",
    }
    for name, sentence in reasons.items():
        if code == name or code.startswith(f"{name}_"):
            return sentence
    return None
