"""Tell who asserts and who denies, what each source says for itself, and what stood there when.

Revision: 0005, after 0004.

- Attributions know their polarity, and have a wording, a language, a place, an occasion and a medium of their own; what
  statements had of these moves to their attributions. A misattribution inherits nothing.
- Captures tell when a source was looked at, checks what verification found; a source may go by several citekeys.
- What another program rewords is unchecked from then on.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence

from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOVED = ("language", "place", "occasion", "medium")
OBSERVATIONS = ("check_result", "checked_at")
MEDIA = "'speech', 'interview', 'press_conference', 'written', 'post', 'broadcast', 'document', 'other'"
POLARITIES = "'asserted', 'denied', 'not_said', 'asked'"
RESULTS = "'exact', 'typographic', 'elided', 'altered', 'ambiguous', 'absent', 'not_checkable'"
MORE_RESULTS = (
    "'exact', 'typographic', 'interrupted', 'bracketed', 'elided', 'drifted', 'stitched', 'inverted', 'altered', "
    "'ambiguous', 'absent', 'not_checkable'"
)
POLARITY = "polarity VARCHAR DEFAULT 'asserted' NOT NULL,"

# What differs between the tables before and after; going back swaps the sides.
ATTRIBUTIONS = (
    ("form VARCHAR NOT NULL,", f"form VARCHAR NOT NULL, {POLARITY} polarity_basis VARCHAR, wording VARCHAR,"),
    (
        "said_basis VARCHAR,",
        "said_basis VARCHAR, language VARCHAR, place VARCHAR, occasion VARCHAR, medium VARCHAR,",
    ),
    ("checked_at VARCHAR,", "checked_at VARCHAR, accepted_reason VARCHAR,"),
    (f"({RESULTS})", f"({MORE_RESULTS})"),
    (
        "CONSTRAINT ck_attributions_form",
        (
            f"CONSTRAINT ck_attributions_polarity CHECK (polarity IN ({POLARITIES})), "
            "CONSTRAINT ck_attributions_polarity_basis CHECK (polarity_basis IN ('stated')), "
            f"CONSTRAINT ck_attributions_medium CHECK (medium IN ({MEDIA})), "
            "CONSTRAINT ck_attributions_wording CHECK (wording <> ''), "
            "CONSTRAINT ck_attributions_accepted_reason CHECK (accepted_reason <> ''), "
            "CONSTRAINT ck_attributions_form"
        ),
    ),
)
STATEMENTS = (
    ("language VARCHAR, ", ""),
    ("place VARCHAR, occasion VARCHAR, medium VARCHAR, ", ""),
    (f"CONSTRAINT ck_statements_medium CHECK (medium IN ({MEDIA})), ", ""),
)
# Going back, they stand where they stood.
STATEMENTS_BEFORE = (
    ("text_key VARCHAR NOT NULL,", "text_key VARCHAR NOT NULL, language VARCHAR,"),
    ("note VARCHAR,", "place VARCHAR, occasion VARCHAR, medium VARCHAR, note VARCHAR,"),
    (
        "CONSTRAINT ck_statements_text",
        f"CONSTRAINT ck_statements_medium CHECK (medium IN ({MEDIA})), CONSTRAINT ck_statements_text",
    ),
)
PROPOSALS = (
    ("form VARCHAR NOT NULL,", f"form VARCHAR NOT NULL, {POLARITY}"),
    (
        "CONSTRAINT ck_proposals_form",
        f"CONSTRAINT ck_proposals_polarity CHECK (polarity IN ({POLARITIES})), CONSTRAINT ck_proposals_form",
    ),
)

CAPTURES = """
CREATE TABLE captures (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL,
    snapshot_id INTEGER,
    captured_at VARCHAR NOT NULL,
    url VARCHAR,
    archive_url VARCHAR,
    status INTEGER,
    etag VARCHAR,
    last_modified VARCHAR,
    original_sha256 VARCHAR,
    reason VARCHAR,
    CONSTRAINT fk_captures_snapshot_id_source_id_snapshots FOREIGN KEY(snapshot_id, source_id) REFERENCES snapshots (id, source_id),
    CONSTRAINT ck_captures_reason CHECK ((snapshot_id IS NULL) = (reason IS NOT NULL)),
    CONSTRAINT ck_captures_original_sha256 CHECK (length(original_sha256) = 64),
    CONSTRAINT fk_captures_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id)
)"""
CHECKS = """
CREATE TABLE checks (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    attribution_id INTEGER NOT NULL,
    snapshot_id INTEGER,
    outcome VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    CONSTRAINT ck_checks_outcome CHECK (outcome IN ('exact', 'typographic', 'interrupted', 'bracketed', 'elided', 'drifted', 'stitched', 'inverted', 'altered', 'ambiguous', 'absent', 'not_checkable')),
    CONSTRAINT fk_checks_attribution_id_attributions FOREIGN KEY(attribution_id) REFERENCES attributions (id) ON DELETE CASCADE,
    CONSTRAINT fk_checks_snapshot_id_snapshots FOREIGN KEY(snapshot_id) REFERENCES snapshots (id) ON DELETE CASCADE
)"""
CITEKEY_ALIASES = """
CREATE TABLE citekey_aliases (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL,
    citekey VARCHAR NOT NULL,
    CONSTRAINT ck_citekey_aliases_citekey CHECK (citekey <> ''),
    CONSTRAINT fk_citekey_aliases_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id),
    CONSTRAINT uq_citekey_aliases_citekey UNIQUE (citekey)
)"""
NEW_INDEXES = (
    "CREATE INDEX ix_captures_source_id ON captures (source_id)",
    "CREATE INDEX ix_checks_attribution_id ON checks (attribution_id)",
    "CREATE INDEX ix_checks_snapshot_id ON checks (snapshot_id)",
    "CREATE INDEX ix_citekey_aliases_source_id ON citekey_aliases (source_id)",
    "CREATE INDEX ix_attributions_language ON attributions (language) WHERE language IS NOT NULL",
)
OUTCOMES = (
    """
CREATE TRIGGER outcomes_follow_statements AFTER UPDATE OF text ON statements WHEN old.text IS NOT new.text
AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE attributions SET check_result =
NULL, checked_at = NULL, accepted_reason = NULL WHERE statement_id = new.id AND wording IS NULL AND
check_result IS NOT NULL; END""",
    """
CREATE TRIGGER outcomes_follow_attributions AFTER UPDATE OF statement_id, source_id, snapshot_id, form,
wording, exact, prefix, suffix ON attributions WHEN new.check_result IS NOT NULL AND NOT EXISTS (SELECT 1
FROM operations WHERE open = 1) AND (old.statement_id IS NOT new.statement_id OR old.source_id IS NOT
new.source_id OR old.snapshot_id IS NOT new.snapshot_id OR old.form IS NOT new.form OR old.wording IS NOT
new.wording OR old.exact IS NOT new.exact OR old.prefix IS NOT new.prefix OR old.suffix IS NOT new.suffix)
BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL WHERE id =
new.id; END""",
    """
CREATE TRIGGER outcomes_follow_spans_update AFTER UPDATE ON spans WHEN NOT EXISTS (SELECT 1 FROM
operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL,
accepted_reason = NULL WHERE id = old.attribution_id AND check_result IS NOT NULL; END""",
    """
CREATE TRIGGER outcomes_follow_spans_delete AFTER DELETE ON spans WHEN NOT EXISTS (SELECT 1 FROM
operations WHERE open = 1) BEGIN UPDATE attributions SET check_result = NULL, checked_at = NULL,
accepted_reason = NULL WHERE id = old.attribution_id AND check_result IS NOT NULL; END""",
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
      WHERE relays.attribution_id = a.id ORDER BY relays.hop)) AS via,
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
JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id)"""
VIEW_BEFORE = """
CREATE VIEW quotes AS SELECT st.text AS text, sp.name AS speaker, (SELECT group_concat(hop_name, ', via ')
FROM ( SELECT relayer.name AS hop_name FROM relays JOIN speakers AS hop ON hop.id = relays.speaker_id JOIN
speakers AS relayer ON relayer.id = coalesce(hop.merged_into_id, hop.id) WHERE relays.attribution_id =
a.id ORDER BY relays.hop)) AS via, coalesce(a.said, st.said) AS said, a.form AS form, a.check_result AS
check_result, a.status AS status, so.citekey AS source, CASE WHEN a.locator_label = 'timestamp' THEN
a.locator ELSE a.locator_label || ' ' || a.locator END AS locator, so.title AS title, so.issued AS issued,
st.key AS key, a.status_reason AS status_reason, a.rank AS rank, a.rank_reason AS rank_reason, (SELECT
group_concat(name, ', ') FROM ( SELECT tags.name AS name FROM statement_tags JOIN tags ON tags.id =
statement_tags.tag_id WHERE statement_tags.statement_id = st.id ORDER BY tags.name)) AS tags, a.cue AS
cue, st.medium AS medium, st.language AS language, so.url AS url, a.id AS id, st.id AS statement_id, sp.id
AS speaker_id, so.id AS source_id, sp.slug AS speaker_slug, coalesce(a.said_min, st.said_min,
so.issued_min) AS said_min, coalesce(a.said_max, st.said_max, so.issued_max) AS said_max FROM attributions
AS a JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id JOIN
speakers AS printed ON printed.id = a.speaker_id JOIN speakers AS sp ON sp.id =
coalesce(printed.merged_into_id, printed.id)"""


def run(*statements: str) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(" ".join(statement.split()))


def rows(sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in op.get_bind().exec_driver_sql(sql)]


def columns_of(table: str) -> list[str]:
    return [str(row[1]) for row in rows(f"PRAGMA table_info({table})")]


def history(table: str) -> list[str]:
    columns = columns_of(table)
    before, after = (
        "json_object(" + ", ".join(f"""'{column}', {row}."{column}\"""" for column in columns) + ")"
        for row in ("old", "new")
    )
    differs = " OR ".join(
        f'old."{column}" IS NOT new."{column}"' for column in columns if column not in OBSERVATIONS
    )
    into = (
        "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
        "VALUES ((SELECT id FROM operations WHERE open = 1)"
    )
    return [
        (
            f"CREATE TRIGGER history_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
            f"{into}, 'update', '{table}', old.id, old.id, {before}, {after}, NULL); END"
        ),
        (
            f"CREATE TRIGGER history_{table}_delete AFTER DELETE ON {table} BEGIN "
            f"{into}, 'delete', '{table}', old.id, old.id, {before}, NULL, NULL); END"
        ),
    ]


def remake(
    table: str, differences: Sequence[tuple[str, str]], filled: Mapping[str, str] | None = None
) -> None:
    """Makes the table anew with the differences in its definition; its rows stay, with what `filled` says in columns.

    Its indexes and its triggers are made again as they were, but for those of the history; an index of a column that is
    gone goes too.
    """
    [(definition,)] = rows(f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'")
    kept = rows(
        f"SELECT type, sql FROM sqlite_master WHERE tbl_name = '{table}' AND type <> 'table' AND sql IS NOT NULL "
        "AND name NOT LIKE 'history!_%' ESCAPE '!' ORDER BY type"
    )
    sequence = rows(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'")
    sql = " ".join(str(definition).replace(f'CREATE TABLE "{table}"', f"CREATE TABLE {table}").split())
    for before, after in differences:
        if before not in sql:
            raise ValueError(f"{table} is not the table that this migration knows: it has no {before}")
        sql = sql.replace(before, after, 1)
    old = columns_of(table)
    run(sql.replace(f"CREATE TABLE {table}", f"CREATE TABLE {table}_new", 1))
    new = columns_of(f"{table}_new")
    values = {column: column for column in new if column in old} | dict(filled or {})
    run(
        f"INSERT INTO {table}_new({', '.join(map(quoted, values))}) "
        f"SELECT {', '.join(quoted(one) if one in old else one for one in values.values())} FROM {table} ORDER BY id",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_new RENAME TO {table}",
    )
    # An id is never used twice.
    if sequence:
        run(
            f"DELETE FROM sqlite_sequence WHERE name = '{table}'",
            f"INSERT INTO sqlite_sequence(name, seq) VALUES ('{table}', {sequence[0][0]})",
        )
    for kind, again in kept:
        if kind == "trigger" or not gone(str(again), set(old) - set(new)):
            op.get_bind().exec_driver_sql(str(again))


def quoted(column: str) -> str:
    return f'"{column}"'


def gone(index: str, columns: set[str]) -> bool:
    return any(f"({column})" in index for column in columns)


def upgrade() -> None:
    run("DROP VIEW quotes")
    said_so = "(SELECT st.{0} FROM statements AS st WHERE st.id = statement_id AND status <> 'misattributed')"
    remake("attributions", ATTRIBUTIONS, {column: said_so.format(column) for column in MOVED})
    remake("statements", STATEMENTS)
    remake("proposals", PROPOSALS)
    run(CAPTURES, CHECKS, CITEKEY_ALIASES, *NEW_INDEXES)
    run(VIEW)
    _give_own_wordings()
    _remember_captures()
    _move_in_the_history()
    # What was done here is no edit.
    for table in ("attributions", "statements", "proposals", "captures", "citekey_aliases"):
        run(*history(table))
    run(*OUTCOMES)


def _give_own_wordings() -> None:
    """Where a source prints other words than the statement has, they become the wording of its attribution."""
    for row_id, exact, text, language in rows(
        "SELECT a.id, a.exact, st.text, a.language FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id "
        "WHERE a.exact IS NOT NULL AND a.exact <> st.text"
    ):
        if words(str(exact)) == words(str(text)):
            continue
        wording = " ".join(str(exact).replace("\u00ad", "").replace("-\n", "").split())
        op.get_bind().exec_driver_sql("UPDATE attributions SET wording = ? WHERE id = ?", (wording, row_id))
        if language is not None and script(wording) != script(str(text)):
            # It was the language of the other wording.
            op.get_bind().exec_driver_sql("UPDATE attributions SET language = NULL WHERE id = ?", (row_id,))


def words(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def script(text: str) -> str:
    """The script of the first letter, as its name has it ("LATIN")."""
    return next((unicodedata.name(one, "").partition(" ")[0] for one in text if one.isalpha()), "")


def _remember_captures() -> None:
    """Every stored text was captured once, by the operation that stored it; what was found last begins the log."""
    run(
        "INSERT INTO captures(source_id, snapshot_id, captured_at, url, archive_url) "
        "SELECT sn.source_id, sn.id, sn.captured_at, so.url, so.archive_url FROM snapshots AS sn "
        "JOIN sources AS so ON so.id = sn.source_id ORDER BY sn.id",
        "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id) "
        "SELECT ch.operation_id, 'insert', 'captures', ca.id, ca.id FROM captures AS ca "
        "JOIN changes AS ch ON ch.table_name = 'snapshots' AND ch.kind = 'insert' "
        "AND ca.snapshot_id BETWEEN ch.row_id AND ch.last_row_id ORDER BY ca.id",
        "INSERT INTO checks(attribution_id, snapshot_id, outcome, at) SELECT id, snapshot_id, check_result, checked_at "
        "FROM attributions WHERE check_result IS NOT NULL AND snapshot_id IS NOT NULL ORDER BY id",
    )


def _move_in_the_history() -> None:
    """What was deleted comes back as it was: what a statement had is with its attributions."""
    for operation, statement, before in rows(
        "SELECT operation_id, row_id, before FROM changes WHERE table_name = 'statements' AND kind = 'delete'"
    ):
        held = json.loads(str(before))
        values = {column: held[column] for column in MOVED if held.get(column) is not None}
        if values:
            op.get_bind().exec_driver_sql(
                "UPDATE changes SET before = json_patch(before, ?) WHERE table_name = 'attributions' AND kind = 'delete' "
                "AND operation_id IS ? AND json_extract(before, '$.statement_id') = ? "
                "AND json_extract(before, '$.status') <> 'misattributed'",
                (json.dumps(values), operation, statement),
            )
    taken = ", ".join(f"'$.{column}'" for column in MOVED)
    run(
        f"UPDATE changes SET before = json_remove(before, {taken}), after = json_remove(after, {taken}) "
        "WHERE table_name = 'statements'"
    )


def downgrade() -> None:
    run(
        "DROP VIEW quotes",
        "DROP TRIGGER outcomes_follow_statements",
        "DROP TRIGGER outcomes_follow_attributions",
        "DROP TRIGGER outcomes_follow_spans_update",
        "DROP TRIGGER outcomes_follow_spans_delete",
        "DROP INDEX ix_attributions_language",
        "DROP TABLE checks",
        "DROP TABLE captures",
        "DROP TABLE citekey_aliases",
    )
    best = (
        "(SELECT a.{0} FROM attributions AS a WHERE a.statement_id = statements.id AND a.{0} IS NOT NULL ORDER BY a.id "
        "LIMIT 1)"
    )
    remake("statements", STATEMENTS_BEFORE, {column: best.format(column) for column in MOVED})
    known = {
        "check_result": "CASE check_result WHEN 'interrupted' THEN 'elided' WHEN 'bracketed' THEN 'elided' "
        "WHEN 'drifted' THEN 'altered' WHEN 'stitched' THEN 'altered' WHEN 'inverted' THEN 'altered' ELSE check_result END"
    }
    remake("attributions", [(after, before) for before, after in ATTRIBUTIONS], known)
    remake("proposals", [(after, before) for before, after in PROPOSALS])
    for table in ("statements", "attributions", "proposals"):
        run(*history(table))
    run(
        "CREATE INDEX ix_statements_language ON statements (language) WHERE language IS NOT NULL", VIEW_BEFORE
    )
    # What the history would bring back must fit the tables that are left.
    added = {
        "attributions": ("polarity", "polarity_basis", "wording", "accepted_reason", *MOVED),
        "proposals": ("polarity",),
    }
    run("DELETE FROM changes WHERE table_name IN ('captures', 'citekey_aliases')")
    for table, columns in added.items():
        taken = ", ".join(f"'$.{column}'" for column in columns)
        run(
            f"UPDATE changes SET before = json_remove(before, {taken}), after = json_remove(after, {taken}) "
            f"WHERE table_name = '{table}'"
        )
