"""Everything of a kind, read: how many there are, all sources, speakers, tags, operations."""

from __future__ import annotations

from onrecord.db.reader import Reader

COUNTED = (
    "statements", "attributions", "speakers", "sources", "snapshots", "proposals", "claims", "operations",
)  # fmt: skip


def counts(reader: Reader) -> dict[str, int]:
    """The number of rows of each table that people think in."""
    return {table: int(reader.value(f"SELECT count(*) FROM {table}")) for table in COUNTED}


def tags(reader: Reader) -> list[tuple[str, int]]:
    """Every tag with the number of statements that carry it."""
    return reader.rows(
        "SELECT tags.name, count(statement_tags.id) FROM tags "
        "LEFT JOIN statement_tags ON statement_tags.tag_id = tags.id GROUP BY tags.id ORDER BY tags.name"
    )
