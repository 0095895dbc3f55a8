"""What rows are called where people speak of them."""

from __future__ import annotations

from onrecord.db.reader import Reader

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
    "statement_tags": "SELECT st.key || ' ' || t.name FROM statement_tags AS x JOIN statements AS st "
    "ON st.id = x.statement_id JOIN tags AS t ON t.id = x.tag_id WHERE x.id BETWEEN ? AND ?",
}
# Where the word of a table is not that of the command line.
_NOUNS = {
    "claim_links": "link",
    "statement_links": "link",
    "reviews": "verdict",
    "speaker_names": "name",
    "statement_tags": "tag",
}


def names_of(reader: Reader, table: str, first: int, last: int, *, most: int) -> list[str]:
    """What the rows with these ids are called today, at most so many; none where they are gone or have no names."""
    sql = _NAMES.get(table)
    return [] if sql is None else reader.column(f"{sql} LIMIT ?", (first, last, most))


def noun_of(table: str) -> str:
    """What one row of a table is: "statement", "citekey alias"."""
    title = table.replace("_", " ")
    return _NOUNS.get(table) or (
        title.removesuffix("es") if title.endswith("aliases") else title.removesuffix("s")
    )


def called(reader: Reader, table: str, row: int) -> str:
    """A row in words: "statement k7xq2m3abc"; by its number where it has no name ("row 7 of spans")."""
    names = names_of(reader, table, row, row, most=1)
    return f"{noun_of(table)} {names[0]}" if names else f"row {row} of {table}"
