"""A copy of a database file as it is at one moment, also while others record: SQLite's own backup, read again."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from onrecord.db import files
from onrecord.db.parts import parts, quoted
from onrecord.errors import DatabaseError
from onrecord.outputs.guard import COMPANIONS


def copy(path: Path, draft: Path) -> dict[str, int]:
    """Copies the database into `draft`, an empty file, and reads it again. Gives the number of rows of each table.

    The copy is one file, on the disk, that can be read wherever it lies. DatabaseError: the database is damaged.
    Raises sqlite3.Error as well, about the database or about the disk.
    """
    with (
        closing(files.connect_reading(path, any_schema=True)) as source,
        closing(files.connect(files.uri(draft, "rw"))) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        target.execute("PRAGMA journal_mode = OFF")  # an unfinished copy is thrown away
        # One moment: what is counted is what is copied, whoever records meanwhile.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        if (found := damage(target)) is not None:
            raise DatabaseError(
                f"{path} is damaged ({found}): nothing was changed. "
                "Restore it from a backup, or try sqlite3's .recover."
            )
        counts = rows_by_table(source)
        if counts != rows_by_table(target):
            raise DatabaseError(f"The copy of {path} is not the same as it: nothing was changed. Try again.")
    sync(draft)
    return counts


def damage(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds wrong with a file, on one line; None where it is whole."""
    [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return None if found == "ok" else " ".join(str(found).split())


def rows_by_table(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = [part.name for part in parts(connection) if part.kind == "table" and not part.is_virtual]
    return {name: connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0] for name in tables}


def sync(draft: Path) -> None:
    """Has a file that SQLite has closed written to the disk."""
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def made(draft: Path) -> None:
    """Makes the empty file of a copy, which nobody else may read yet. FileExistsError: there is one."""
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))


def thrown_away(draft: Path) -> None:
    """Takes an unfinished copy away, with what SQLite keeps beside it."""
    for end in ("", *COMPANIONS):
        with suppress(OSError):
            draft.with_name(f"{draft.name}{end}").unlink()
