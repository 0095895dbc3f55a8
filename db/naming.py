"""What rows are called where people speak of them."""

from __future__ import annotations

from onrecord.db.reader import Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_NAMES = {
    "statements": "SELECT key FROM statements WHERE id BETWEEN ? AND ?",
    "claims": "SELECT key FROM claims WHERE id BETWEEN ? AND ?",
    "sources": "SELECT citekey FROM sources WHERE id BETWEEN ? AND ?",
    "speakers": "SELECT slug FROM speakers WHERE id BETWEEN ? AND ?",
    "speaker_names": "SELECT name FROM speaker_names WHERE id BETWEEN ? AND ?",
    "tags": "SELECT name FROM tags WHERE id BETWEEN ? AND ?",
    "attributions": "SELECT st.key || '@' || so.citekey FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id "
    "JOIN sources AS so ON so.id = a.source_id WHERE a.id BETWEEN ? AND ?",
    "stances": "SELECT st.key || '/' || c.key FROM stances AS x JOIN statements AS st ON st.id = x.statement_id "
    "JOIN claims AS c ON c.id = x.claim_id WHERE x.id BETWEEN ? AND ?",
    "claim_links": "SELECT a.key || '/' || b.key FROM claim_links AS x JOIN claims AS a ON a.id = x.from_id "
    "JOIN claims AS b ON b.id = x.to_id WHERE x.id BETWEEN ? AND ?",
    "statement_links": "SELECT a.key || '/' || b.key FROM statement_links AS x JOIN statements AS a ON a.id = x.from_id "
    "JOIN statements AS b ON b.id = x.to_id WHERE x.id BETWEEN ? AND ?",
    "reviews": "SELECT c.key || '/' || sp.slug FROM reviews AS x JOIN claims AS c ON c.id = x.claim_id "
    "JOIN speakers AS sp ON sp.id = x.reviewer_id WHERE x.id BETWEEN ? AND ?",
    "creators": "SELECT coalesce(x.named_as, sp.name) || ' of ' || so.citekey || CASE x.role WHEN 'author' THEN '' "
    "ELSE ' (' || x.role || ')' END FROM creators AS x JOIN speakers AS sp ON sp.id = x.speaker_id "
    "JOIN sources AS so ON so.id = x.source_id WHERE x.id BETWEEN ? AND ?",
    "citekey_aliases": "SELECT x.citekey || ' of ' || so.citekey FROM citekey_aliases AS x "
    "JOIN sources AS so ON so.id = x.source_id WHERE x.id BETWEEN ? AND ?",
    "snapshots": "SELECT 'of ' || so.citekey FROM snapshots AS x JOIN sources AS so ON so.id = x.source_id "
    "WHERE x.id BETWEEN ? AND ?",
    "captures": "SELECT 'of ' || so.citekey || ' at ' || x.captured_at FROM captures AS x "
    "JOIN sources AS so ON so.id = x.source_id WHERE x.id BETWEEN ? AND ?",
    "relays": "SELECT sp.slug || ' of ' || st.key || '@' || so.citekey FROM relays AS x "
    "JOIN speakers AS sp ON sp.id = x.speaker_id JOIN attributions AS a ON a.id = x.attribution_id "
    "JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id WHERE x.id BETWEEN ? AND ?",
    "spans": "SELECT DISTINCT 'of ' || st.key || '@' || so.citekey FROM spans AS x JOIN attributions AS a "
    "ON a.id = x.attribution_id JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id "
    "WHERE x.id BETWEEN ? AND ?",
    "judgements": "SELECT a.slug || '/' || b.slug FROM judgements AS x JOIN speakers AS a ON a.id = x.first_id "
    "JOIN speakers AS b ON b.id = x.second_id WHERE x.id BETWEEN ? AND ?",
    "offices": "SELECT sp.slug || ' ' || x.title FROM offices AS x JOIN speakers AS sp ON sp.id = x.speaker_id "
    "WHERE x.id BETWEEN ? AND ?",
    "decisions": "SELECT st.key || '@' || sa.citekey || ' / ' || sb.citekey FROM decisions AS x "
    "JOIN attributions AS a ON a.id = x.first_id JOIN statements AS st ON st.id = a.statement_id "
    "JOIN sources AS sa ON sa.id = a.source_id JOIN attributions AS b ON b.id = x.second_id "
    "JOIN sources AS sb ON sb.id = b.source_id WHERE x.id BETWEEN ? AND ?",
    "statement_tags": "SELECT st.key || ' ' || t.name FROM statement_tags AS x JOIN statements AS st "
    "ON st.id = x.statement_id JOIN tags AS t ON t.id = x.tag_id WHERE x.id BETWEEN ? AND ?",
}
# Where the word of a table is not that of the command line.
_NOUNS = {
    "captures": "capture",
    "citekey_aliases": "further citekey",
    "claim_links": "link",
    "creators": "author",
    "snapshots": "stored copy",
    "spans": "passage",
    "statement_links": "link",
    "reviews": "verdict",
    "speaker_names": "name",
    "statement_tags": "tag",
}


# The column that a row had its name in, for rows that are gone.
_OWN = {
    "statements": "key", "claims": "key", "sources": "citekey", "speakers": "slug", "tags": "name", "speaker_names": "name",
}  # fmt: skip


def names_of(reader: Reader, table: str, first: int, last: int, *, most: int) -> list[str]:
    """What the rows with these ids are called today, at most so many; none where they are gone or have no names."""
    sql = _NAMES.get(table)
    return [] if sql is None else reader.column(f"{sql} LIMIT ?", (first, last, most))


def noun_of(table: str, number: int = 1) -> str:
    """What so many rows of a table are: "statement", "stored copies"."""
    noun = _NOUNS.get(table) or table.replace("_", " ").removesuffix("s")
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "ae" else f"{noun}s"


def called(reader: Reader, table: str, row: int) -> str:
    """A row in words: "statement k7xq2m3abc"; by its number where it has no name ("proposal 7")."""
    return f"{noun_of(table)} {name_of(reader, table, row) or row}"


def name_of(reader: Reader, table: str, row: int) -> str | None:
    """What a row is called, or was called where it is gone; None where it has no name."""
    if names := names_of(reader, table, row, row, most=1):
        return names[0]
    gone = "FROM changes WHERE table_name = ? AND row_id = ? AND before IS NOT NULL ORDER BY id DESC LIMIT 1"
    if column := _OWN.get(table):
        found: str | None = reader.value(f"SELECT json_extract(before, '$.{column}') {gone}", (table, row))
        return found or _of_packed(reader, table, row).get(column)
    if table != "attributions":
        return None
    for statement, source in reader.rows(
        f"SELECT json_extract(before, '$.statement_id'), json_extract(before, '$.source_id') {gone}",
        (table, row),
    ):
        parts = (name_of(reader, "statements", statement), name_of(reader, "sources", source))
        return "@".join(part for part in parts if part) or None
    if kept := _of_packed(reader, table, row):
        both = (
            name_of(reader, "statements", kept["statement_id"]),
            name_of(reader, "sources", kept["source_id"]),
        )
        return "@".join(name for name in both if name) or None
    return None


def _of_packed(reader: Reader, table: str, row: int) -> Mapping[str, Any]:
    """A row that was taken away with many others; empty where it was not."""
    if not reader.value(
        "SELECT 1 FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? AND kind = 'delete' AND before IS NULL",
        (table, row, row),
    ):
        return {}
    from onrecord.db import gone  # seldom asked for

    return gone.row(reader.connection, table, row) or {}
