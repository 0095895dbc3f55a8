"""What a database file is, told from its header without opening it as a database.

The header's layout: SQLite file format, section 1.3 (user version at offset 60, application id at 68,
both big-endian).
"""

import os
import sqlite3
from pathlib import Path

from onrecord.errors import DatabaseError

APPLICATION_ID = 0x4F6E5265  # "OnRe"
SCHEMA_VERSION = 4
MAGIC = b"SQLite format 3\x00"


def check(path: Path) -> None:
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


def schema_version(path: Path) -> int:
    """The schema version of an onrecord database; DatabaseError for anything else."""
    try:
        with path.open("rb") as file:
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
    log = Path(f"{path}-wal")
    if application == APPLICATION_ID and log.exists() and log.stat().st_size:
        # A migration's last page may still be in the log.
        return _version_with_log(path, version)
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path} belongs to another application: it is not an onrecord database.")
    return version


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _version_with_log(path: Path, otherwise: int) -> int:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return otherwise
    finally:
        connection.close()


def check_writable(path: Path) -> None:
    """DatabaseError where the file, or the folder its log must go to, cannot be written."""
    for place in (path, path.resolve().parent):
        if not os.access(place, os.W_OK):
            raise DatabaseError(
                f"{path} is on a read-only medium or in a folder you may not write to. "
                "Copy it to a place where you may."
            )


def is_frozen(path: Path) -> bool:
    """Whether nobody can be writing: the folder is not writable, and no log waits to be read."""
    log = Path(f"{path}-wal")
    waiting = log.exists() and log.stat().st_size > 0
    return not waiting and not os.access(path.resolve().parent, os.W_OK)
