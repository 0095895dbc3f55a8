"""Rules that SQLite enforces whatever program writes: history, immutable snapshots, frozen keys, sane merges."""

from sqlalchemy import LargeBinary, Table

from onrecord.db import models as _models  # noqa: F401  (fills the metadata)
from onrecord.db.base import Base
from onrecord.db.folded import COPIES
from onrecord.db.laid_aside import BY_ANOTHER_PROGRAM

# Written by the recording itself, and by verification: an observation is no edit, and leaves no trace in the history.
UNRECORDED = frozenset({"operations", "changes", "checks", "seals", "seal_openings", "stamps"})
OBSERVATIONS = frozenset({"check_result", "checked_at"})
_RESERVED = {"end": '"end"'}
# Whoever opens the file has all triggers read first: what is the same for every table is said once, behind this view.
RECORDING = "history_rows"


def recorded_tables() -> list[Table]:
    """The tables whose changes are kept, parents before children."""
    return [table for table in Base.metadata.sorted_tables if table.name not in UNRECORDED]


def blob_column(table: Table) -> str | None:
    """The one column of `table` that JSON cannot hold, if it has one."""
    blobs = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
    return blobs[0] if blobs else None


def _row_as_json(table: Table, row: str) -> str:
    pairs = ", ".join(
        f"'{column.name}', {row}.{_RESERVED.get(column.name, column.name)}"
        for column in table.columns
        if column.name != blob_column(table) and column.name not in COPIES
    )
    return f"json_object({pairs})"


def _recorded() -> list[str]:
    """The view that the triggers of every table write into: a row as it was (nothing: it is new) and as it is (it is gone)."""
    observations = ", ".join([f"'$.{column}'" for column in sorted(OBSERVATIONS)])
    return [
        f"CREATE VIEW {RECORDING} AS SELECT table_name, row_id, before, after, before_blob FROM changes",
        (
            f"CREATE TRIGGER {RECORDING}_insert INSTEAD OF INSERT ON {RECORDING} "
            f"WHEN iif(new.before IS NULL, {BY_ANOTHER_PROGRAM}, new.before IS NOT new.after AND "
            f"json_remove(new.before, {observations}) IS NOT json_remove(new.after, {observations})) BEGIN "
            # Rows with ids in a row are one change; onrecord's own operations note theirs at their end (`history`).
            "UPDATE changes SET last_row_id = new.row_id WHERE new.before IS NULL AND id = (SELECT max(id) FROM changes) "
            "AND operation_id IS NULL AND kind = 'insert' AND table_name = new.table_name AND last_row_id = new.row_id - 1; "
            "INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob) "
            "SELECT (SELECT id FROM operations WHERE open = 1), "
            "CASE WHEN new.before IS NULL THEN 'insert' WHEN new.after IS NULL THEN 'delete' ELSE 'update' END, "
            "new.table_name, new.row_id, new.row_id, new.before, new.after, new.before_blob WHERE changes() = 0; END"
        ),
    ]


def _history(table: Table) -> list[str]:
    blob = blob_column(table)
    values = {
        "insert": "new.id, NULL, NULL, NULL",
        "update": f"old.id, {_row_as_json(table, 'old')}, {_row_as_json(table, 'new')}, NULL",
        "delete": f"old.id, {_row_as_json(table, 'old')}, NULL, {f'old.{blob}' if blob else 'NULL'}",
    }
    return [
        f"CREATE TRIGGER history_{table.name}_{event} AFTER {event.upper()} ON {table.name} "
        f"{f'WHEN {BY_ANOTHER_PROGRAM} ' if event == 'insert' else ''}"
        f"BEGIN INSERT INTO {RECORDING} VALUES ('{table.name}', {row}); END"
        for event, row in values.items()
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
WHEN old.text IS NOT new.text AND {BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL;
END"""

OUTCOMES_FOLLOW_ATTRIBUTIONS = f"""
CREATE TRIGGER outcomes_follow_attributions AFTER UPDATE OF {", ".join(_RESTED_ON)} ON attributions
WHEN new.check_result IS NOT NULL AND {BY_ANOTHER_PROGRAM}
  AND ({", ".join(f"old.{column}" for column in _RESTED_ON)}) IS NOT
  ({", ".join(f"new.{column}" for column in _RESTED_ON)}) BEGIN
  {_FORGET} WHERE id = new.id;
END"""


# A row that stands there at once with an outcome, or that stands where another one stood (REPLACE), is as good as changed.
OUTCOMES_FOLLOW_NEW_STATEMENTS = f"""
CREATE TRIGGER outcomes_follow_statements_insert AFTER INSERT ON statements WHEN {BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE statement_id = new.id AND wording IS NULL AND check_result IS NOT NULL;
END"""

OUTCOMES_FOLLOW_NEW_ATTRIBUTIONS = f"""
CREATE TRIGGER outcomes_follow_attributions_insert AFTER INSERT ON attributions
WHEN new.check_result IS NOT NULL AND {BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE id = new.id;
END"""


def _spans_rule(event: str) -> str:
    row = "new" if event == "INSERT" else "old"
    return f"""
CREATE TRIGGER outcomes_follow_spans_{event.lower()} AFTER {event} ON spans WHEN {BY_ANOTHER_PROGRAM} BEGIN
  {_FORGET} WHERE id = {row}.attribution_id AND check_result IS NOT NULL;
END"""


def _snapshots_rule(event: str) -> str:
    row = "new" if event == "INSERT" else "old"
    return f"""
CREATE TRIGGER outcomes_follow_snapshots_{event.lower()} AFTER {event} ON snapshots WHEN {BY_ANOTHER_PROGRAM} BEGIN
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
    """Every trigger of this module, and the view that those of the history write into."""
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
    return [" ".join(rule.split()) for rule in rules] + _recorded() + history
