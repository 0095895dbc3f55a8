"""Keep what people decided of speakers and of sources that disagree, and the offices that speakers held.

Revision: 0010, after 0009.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | Sequence[str] | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = {
    "judgements": ("id", "first_id", "second_id", "judgement", "reason"),
    "decisions": ("id", "first_id", "second_id", "about", "decision", "reason"),
    "offices": (
        "id", "speaker_id", "title", "title_key", "since", "since_min", "since_max", "until", "until_min", "until_max",
        "source_id", "note",
    ),
}  # fmt: skip
INTO = (
    "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
    "VALUES ((SELECT id FROM operations WHERE open = 1)"
)


def row(table: str, name: str) -> str:
    listed = ", ".join(f"'{column}', {name}.\"{column}\"" for column in COLUMNS[table])
    return f"json_object({listed})"


def history(table: str) -> tuple[str, ...]:
    differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in COLUMNS[table])
    return (
        (
            f"CREATE TRIGGER history_{table}_insert AFTER INSERT ON {table} WHEN "
            "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1) BEGIN UPDATE changes SET last_row_id = new.id WHERE "
            "id = (SELECT max(id) FROM changes) AND operation_id IS NULL AND kind = 'insert' AND "
            f"table_name = '{table}' AND last_row_id = new.id - 1; "
            "INSERT INTO changes(kind, table_name, row_id, last_row_id) "
            f"SELECT 'insert', '{table}', new.id, new.id WHERE changes() = 0; END"
        ),
        (
            f"CREATE TRIGGER history_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
            f"{INTO}, 'update', '{table}', old.id, old.id, {row(table, 'old')}, {row(table, 'new')}, NULL); END"
        ),
        (
            f"CREATE TRIGGER history_{table}_delete AFTER DELETE ON {table} BEGIN "
            f"{INTO}, 'delete', '{table}', old.id, old.id, {row(table, 'old')}, NULL, NULL); END"
        ),
    )


def upgrade() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("judgement", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "judgement IN ('same', 'different', 'unsure')", name=op.f("ck_judgements_judgement")
        ),
        sa.CheckConstraint("first_id <> second_id", name=op.f("ck_judgements_two_speakers")),
        sa.ForeignKeyConstraint(["first_id"], ["speakers.id"], name="fk_judgements_first_id_speakers"),
        sa.ForeignKeyConstraint(["second_id"], ["speakers.id"], name="fk_judgements_second_id_speakers"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.UniqueConstraint("first_id", "second_id", name="uq_judgements_first_id_second_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_judgements_second_id", "judgements", ["second_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "about IN ('date', 'place', 'figure', 'wording', 'speaker')", name=op.f("ck_decisions_about")
        ),
        sa.CheckConstraint("decision IN ('first', 'second', 'both')", name=op.f("ck_decisions_decision")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_decisions_reason")),
        sa.CheckConstraint("first_id <> second_id", name=op.f("ck_decisions_two_attributions")),
        sa.ForeignKeyConstraint(["first_id"], ["attributions.id"], name="fk_decisions_first_id_attributions"),
        sa.ForeignKeyConstraint(
            ["second_id"], ["attributions.id"], name="fk_decisions_second_id_attributions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("first_id", "second_id", "about", name="uq_decisions_first_id_second_id_about"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_second_id", "decisions", ["second_id"], unique=False)
    op.create_table(
        "offices",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("since_min", sa.Integer(), nullable=True),
        sa.Column("since_max", sa.Integer(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("until_min", sa.Integer(), nullable=True),
        sa.Column("until_max", sa.Integer(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_offices_title")),
        sa.CheckConstraint("since_min <= since_max", name=op.f("ck_offices_since_order")),
        sa.CheckConstraint("until_min <= until_max", name=op.f("ck_offices_until_order")),
        sa.CheckConstraint("since_min <= until_max", name=op.f("ck_offices_order")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_offices_source_id_sources"),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_offices_speaker_id_speakers"),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offices_speaker_id", "offices", ["speaker_id"], unique=False)
    op.create_index("ix_offices_title_key", "offices", ["title_key"], unique=False)
    op.create_index(
        "ix_offices_source_id",
        "offices",
        ["source_id"],
        unique=False,
        sqlite_where=sa.text("source_id IS NOT NULL"),
    )
    for table in COLUMNS:
        for statement in history(table):
            # Not op.execute: it would take colons for parameters.
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for table in COLUMNS:
        op.drop_table(table)
