"""What on record begins with what was typed: for completion."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.db import reader as readers

MOST = 50


def values(database: str, asked: Sequence[str], incomplete: str) -> list[str]:
    """At most `MOST` values of each column ("speakers.slug"), in their order. DatabaseError, or sqlite3.Error."""
    found: list[str] = []
    with readers.opened(database) as reader:
        for one in asked:
            table, column = one.split(".")
            # A range, not LIKE: it goes through the index, however many there are.
            found += reader.column(
                f"SELECT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",
                (incomplete, f"{incomplete}\U0010ffff", MOST),
            )
    return found
