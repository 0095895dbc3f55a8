"""Of which rows a thing on record consists, those that are gone too: what its history is the history of."""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.history.queries import OperationRecord, pending, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Rows = Mapping[str, set[int]]

# Changes that took many rows away together (`db.gone`).
_PACKED = "kind = 'delete' AND before IS NULL"
_AMONG = "IN (SELECT value FROM json_each(?))"
# What belongs to a row of a table: (table, the column by which it does).
_PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "statements": (
        ("attributions", "statement_id"),
        ("statement_tags", "statement_id"),
        ("stances", "statement_id"),
        ("statement_links", "from_id"),
        ("statement_links", "to_id"),
    ),
    "attributions": (
        ("spans", "attribution_id"),
        ("relays", "attribution_id"),
        ("decisions", "first_id"),
        ("decisions", "second_id"),
    ),
    "sources": (
        ("creators", "source_id"),
        ("citekey_aliases", "source_id"),
        ("snapshots", "source_id"),
        ("captures", "source_id"),
    ),
    "speakers": (
        ("speaker_names", "speaker_id"),
        ("offices", "speaker_id"),
        ("judgements", "first_id"),
        ("judgements", "second_id"),
    ),
    "claims": (
        ("stances", "claim_id"),
        ("claim_links", "from_id"),
        ("claim_links", "to_id"),
        ("reviews", "claim_id"),
    ),
    "tags": (("statement_tags", "tag_id"),),
}


def rows_of(reader: Reader, table: str, ids: Iterable[int], *, gone: bool = True) -> Rows:
    """These rows with all that belongs to them, with `gone` also what did: ids by table."""
    rows: dict[str, set[int]] = {table: set(ids)}
    waiting = [table]
    while waiting:
        owner = waiting.pop()
        among = array(rows[owner])
        for part, column in _PARTS.get(owner, ()):
            belong = reader.column(f"SELECT id FROM {part} WHERE {column} {_AMONG}", (among,))
            if gone:
                belong += reader.column(
                    "SELECT row_id FROM changes WHERE table_name = ? AND before IS NOT NULL "
                    f"AND CAST(json_extract(before, '$.{column}') AS INTEGER) {_AMONG}",
                    (part, among),
                )
            if belong:
                rows.setdefault(part, set()).update(belong)
                waiting.append(part)
    return rows


def former(reader: Reader, table: str, **values: object) -> list[int]:
    """The rows of a table that once had these values in these columns, and were changed or removed since."""
    conditions = " AND ".join([f"json_extract(before, '$.{column}') IS ?" for column in values])
    ids = reader.column(
        f"SELECT row_id FROM changes WHERE table_name = ? AND before IS NOT NULL AND {conditions} ORDER BY id DESC",
        (table, *values.values()),
    )
    if not ids and reader.value(
        f"SELECT 1 FROM changes WHERE table_name = ? AND {_PACKED} LIMIT 1", (table,)
    ):
        from onrecord.db import gone  # seldom asked for

        ids = list(gone.with_values(reader.connection, table, values))
    return list(dict.fromkeys(ids))


def touching(reader: Reader, rows: Rows) -> list[OperationRecord]:
    """The operations that touched any of these rows, the latest first."""
    ids: set[int] = set()
    for table, numbers in rows.items():
        ids.update(
            reader.column(
                "SELECT DISTINCT operation_id FROM json_each(?) AS wanted JOIN changes ON table_name = ? "
                "AND row_id <= wanted.value AND last_row_id >= wanted.value WHERE operation_id IS NOT NULL",
                (array(numbers), table),
            )
        )
    operations = records(reader, ids)
    since = pending(reader)
    if since is not None and any(
        change.first <= row <= change.last for change in since.changes for row in rows.get(change.table, ())
    ):
        return [since, *operations]
    return operations
