"""Rows that were taken away together: kept packed, some hundred in one change of the history.

An import of a million that is taken back would else be written down row by row, in more room than it ever had. Such a change
is a deletion of the rows `row_id` to `last_row_id`, all of which were there; its `before` is empty, and `before_blob` holds
them, deflated: a line with the columns, then a line with the values of each row, as JSON.
"""

from __future__ import annotations

import json
import zlib
from contextlib import ExitStack

from onrecord.db.folded import COPIES
from onrecord.db.fulltext import INDEXES, fed_at_once, gathering
from onrecord.db.laid_aside import indexes_laid_aside
from onrecord.db.rules import tried_together
from onrecord.db.sqlite import sqlite3
from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

# Tables without stored texts or what is decided on by hand, of which an import makes many rows.
TABLES = frozenset(
    (
        "attributions",
        "citekey_aliases",
        "sources",
        "speaker_names",
        "speakers",
        "statement_tags",
        "statements",
    )
)
# So many rows are packed in one change: some 30 KB.
TOGETHER = 250
# So many rows that come back are made by one statement.
_A_STATEMENT = 100
_CACHE = 128 << 10  # KiB of pages
# Changes that are packed ones.
PACKED = "kind = 'delete' AND before IS NULL AND before_blob IS NOT NULL"


def take(connection: sqlite3.Connection, operation: int, table: str, first: int, last: int) -> bool:
    """Takes the rows with these ids away and keeps them packed, as part of `operation`; False where some are not there.

    The connection is in a transaction that looks at foreign keys at its end.
    """
    [number] = connection.execute(
        f"SELECT count(*) FROM {table} WHERE id BETWEEN ? AND ?", (first, last)
    ).fetchone()
    if table not in TABLES or number < last - first + 1:
        return False
    # Keys are digests: every row is in other pages of the indexes, which would be written and read again each time.
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    columns = _columns(connection, table, first, last)
    values = ", ".join([f'"{name}"' for name in columns])
    from concurrent.futures import ThreadPoolExecutor  # few operations are taken back so

    # Packing holds up nobody: SQLite deletes the rows meanwhile.
    with ThreadPoolExecutor(1) as packing, _unwatched(connection, table, number):
        for start in range(first, last + 1, TOGETHER):
            ids = (start, min(start + TOGETHER - 1, last))
            rows = connection.execute(
                f"SELECT json_array({values}) FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id", ids
            )
            packed = packing.submit(pack, [json.dumps(columns), *[line for (line,) in rows]])
            connection.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", ids)
            connection.execute(
                "INSERT INTO changes (operation_id, kind, table_name, row_id, last_row_id, before_blob) "
                "VALUES (?, 'delete', ?, ?, ?, ?)",
                (operation, table, *ids, packed.result()),
            )
    return True


def bring_back(
    connection: sqlite3.Connection, operation: int | None, table: str, first: int, last: int
) -> Iterator[list[dict[str, Any]]]:
    """Brings the rows with these ids back that `operation` took away packed; gives those among them that were refused
    together, a hundred at most, none of which is there then. IntegrityError: in the end some break a rule of the table."""
    from onrecord.db.bulk import insert_rows

    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    number = last - first + 1
    [others] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    with ExitStack() as held:
        held.enter_context(tried_together(connection, [table], (first, last)))
        held.enter_context(indexes_laid_aside(connection, table, number, others))
        for index in INDEXES:
            if index.table == table:
                held.enter_context(fed_at_once(connection, index, number, (first, last)))
        kept = connection.execute(
            "SELECT before_blob FROM changes WHERE operation_id = ? AND table_name = ? AND kind = 'delete' AND before IS NULL "
            "AND row_id BETWEEN ? AND ? ORDER BY row_id",
            (operation, table, first, last),
        )
        for (packed,) in kept:
            columns, *told = [json.loads(line) for line in lines(packed)]
            for start in range(0, len(told), _A_STATEMENT):
                some = told[start : start + _A_STATEMENT]
                try:
                    insert_rows(connection, table, columns, [tuple(row) for row in some])
                except sqlite3.IntegrityError:
                    yield [dict(zip(columns, row, strict=True)) for row in some]


def pack(lines: Sequence[str]) -> bytes:
    """The lines of a packed change as it is kept."""
    return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), 1)


def lines(packed: bytes) -> list[str]:
    """The lines of a packed change: its columns, then its rows. ValueError: it is none."""
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass").split("\n")
    except zlib.error as error:
        raise ValueError(str(error)) from None


def rows(packed: bytes) -> Iterator[dict[str, Any]]:
    """The rows of a packed change, in their order. ValueError: it cannot be read."""
    columns, *told = lines(packed)
    names = json.loads(columns)
    for line in told:
        yield dict(zip(names, json.loads(line), strict=True))


def row(connection: sqlite3.Connection, table: str, number: int) -> dict[str, Any] | None:
    """A row as it was when it was last taken away with others; None where it never was."""
    found = connection.execute(
        f"SELECT before_blob FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? AND {PACKED} "
        "ORDER BY id DESC LIMIT 1",
        (table, number, number),
    ).fetchone()
    return next((kept for kept in rows(found[0]) if kept["id"] == number), None) if found else None


def with_values(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> Iterator[int]:
    """The rows among those that had these values in these columns."""
    wanted = [json.dumps(value, ensure_ascii=False) for value in values.values()]
    for (packed,) in connection.execute(
        f"SELECT before_blob FROM changes WHERE table_name = ? AND {PACKED} ORDER BY id DESC", (table,)
    ):
        written = "\n".join(lines(packed))
        if all(value in written for value in wanted):  # most have none of them
            for kept in rows(packed):
                if all(kept.get(name) == value for name, value in values.items()):
                    yield kept["id"]


def _columns(connection: sqlite3.Connection, table: str, first: int, last: int) -> list[str]:
    """The columns that are kept of these rows: those in which any has a value, and those that would get one by themselves."""
    named = {
        name: default
        for _, name, _, _, default, _ in connection.execute(f"PRAGMA table_info({table})")
        if name not in COPIES
    }
    counted = ", ".join([f'count("{name}")' for name in named])
    counts = connection.execute(
        f"SELECT {counted} FROM {table} WHERE id BETWEEN ? AND ?", (first, last)
    ).fetchone()
    return [
        name
        for (name, default), count in zip(named.items(), counts, strict=True)
        if count or default is not None
    ]


@contextmanager
def _unwatched(connection: sqlite3.Connection, table: str, number: int) -> Iterator[None]:
    """Without the triggers that write down every deleted row; where less is left than goes, the full text is made anew after."""
    [there] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    left = there - number
    index = next((index for index in INDEXES if index.table == table and not index.sparse), None)
    anew = index is not None and left <= number
    dropped = [f"history_{table}_delete", *([f"{table}_fts_delete"] if anew else [])]
    triggers = {
        name: connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)
        ).fetchone()[0]
        for name in dropped
    }
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    with indexes_laid_aside(connection, table, number, left):
        yield
    for trigger in triggers.values():
        connection.execute(trigger)
    if index is not None and anew:
        with gathering(connection, index):
            connection.execute(index.rebuild())
