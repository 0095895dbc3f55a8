"""What is wrong with the file itself: pages, rules, references, numbers, parts and full text; each by a name and where."""

from __future__ import annotations

import os
import stat

from onrecord.db import files
from onrecord.db.damage import readable
from onrecord.db.parts import parts, quoted
from onrecord.db.sqlite import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.parts import Part
    from onrecord.db.reports import Place

_MOST = 100
_OF_AN_INDEX = ("missing from index", "wrong # of entries in index", "non-unique entry in index")
_OF_A_RULE = (
    "CHECK constraint failed",
    "NULL value in",
    "NUMERIC value in",
    "TEXT value in",
    "NOT NULL constraint",
)
_DRAFTS = (".backup-unfinished", ".restore-unfinished", ".aside-unfinished")

# The columns whose values only one row may have, also where the rule that says so is gone.
_UNIQUE = (
    ("statements", "key"), ("claims", "key"), ("sources", "citekey"), ("sources", "url_key"), ("speakers", "slug"),
    ("speakers", "wikidata_id"), ("tags", "name"), ("citekey_aliases", "citekey"),
)  # fmt: skip


def pages(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """What SQLite itself finds, as (kind, where): damaged, index-entries, rule, orphan."""
    try:
        for (found,) in connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall():
            said = " ".join(str(found).split())
            if said == "ok":
                continue
            if any(one in said for one in _OF_AN_INDEX):
                yield "index-entries", said
            else:
                yield ("rule" if any(one in said for one in _OF_A_RULE) else "damaged"), said
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST * 10):
            yield "orphan", f"row {row} of {table}, at {parent}"
    except sqlite3.DatabaseError as error:
        yield "damaged", str(error)


def made_of(
    connection: sqlite3.Connection, expected: Sequence[Part], version: int
) -> Iterator[tuple[str, str]]:
    """What another program has made of tables, views, indexes and triggers; and what the file says of its schema."""
    from onrecord.db.parts import differences

    present = parts(connection)
    for difference in differences(present, expected):
        if difference.part.kind == "trigger":
            yield ("trigger-gone" if difference.found is None else "trigger-changed"), difference.part.name
        else:
            yield difference.part.kind, difference.part.name
    ours = {part.name for part in expected}
    for part in present:
        if part.kind == "trigger" and part.name not in ours and part.table in ours:
            yield "trigger-foreign", f"{part.name} on {part.table}"
    told = {str(one) for (one,) in connection.execute("SELECT version_num FROM alembic_version")}
    if told != {f"{version:04}"}:
        yield "version", f"{version} and {', '.join(sorted(told)) or 'none'}"


def values(connection: sqlite3.Connection, expected: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Columns that hold what they may not: of another type, no JSON, no UTF-8; and numbers that would be given out again."""
    for part in expected:
        if part.kind != "table" or part.is_virtual:
            continue
        try:
            fine = readable(connection, part.name)
        except (sqlite3.Error, UnicodeError, OverflowError):
            fine = False
        if not fine:
            yield "value", f"table {part.name}"
    for table, column in _UNIQUE:
        if any(row[1] == column for row in connection.execute(f"PRAGMA table_info({table})")):
            for (value,) in connection.execute(
                f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL GROUP BY {column} HAVING count(*) > 1"
            ):
                yield "duplicate", f"{column} {value} of {table}"
    for table, counted, highest in numbers(connection, expected):
        yield "ids", f"{table}: {counted}, where {highest} is taken"


def numbers(connection: sqlite3.Connection, expected: Sequence[Part]) -> list[tuple[str, int, int]]:
    """Tables whose next number was given out before: (table, the number it counts from, the highest that is known)."""
    counted = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    ranges: list[tuple[str, int, int]] = []
    for part in expected:
        if part.kind == "table" and "AUTOINCREMENT" in part.sql.upper():
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (part.name,)).fetchone():
                continue
            [highest] = connection.execute(
                f"SELECT max(coalesce((SELECT max(id) FROM {quoted(part.name)}), 0), "
                "coalesce((SELECT max(last_row_id) FROM changes WHERE table_name = ?), 0))",
                (part.name,),
            ).fetchone()
            if highest > counted.get(part.name, 0):
                ranges.append((part.name, counted.get(part.name, 0), highest))
    return ranges


def fulltext(connection: sqlite3.Connection) -> list[str]:
    """The full-text tables that have other words than the rows. The caller holds a transaction that may write, and takes it back."""
    stale: list[str] = []
    from onrecord.db import stored_texts

    for part in parts(connection):
        if part.name == stored_texts.INDEX:
            if not stored_texts.is_sound(connection):
                stale.append(part.name)
        elif part.is_virtual and "fts5" in part.sql.lower():
            try:
                connection.execute(
                    f"INSERT INTO {quoted(part.name)}({quoted(part.name)}, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError:
                stale.append(part.name)
    return stale


def surroundings(path: Place) -> Iterator[tuple[str, str]]:
    """What lies beside the file that should not, and who may write there."""
    real, *_ = files.parts(path)
    for end in _DRAFTS:
        if os.path.lexists(real + end):
            yield "leftover", real + end
    for folder in (real, os.path.dirname(real)):
        mode = os.stat(folder).st_mode
        if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
            yield "permissions", folder


def lost_mark(path: Place) -> bool:
    """Whether a file that says it is nobody's has onrecord's tables."""
    try:
        connection = files.connect(files.uri(path, "ro"))
        try:
            [application] = connection.execute("PRAGMA application_id").fetchone()
            names = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return application == 0 and {"attributions", "statements", "operations", "alembic_version"} <= names


def mark(path: Place) -> None:
    """Says again whose the file is, and which schema it has by its own account."""
    connection = files.connect_migrating(path)
    try:
        [told] = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
        connection.execute(f"PRAGMA application_id = {files.APPLICATION_ID}")
        if told and str(told).isdigit():
            connection.execute(f"PRAGMA user_version = {int(told)}")
    finally:
        connection.close()


def mend(path: Place, expected: Sequence[Part], kinds: frozenset[str]) -> None:
    """Mends what no row is changed by: entries of indexes, numbers, the account of the schema, the full text. One transaction."""
    connection = files.connect_migrating(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        if "index-entries" in kinds:
            connection.execute("REINDEX")
        if "ids" in kinds:
            for table, _, highest in numbers(connection, expected):
                connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
                connection.execute("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (table, highest))
        if "version" in kinds:
            [version] = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("DELETE FROM alembic_version")
            connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{version:04}",))
        if "open-operation" in kinds:
            # Whoever is at one holds the lock: nobody else sees it open.
            connection.execute("UPDATE operations SET open = 0 WHERE open")
        if "folded" in kinds:
            from onrecord.db import folded

            folded.refold(connection)
        if "fulltext" in kinds:
            from onrecord.db import stored_texts

            for name in fulltext(connection):
                if name == stored_texts.INDEX:
                    stored_texts.rebuild(connection)
                else:
                    connection.execute(f"INSERT INTO {quoted(name)}({quoted(name)}) VALUES ('rebuild')")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.close()
