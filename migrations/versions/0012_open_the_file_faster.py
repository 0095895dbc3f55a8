"""Open the file faster: say what the triggers of all tables share once, and leave the usual language out of its index.

Revision: 0012, after 0011.

- SQLite reads every trigger whenever a file is opened. Those of the history write into a view, whose one trigger knows what
  is an edit and how it is kept; what they record is what it was.
- Nearly all wordings are in English, which is looked for without the index: it has the others alone.
- In `quotes`, nobody passes his own work on.
- A time stamp may be OpenTimestamps' too.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | Sequence[str] | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = {
    "claims": "id key text note",
    "sources": (
        "id citekey type title container_title publisher issued issued_min issued_max url url_key archive_url "
        "accessed language csl"
    ),
    "speakers": "id slug name family given kind unnamed description wikidata_id merged_into_id",
    "statements": "id key text text_key said said_min said_max note",
    "tags": "id name",
    "citekey_aliases": "id source_id citekey",
    "claim_links": "id from_id to_id kind",
    "creators": "id source_id position role speaker_id named_as",
    "judgements": "id first_id second_id judgement reason",
    "offices": "id speaker_id title title_key since since_min since_max until until_min until_max source_id note",
    "reviews": "id claim_id reviewer_id source_id verdict rating best worst published",
    "snapshots": "id source_id captured_at sha256 media_type text extractor places",
    "speaker_names": "id speaker_id name name_key language script kind",
    "stances": "id statement_id claim_id stance note",
    "statement_links": "id from_id to_id kind",
    "statement_tags": "id statement_id tag_id",
    "attributions": (
        "id statement_id speaker_id source_id form polarity polarity_basis wording exact prefix suffix "
        "locator_label locator named_as cue said said_min said_max said_basis language place occasion medium "
        "snapshot_id check_result checked_at accepted_reason rank rank_reason status status_reason "
        "translator_id quoted_from_id page_index"
    ),
    "captures": (
        "id source_id snapshot_id captured_at url archive_url status etag last_modified original_sha256 "
        "reason"
    ),
    "decisions": "id first_id second_id about decision reason",
    "proposals": (
        "id snapshot_id place_key text_key stretches form polarity speaker speaker_slug named_as "
        "speaker_start speaker_end speaker_kind unnamed cue via said said_basis confidence reason engine "
        "state attribution_id"
    ),
    "relays": "id attribution_id hop speaker_id cue named_as cited_source_id",
    "spans": "id attribution_id position start end quoted",
}
BLOBS = {"snapshots": "original"}
OBSERVATIONS = ("check_result", "checked_at")
BY_ANOTHER_PROGRAM = "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1)"
# An index, what it has of a table, and of these what has a folded copy.
FULL_TEXTS = (
    ("statements", ("text",), ("text",)),
    ("attributions", ("wording",), ("wording",)),
    ("speaker_names", ("name", "name_key"), ("name",)),
    ("sources", ("title", "container_title"), ("title", "container_title")),
)
RESTED_ON = ("statement_id", "source_id", "snapshot_id", "form", "wording", "exact", "prefix", "suffix")

RECORDING = (
    "CREATE VIEW history_rows AS SELECT table_name, row_id, before, after, before_blob FROM changes",
    f"""
CREATE TRIGGER history_rows_insert INSTEAD OF INSERT ON history_rows WHEN iif(new.before IS NULL, {BY_ANOTHER_PROGRAM},
new.before IS NOT new.after AND json_remove(new.before, '$.check_result', '$.checked_at') IS NOT
json_remove(new.after, '$.check_result', '$.checked_at')) BEGIN
UPDATE changes SET last_row_id = new.row_id WHERE new.before IS NULL AND id = (SELECT max(id) FROM changes)
AND operation_id IS NULL AND kind = 'insert' AND table_name = new.table_name AND last_row_id = new.row_id - 1;
INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob)
SELECT (SELECT id FROM operations WHERE open = 1), CASE WHEN new.before IS NULL THEN 'insert' WHEN new.after IS NULL
THEN 'delete' ELSE 'update' END, new.table_name, new.row_id, new.row_id, new.before, new.after, new.before_blob
WHERE changes() = 0; END""",
)
VIEW = """
CREATE VIEW quotes AS
SELECT
  coalesce(a.wording, st.text) AS text,
  sp.name AS speaker,
  (SELECT group_concat(hop_name, ', via ') FROM (
     SELECT relayer.name AS hop_name
       FROM relays JOIN speakers AS hop ON hop.id = relays.speaker_id
       JOIN speakers AS relayer ON relayer.id = coalesce(hop.merged_into_id, hop.id)
      WHERE relays.attribution_id = a.id{passed_on} ORDER BY relays.hop)) AS via,
  CASE WHEN a.status = 'misattributed' THEN a.said ELSE coalesce(a.said, st.said) END AS said,
  a.form AS form,
  a.polarity AS polarity,
  a.check_result AS check_result,
  a.status AS status,
  so.citekey AS source,
  CASE WHEN a.locator_label = 'timestamp' THEN a.locator ELSE a.locator_label || ' ' || a.locator END AS locator,
  so.title AS title,
  so.issued AS issued,
  st.key AS key,
  a.status_reason AS status_reason,
  a.rank AS rank,
  a.rank_reason AS rank_reason,
  (SELECT group_concat(name, ', ') FROM (
     SELECT tags.name AS name FROM statement_tags JOIN tags ON tags.id = statement_tags.tag_id
      WHERE statement_tags.statement_id = st.id ORDER BY tags.name)) AS tags,
  a.cue AS cue,
  a.medium AS medium,
  a.language AS language,
  a.place AS place,
  a.occasion AS occasion,
  a.accepted_reason AS accepted_reason,
  so.url AS url,
  a.id AS id,
  st.id AS statement_id,
  sp.id AS speaker_id,
  so.id AS source_id,
  sp.slug AS speaker_slug,
  CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_min
    ELSE coalesce(a.said_min, st.said_min, so.issued_min) END AS said_min,
  CASE WHEN a.said IS NULL AND a.status = 'misattributed' THEN so.issued_max
    ELSE coalesce(a.said_max, st.said_max, so.issued_max) END AS said_max
FROM attributions AS a
JOIN statements AS st ON st.id = a.statement_id
JOIN sources AS so ON so.id = a.source_id
JOIN speakers AS printed ON printed.id = a.speaker_id
JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id)
"""
PASSED_ON = " AND (relayer.id <> sp.id OR (relays.cited_source_id IS NULL AND sp.unnamed))"


def run(*statements: str) -> None:
    # Not op.execute: it would take colons for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(" ".join(statement.split()))


def row(table: str, name: str, quote: str) -> str:
    listed = (
        f"'{column}', {name}.{quote}{column}{quote}" if quote or column != "end" else f"'end', {name}.\"end\""
        for column in COLUMNS[table].split()
    )
    return f"json_object({', '.join(listed)})"


def history(table: str) -> tuple[str, ...]:
    old, new = row(table, "old", ""), row(table, "new", "")
    blob = f"old.{BLOBS[table]}" if table in BLOBS else "NULL"
    into = f"BEGIN INSERT INTO history_rows VALUES ('{table}'"
    return (
        (
            f"CREATE TRIGGER history_{table}_insert AFTER INSERT ON {table} WHEN {BY_ANOTHER_PROGRAM} "
            f"{into}, new.id, NULL, NULL, NULL); END"
        ),
        f"CREATE TRIGGER history_{table}_update AFTER UPDATE ON {table} {into}, old.id, {old}, {new}, NULL); END",
        f"CREATE TRIGGER history_{table}_delete AFTER DELETE ON {table} {into}, old.id, {old}, NULL, {blob}); END",
    )


def history_before(table: str) -> tuple[str, ...]:
    old, new = row(table, "old", '"'), row(table, "new", '"')
    blob = f"old.{BLOBS[table]}" if table in BLOBS else "NULL"
    columns = (
        COLUMNS[table].replace(" places", " original places").split()
    )  # what JSON cannot hold is compared, too
    differs = " OR ".join(
        f'old."{column}" IS NOT new."{column}"' for column in columns if column not in OBSERVATIONS
    )
    into = (
        "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
        "VALUES ((SELECT id FROM operations WHERE open = 1)"
    )
    return (
        (
            f"CREATE TRIGGER history_{table}_insert AFTER INSERT ON {table} WHEN {BY_ANOTHER_PROGRAM} BEGIN "
            "UPDATE changes SET last_row_id = new.id WHERE id = (SELECT max(id) FROM changes) AND operation_id IS NULL "
            f"AND kind = 'insert' AND table_name = '{table}' AND last_row_id = new.id - 1; "
            "INSERT INTO changes(kind, table_name, row_id, last_row_id) "
            f"SELECT 'insert', '{table}', new.id, new.id WHERE changes() = 0; END"
        ),
        (
            f"CREATE TRIGGER history_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
            f"{into}, 'update', '{table}', old.id, old.id, {old}, {new}, NULL); END"
        ),
        (
            f"CREATE TRIGGER history_{table}_delete AFTER DELETE ON {table} BEGIN "
            f"{into}, 'delete', '{table}', old.id, old.id, {old}, NULL, {blob}); END"
        ),
    )


def values(name: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f"{name}.{column}" for column in columns)
    return f"({listed})" if len(columns) > 1 else listed


def full_text(table: str, columns: Sequence[str], texts: Sequence[str], *, before: bool) -> tuple[str, str]:
    """The triggers after an update of a text, and of its folded copy."""
    fts, listed = f"{table}_fts", ", ".join(columns)
    indexed, copies = ("id", *columns), [f"{column}_folded" for column in texts]

    def source(name: str, *first: str) -> str:
        given = (
            f"coalesce({name}.{column}_folded, {name}.{column})" if column in texts else f"{name}.{column}"
            for column in columns
        )
        row = ", ".join((*first, f"{name}.id", *given))
        return (
            f"SELECT {row} WHERE {name}.wording IS NOT NULL" if table == "attributions" else f"VALUES ({row})"
        )

    remove = f"""INSERT INTO {fts}({fts}, rowid, {listed}) {source("old", "'delete'")};"""
    add = f"INSERT INTO {fts}(rowid, {listed}) {source('new')};"
    if before:
        changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in indexed)
        copied = " OR ".join(f"old.{column} IS NOT new.{column}" for column in copies)
        refolded = f"NOT ({changed}) AND ({copied})"
        stale = {
            column: f"old.{column} IS NOT new.{column} AND old.{column}_folded IS new.{column}_folded"
            for column in texts
        }
        emptied = ", ".join(
            f"{column}_folded = CASE WHEN {stale[column]} THEN NULL ELSE {column}_folded END"
            for column in texts
        )
        held = " OR ".join(f"({stale[column]} AND new.{column}_folded IS NOT NULL)" for column in texts)
        held = f"AND ({held}) "
    else:
        changed = f"{values('old', indexed)} IS NOT {values('new', indexed)}"
        refolded = f"{values('old', indexed)} IS {values('new', indexed)} AND {values('old', copies)} IS NOT {values('new', copies)}"
        emptied = ", ".join(
            f"{column}_folded = nullif({column}_folded, iif(old.{column} IS new.{column}, NULL, old.{column}_folded))"
            for column in texts
        )
        held = ""
    return (
        (
            f"CREATE TRIGGER {fts}_update AFTER UPDATE OF {', '.join(indexed)} ON {table} WHEN {changed} BEGIN {remove} {add} "
            f"UPDATE {table} SET {emptied} WHERE id = new.id {held}AND {BY_ANOTHER_PROGRAM}; END"
        ),
        (
            f"CREATE TRIGGER {fts}_refold AFTER UPDATE OF {', '.join(copies)} ON {table} WHEN {refolded} "
            f"BEGIN {remove} {add} END"
        ),
    )


def outcomes(*, before: bool) -> str:
    differs = (
        f"({' OR '.join(f'old.{column} IS NOT new.{column}' for column in RESTED_ON)})"
        if before
        else f"{values('old', RESTED_ON)} IS NOT {values('new', RESTED_ON)}"
    )
    return (
        f"CREATE TRIGGER outcomes_follow_attributions AFTER UPDATE OF {', '.join(RESTED_ON)} ON attributions "
        f"WHEN new.check_result IS NOT NULL AND {BY_ANOTHER_PROGRAM} AND {differs} BEGIN UPDATE attributions SET "
        "check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id = new.id; END"
    )


def stamps(kinds: str) -> None:
    """Makes the table again with other kinds of stamps. It has no triggers."""
    run("ALTER TABLE stamps RENAME TO stamps_before", "DROP INDEX ix_stamps_seal_id")
    op.create_table(
        "stamps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_stamps_kind")),
        sa.ForeignKeyConstraint(["seal_id"], ["seals.id"], name="fk_stamps_seal_id_seals"),
        sa.PrimaryKeyConstraint("id", name="pk_stamps"),
        sqlite_autoincrement=True,
    )
    run(
        # No id is used twice.
        "INSERT INTO sqlite_sequence(name, seq) SELECT 'stamps', seq FROM sqlite_sequence WHERE name = 'stamps_before'",
        f"INSERT INTO stamps SELECT * FROM stamps_before WHERE kind IN ({kinds})",
        "DROP TABLE stamps_before",
        "CREATE INDEX ix_stamps_seal_id ON stamps (seal_id)",
    )


def take_down() -> None:
    for table in COLUMNS:
        run(*(f"DROP TRIGGER history_{table}_{event}" for event in ("insert", "update", "delete")))
    for table, *_ in FULL_TEXTS:
        run(f"DROP TRIGGER {table}_fts_update", f"DROP TRIGGER {table}_fts_refold")
    run(
        "DROP TRIGGER outcomes_follow_attributions", "DROP VIEW quotes", "DROP INDEX ix_attributions_language"
    )


def upgrade() -> None:
    take_down()
    stamps("'rfc3161', 'opentimestamps'")
    run(
        "CREATE INDEX ix_attributions_language ON attributions (language) WHERE language <> 'en'",
        VIEW.format(passed_on=PASSED_ON),
        outcomes(before=False),
        *RECORDING,
    )
    for full in FULL_TEXTS:
        run(*full_text(*full, before=False))
    for table in COLUMNS:
        run(*history(table))


def downgrade() -> None:
    take_down()
    run("DROP VIEW history_rows")
    stamps("'rfc3161'")
    run(
        "CREATE INDEX ix_attributions_language ON attributions (language) WHERE language IS NOT NULL",
        VIEW.format(passed_on=""),
        outcomes(before=True),
    )
    for full in FULL_TEXTS:
        run(*full_text(*full, before=True))
    for table in COLUMNS:
        run(*history_before(table))
