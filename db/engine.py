"""Sessions on the database file.

Readers get a read-only connection, writers a transaction that begins IMMEDIATE: a deferred one would have
to be upgraded at its first write, and SQLite refuses that at once, whatever the timeout, when another writer
came in between.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from onrecord.db import driver, files, history, whole
from onrecord.db.committed import note_commit
from onrecord.db.explaining import NOTHING, explaining

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
    with explaining(path), _session(read_only_engine(path)) as session:
        yield session


@contextmanager
def writing(path: Path, command: str) -> Iterator[Session]:
    """A session that is one operation of the history: committed whole at the end, or not at all.

    `command` is what the history will show. An operation that changed nothing leaves no trace.
    Raises DatabaseError as `reading` does, and for a file that cannot be written.
    """
    with explaining(path, NOTHING), _session(writable_engine(path)) as session:
        recording = history.begin(driver.raw(session.connection()), command)
        yield session
        session.flush()
        changed = recording.finish()
    if changed:
        note_commit()


@contextmanager
def rehearsing(path: Path) -> Iterator[Session]:
    """A writing session whose work is thrown away at the end: for `--dry-run`."""
    with explaining(path), Session(writable_engine(path), expire_on_commit=False) as session:
        history.begin(driver.raw(session.connection()), "rehearsal")
        yield session
        session.flush()
        session.expunge_all()  # what was read stays readable
        session.rollback()


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session, session.begin():
        session.connection()  # what cannot be opened is refused here, whatever is asked
        yield session


# Engines hold no connection (NullPool), but the SQL they compiled: making one anew for every transaction would
# compile everything again.
@lru_cache(maxsize=8)
def writable_engine(path: Path) -> Engine:
    """An engine on a current database whose every transaction begins IMMEDIATE."""
    return driver.engine(lambda: whole.connect(path), "BEGIN IMMEDIATE")


@lru_cache(maxsize=8)
def read_only_engine(path: Path) -> Engine:
    """An engine that cannot write, also on a medium that cannot be written to."""
    return driver.engine(lambda: files.connect_reading(path), "BEGIN")
