"""What a question to the tables finds: the kind of fault, and the table and id of each row, or words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader
    from onrecord.doctor.words import Seen

_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "preferred-name", "speakers",
        "SELECT id FROM speakers WHERE NOT EXISTS (SELECT 1 FROM speaker_names WHERE speaker_id = speakers.id AND speaker_names.name = speakers.name)",
    ),
    (
        "preferred-twice", "speakers",
        "SELECT speaker_id FROM speaker_names WHERE kind = 'preferred' GROUP BY speaker_id HAVING count(*) > 1",
    ),
    (
        "merge-chain", "speakers",
        "SELECT a.id FROM speakers AS a JOIN speakers AS b ON b.id = a.merged_into_id WHERE b.merged_into_id IS NOT NULL",
    ),
    ("statement-alone", "statements", "SELECT id FROM statements WHERE id NOT IN (SELECT statement_id FROM attributions)"),
    (
        "span-alone", "attributions",
        "SELECT id FROM attributions WHERE snapshot_id IS NULL AND id IN (SELECT attribution_id FROM spans)",
    ),
    (
        "span", "attributions",
        'SELECT DISTINCT a.id FROM spans JOIN attributions AS a ON a.id = attribution_id JOIN snapshots ON snapshots.id = a.snapshot_id WHERE start < 0 OR start >= spans."end" OR spans."end" > length(snapshots.text)',
    ),
    (
        "span-order", "attributions",
        'SELECT DISTINCT attribution_id FROM (SELECT attribution_id, position, start, row_number() OVER (PARTITION BY attribution_id ORDER BY position) AS number, lag("end") OVER (PARTITION BY attribution_id ORDER BY position) AS before FROM spans) WHERE position <> number OR start < before',
    ),
    (
        "hops", "attributions",
        "SELECT DISTINCT attribution_id FROM (SELECT attribution_id, hop, row_number() OVER (PARTITION BY attribution_id ORDER BY hop) AS number FROM relays) WHERE hop <> number",
    ),
    (
        "capture", "snapshots",
        "SELECT id FROM snapshots WHERE id NOT IN (SELECT snapshot_id FROM captures WHERE snapshot_id IS NOT NULL)",
    ),
    (
        "proposal", "proposals",
        "SELECT DISTINCT p.id FROM proposals AS p JOIN snapshots AS s ON s.id = p.snapshot_id, json_each(p.stretches) AS one WHERE json_valid(p.stretches) AND (json_type(one.value) <> 'array' OR json_extract(one.value, '$[0]') < 0 OR json_extract(one.value, '$[0]') >= json_extract(one.value, '$[1]') OR json_extract(one.value, '$[1]') > length(s.text))",
    ),
    (
        "proposal-of-another", "proposals",
        "SELECT p.id FROM proposals AS p JOIN snapshots AS s ON s.id = p.snapshot_id JOIN attributions AS a ON a.id = p.attribution_id WHERE a.source_id <> s.source_id",
    ),
    (
        "quoted-ring", "attributions",
        "WITH RECURSIVE up(first, at, steps) AS (SELECT id, quoted_from_id, 1 FROM attributions WHERE quoted_from_id IS NOT NULL UNION ALL SELECT first, quoted_from_id, steps + 1 FROM up JOIN attributions ON attributions.id = at WHERE quoted_from_id IS NOT NULL AND at <> first AND steps < 100) SELECT DISTINCT first FROM up WHERE at = first",
    ),
    (
        "context", "attributions",
        'SELECT a.id FROM attributions AS a JOIN snapshots AS s ON s.id = a.snapshot_id JOIN (SELECT attribution_id, min(start) AS first, max("end") AS last FROM spans GROUP BY attribution_id) AS p ON p.attribution_id = a.id WHERE last <= length(s.text) AND ((a.prefix IS NOT NULL AND substr(s.text, max(first - length(a.prefix), 0) + 1, min(length(a.prefix), first)) <> a.prefix) OR (a.suffix IS NOT NULL AND substr(s.text, last + 1, length(a.suffix)) <> a.suffix))',
    ),
)  # fmt: skip
_SAID: tuple[tuple[str, str], ...] = (
    ("open-operation", "SELECT 'operation ' || id FROM operations WHERE open"),
    (
        "empty-operation",
        "SELECT 'operation ' || id FROM operations WHERE NOT open AND undoes_id IS NULL AND id NOT IN (SELECT operation_id FROM changes WHERE operation_id IS NOT NULL)",
    ),
    ("undo-order", "SELECT 'operation ' || id FROM operations WHERE undoes_id >= id"),
    ("citekey-case", "SELECT group_concat(citekey, ' and ') FROM sources GROUP BY lower(citekey) HAVING count(*) > 1"),
    ("tag-case", "SELECT group_concat(name, ' and ') FROM tags GROUP BY lower(name) HAVING count(*) > 1"),
)  # fmt: skip


def seen(reader: Reader) -> Iterator[Seen]:
    """Rows that are not what they must be, by questions in SQL alone."""
    for kind, table, sql in _ROWS:
        for (row,) in reader.rows(sql):
            yield kind, (table, row)
    for kind, sql in _SAID:
        for (said,) in reader.rows(sql):
            yield kind, str(said)
