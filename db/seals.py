"""Seals: each operation's changes and rows have a digest that is chained to the one before.

Whoever rewrites what was recorded must make every later digest anew, and the last one may stand elsewhere: in a backup, on
paper, in a time stamp (`onrecord stamp`).

The digest of a change is over its operation, what it replaced, and the row that it inserted as it was when the seal was made:
`column:bytes:value` for every column that has a value, so that columns which later schemas add change nothing.
"""

from __future__ import annotations

from onrecord.text.digests import sha256, sha256_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

NOTHING = "0" * 64  # before the first seal
# What verification finds is an observation and no part of the record; what ends so follows from other columns.
_UNSEALED = frozenset(("id", "check_result", "checked_at"))
_FOLLOWS = ("_folded", "_key", "_min", "_max")
_AT_ONCE = 1000


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table that are sealed, in their order."""
    return [
        name
        for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")
        if name not in _UNSEALED and not name.endswith(_FOLLOWS)
    ]


def chained(before: str, content: str) -> str:
    """The digest of a seal, from that of the one before and from its content."""
    return sha256(f"{before}\n{content}".encode()).hex()


def seal(connection: sqlite3.Connection) -> None:
    """Seals what has been changed since the last seal, where anything was."""
    last = connection.execute("SELECT last_change, digest FROM seals ORDER BY id DESC LIMIT 1").fetchone()
    sealed, before = last or (0, NOTHING)
    [newest] = connection.execute("SELECT max(id) FROM changes").fetchone()
    if newest is None or newest <= sealed:
        return
    content = sha256_of(pieces(connection, sealed + 1, newest)).hex()
    connection.execute(
        "INSERT INTO seals (first_change, last_change, content, digest) VALUES (?, ?, ?, ?)",
        (sealed + 1, newest, content, chained(before, content)),
    )


def pieces(connection: sqlite3.Connection, first: int, last: int) -> Iterator[bytes]:
    """What the seal of the changes `first` to `last` is made over, in order, at the moment at which the last was made."""
    yield from history(connection, first, last)
    for table, start, end in inserted(connection, first, last):
        yield from rows(connection, table, start, end)


def history(connection: sqlite3.Connection, first: int, last: int) -> Iterator[bytes]:
    """The operations and changes themselves, and what their redactions opened."""
    within = f"id BETWEEN {first} AND {last}"
    ours = f"(SELECT operation_id FROM changes WHERE {within})"
    yield from _lines(
        connection, "operations", ("at", "by", "command", "undoes_id"), f"id IN {ours} ORDER BY id"
    )
    yield from _lines(
        connection,
        "changes",
        ("operation_id", "kind", "table_name", "row_id", "last_row_id", "before", "after", "before_blob"),
        f"{within} ORDER BY id",
    )
    yield from _lines(
        connection, "seal_openings", ("seal_id", "content"), f"operation_id IN {ours} ORDER BY id"
    )


def inserted(connection: sqlite3.Connection, first: int, last: int) -> list[tuple[str, int, int]]:
    """The ranges of rows (table, first, last) that these changes inserted."""
    return connection.execute(
        "SELECT table_name, row_id, last_row_id FROM changes WHERE id BETWEEN ? AND ? AND kind = 'insert' ORDER BY id",
        (first, last),
    ).fetchall()


def rows(connection: sqlite3.Connection, table: str, first: int, last: int) -> Iterator[bytes]:
    """The rows that are there of a range."""
    within = f"id BETWEEN {first} AND {last} ORDER BY id"
    names = columns(connection, table)
    if last - first >= _AT_ONCE:
        names = _with_values(connection, table, names, within)
    return _lines(connection, table, names, within)


def _with_values(connection: sqlite3.Connection, table: str, names: list[str], within: str) -> list[str]:
    """Those of the columns in which any of many rows has a value; for all of them, where the first rows do not show it."""
    counted = ", ".join([f'count("{name}")' for name in names])
    counts = connection.execute(
        f"SELECT {counted} FROM (SELECT * FROM {table} WHERE {within} LIMIT {_AT_ONCE})"
    ).fetchone()
    empty = [name for name, count in zip(names, counts, strict=True) if not count]
    if not empty:
        return names
    any_value = " OR ".join([f'"{name}" IS NOT NULL' for name in empty])
    [later] = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM (SELECT * FROM {table} WHERE {within}) WHERE {any_value})"
    ).fetchone()
    return names if later else [name for name in names if name not in empty]


def line(table: str, row: int, values: Sequence[tuple[str, bytes | None]]) -> bytes:
    """One row as `_lines` has it, from its values by their columns."""
    told = b"".join(
        b"|%s:%d:%s" % (name.encode(), len(value), value) for name, value in values if value is not None
    )
    return b"\n%s:%d%s" % (table.encode(), row, told)


def _lines(connection: sqlite3.Connection, table: str, names: Sequence[str], where: str) -> Iterator[bytes]:
    told = "".join(
        f""" || coalesce('|{name}:' || length(CAST("{name}" AS BLOB)) || ':' || "{name}", '')"""
        for name in names
    )
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        found = connection.execute(f"SELECT '\n{table}:' || id{told} FROM {table} WHERE {where}")
        while some := found.fetchmany(_AT_ONCE):
            yield b"".join([one for (one,) in some])
    finally:
        connection.text_factory = factory
