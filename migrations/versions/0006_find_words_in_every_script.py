"""Find words in every script, and in every source's own wording.

Revision: 0006, after 0005.

- Beside each searched text stands its folded copy, where SQLite's tokenizer does not fold it as a query is folded; the
  full-text indexes have that. They name their tables as other programs look for them.
- The wordings of single sources have an index of their own.
"""

from collections.abc import Sequence

from alembic import op

# As it is when this runs. Whoever changes the folding makes the copies anew, in a migration of its own.
from onrecord.text.wordfold import copy_of

revision: str = "0006"
down_revision: str | Sequence[str] | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SEARCHED = (
    ("statements", "text"),
    ("attributions", "wording"),
    ("speaker_names", "name"),
    ("sources", "title"),
    ("sources", "container_title"),
)
BEFORE = {
    "statements": ("text",),
    "speaker_names": ("name", "name_key"),
    "sources": ("title", "container_title"),
}
AFTER = (
    """
CREATE VIEW statements_searched AS SELECT id, coalesce(text_folded, text) AS text FROM statements""",
    """
CREATE VIRTUAL TABLE statements_fts USING fts5(text, content='statements_searched', content_rowid='id',
tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="statements" */)""",
    """
CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN INSERT INTO statements_fts(rowid, text)
VALUES (new.id, coalesce(new.text_folded, new.text)); END""",
    """
CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN INSERT INTO
statements_fts(statements_fts, rowid, text) VALUES ('delete', old.id, coalesce(old.text_folded, old.text));
END""",
    """
CREATE TRIGGER statements_fts_update AFTER UPDATE OF id, text ON statements WHEN old.id IS NOT new.id OR
old.text IS NOT new.text BEGIN INSERT INTO statements_fts(statements_fts, rowid, text) VALUES ('delete',
old.id, coalesce(old.text_folded, old.text)); INSERT INTO statements_fts(rowid, text) VALUES (new.id,
coalesce(new.text_folded, new.text)); UPDATE statements SET text_folded = CASE WHEN old.text IS NOT new.text
AND old.text_folded IS new.text_folded THEN NULL ELSE text_folded END WHERE id = new.id AND ((old.text IS NOT
new.text AND old.text_folded IS new.text_folded AND new.text_folded IS NOT NULL)) AND NOT EXISTS (SELECT 1
FROM operations WHERE open = 1); END""",
    """
CREATE TRIGGER statements_fts_refold AFTER UPDATE OF text_folded ON statements WHEN NOT (old.id IS NOT new.id
OR old.text IS NOT new.text) AND (old.text_folded IS NOT new.text_folded) BEGIN INSERT INTO
statements_fts(statements_fts, rowid, text) VALUES ('delete', old.id, coalesce(old.text_folded, old.text));
INSERT INTO statements_fts(rowid, text) VALUES (new.id, coalesce(new.text_folded, new.text)); END""",
    """
CREATE VIEW attributions_searched AS SELECT id, coalesce(wording_folded, wording) AS wording FROM attributions
WHERE wording IS NOT NULL""",
    """
CREATE VIRTUAL TABLE attributions_fts USING fts5(wording, content='attributions_searched', content_rowid='id',
tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="attributions" */)""",
    """
CREATE TRIGGER attributions_fts_insert AFTER INSERT ON attributions WHEN new.wording IS NOT NULL BEGIN INSERT
INTO attributions_fts(rowid, wording) SELECT new.id, coalesce(new.wording_folded, new.wording) WHERE
new.wording IS NOT NULL; END""",
    """
CREATE TRIGGER attributions_fts_delete AFTER DELETE ON attributions WHEN old.wording IS NOT NULL BEGIN INSERT
INTO attributions_fts(attributions_fts, rowid, wording) SELECT 'delete', old.id, coalesce(old.wording_folded,
old.wording) WHERE old.wording IS NOT NULL; END""",
    """
CREATE TRIGGER attributions_fts_update AFTER UPDATE OF id, wording ON attributions WHEN old.id IS NOT new.id
OR old.wording IS NOT new.wording BEGIN INSERT INTO attributions_fts(attributions_fts, rowid, wording) SELECT
'delete', old.id, coalesce(old.wording_folded, old.wording) WHERE old.wording IS NOT NULL; INSERT INTO
attributions_fts(rowid, wording) SELECT new.id, coalesce(new.wording_folded, new.wording) WHERE new.wording IS
NOT NULL; UPDATE attributions SET wording_folded = CASE WHEN old.wording IS NOT new.wording AND
old.wording_folded IS new.wording_folded THEN NULL ELSE wording_folded END WHERE id = new.id AND ((old.wording
IS NOT new.wording AND old.wording_folded IS new.wording_folded AND new.wording_folded IS NOT NULL)) AND NOT
EXISTS (SELECT 1 FROM operations WHERE open = 1); END""",
    """
CREATE TRIGGER attributions_fts_refold AFTER UPDATE OF wording_folded ON attributions WHEN NOT (old.id IS NOT
new.id OR old.wording IS NOT new.wording) AND (old.wording_folded IS NOT new.wording_folded) BEGIN INSERT INTO
attributions_fts(attributions_fts, rowid, wording) SELECT 'delete', old.id, coalesce(old.wording_folded,
old.wording) WHERE old.wording IS NOT NULL; INSERT INTO attributions_fts(rowid, wording) SELECT new.id,
coalesce(new.wording_folded, new.wording) WHERE new.wording IS NOT NULL; END""",
    """
CREATE VIEW speaker_names_searched AS SELECT id, coalesce(name_folded, name) AS name, name_key AS name_key
FROM speaker_names""",
    """
CREATE VIRTUAL TABLE speaker_names_fts USING fts5(name, name_key, content='speaker_names_searched',
content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /*
content="speaker_names" */)""",
    """
CREATE TRIGGER speaker_names_fts_insert AFTER INSERT ON speaker_names BEGIN INSERT INTO
speaker_names_fts(rowid, name, name_key) VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key);
END""",
    """
CREATE TRIGGER speaker_names_fts_delete AFTER DELETE ON speaker_names BEGIN INSERT INTO
speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES ('delete', old.id,
coalesce(old.name_folded, old.name), old.name_key); END""",
    """
CREATE TRIGGER speaker_names_fts_update AFTER UPDATE OF id, name, name_key ON speaker_names WHEN old.id IS NOT
new.id OR old.name IS NOT new.name OR old.name_key IS NOT new.name_key BEGIN INSERT INTO
speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES ('delete', old.id,
coalesce(old.name_folded, old.name), old.name_key); INSERT INTO speaker_names_fts(rowid, name, name_key)
VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key); UPDATE speaker_names SET name_folded =
CASE WHEN old.name IS NOT new.name AND old.name_folded IS new.name_folded THEN NULL ELSE name_folded END WHERE
id = new.id AND ((old.name IS NOT new.name AND old.name_folded IS new.name_folded AND new.name_folded IS NOT
NULL)) AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END""",
    """
CREATE TRIGGER speaker_names_fts_refold AFTER UPDATE OF name_folded ON speaker_names WHEN NOT (old.id IS NOT
new.id OR old.name IS NOT new.name OR old.name_key IS NOT new.name_key) AND (old.name_folded IS NOT
new.name_folded) BEGIN INSERT INTO speaker_names_fts(speaker_names_fts, rowid, name, name_key) VALUES
('delete', old.id, coalesce(old.name_folded, old.name), old.name_key); INSERT INTO speaker_names_fts(rowid,
name, name_key) VALUES (new.id, coalesce(new.name_folded, new.name), new.name_key); END""",
    """
CREATE VIEW sources_searched AS SELECT id, coalesce(title_folded, title) AS title,
coalesce(container_title_folded, container_title) AS container_title FROM sources""",
    """
CREATE VIRTUAL TABLE sources_fts USING fts5(title, container_title, content='sources_searched',
content_rowid='id', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'" /* content="sources" */)""",
    """
CREATE TRIGGER sources_fts_insert AFTER INSERT ON sources BEGIN INSERT INTO sources_fts(rowid, title,
container_title) VALUES (new.id, coalesce(new.title_folded, new.title), coalesce(new.container_title_folded,
new.container_title)); END""",
    """
CREATE TRIGGER sources_fts_delete AFTER DELETE ON sources BEGIN INSERT INTO sources_fts(sources_fts, rowid,
title, container_title) VALUES ('delete', old.id, coalesce(old.title_folded, old.title),
coalesce(old.container_title_folded, old.container_title)); END""",
    """
CREATE TRIGGER sources_fts_update AFTER UPDATE OF id, title, container_title ON sources WHEN old.id IS NOT
new.id OR old.title IS NOT new.title OR old.container_title IS NOT new.container_title BEGIN INSERT INTO
sources_fts(sources_fts, rowid, title, container_title) VALUES ('delete', old.id, coalesce(old.title_folded,
old.title), coalesce(old.container_title_folded, old.container_title)); INSERT INTO sources_fts(rowid, title,
container_title) VALUES (new.id, coalesce(new.title_folded, new.title), coalesce(new.container_title_folded,
new.container_title)); UPDATE sources SET title_folded = CASE WHEN old.title IS NOT new.title AND
old.title_folded IS new.title_folded THEN NULL ELSE title_folded END, container_title_folded = CASE WHEN
old.container_title IS NOT new.container_title AND old.container_title_folded IS new.container_title_folded
THEN NULL ELSE container_title_folded END WHERE id = new.id AND ((old.title IS NOT new.title AND
old.title_folded IS new.title_folded AND new.title_folded IS NOT NULL) OR (old.container_title IS NOT
new.container_title AND old.container_title_folded IS new.container_title_folded AND
new.container_title_folded IS NOT NULL)) AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1); END""",
    """
CREATE TRIGGER sources_fts_refold AFTER UPDATE OF title_folded, container_title_folded ON sources WHEN NOT
(old.id IS NOT new.id OR old.title IS NOT new.title OR old.container_title IS NOT new.container_title) AND
(old.title_folded IS NOT new.title_folded OR old.container_title_folded IS NOT new.container_title_folded)
BEGIN INSERT INTO sources_fts(sources_fts, rowid, title, container_title) VALUES ('delete', old.id,
coalesce(old.title_folded, old.title), coalesce(old.container_title_folded, old.container_title)); INSERT INTO
sources_fts(rowid, title, container_title) VALUES (new.id, coalesce(new.title_folded, new.title),
coalesce(new.container_title_folded, new.container_title)); END""",
)
WORDED = "CREATE INDEX ix_attributions_worded ON attributions (statement_id) WHERE wording IS NOT NULL"


def run(*statements: str) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(" ".join(statement.split()))


def forget(tables: Sequence[str]) -> None:
    """Takes away the indexes of these tables, with what feeds them."""
    for table in tables:
        for rule in ("insert", "delete", "update", "refold"):
            run(f"DROP TRIGGER IF EXISTS {table}_fts_{rule}")
        run(f"DROP TABLE {table}_fts", f"DROP VIEW IF EXISTS {table}_searched")


def upgrade() -> None:
    forget(tuple(BEFORE))
    for table, column in SEARCHED:
        run(f"ALTER TABLE {table} ADD COLUMN {column}_folded VARCHAR")
        fold(table, column)
    run(*AFTER, WORDED)


def fold(table: str, column: str) -> None:
    bind, last = op.get_bind(), 0
    while rows := bind.exec_driver_sql(
        f"SELECT id, {column} FROM {table} WHERE id > ? AND length({column}) <> length(CAST({column} AS BLOB)) "
        "ORDER BY id LIMIT 10000",
        (last,),
    ).fetchall():
        last = rows[-1][0]
        copies = [(copy, row_id) for row_id, text in rows if (copy := copy_of(text)) is not None]
        if copies:
            bind.exec_driver_sql(f"UPDATE {table} SET {column}_folded = ? WHERE id = ?", copies)


def downgrade() -> None:
    run("DROP INDEX ix_attributions_worded")
    forget((*BEFORE, "attributions"))
    for table, column in SEARCHED:
        run(f"ALTER TABLE {table} DROP COLUMN {column}_folded")
    for table, columns in BEFORE.items():
        run(*index_before(table, columns))


def index_before(table: str, columns: Sequence[str]) -> list[str]:
    name, listed = f"{table}_fts", ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    add = f"INSERT INTO {name}(rowid, {listed}) VALUES (new.id, {new});"
    remove = f"INSERT INTO {name}({name}, rowid, {listed}) VALUES ('delete', old.id, {old});"
    return [
        (
            f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content='{table}', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 2')"
        ),
        f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {name}_update AFTER UPDATE OF id, {listed} ON {table} BEGIN {remove} {add} END",
    ]
