"""Keep verdicts on claims, and the page of a file beside its printed number.

Revision: 0003, after 0002.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | Sequence[str] | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

REVIEWS = ("id", "claim_id", "reviewer_id", "source_id", "verdict", "rating", "best", "worst", "published")
ATTRIBUTIONS = (
    "id",
    "statement_id",
    "speaker_id",
    "source_id",
    "form",
    "exact",
    "prefix",
    "suffix",
    "locator_label",
    "locator",
    "named_as",
    "cue",
    "said",
    "said_min",
    "said_max",
    "said_basis",
    "snapshot_id",
    "check_result",
    "checked_at",
    "rank",
    "rank_reason",
    "status",
    "status_reason",
    "translator_id",
    "quoted_from_id",
)
OBSERVATIONS = ("check_result", "checked_at")


def history(table: str, columns: tuple[str, ...]) -> list[str]:
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


def run(statements: Sequence[str]) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


FORGET_ATTRIBUTIONS = (
    "DROP TRIGGER history_attributions_update",
    "DROP TRIGGER history_attributions_delete",
)


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("rating", sa.Double(), nullable=True),
        sa.Column("best", sa.Double(), nullable=True),
        sa.Column("worst", sa.Double(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.CheckConstraint("verdict <> ''", name=op.f("ck_reviews_verdict")),
        sa.CheckConstraint("worst < best", name=op.f("ck_reviews_scale")),
        sa.CheckConstraint(
            "rating IS NULL OR (worst IS NOT NULL AND best IS NOT NULL)", name=op.f("ck_reviews_rated")
        ),
        sa.CheckConstraint("rating BETWEEN worst AND best", name=op.f("ck_reviews_rating")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_reviews_claim_id_claims"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["speakers.id"], name="fk_reviews_reviewer_id_speakers"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_reviews_source_id_sources"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint(
            "claim_id", "reviewer_id", "source_id", name="uq_reviews_claim_id_reviewer_id_source_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reviews_reviewer_id", "reviews", ["reviewer_id"], unique=False)
    op.create_index(
        "uq_reviews_told",
        "reviews",
        ["claim_id", "reviewer_id"],
        unique=True,
        sqlite_where=sa.text("source_id IS NULL"),
    )
    op.create_index(
        "ix_reviews_source_id",
        "reviews",
        ["source_id"],
        unique=False,
        sqlite_where=sa.text("source_id IS NOT NULL"),
    )
    run(
        [
            *FORGET_ATTRIBUTIONS,
            "ALTER TABLE attributions ADD COLUMN page_index INTEGER",
            *history("attributions", (*ATTRIBUTIONS, "page_index")),
            *history("reviews", REVIEWS),
        ]
    )


def downgrade() -> None:
    op.drop_table("reviews")
    run(
        [
            *FORGET_ATTRIBUTIONS,
            "ALTER TABLE attributions DROP COLUMN page_index",
            *history("attributions", ATTRIBUTIONS),
            # What the history would bring back must fit the tables that are left.
            "DELETE FROM changes WHERE table_name = 'reviews'",
            "UPDATE changes SET before = json_remove(before, '$.page_index') WHERE table_name = 'attributions'",
        ]
    )
