"""What is laid aside while many rows go or come, and made anew at the end.

Of an index every row is in another page; made at once, it is sorted and written in order. Triggers that look at what other
programs insert ask for every row whether it is another's.
"""

from __future__ import annotations

from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.sqlite import sqlite3

# What triggers ask that leave alone what operations do.
BY_ANOTHER_PROGRAM = "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1)"
# SQLite sorts so many rows of an index in some 100 MB of memory.
_SORTED = 2_000_000
# Fewer rows than this are looked at one by one as fast.
_WATCHED = 1000


@contextmanager
def indexes_laid_aside(connection: sqlite3.Connection, table: str, moved: int, others: int) -> Iterator[None]:
    """Without the indexes of `table` while `moved` rows of it go or come; `others` are those that stay.

    Nothing changes where most rows stay, or where there are too many to sort. Unique indexes stay, which hold a rule, and those
    of some rows only: by these SQLite finds the rows of a table that point at others of the same.

    The connection is in a transaction, and inside nobody asks which rows point at something by columns of this table.
    """
    if others > moved or moved + others > _SORTED:
        yield
        return
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master JOIN pragma_index_list(tbl_name) AS listed USING (name) "
        'WHERE tbl_name = ? AND sql IS NOT NULL AND NOT listed."unique" AND NOT listed.partial',
        (table,),
    ).fetchall()
    with _without(connection, "INDEX", indexes):
        yield


@contextmanager
def watching_laid_aside(connection: sqlite3.Connection, tables: Sequence[str], rows: int) -> Iterator[None]:
    """Without the triggers that look at rows which other programs insert into `tables`, where there are many `rows`.

    The connection is in a transaction, with an operation under way: they would do nothing.
    """
    if rows < _WATCHED:
        yield
        return
    triggers = connection.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({', '.join('?' * len(tables))}) "
        "AND instr(sql, ' AFTER INSERT ON ') AND instr(sql, ?)",
        (*tables, f"{BY_ANOTHER_PROGRAM} BEGIN "),
    ).fetchall()
    with _without(connection, "TRIGGER", triggers):
        yield


@contextmanager
def _without(connection: sqlite3.Connection, kind: str, defined: Sequence[tuple[str, str]]) -> Iterator[None]:
    """Without these indexes or triggers, each a name and its definition. An error leaves them to the transaction that it ends."""
    for name, _ in defined:
        connection.execute(f'DROP {kind} "{name}"')
    yield
    for _, definition in defined:
        connection.execute(definition)
