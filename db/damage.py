"""What is wrong with a file on which something failed that never should: asked only then, as it reads all of it."""

from __future__ import annotations

from contextlib import closing

from onrecord.db import files
from onrecord.db.parts import Part, differences, parts, quoted
from onrecord.db.sqlite import sqlite3
from onrecord.errors import DatabaseError, OnrecordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reports import Place

# By what a column is declared as, what its values may be.
_KINDS = {
    "VARCHAR": ("text",),
    "JSON": ("text",),
    "INTEGER": ("integer",),
    "BOOLEAN": ("integer",),
    "DOUBLE": ("real", "integer"),
    "BLOB": ("blob",),
}


def found(path: Place) -> OnrecordError | None:
    """The error that says what is wrong with the file; None where nothing is."""
    try:
        with closing(files.connect_reading(path)) as connection:
            different = differences(parts(connection), _schema())
            if different:
                from onrecord.db.whole import refusal

                return refusal(path, different)
            whole = _is_whole(connection)
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError):
        whole = False
    except DatabaseError as error:
        return error
    if whole:
        return None
    return DatabaseError(f"{path} is damaged. Restore it from a backup, or try sqlite3's .recover.")


def _schema() -> tuple[Part, ...]:
    from onrecord.db.migrate import schema

    return schema(files.SCHEMA_VERSION)


def _is_whole(connection: sqlite3.Connection) -> bool:
    [said] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        return False
    for part in _schema():
        if part.kind == "table" and not part.is_virtual and not readable(connection, part.name):
            return False
    return True


def readable(connection: sqlite3.Connection, table: str) -> bool:
    """Whether every value is of its column's kind: text that is text, JSON that is JSON."""
    columns = connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    for _, name, declared, *_ in columns:
        kind = declared.partition("(")[0].upper()
        if kind not in _KINDS:
            continue
        allowed = ", ".join(f"'{one}'" for one in (*_KINDS[kind], "null"))
        wrong = f"typeof({quoted(name)}) NOT IN ({allowed})"
        if kind == "JSON":
            wrong += f" OR ({quoted(name)} IS NOT NULL AND NOT json_valid({quoted(name)}))"
        if connection.execute(f"SELECT 1 FROM {quoted(table)} WHERE {wrong} LIMIT 1").fetchone():
            return False
        if kind in ("VARCHAR", "JSON"):
            for _ in connection.execute(f"SELECT {quoted(name)} FROM {quoted(table)}"):
                pass  # what is no UTF-8 fails here
    return True
