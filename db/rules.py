"""The rules (CHECK) of tables, tried on many rows together.

SQLite makes the list of a rule like `form IN ('direct', 'mixed')` anew for every row that is inserted, which takes as long as
the rest of inserting it. A query makes it once.
"""

from __future__ import annotations

from onrecord.db.sqlite import sqlite3
from onrecord.model.light import contextmanager
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = lazy(r"CONSTRAINT (\w+) CHECK ")
_LAST = (1 << 63) - 1  # the highest number that a row can have
_PIECE = lazy(r"'(?:[^']|'')*'|\"[^\"]*\"|[()]")


@contextmanager
def tried_together(
    connection: sqlite3.Connection, tables: Sequence[str], ids: tuple[int, int] | None = None
) -> Iterator[None]:
    """Tries the rules of `tables` on the rows that are inserted inside at the end of it, not one by one.

    `ids` are the first and the last of their numbers, where they are not the highest.

    sqlite3.IntegrityError, as SQLite raises it, where one of them breaks a rule. Only for inserting: rows that are changed
    are not looked at. The connection is in a transaction, whose end is the caller's.
    """
    before = {table: _highest(connection, table) for table in tables}
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")
    for table, highest in before.items():
        if ids is None and _highest(connection, table) == highest:
            continue
        first, last = ids or (highest + 1, _LAST)
        for name, rule in rules(connection, table):
            # One that comes to NULL holds.
            if connection.execute(
                f"SELECT 1 FROM {table} WHERE id BETWEEN ? AND ? AND NOT ({rule}) LIMIT 1", (first, last)
            ).fetchone():
                raise sqlite3.IntegrityError(f"CHECK constraint failed: {name}")


def rules(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The rules of a table, as its definition has them: name, and condition."""
    [(definition,)] = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    )
    return [(match[1], _condition(definition, match.end())) for match in _RULE.finditer(definition)]


def _condition(definition: str, start: int) -> str:
    """What stands in the parentheses that begin at `start`."""
    depth = 0
    for piece in _PIECE.finditer(definition, start):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if not depth:
            return definition[start + 1 : piece.start()]
    raise ValueError("a definition that SQLite has taken has an end")


def _highest(connection: sqlite3.Connection, table: str) -> int:
    [highest] = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    return int(highest)
