"""Keep what extraction proposes, and the places of a stored text.

Revision: 0002, after 0001.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | Sequence[str] | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

PROPOSALS = (
    "id",
    "snapshot_id",
    "place_key",
    "text_key",
    "stretches",
    "form",
    "speaker",
    "speaker_slug",
    "named_as",
    "speaker_start",
    "speaker_end",
    "speaker_kind",
    "unnamed",
    "cue",
    "via",
    "said",
    "said_basis",
    "confidence",
    "reason",
    "engine",
    "state",
    "attribution_id",
)
SNAPSHOTS = ("id", "source_id", "captured_at", "sha256", "media_type", "text", "extractor", "original")
BLOBS = {"snapshots": "original"}


def history(table: str, columns: tuple[str, ...]) -> list[str]:
    blob = BLOBS.get(table)
    before, after = (
        "json_object("
        + ", ".join(f"""'{column}', {row}."{column}\"""" for column in columns if column != blob)
        + ")"
        for row in ("old", "new")
    )
    differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
    into = (
        "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
        "VALUES ((SELECT id FROM operations WHERE open = 1)"
    )
    lost = f"old.{blob}" if blob else "NULL"
    return [
        (
            f"CREATE TRIGGER history_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
            f"{into}, 'update', '{table}', old.id, old.id, {before}, {after}, NULL); END"
        ),
        (
            f"CREATE TRIGGER history_{table}_delete AFTER DELETE ON {table} BEGIN "
            f"{into}, 'delete', '{table}', old.id, old.id, {before}, NULL, {lost}); END"
        ),
    ]


def run(statements: Sequence[str]) -> None:
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


FORGET_SNAPSHOTS = ("DROP TRIGGER history_snapshots_update", "DROP TRIGGER history_snapshots_delete")


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("place_key", sa.String(), nullable=False),
        sa.Column("text_key", sa.String(), nullable=False),
        sa.Column("stretches", sa.JSON(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("speaker_slug", sa.String(), nullable=True),
        sa.Column("named_as", sa.String(), nullable=True),
        sa.Column("speaker_start", sa.Integer(), nullable=True),
        sa.Column("speaker_end", sa.Integer(), nullable=True),
        sa.Column("speaker_kind", sa.String(), nullable=False),
        sa.Column("unnamed", sa.Boolean(), nullable=False),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("said_basis", sa.String(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("state", sa.String(), server_default="open", nullable=False),
        sa.Column("attribution_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("form IN ('direct', 'mixed', 'indirect')", name=op.f("ck_proposals_form")),
        sa.CheckConstraint(
            "speaker_kind IN ('person', 'organisation', 'group', 'office')",
            name=op.f("ck_proposals_speaker_kind"),
        ),
        sa.CheckConstraint("said_basis IN ('stated', 'inferred')", name=op.f("ck_proposals_said_basis")),
        sa.CheckConstraint("state IN ('open', 'accepted', 'rejected')", name=op.f("ck_proposals_state")),
        sa.CheckConstraint("json_valid(stretches)", name=op.f("ck_proposals_stretches")),
        sa.CheckConstraint("json_valid(via)", name=op.f("ck_proposals_via")),
        sa.CheckConstraint("unnamed IN (0, 1)", name=op.f("ck_proposals_unnamed")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_proposals_confidence")),
        sa.CheckConstraint("speaker <> ''", name=op.f("ck_proposals_speaker")),
        sa.CheckConstraint(
            "(speaker_start IS NULL) = (speaker_end IS NULL)", name=op.f("ck_proposals_speaker_place")
        ),
        sa.CheckConstraint(
            "(state = 'accepted') = (attribution_id IS NOT NULL)", name=op.f("ck_proposals_accepted")
        ),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_proposals_snapshot_id_snapshots"),
        sa.ForeignKeyConstraint(
            ["attribution_id"], ["attributions.id"], name="fk_proposals_attribution_id_attributions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sa.UniqueConstraint("snapshot_id", "place_key", name="uq_proposals_snapshot_id_place_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_proposals_text_key", "proposals", ["text_key"], unique=False)
    op.create_index(
        "ix_proposals_attribution_id",
        "proposals",
        ["attribution_id"],
        unique=False,
        sqlite_where=sa.text("attribution_id IS NOT NULL"),
    )
    run(
        [
            *FORGET_SNAPSHOTS,
            "ALTER TABLE snapshots ADD COLUMN places JSON",
            *history("snapshots", (*SNAPSHOTS, "places")),
            *history("proposals", PROPOSALS),
        ]
    )


def downgrade() -> None:
    op.drop_table("proposals")
    run(
        [
            *FORGET_SNAPSHOTS,
            "ALTER TABLE snapshots DROP COLUMN places",
            *history("snapshots", SNAPSHOTS),
            # What the history would bring back must fit the tables that are left.
            "DELETE FROM changes WHERE table_name = 'proposals'",
            "UPDATE changes SET before = json_remove(before, '$.places') WHERE table_name = 'snapshots'",
        ]
    )
