"""What was done to the database, read: operations and their changes."""

from __future__ import annotations

from onrecord.db.history import ANOTHER_PROGRAM, unnoted_inserts
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import Told, record
from onrecord.model.records import Json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@record()
class ChangeRecord:
    """What happened to one row, or to a range of inserted rows."""

    kind: str
    table: str
    first: int
    last: int
    fields: tuple[tuple[str, object, object], ...] = ()

    def as_json(self) -> Json:
        return {
            "kind": self.kind,
            "table": self.table,
            "row_id": self.first,
            "last_row_id": self.last,
            "fields": [{"field": name, "before": old, "after": new} for name, old, new in self.fields],
        }


@record()
class OperationRecord(Told):
    """One operation with its changes. `undone_by` and `undoes` name other operations."""

    id: int
    at: str
    by: str
    command: str
    undoes: int | None
    undone_by: int | None
    changes: tuple[ChangeRecord, ...]


@record()
class OtherRecord:
    """What another program than onrecord wrote after the operation `after` (0: before all); the next operation numbers it."""

    after: int
    changes: tuple[ChangeRecord, ...]

    def as_json(self) -> Json:
        return {
            "id": None,
            "after": self.after,
            "by": ANOTHER_PROGRAM,
            "changes": [change.as_json() for change in self.changes],
        }


def by_others(reader: Reader, *, since: int) -> list[OtherRecord]:
    """What other programs changed after the operation `since`, the latest first."""
    changes: dict[int, list[ChangeRecord]] = {}
    for after, *change in reader.rows(
        "SELECT coalesce((SELECT operation_id FROM changes AS earlier WHERE earlier.id < changes.id "
        "AND operation_id IS NOT NULL ORDER BY earlier.id DESC LIMIT 1), 0) AS after, "
        "kind, table_name, row_id, last_row_id, before, after "
        "FROM changes WHERE operation_id IS NULL ORDER BY id"
    ):
        if after >= since:
            changes.setdefault(after, []).append(_change(reader, *change))
    if made := unnoted_inserts(reader.connection):
        newest = int(reader.value("SELECT coalesce(max(id), 0) FROM operations WHERE NOT open"))
        changes.setdefault(newest, []).extend(
            [ChangeRecord("insert", table, first, last) for table, first, last in made]
        )
    return [OtherRecord(after, tuple(changes[after])) for after in sorted(changes, reverse=True)]


def records(reader: Reader, ids: Iterable[int]) -> list[OperationRecord]:
    """The operations with these numbers, the latest first."""
    wanted = (array(ids),)
    among = "IN (SELECT value FROM json_each(?))"
    undone_by = dict(reader.rows(f"SELECT undoes_id, id FROM operations WHERE undoes_id {among}", wanted))
    changes: dict[int, list[ChangeRecord]] = {}
    for owner, *change in reader.rows(
        "SELECT operation_id, kind, table_name, row_id, last_row_id, before, after FROM changes "
        f"WHERE operation_id {among} ORDER BY id",
        wanted,
    ):
        changes.setdefault(owner, []).append(_change(reader, *change))
    return [
        OperationRecord(
            id=one,
            at=at,
            by=by,
            command=command,
            undoes=undoes,
            undone_by=undone_by.get(one),
            changes=tuple(changes.get(one, ())),
        )
        for one, at, by, command, undoes in reader.rows(
            f"SELECT id, at, by, command, undoes_id FROM operations WHERE id {among} AND NOT open ORDER BY id DESC",
            wanted,
        )
    ]


def _change(
    reader: Reader, kind: str, table: str, first: int, last: int, before: str | None, after: str | None
) -> ChangeRecord:
    if before is None and after is None:
        return ChangeRecord(kind, table, first, last)
    # SQLite reads the JSON that its triggers wrote; to load `json` takes longer than the answer.
    differing = reader.rows(
        "SELECT new.key, old.value, new.value FROM json_each(?) AS new LEFT JOIN json_each(?) AS old ON old.key = new.key "
        "WHERE new.value IS NOT old.value ORDER BY new.id",
        (after or "{}", before or "{}"),
    )
    return ChangeRecord(kind, table, first, last, tuple(differing))


def operations_count(reader: Reader) -> int:
    """How many operations the history has."""
    return int(reader.value("SELECT count(*) FROM operations WHERE NOT open"))


def operations(reader: Reader, *, limit: int | None = None, only: int | None = None) -> list[OperationRecord]:
    """The operations, the latest first; `only` picks one by its number (NotFoundError if there is none)."""
    if only is not None:
        ids = reader.column("SELECT id FROM operations WHERE NOT open AND id = ?", (only,))
        if not ids:
            raise NotFoundError(f"There is no operation {only}.", hint=Hint("list_operations"))
    else:
        ids = reader.column(
            "SELECT id FROM operations WHERE NOT open ORDER BY id DESC LIMIT ?",
            (-1 if limit is None else limit,),
        )
    return records(reader, ids)
