"""Everything of a kind, read: how many there are, all sources, speakers, tags, operations."""

from __future__ import annotations

from onrecord.db.reader import Reader

COUNTED = (
    "statements", "attributions", "speakers", "sources", "snapshots", "proposals", "claims", "operations",
)  # fmt: skip


def counts(reader: Reader) -> dict[str, int]:
    """The number of rows of each table that people think in."""
    return {table: int(reader.value(f"SELECT count(*) FROM {table}")) for table in COUNTED}
