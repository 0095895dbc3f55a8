"""What seals are made over, found again later: the changes as they stand, and each inserted row as it was then.

A row was then what the first change after the seal says that it replaced; where there is none, it is as it is now.
"""

from __future__ import annotations

import json
from itertools import chain

from onrecord.db import gone, seals
from onrecord.db.gone import PACKED
from onrecord.db.undo import BLOBS
from onrecord.model.record import record
from onrecord.text.digests import sha256_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from onrecord.db.sqlite import Connection

_NEVER = 1 << 62


@record()
class Sealed:
    """A seal: what it says of itself, `left` what a redaction left of its content, and `found`, what its content is now."""

    id: int
    first: int
    last: int
    content: str
    digest: str
    left: str | None
    found: str


def contents(connection: Connection) -> Iterator[Sealed]:
    """Every seal in order, with the digest that its content has now."""
    again = _Again(connection)
    for number, first, last, content, digest in connection.execute(
        "SELECT id, first_change, last_change, content, digest FROM seals ORDER BY id"
    ).fetchall():
        opened = connection.execute(
            "SELECT content FROM seal_openings WHERE seal_id = ? ORDER BY id DESC LIMIT 1", (number,)
        ).fetchone()
        yield Sealed(
            number, first, last, content, digest, opened[0] if opened else None, again.content(first, last)
        )


class _Again:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._columns: dict[str, list[str]] = {}
        self._come_back: dict[str, list[tuple[int, int, int]]] = {}

    def content(self, first: int, last: int) -> str:
        rows = (
            self._rows(table, start, end, last)
            for table, start, end in seals.inserted(self._connection, first, last)
        )
        return sha256_of(chain(seals.history(self._connection, first, last), chain.from_iterable(rows))).hex()

    def _rows(self, table: str, first: int, last: int, change: int) -> Iterator[bytes]:
        """The rows of a range as they were when the change `change` was the newest."""
        packed = self._connection.execute(
            "SELECT row_id, last_row_id, id FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? "
            f"AND id > ? AND {PACKED} ORDER BY row_id, id DESC",
            (table, last, first, change),
        ).fetchall()
        # Of several the earliest counts, which comes last.
        earliest = {start: (min(end, last), number) for start, end, number in packed}
        for start in sorted(earliest):
            end, number = earliest[start]
            if start > first:
                yield from self._single(table, first, start - 1, change)
            yield from self._from_packed(table, max(start, first), end, change, number)
            first = end + 1
        if first <= last:
            yield from self._single(table, first, last, change)

    def _from_packed(self, table: str, first: int, last: int, change: int, number: int) -> Iterator[bytes]:
        """The same, of rows that the change `number` took away together after that."""
        then = self._then(table, first, last, change, number)
        [(kept,)] = self._connection.execute("SELECT before_blob FROM changes WHERE id = ?", (number,))
        try:
            rows = {row["id"]: row for row in gone.rows(kept)}
        except (ValueError, KeyError, TypeError):
            yield b"\n"
            return
        for row in range(first, last + 1):
            line = (
                then[row] if row in then else self._told(table, row, rows[row], None) if row in rows else None
            )
            if line is not None:
                yield line

    def _single(self, table: str, first: int, last: int, change: int) -> Iterator[bytes]:
        """The same, of rows that were never taken away together after that."""
        then = self._then(table, first, last, change)
        if not then:
            yield from seals.rows(self._connection, table, first, last)
            return
        start = first
        for row in sorted(then):
            yield from seals.rows(self._connection, table, start, row - 1)
            if (line := then[row]) is not None:
                yield line
            start = row + 1
        yield from seals.rows(self._connection, table, start, last)

    def _then(
        self, table: str, first: int, last: int, change: int, until: int | None = None
    ) -> dict[int, bytes | None]:
        """What is known of single rows as they were then, from what was done to them before the change `until`."""
        then: dict[int, bytes | None] = {}
        changed: dict[int, int] = {}
        for row, before, blob, changed_by in self._connection.execute(
            "SELECT row_id, before, before_blob, min(id) FROM changes WHERE table_name = ? AND kind <> 'insert' AND id > ? "
            "AND id < ? AND row_id BETWEEN ? AND ? AND before IS NOT NULL GROUP BY row_id",
            (table, change, until or _NEVER, first, last),
        ):
            then[row] = self._line(table, row, before, blob)
            changed[row] = changed_by
        # A row that came back before anything else was done to it was not there.
        for start, end, insert in self._returned(table):
            if change < insert < (until or _NEVER):
                for row in range(max(start, first), min(end, last) + 1):
                    if changed.get(row, insert) >= insert:
                        then[row] = None
        return then

    def _line(self, table: str, row: int, before: str | None, blob: bytes | None) -> bytes:
        """As `seals.rows` has it, from a row of the history; one that cannot be read is none of those that were sealed."""
        try:
            values: dict[str, Any] = dict(json.loads(before or ""))
        except (TypeError, ValueError):
            return b"\n"
        return self._told(table, row, values, blob)

    def _told(self, table: str, row: int, values: dict[str, Any], blob: bytes | None) -> bytes:
        if table not in self._columns:
            self._columns[table] = seals.columns(self._connection, table)
        return seals.line(
            table,
            row,
            [
                (name, blob if name == BLOBS.get(table) else self._bytes(values.get(name)))
                for name in self._columns[table]
            ],
        )

    def _bytes(self, value: object) -> bytes | None:
        if value is None or isinstance(value, str):
            return None if value is None else value.encode("utf-8", "surrogatepass")
        if isinstance(value, float):  # as SQLite writes it
            [(told,)] = self._connection.execute("SELECT CAST(? AS TEXT)", (value,))
            return str(told).encode()
        return str(int(value)).encode() if isinstance(value, int) else json.dumps(value).encode()

    def _returned(self, table: str) -> list[tuple[int, int, int]]:
        """The ranges of rows (first, last, change) that were inserted under numbers that rows had before: an undoing does it."""
        if table not in self._come_back:
            rows = self._connection.execute(
                "SELECT row_id, last_row_id, id FROM changes WHERE table_name = ? AND kind = 'insert' ORDER BY id",
                (table,),
            ).fetchall()
            highest, come_back = 0, []
            for first, last, change in rows:
                if first <= highest:
                    come_back.append((first, last, change))
                highest = max(highest, last)
            self._come_back[table] = come_back
        return self._come_back[table]
