"""SQLite files of other programs: copied, opened for reading alone, and trusted in nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.db.sqlite import sqlite3
from onrecord.errors import InputError
from onrecord.text.clean import one_line

MAGIC = b"SQLite format 3\0"
# The largest file; a library of a life of reading is some hundred megabytes.
_LARGEST = 1 << 30
_LONGEST = 64 << 20
# Steps of SQLite's machine between two looks, and how many looks a query may last.
_STEPS, _LOOKS = 1_000_000, 2_000
_LENGTH = 0


class Foreign:
    """A database of another program."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self.tables = frozenset(
            row[0] for row in self._read("SELECT name FROM sqlite_master WHERE type = 'table'")
        )

    def rows(
        self, table: str, columns: Sequence[str], order: Sequence[str] = ()
    ) -> Iterator[dict[str, object]]:
        """The rows of a table as values by column, sorted by the columns of `order`; None for a column that this version of the program has not.

        Nothing where there is no such table. InputError: the file is damaged.
        """
        if table not in self.tables:
            return
        there = {row[1] for row in self._read(f"PRAGMA table_info({_quoted(table)})")}
        wanted = [column if column in there else None for column in columns]
        listed = ", ".join(_quoted(one) if one else "NULL" for one in wanted)
        by = ", ".join(_quoted(one) for one in order if one in there)
        for row in self._read(f"SELECT {listed} FROM {_quoted(table)}{' ORDER BY ' * bool(by)}{by}"):
            yield dict(zip(columns, row, strict=True))

    def _read(self, sql: str) -> Iterator[tuple[object, ...]]:
        looks = 0

        def over() -> bool:
            nonlocal looks
            looks += 1
            return looks > _LOOKS

        self._connection.set_progress_handler(over, _STEPS)
        try:
            yield from self._connection.execute(sql)
        except (sqlite3.Error, OverflowError, UnicodeDecodeError):
            # What it says of a damaged schema may hold bytes that are no text.
            raise InputError(f"{one_line(self._name)} is a damaged SQLite database.") from None


@contextmanager
def opened(stream: BinaryIO, name: str) -> Iterator[Foreign]:
    """The database in a stream, with what its program has not yet put into the file (the log beside `name`).

    InputError: it is none, too large, or damaged.
    """
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder, "copy.sqlite")
        stream.seek(0, os.SEEK_END)
        if stream.tell() > _LARGEST:
            raise InputError(f"{one_line(name)} is larger than {_LARGEST >> 20} MiB; it is not read.")
        stream.seek(0)
        with path.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        log = Path(f"{name}-wal")
        try:
            if log.is_file() and log.stat().st_size <= _LARGEST:
                shutil.copyfile(log, f"{path}-wal")
        except (OSError, ValueError):
            pass
        try:
            connection = sqlite3.connect(path, isolation_level=None)
        except sqlite3.Error:
            raise InputError(f"{one_line(name)} is a damaged SQLite database.") from None
        try:
            connection.text_factory = lambda written: written.decode("utf-8", "replace")
            connection.setlimit(_LENGTH, _LONGEST)
            for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
                connection.execute(f"PRAGMA {pragma}")
            yield Foreign(connection, name)
        except (sqlite3.Error, UnicodeDecodeError):
            raise InputError(f"{one_line(name)} is a damaged SQLite database.") from None
        finally:
            connection.close()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
