"""Make the first tables, the full-text indexes, the rules, the history and the view.

Revision: 0001, after an empty file.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

FULL_TEXT = {
    "statements": ("text",),
    "speaker_names": ("name", "name_key"),
    "sources": ("title", "container_title"),
}

# Parents before children, with their columns as they are in this revision.
RECORDED = {
    "claims": ("id", "key", "text", "note"),
    "sources": (
        "id",
        "citekey",
        "type",
        "title",
        "container_title",
        "publisher",
        "issued",
        "issued_min",
        "issued_max",
        "url",
        "url_key",
        "archive_url",
        "accessed",
        "language",
        "csl",
    ),
    "speakers": (
        "id",
        "slug",
        "name",
        "family",
        "given",
        "kind",
        "unnamed",
        "description",
        "wikidata_id",
        "merged_into_id",
    ),
    "statements": (
        "id",
        "key",
        "text",
        "text_key",
        "language",
        "said",
        "said_min",
        "said_max",
        "place",
        "occasion",
        "medium",
        "note",
    ),
    "tags": ("id", "name"),
    "claim_links": ("id", "from_id", "to_id", "kind"),
    "creators": ("id", "source_id", "position", "role", "speaker_id", "named_as"),
    "snapshots": ("id", "source_id", "captured_at", "sha256", "media_type", "text", "extractor", "original"),
    "speaker_names": ("id", "speaker_id", "name", "name_key", "language", "script", "kind"),
    "stances": ("id", "statement_id", "claim_id", "stance", "note"),
    "statement_tags": ("id", "statement_id", "tag_id"),
    "attributions": (
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
    ),
    "relays": ("id", "attribution_id", "hop", "speaker_id", "cue", "named_as", "cited_source_id"),
    "spans": ("id", "attribution_id", "position", "start", "end", "quoted"),
}
BLOBS = {"snapshots": "original"}
OBSERVATIONS = {"check_result", "checked_at"}

RULES = (
    """
    CREATE TRIGGER snapshots_are_immutable BEFORE UPDATE ON snapshots BEGIN
      SELECT raise(ABORT, 'a snapshot is never changed: add a later copy instead');
    END
    """,
    """
    CREATE TRIGGER statement_keys_are_frozen BEFORE UPDATE OF key ON statements WHEN old.key IS NOT new.key BEGIN
      SELECT raise(ABORT, 'the key of a statement never changes');
    END
    """,
    *(
        f"""
        CREATE TRIGGER speakers_merge_{event.lower()} BEFORE {event} ON speakers
        WHEN new.merged_into_id IS NOT NULL BEGIN
          SELECT raise(ABORT, 'a speaker is merged only into one that is itself unmerged')
           WHERE EXISTS (SELECT 1 FROM speakers WHERE id = new.merged_into_id AND merged_into_id IS NOT NULL)
              OR EXISTS (SELECT 1 FROM speakers WHERE merged_into_id = new.id);
        END
        """
        for event in ("INSERT", "UPDATE")
    ),
)

QUOTES = """
CREATE VIEW quotes AS
SELECT
  st.text AS text,
  sp.name AS speaker,
  (SELECT group_concat(hop_name, ', via ') FROM (
     SELECT relayer.name AS hop_name
       FROM relays JOIN speakers AS hop ON hop.id = relays.speaker_id
       JOIN speakers AS relayer ON relayer.id = coalesce(hop.merged_into_id, hop.id)
      WHERE relays.attribution_id = a.id ORDER BY relays.hop)) AS via,
  coalesce(a.said, st.said) AS said,
  a.form AS form,
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
  st.medium AS medium,
  st.language AS language,
  so.url AS url,
  a.id AS id,
  st.id AS statement_id,
  sp.id AS speaker_id,
  so.id AS source_id,
  sp.slug AS speaker_slug,
  coalesce(a.said_min, st.said_min, so.issued_min) AS said_min,
  coalesce(a.said_max, st.said_max, so.issued_max) AS said_max
FROM attributions AS a
JOIN statements AS st ON st.id = a.statement_id
JOIN sources AS so ON so.id = a.source_id
JOIN speakers AS printed ON printed.id = a.speaker_id
JOIN speakers AS sp ON sp.id = coalesce(printed.merged_into_id, printed.id)
"""


def full_text(table: str, columns: tuple[str, ...]) -> list[str]:
    listed, index = ", ".join(columns), f"{table}_fts"
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    add = f"INSERT INTO {index}(rowid, {listed}) VALUES (new.id, {new});"
    remove = f"INSERT INTO {index}({index}, rowid, {listed}) VALUES ('delete', old.id, {old});"
    return [
        (
            f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content='{table}', content_rowid='id', "
            "tokenize='unicode61 remove_diacritics 2')"
        ),
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF id, {listed} ON {table} BEGIN {remove} {add} END",
    ]


def history(table: str, columns: tuple[str, ...]) -> list[str]:
    blob = BLOBS.get(table)
    before, after = (
        "json_object("
        + ", ".join(f"""'{column}', {row}."{column}\"""" for column in columns if column != blob)
        + ")"
        for row in ("old", "new")
    )
    differs = " OR ".join(
        f'old."{column}" IS NOT new."{column}"' for column in columns if column not in OBSERVATIONS
    )
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


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_claims_text")),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("key", name="uq_claims_key"),
        sa.UniqueConstraint("text", name="uq_claims_text"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "operations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("open", sa.Boolean(), server_default="0", nullable=False),
        sa.CheckConstraint("open IN (0, 1)", name=op.f("ck_operations_open")),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["operations.id"],
            name="fk_operations_undoes_id_operations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_operations"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_operations_undoes_id",
        "operations",
        ["undoes_id"],
        unique=False,
        sqlite_where=sa.text("undoes_id IS NOT NULL"),
    )
    op.create_index(
        "uq_operations_open", "operations", ["open"], unique=True, sqlite_where=sa.text("open = 1")
    )

    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("citekey", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("container_title", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("issued", sa.String(), nullable=True),
        sa.Column("issued_min", sa.Integer(), nullable=True),
        sa.Column("issued_max", sa.Integer(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("url_key", sa.String(), nullable=True),
        sa.Column("archive_url", sa.String(), nullable=True),
        sa.Column("accessed", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("csl", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint("citekey <> ''", name=op.f("ck_sources_citekey")),
        sa.CheckConstraint(
            "type IN ('article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage')",
            name=op.f("ck_sources_type"),
        ),
        sa.CheckConstraint("csl IS NULL OR json_valid(csl)", name=op.f("ck_sources_csl")),
        sa.CheckConstraint("issued_min <= issued_max", name=op.f("ck_sources_issued_order")),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("citekey", name="uq_sources_citekey"),
        sa.UniqueConstraint("url_key", name="uq_sources_url_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("given", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("unnamed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("wikidata_id", sa.String(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'group', 'office')", name=op.f("ck_speakers_kind")
        ),
        sa.CheckConstraint("slug <> '' AND name <> ''", name=op.f("ck_speakers_named")),
        sa.CheckConstraint("wikidata_id GLOB 'Q[1-9]*'", name=op.f("ck_speakers_wikidata_id")),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_speakers_not_merged_into_itself")),
        sa.CheckConstraint("unnamed IN (0, 1)", name=op.f("ck_speakers_unnamed")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["speakers.id"],
            name="fk_speakers_merged_into_id_speakers",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        sa.UniqueConstraint("slug", name="uq_speakers_slug"),
        sa.UniqueConstraint("wikidata_id", name="uq_speakers_wikidata_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_speakers_merged_into_id",
        "speakers",
        ["merged_into_id"],
        unique=False,
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
    )

    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("said_min", sa.Integer(), nullable=True),
        sa.Column("said_max", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("occasion", sa.String(), nullable=True),
        sa.Column("medium", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "medium IN ('speech', 'interview', 'press_conference', 'written', 'post', 'broadcast', 'document', 'other')",
            name=op.f("ck_statements_medium"),
        ),
        sa.CheckConstraint("text <> ''", name=op.f("ck_statements_text")),
        sa.CheckConstraint("said_min <= said_max", name=op.f("ck_statements_said_order")),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.UniqueConstraint("key", name="uq_statements_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statements_text_key", "statements", ["text_key"], unique=False)

    op.create_table(
        "tags",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_tags_named")),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("name", name="uq_tags_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("operation_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("last_row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.Column("before_blob", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("kind IN ('insert', 'update', 'delete')", name=op.f("ck_changes_kind")),
        sa.CheckConstraint("row_id <= last_row_id", name=op.f("ck_changes_range")),
        sa.ForeignKeyConstraint(
            ["operation_id"],
            ["operations.id"],
            name="fk_changes_operation_id_operations",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_operation_id", "changes", ["operation_id"], unique=False)
    op.create_index("ix_changes_table_name_changes_row_id", "changes", ["table_name", "row_id"], unique=False)

    op.create_table(
        "claim_links",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('contradicts', 'supports')", name=op.f("ck_claim_links_kind")),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_claim_links_two_claims")),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["claims.id"],
            name="fk_claim_links_from_id_claims",
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["claims.id"],
            name="fk_claim_links_to_id_claims",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_claim_links"),
        sa.UniqueConstraint("from_id", "to_id", "kind", name="uq_claim_links_from_id_to_id_kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_claim_links_to_id", "claim_links", ["to_id"], unique=False)

    op.create_table(
        "creators",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("named_as", sa.String(), nullable=True),
        sa.CheckConstraint(
            "role IN ('author', 'editor', 'translator', 'interviewer', 'publisher', 'director', 'recipient')",
            name=op.f("ck_creators_role"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["sources.id"],
            name="fk_creators_source_id_sources",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_creators_speaker_id_speakers",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_creators"),
        sa.UniqueConstraint("source_id", "role", "position", name="uq_creators_source_id_role_position"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_creators_speaker_id", "creators", ["speaker_id"], unique=False)

    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("captured_at", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("original", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_snapshots_text")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_snapshots_sha256")),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["sources.id"],
            name="fk_snapshots_source_id_sources",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.UniqueConstraint("id", "source_id", name="uq_snapshots_id_source_id"),
        sa.UniqueConstraint("source_id", "sha256", name="uq_snapshots_source_id_sha256"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_snapshots_sha256", "snapshots", ["sha256"], unique=False)

    op.create_table(
        "speaker_names",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("script", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('preferred', 'alias', 'transliteration', 'former', 'misspelling')",
            name=op.f("ck_speaker_names_kind"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_speaker_names_named")),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_speaker_names_speaker_id_speakers",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_speaker_names"),
        sa.UniqueConstraint("speaker_id", "name", name="uq_speaker_names_speaker_id_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_speaker_names_name_key", "speaker_names", ["name_key"], unique=False)

    op.create_table(
        "stances",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("stance IN ('asserts', 'denies', 'questions')", name=op.f("ck_stances_stance")),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claims.id"],
            name="fk_stances_claim_id_claims",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_stances_statement_id_statements",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_stances"),
        sa.UniqueConstraint("statement_id", "claim_id", name="uq_stances_statement_id_claim_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stances_claim_id", "stances", ["claim_id"], unique=False)

    op.create_table(
        "statement_tags",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_statement_tags_statement_id_statements",
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"],
            ["tags.id"],
            name="fk_statement_tags_tag_id_tags",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statement_tags"),
        sa.UniqueConstraint("statement_id", "tag_id", name="uq_statement_tags_statement_id_tag_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statement_tags_tag_id", "statement_tags", ["tag_id"], unique=False)

    op.create_table(
        "attributions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("exact", sa.String(), nullable=True),
        sa.Column("prefix", sa.String(), nullable=True),
        sa.Column("suffix", sa.String(), nullable=True),
        sa.Column("locator_label", sa.String(), nullable=True),
        sa.Column("locator", sa.String(), nullable=True),
        sa.Column("named_as", sa.String(), nullable=True),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("said_min", sa.Integer(), nullable=True),
        sa.Column("said_max", sa.Integer(), nullable=True),
        sa.Column("said_basis", sa.String(), nullable=True),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("check_result", sa.String(), nullable=True),
        sa.Column("checked_at", sa.String(), nullable=True),
        sa.Column("rank", sa.String(), server_default="normal", nullable=False),
        sa.Column("rank_reason", sa.String(), nullable=True),
        sa.Column("status", sa.String(), server_default="sourced", nullable=False),
        sa.Column("status_reason", sa.String(), nullable=True),
        sa.Column("translator_id", sa.Integer(), nullable=True),
        sa.Column("quoted_from_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "check_result IN ('exact', 'typographic', 'elided', 'altered', 'ambiguous', 'absent', 'not_checkable')",
            name=op.f("ck_attributions_check_result"),
        ),
        sa.CheckConstraint("form IN ('direct', 'mixed', 'indirect')", name=op.f("ck_attributions_form")),
        sa.CheckConstraint(
            "rank <> 'deprecated' OR coalesce(rank_reason, '') <> ''",
            name=op.f("ck_attributions_rank_reason"),
        ),
        sa.CheckConstraint(
            "rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_attributions_rank")
        ),
        sa.CheckConstraint("said_basis IN ('stated', 'inferred')", name=op.f("ck_attributions_said_basis")),
        sa.CheckConstraint(
            "status = 'sourced' OR coalesce(status_reason, '') <> ''",
            name=op.f("ck_attributions_status_reason"),
        ),
        sa.CheckConstraint(
            "status IN ('sourced', 'disputed', 'misattributed')", name=op.f("ck_attributions_status")
        ),
        sa.CheckConstraint(
            "(check_result IS NULL) = (checked_at IS NULL)", name=op.f("ck_attributions_checked")
        ),
        sa.CheckConstraint(
            "(locator_label IS NULL) = (locator IS NULL)", name=op.f("ck_attributions_locator_pair")
        ),
        sa.CheckConstraint("quoted_from_id <> id", name=op.f("ck_attributions_not_quoted_from_itself")),
        sa.CheckConstraint("said_min <= said_max", name=op.f("ck_attributions_said_order")),
        sa.ForeignKeyConstraint(
            ["quoted_from_id"],
            ["attributions.id"],
            name="fk_attributions_quoted_from_id_attributions",
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id", "source_id"],
            ["snapshots.id", "snapshots.source_id"],
            name="fk_attributions_snapshot_id_source_id_snapshots",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["sources.id"],
            name="fk_attributions_source_id_sources",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_attributions_speaker_id_speakers",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
            name="fk_attributions_statement_id_statements",
        ),
        sa.ForeignKeyConstraint(
            ["translator_id"],
            ["speakers.id"],
            name="fk_attributions_translator_id_speakers",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attributions"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_attributions_quoted_from_id",
        "attributions",
        ["quoted_from_id"],
        unique=False,
        sqlite_where=sa.text("quoted_from_id IS NOT NULL"),
    )
    op.create_index(
        "ix_attributions_snapshot_id_attributions_source_id",
        "attributions",
        ["snapshot_id", "source_id"],
        unique=False,
        sqlite_where=sa.text("snapshot_id IS NOT NULL"),
    )
    op.create_index("ix_attributions_source_id", "attributions", ["source_id"], unique=False)
    op.create_index("ix_attributions_speaker_id", "attributions", ["speaker_id"], unique=False)
    op.create_index("ix_attributions_statement_id", "attributions", ["statement_id"], unique=False)
    op.create_index(
        "ix_attributions_translator_id",
        "attributions",
        ["translator_id"],
        unique=False,
        sqlite_where=sa.text("translator_id IS NOT NULL"),
    )

    op.create_table(
        "relays",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("attribution_id", sa.Integer(), nullable=False),
        sa.Column("hop", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("named_as", sa.String(), nullable=True),
        sa.Column("cited_source_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("hop >= 1", name=op.f("ck_relays_hop")),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["attributions.id"],
            name="fk_relays_attribution_id_attributions",
        ),
        sa.ForeignKeyConstraint(
            ["cited_source_id"],
            ["sources.id"],
            name="fk_relays_cited_source_id_sources",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_relays_speaker_id_speakers",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_relays"),
        sa.UniqueConstraint("attribution_id", "hop", name="uq_relays_attribution_id_hop"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_relays_cited_source_id",
        "relays",
        ["cited_source_id"],
        unique=False,
        sqlite_where=sa.text("cited_source_id IS NOT NULL"),
    )
    op.create_index("ix_relays_speaker_id", "relays", ["speaker_id"], unique=False)

    op.create_table(
        "spans",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("attribution_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_spans_range")),
        sa.CheckConstraint("quoted IN (0, 1)", name=op.f("ck_spans_quoted")),
        sa.ForeignKeyConstraint(
            ["attribution_id"],
            ["attributions.id"],
            name="fk_spans_attribution_id_attributions",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_spans"),
        sa.UniqueConstraint("attribution_id", "position", name="uq_spans_attribution_id_position"),
        sqlite_autoincrement=True,
    )

    statements = [" ".join(rule.split()) for rule in RULES]
    for table, columns in FULL_TEXT.items():
        statements += full_text(table, columns)
    for table, columns in RECORDED.items():
        statements += history(table, columns)
    # Not op.execute: it would take the colons and percent signs of a text for parameters.
    for statement in [*statements, " ".join(QUOTES.split())]:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP VIEW quotes")
    for table in FULL_TEXT:
        op.drop_table(f"{table}_fts")
    for table in (
        "spans",
        "relays",
        "attributions",
        "statement_tags",
        "stances",
        "speaker_names",
        "snapshots",
        "creators",
        "claim_links",
        "changes",
        "tags",
        "statements",
        "speakers",
        "sources",
        "operations",
        "claims",
    ):
        op.drop_table(table)
