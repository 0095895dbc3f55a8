"""Rules that SQLite enforces whatever program writes: history, immutable snapshots, frozen keys, sane merges."""

from sqlalchemy import LargeBinary, Table

from onrecord.db.base import Base

# Written by the recording itself.
UNRECORDED = frozenset({"operations", "changes"})
# A verification is an observation, not an edit: it leaves no trace in the history.
OBSERVATIONS = frozenset({"check_result", "checked_at"})


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
        if column.name != blob_column(table)
    )
    return f"json_object({pairs})"


def _history(table: Table) -> list[str]:
    blob = blob_column(table)
    operation = "(SELECT id FROM operations WHERE open = 1)"
    before, after = _row_as_json(table, "old"), _row_as_json(table, "new")
    differs = " OR ".join(
        f'old."{column.name}" IS NOT new."{column.name}"'
        for column in table.columns
        if column.name not in OBSERVATIONS
    )
    columns = "operation_id, kind, table_name, row_id, last_row_id, before, after, before_blob"
    return [
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


def _merge_rule(event: str) -> str:
    return f"""
CREATE TRIGGER speakers_merge_{event.lower()} BEFORE {event} ON speakers WHEN new.merged_into_id IS NOT NULL BEGIN
  SELECT raise(ABORT, 'a speaker is merged only into one that is itself unmerged')
   WHERE EXISTS (SELECT 1 FROM speakers WHERE id = new.merged_into_id AND merged_into_id IS NOT NULL)
      OR EXISTS (SELECT 1 FROM speakers WHERE merged_into_id = new.id);
END"""


def ddl() -> list[str]:
    """Every trigger of this module."""
    rules = [SNAPSHOTS_ARE_IMMUTABLE, KEYS_ARE_FROZEN, _merge_rule("INSERT"), _merge_rule("UPDATE")]
    history = [trigger for table in recorded_tables() for trigger in _history(table)]
    return [" ".join(rule.split()) for rule in rules] + history
