"""The database file: where it is, what may be one, and the connections to it.

SQLite alone opens the file, its -wal and its -shm, and closes them: a process that opens and closes one of them itself
loses every lock that SQLite holds there in the same process (POSIX; "How To Corrupt An SQLite Database File", 2.2).
So what a file is, is asked through the very connection that will be used; here files are only looked at (stat).
"""

from __future__ import annotations

import errno
import os
import stat

from onrecord import settings
from onrecord.db.reports import BUSY_SECONDS, explained
from onrecord.db.sqlite import sqlite3
from onrecord.errors import DatabaseError, Hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.db.reports import Place

FILE_NAME = "onrecord.db"
APPLICATION_ID = 0x4F6E5265  # "OnRe"
SCHEMA_VERSION = 12
# How many triggers the current schema has, and how long their definitions are in all: a test compares them.
TRIGGERS = (96, 36798)

# The files that this process has opened, the latest last: what it failed on, if it fails.
opened: list[str] = []
_SMALLEST = 512  # bytes: one page
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def named(environ: Mapping[str, str]) -> str | None:
    """The file that ONRECORD_DB names."""
    return os.path.expanduser(environ["ONRECORD_DB"]) if environ.get("ONRECORD_DB") else None


def nearest(folder: Place) -> str | None:
    """The `onrecord.db` in the folder or in the nearest one above it. DatabaseError: it belongs to another user, who was not named."""
    here = os.fspath(folder)
    while True:
        candidate = os.path.join(here, FILE_NAME)
        if os.path.isfile(candidate):
            _refuse_strangers(candidate)
            return candidate
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def _refuse_strangers(database: str) -> None:
    """What lies about in a folder that others may write to is used only where it is named, as git has it with repositories."""
    owner = os.stat(database).st_uid
    # Who works as root by sudo is whoever asked for it.
    if owner not in (os.getuid(), 0, _asked_by()):
        raise DatabaseError(
            f"{database} belongs to another user of this computer, and is used only where it is named.",
            hint=Hint("name_database", path=database),
        )


def _asked_by() -> int:
    """The number of the user who asked sudo for all this; root's where nobody did."""
    asked = os.environ.get("SUDO_UID", "")
    return int(asked) if os.getuid() == 0 and asked.isascii() and asked.isdigit() else 0


def home() -> str:
    """The database in the user's data folder."""
    return os.path.join(data_folder(), FILE_NAME)


def data_folder() -> str:
    """onrecord's folder in the user's data folder; it need not exist."""
    return settings.folder_of("data")


def locate(file: str | None, environ: Mapping[str, str], folder: Place) -> str:
    """Where the database is (or would be): `file`, else ONRECORD_DB, else the nearest `onrecord.db` from
    `folder` upwards, else the usual one."""
    if file is not None:
        return file
    return named(environ) or nearest(folder) or usual()


def usual() -> str:
    """The database that is used where no other is: what the user has settled, else the one in the data folder."""
    if not settings.is_file(settings.user_file()):
        return home()
    from onrecord.settings.reading import stated

    found = stated("database", None, None, settings.user_file())
    return os.path.expanduser(str(found.value)) if found else home()


def parts(path: Place) -> tuple[str, str, str]:
    """The file, its log and the index of its log: what no one but SQLite may open or replace."""
    here = os.path.realpath(path)
    return here, f"{here}-wal", f"{here}-shm"


def is_part(place: Place, database: Place) -> bool:
    """Whether `place` is the database itself, its log or the index of its log, by whatever name or link."""
    try:
        return os.path.realpath(place) in parts(database) or any(
            os.path.samefile(place, part) for part in parts(database) if os.path.exists(part)
        )
    except (OSError, ValueError):  # one of them is not there, or no name of a file
        return False


def uri(path: Place, mode: str) -> str:
    """The address under which SQLite opens this very file (sqlite.org/uri.html)."""
    escaped = "".join(
        chr(byte) if 0x20 < byte < 0x7F and byte not in b"%?#" else f"%{byte:02x}"
        for byte in os.fsencode(os.path.realpath(path))
    )
    return f"file:{escaped}?mode={mode}"


def connect(address: str) -> sqlite3.Connection:
    """A connection that leaves transactions to the caller and waits for others, to whatever is there."""
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def connect_reading(path: Place, *, any_schema: bool = False) -> sqlite3.Connection:
    """A connection to a current onrecord database that cannot write. DatabaseError for any other file."""
    connection, version = _reading(path)
    try:
        if not any_schema:
            refuse_other_schema(path, version)
    except DatabaseError:
        connection.close()
        raise
    return connection


def connect_writing(path: Place) -> sqlite3.Connection:
    """A connection to a current onrecord database whose commits are on the disk when they return.

    DatabaseError for any other file, and for one that cannot be written.
    """
    refuse_no_file(path)
    check_writable(path)
    connection, version = _opened(path, uri(path, "rw"))
    try:
        refuse_other_schema(path, version)
        _settle(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_migrating(path: Place) -> sqlite3.Connection:
    """A connection to a file of any schema, also to an empty one, for whoever makes or rebuilds its tables.

    Foreign keys are off: with them on, dropping a table would take the rows along that point at it.
    """
    connection = connect(uri(path, "rw"))
    try:
        _settle(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def check(path: Place) -> None:
    """Refuses, in one sentence and without changing the file, whatever is not a current onrecord database."""
    connect_reading(path).close()


def schema_version(path: Place) -> int:
    """The schema version of an onrecord database; DatabaseError for anything else."""
    connection, version = _reading(path)
    connection.close()
    return version


def refuse_no_file(path: Place) -> None:
    """DatabaseError where there is nothing that could be a database, without opening it."""
    name = os.fspath(path)
    if not name:
        raise DatabaseError("The name of the database is empty. Is the variable set that it comes from?")
    try:
        status = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise DatabaseError(
                f"{path} is a link to {os.path.realpath(path)}, and there is nothing."
            ) from None
        raise DatabaseError(f"There is no database at {path}.", hint=Hint("make_database")) from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:  # a NUL
        raise DatabaseError(f"{name!r} is not a file name.") from None
    if stat.S_ISDIR(status.st_mode):
        raise DatabaseError(f"{path} is a folder, not a database file.")
    for is_kind, kind in _KINDS:
        if is_kind(status.st_mode):
            raise DatabaseError(f"{path} is {kind}, not a database file.")
    if not status.st_size:
        raise DatabaseError(f"{path} is empty (0 bytes), not a database.", hint=Hint("make_database_anew"))
    if status.st_size < _SMALLEST:
        raise DatabaseError(f"{path} is not an SQLite database.")
    if not os.access(path, os.R_OK):
        raise DatabaseError(f"{path} cannot be read: {os.strerror(errno.EACCES)}.")


def check_writable(path: Place) -> None:
    """DatabaseError where the file, or the folder its log must go to, cannot be written."""
    for place in (path, os.path.dirname(os.path.realpath(path))):
        if not os.access(place, os.W_OK):
            raise DatabaseError(
                f"{path} is on a read-only medium or in a folder you may not write to. "
                "Copy it to a place where you may."
            )


def is_frozen(path: Place) -> bool:
    """Whether the file is on a medium that is mounted read-only and nobody has it open, so far as can be seen.

    Only then may it be read without a lock (SQLite's immutable mode). That somebody may not write here himself says
    nothing about others; and what is mounted read-only here may be written elsewhere, which its log tells.
    """
    if not os.statvfs(path).f_flag & os.ST_RDONLY:
        return False
    _, log, index = parts(path)
    return not os.path.exists(log) or (os.path.getsize(log) == 0 and not os.path.exists(index))


def _reading(path: Place) -> tuple[sqlite3.Connection, int]:
    refuse_no_file(path)
    connection, version = _opened(path, uri(path, "ro") + ("&immutable=1" if is_frozen(path) else ""))
    connection.execute("PRAGMA query_only = ON")
    return connection, version


def _opened(path: Place, address: str) -> tuple[sqlite3.Connection, int]:
    """A connection to an onrecord database, and its schema version."""
    if os.fspath(path) not in opened:
        opened.append(os.fspath(path))
    try:
        connection = connect(address)
        try:
            [application] = connection.execute("PRAGMA application_id").fetchone()
            [version] = connection.execute("PRAGMA user_version").fetchone()
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        problem = explained(path, error)
        if problem is None:
            raise
        raise problem from error
    if application != APPLICATION_ID:
        connection.close()
        raise DatabaseError(f"{path} belongs to another application: it is not an onrecord database.")
    return connection, version


def _settle(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # What is answered for is on the disk: NORMAL would sync the log only now and then.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE is recorded as a deletion too


def refuse_other_schema(path: Place, version: int) -> None:
    """DatabaseError for another schema than this onrecord's."""
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} was made by a newer onrecord (schema {version}; this one knows {SCHEMA_VERSION}). "
            "Upgrade onrecord."
        )
    if version < SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} has schema {version}; this onrecord needs {SCHEMA_VERSION}.", hint=Hint("migrate")
        )
