"""What a database file is, told from its header without opening it as a database.

The header's layout: SQLite file format, section 1.3 (user version at offset 60, application id at 68,
both big-endian).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping

from onrecord.errors import DatabaseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike

    Place = str | PathLike[str]

FILE_NAME = "onrecord.db"
BUSY_SECONDS = 30

APPLICATION_ID = 0x4F6E5265  # "OnRe"
SCHEMA_VERSION = 5
MAGIC = b"SQLite format 3\x00"


def named(environ: Mapping[str, str]) -> str | None:
    """The file that ONRECORD_DB names."""
    return os.path.expanduser(environ["ONRECORD_DB"]) if environ.get("ONRECORD_DB") else None


def nearest(folder: Place) -> str | None:
    """The `onrecord.db` in the folder or in the nearest one above it."""
    here = os.fspath(folder)
    while True:
        candidate = os.path.join(here, FILE_NAME)
        if os.path.isfile(candidate):
            return candidate
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def home() -> str:
    """The database in the user's data folder."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("onrecord", appauthor=False), FILE_NAME)


def locate(given: str | None, environ: Mapping[str, str], folder: Place) -> str:
    """Where the database is (or would be): `given`, else ONRECORD_DB, else the nearest `onrecord.db` from
    `folder` upwards, else the user's data folder."""
    return given or named(environ) or nearest(folder) or home()


def uri(path: Place, mode: str) -> str:
    """The address under which SQLite opens this very file (sqlite.org/uri.html)."""
    escaped = "".join(
        chr(byte) if 0x20 < byte < 0x7F and byte not in b"%?#" else f"%{byte:02x}"
        for byte in os.fsencode(os.path.realpath(path))
    )
    return f"file:{escaped}?mode={mode}"


def connect(address: str) -> sqlite3.Connection:
    """A connection that leaves transactions to the caller and waits for others. `engine` and `reader` call it."""
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def connect_reading(path: Place) -> sqlite3.Connection:
    """A connection that cannot write, also on a medium that cannot be written to."""
    address = uri(path, "ro")
    if is_frozen(path):
        # Nobody can write here, so there is nothing that immutable mode could miss.
        address += "&immutable=1"
    connection = connect(address)
    connection.execute("PRAGMA query_only = ON")
    return connection


def check(path: Place) -> None:
    """Refuses, in one sentence and without touching the file, whatever is not a current onrecord database."""
    version = schema_version(path)
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} was made by a newer onrecord (schema {version}; this one knows {SCHEMA_VERSION}). "
            "Upgrade onrecord."
        )
    if version < SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} has schema {version}; this onrecord needs {SCHEMA_VERSION}. Run: onrecord migrate"
        )


def schema_version(path: Place) -> int:
    """The schema version of an onrecord database; DatabaseError for anything else."""
    try:
        with open(path, "rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise DatabaseError(f"There is no database at {path}. Make one with: onrecord init") from None
    except IsADirectoryError:
        raise DatabaseError(f"{path} is a folder, not a database file.") from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}.") from None
    if not header:
        raise DatabaseError(f"{path} is empty (0 bytes), not a database. Delete it, then: onrecord init")
    if len(header) < 100 or not header.startswith(MAGIC):
        raise DatabaseError(f"{path} is not an SQLite database.")
    version, application = _number(header, 60), _number(header, 68)
    if application == APPLICATION_ID and _log_waits(path):
        # A migration's last page may still be in the log.
        return _version_with_log(path, version)
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path} belongs to another application: it is not an onrecord database.")
    return version


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _version_with_log(path: Place, otherwise: int) -> int:
    connection = sqlite3.connect(uri(path, "ro"), uri=True)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return otherwise
    finally:
        connection.close()


def check_writable(path: Place) -> None:
    """DatabaseError where the file, or the folder its log must go to, cannot be written."""
    for place in (path, os.path.dirname(os.path.realpath(path))):
        if not os.access(place, os.W_OK):
            raise DatabaseError(
                f"{path} is on a read-only medium or in a folder you may not write to. "
                "Copy it to a place where you may."
            )


def is_frozen(path: Place) -> bool:
    """Whether nobody can be writing: the folder is not writable, and no log waits to be read."""
    return not _log_waits(path) and not os.access(os.path.dirname(os.path.realpath(path)), os.W_OK)


def _log_waits(path: Place) -> bool:
    log = f"{os.fspath(path)}-wal"
    return os.path.exists(log) and os.path.getsize(log) > 0
