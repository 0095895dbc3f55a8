"""Rules that SQLite enforces whatever program writes: history, immutable snapshots, frozen keys, sane merges."""

from sqlalchemy import LargeBinary, Table

from onrecord.db import models as _models  # noqa: F401  (fills the metadata)
from onrecord.db.base import Base
from onrecord.db.folded import COPIES

# Written by the recording itself, and by verification: an observation is no edit, and leaves no trace in the history.
UNRECORDED = frozenset({"operations", "changes", "checks", "seals", "seal_openings", "stamps"})
OBSERVATIONS = frozenset({"check_result", "checked_at"})
_BY_ANOTHER_PROGRAM = "NOT EXISTS (SELECT 1 FROM operations WHERE open = 1)"


def recorded_tables() -> list[Table]:
    """The tables whose changes are kept, parents before children."""
    return [table for table in Base.metadata.sorted_tables if table.name not in UNRECORDED]


def blob_column(table: Table) -> str | None:
    """The one column of `table` that JSON cannot hold, if it has one."""
    blobs = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
    return blobs[0] if blobs else None


def _row_as_json(table: Table, row: str) -> str:
    pairs = ", ".join(
        f"""'{column.name}', {row}."{column.name}\""""
        for column in table.columns
        if column.name != blob_column(table) and column.name not in COPIES
    )
    return f"json_object({pairs})"


def _history(table: Table) -> list[str]:
    blob = blob_column(table)
    operation = "(SELECT id FROM operations WHERE open = 1)"
    before, after = _row_as_json(table, "old"), _row_as_json(table, "new")
    differs = " OR ".join(
        f'old."{column.name}" IS NOT new."{column.name}"'
        for column in table.columns
        if column.name not in OBSERVATIONS and column.name not in COPIES
    )
    columns = "operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob"
    return [
        # Rows with ids in a row are one change; onrecord's own operations note theirs at their end (`history`).
        (
            f"CREATE TRIGGER history_{table.name}_insert AFTER INSERT ON {table.name} WHEN {_BY_ANOTHER_PROGRAM} BEGIN "
            "UPDATE changes SET last_row_id = new.id WHERE id = (SELECT max(id) FROM changes) AND operation_id IS NULL "
            f"AND kind = 'insert' AND table_name = '{table.name}' AND last_row_id = new.id - 1; "
            "INSERT INTO changes(kind, table_name, row_id, last_row_id) "
            f"SELECT 'insert', '{table.name}', new.id, new.id WHERE changes() = 0; END"
        ),
        (
            f"CREATE TRIGGER history_{table.name}_update AFTER UPDATE ON {table.name} WHEN {differs} BEGIN "
            f"INSERT INTO changes({columns}) VALUES "
            f"({operation}, 'update', '{table.name}', old.id, old.id, {before}, {after}, NULL); END"
        ),
        (
            f"CREATE TRIGGER history_{table.name}_delete AFTER DELETE ON {table.name} BEGIN "
            f"INSERT INTO changes({columns}) VALUES "
            f"({operation}, 'delete', '{table.name}', old.id, old.id, {before}, NULL, "
            f"{f'old.{blob}' if blob else 'NULL'}); END"
        ),
    ]


SNAPSHOTS_ARE_IMMUTABLE = """
CREATE TRIGGER snapshots_are_immutable BEFORE UPDATE ON snapshots BEGIN
  SELECT raise(ABORT, 'a snapshot is never changed: add a later copy instead');
END"""

KEYS_ARE_FROZEN = """
CREATE TRIGGER statement_keys_are_frozen BEFORE UPDATE OF key ON statements WHEN old.key IS NOT new.key BEGIN
  SELECT raise(ABORT, 'the key of a statement never changes');
END"""


# What another program changes was never verified so. onrecord's own operations write what they find themselves.
_FORGET = "UPDATE attributions SET check_result = NULL, checked_at = NULL, accepted_reason = NULL"
_RESTED_ON = (
    "statement_id", "source_id", "snapshot_id", "form", "wording", "exact", "prefix", "suffix",
)  # fmt: skip

OUTCOMES_FOLLOW_STATEMENTS = f"""
CREATE TRIGGER outcomes_follow_statements AFTER UPDATE OF text ON statements
WHEN old.text IS NOT new.text AND {_BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL;
END"""

OUTCOMES_FOLLOW_ATTRIBUTIONS = f"""
CREATE TRIGGER outcomes_follow_attributions AFTER UPDATE OF {", ".join(_RESTED_ON)} ON attributions
WHEN new.check_result IS NOT NULL AND {_BY_ANOTHER_PROGRAM}
  AND ({" OR ".join(f"old.{column} IS NOT new.{column}" for column in _RESTED_ON)}) BEGIN
  {_FORGET} WHERE id = new.id;
END"""


# A row that stands there at once with an outcome, or that stands where another one stood (REPLACE), is as good as changed.
OUTCOMES_FOLLOW_NEW_STATEMENTS = f"""
CREATE TRIGGER outcomes_follow_statements_insert AFTER INSERT ON statements WHEN {_BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL;
END"""

OUTCOMES_FOLLOW_NEW_ATTRIBUTIONS = f"""
CREATE TRIGGER outcomes_follow_attributions_insert AFTER INSERT ON attributions
WHEN new.check_result IS NOT NULL AND {_BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE id = new.id;
END"""


def _spans_rule(event: str) -> str:
    row = "new" if event == "INSERT" else "old"
    return f"""
CREATE TRIGGER outcomes_follow_spans_{event.lower()} AFTER {event} ON spans WHEN {_BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE id = {row}.attribution_id AND check_result IS NOT NULL;
END"""


def _snapshots_rule(event: str) -> str:
    row = "new" if event == "INSERT" else "old"
    return f"""
CREATE TRIGGER outcomes_follow_snapshots_{event.lower()} AFTER {event} ON snapshots WHEN {_BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE source_id = {row}.source_id AND check_result IS NOT NULL;
END"""


def _merge_rule(event: str) -> str:
    return f"""
CREATE TRIGGER speakers_merge_{event.lower()} BEFORE {event} ON speakers WHEN new.merged_into_id IS NOT NULL BEGIN
  SELECT raise(ABORT, 'a speaker is merged only into one that is itself unmerged')
   WHERE EXISTS (SELECT 1 FROM speakers WHERE id = new.merged_into_id AND merged_into_id IS NOT NULL)
      OR EXISTS (SELECT 1 FROM speakers WHERE merged_into_id = new.id);
END"""


def ddl() -> list[str]:
    """Every trigger of this module."""
    rules = [
        SNAPSHOTS_ARE_IMMUTABLE,
        KEYS_ARE_FROZEN,
        OUTCOMES_FOLLOW_STATEMENTS,
        OUTCOMES_FOLLOW_ATTRIBUTIONS,
        OUTCOMES_FOLLOW_NEW_STATEMENTS,
        OUTCOMES_FOLLOW_NEW_ATTRIBUTIONS,
        _spans_rule("INSERT"),
        _spans_rule("UPDATE"),
        _spans_rule("DELETE"),
        _snapshots_rule("INSERT"),
        _snapshots_rule("DELETE"),
        _merge_rule("INSERT"),
        _merge_rule("UPDATE"),
    ]
    history = [trigger for table in recorded_tables() for trigger in _history(table)]
    return [" ".join(rule.split()) for rule in rules] + history
