"""Indexes that are laid aside while most of a table goes or comes, and made anew at the end.

A row goes to another page of each; made at once, they are sorted and written in order.
"""

from __future__ import annotations

from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.sqlite import sqlite3

# SQLite sorts so many rows of an index in some 100 MB of memory.
_SORTED = 2_000_000


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
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    yield
    for _, definition in indexes:
        connection.execute(definition)
