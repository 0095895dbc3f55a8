"""Tell what other programs insert, and take the outcomes away that rest on rows they replaced.

Revision: 0007, after 0006.

- A row that another program inserts is in the history from then on, whatever id it was given: before, only those above
  all others were noticed.
- Its outcome goes with a wording, a place or a stored text that was replaced whole, as with one that was changed.
- Texts that other programs wrote have their folded copies.
"""

from collections.abc import Sequence

from alembic import op

# As it is when this runs. Whoever changes the folding makes the copies anew, in a migration of its own.
from onrecord.text.wordfold import copy_of

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

RECORDED = (
    "claims", "sources", "speakers", "statements", "tags", "citekey_aliases", "claim_links", "creators", "reviews",
    "snapshots", "speaker_names", "stances", "statement_tags", "attributions", "captures", "proposals", "relays", "spans",
)  # fmt: skip
SEARCHED = (
    ("statements", "text"),
    ("attributions", "wording"),
    ("speaker_names", "name"),
    ("sources", "title"),
    ("sources", "container_title"),
)
BY_ANOTHER_PROGRAM = "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1)"
FORGET = "UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL"
OUTCOMES = {
    "outcomes_follow_statements_insert": f"""
AFTER INSERT ON statements WHEN {BY_ANOTHER_PROGRAM} BEGIN
{FORGET} WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL; END""",
    "outcomes_follow_attributions_insert": f"""
AFTER INSERT ON attributions WHEN new.check_result IS NOT NULL AND {BY_ANOTHER_PROGRAM} BEGIN
{FORGET} WHERE id = new.id; END""",
    "outcomes_follow_spans_insert": f"""
AFTER INSERT ON spans WHEN {BY_ANOTHER_PROGRAM} BEGIN
{FORGET} WHERE id = new.attribution_id AND check_result IS NOT NULL; END""",
    "outcomes_follow_snapshots_insert": f"""
AFTER INSERT ON snapshots WHEN {BY_ANOTHER_PROGRAM} BEGIN
{FORGET} WHERE source_id = new.source_id AND check_result IS NOT NULL; END""",
    "outcomes_follow_snapshots_delete": f"""
AFTER DELETE ON snapshots WHEN {BY_ANOTHER_PROGRAM} BEGIN
{FORGET} WHERE source_id = old.source_id AND check_result IS NOT NULL; END""",
}


def run(*statements: str) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(" ".join(statement.split()))


def upgrade() -> None:
    for table, column in SEARCHED:
        fold(table, column)
    run(*(f"CREATE TRIGGER {name} {rule}" for name, rule in OUTCOMES.items()), *map(recorded, RECORDED))


def recorded(table: str) -> str:
    return f"""
CREATE TRIGGER history_{table}_insert AFTER INSERT ON {table} WHEN {BY_ANOTHER_PROGRAM} BEGIN
UPDATE changes SET last_row_id = new.id WHERE id = (SELECT max(id) FROM changes) AND operation_id IS NULL
AND kind = 'insert' AND table_name = '{table}' AND last_row_id = new.id - 1;
INSERT INTO changes(kind, table_name, row_id, last_row_id)
SELECT 'insert', '{table}', new.id, new.id WHERE changes() = 0; END"""


def fold(table: str, column: str) -> None:
    bind, last = op.get_bind(), 0
    while rows := bind.exec_driver_sql(
        f"SELECT id, {column}, {column}_folded FROM {table} WHERE id > ? AND "
        f"length({column}) <> length(CAST({column} AS BLOB)) ORDER BY id LIMIT 10000",
        (last,),
    ).fetchall():
        last = rows[-1][0]
        copies = [(copy, row_id) for row_id, text, held in rows if (copy := copy_of(text)) != held]
        if copies:
            bind.exec_driver_sql(f"UPDATE {table} SET {column}_folded = ? WHERE id = ?", copies)


def downgrade() -> None:
    run(
        *(f"DROP TRIGGER {name}" for name in OUTCOMES),
        *(f"DROP TRIGGER history_{table}_insert" for table in RECORDED),
    )
