"""Seal the history: a chained digest of what each operation changed, and what others say of when it was there.

What was recorded before is sealed by the first operation after it.

Revision: 0011, after 0010.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | Sequence[str] | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "seals",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("first_change", sa.Integer(), nullable=False),
        sa.Column("last_change", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.CheckConstraint("first_change <= last_change", name=op.f("ck_seals_range")),
        sa.PrimaryKeyConstraint("id", name="pk_seals"),
        sa.UniqueConstraint("last_change", name="uq_seals_last_change"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "seal_openings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("operation_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seal_id"], ["seals.id"], name="fk_seal_openings_seal_id_seals"),
        sa.ForeignKeyConstraint(
            ["operation_id"], ["operations.id"], name="fk_seal_openings_operation_id_operations"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_seal_openings"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stamps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("kind IN ('rfc3161')", name=op.f("ck_stamps_kind")),
        sa.ForeignKeyConstraint(["seal_id"], ["seals.id"], name="fk_stamps_seal_id_seals"),
        sa.PrimaryKeyConstraint("id", name="pk_stamps"),
        sqlite_autoincrement=True,
    )
    for table, column in (
        ("seal_openings", "operation_id"),
        ("seal_openings", "seal_id"),
        ("stamps", "seal_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    for table in ("stamps", "seal_openings", "seals"):
        op.drop_table(table)
