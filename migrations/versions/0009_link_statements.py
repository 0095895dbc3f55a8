"""Link statements: variants, parts and translations of others, and what corrects or retracts them.

Revision: 0009, after 0008.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | Sequence[str] | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

KINDS = "'variant_of', 'excerpt_of', 'translation_of', 'corrects', 'retracts'"
COLUMNS = ("id", "from_id", "to_id", "kind")
INTO = (
    "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
    "VALUES ((SELECT id FROM operations WHERE open = 1)"
)


def row(name: str) -> str:
    listed = ", ".join(f"'{column}', {name}.\"{column}\"" for column in COLUMNS)
    return f"json_object({listed})"


DIFFERS = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in COLUMNS)
HISTORY = (
    (
        "CREATE TRIGGER history_statement_links_insert AFTER INSERT ON statement_links WHEN "
        "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE changes SET last_row_id = new.id WHERE "
        "id = (SELECT max(id) FROM changes) AND operation_id IS NULL AND kind = 'insert' AND "
        "table_name = 'statement_links' AND last_row_id = new.id - 1; "
        "INSERT INTO changes(kind, table_name, row_id, last_row_id) "
        "SELECT 'insert', 'statement_links', new.id, new.id WHERE changes() = 0; END"
    ),
    (
        f"CREATE TRIGGER history_statement_links_update AFTER UPDATE ON statement_links WHEN {DIFFERS} BEGIN "
        f"{INTO}, 'update', 'statement_links', old.id, old.id, {row('old')}, {row('new')}, NULL); END"
    ),
    (
        "CREATE TRIGGER history_statement_links_delete AFTER DELETE ON statement_links BEGIN "
        f"{INTO}, 'delete', 'statement_links', old.id, old.id, {row('old')}, NULL, NULL); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "statement_links",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_statement_links_kind")),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_statement_links_two_statements")),
        sa.ForeignKeyConstraint(["from_id"], ["statements.id"], name="fk_statement_links_from_id_statements"),
        sa.ForeignKeyConstraint(["to_id"], ["statements.id"], name="fk_statement_links_to_id_statements"),
        sa.PrimaryKeyConstraint("id", name="pk_statement_links"),
        sa.UniqueConstraint("from_id", "to_id", "kind", name="uq_statement_links_from_id_to_id_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_links_to_id", "statement_links", ["to_id"], unique=False)
    for statement in HISTORY:
        # Not op.execute: it would take colons for parameters.
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    op.drop_table("statement_links")
