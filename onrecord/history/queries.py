"""What was done to the database, read: operations and their changes."""

from __future__ import annotations

from onrecord.db.history import ANOTHER_PROGRAM, WROTE
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import Told, as_json, record
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
    """One operation with its changes. `undone_by` and `undoes` name other operations.

    `at` is None for what another program wrote since the latest operation, at `after`.
    """

    id: int
    at: str | None
    by: str
    command: str
    undoes: int | None
    undone_by: int | None
    changes: tuple[ChangeRecord, ...]
    after: str | None = None

    def as_json(self) -> Json:
        return as_json(self, *(("after",) if self.at else ()))

    @property
    def when(self) -> str:
        """When it was done, in words: of what another program did it is known when it was noticed."""
        if self.by != ANOTHER_PROGRAM:
            return self.at or ""
        return f"before {self.at}" if self.at else f"after {self.after}" if self.after else "not known"


def pending(reader: Reader) -> OperationRecord | None:
    """What other programs have written since the latest operation; None where that is nothing.

    Its number is the one that it gets with the next operation. When it was written nobody knows: `at` is None.
    """
    changes = [
        _change(reader, *change)
        for change in reader.rows(
            "SELECT kind, table_name, row_id, last_row_id, before, after "
            "FROM changes WHERE operation_id IS NULL ORDER BY id"
        )
    ]
    changes += [ChangeRecord("insert", *made) for made in reader.unnoted()]
    if not changes:
        return None
    return OperationRecord(
        id=reader.next_operation(),
        at=None,
        by=ANOTHER_PROGRAM,
        command=WROTE,
        undoes=None,
        undone_by=None,
        changes=tuple(changes),
        after=reader.value("SELECT at FROM operations WHERE NOT open ORDER BY id DESC LIMIT 1"),
    )


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
    """How many operations the history has, with what other programs wrote since."""
    return int(reader.value("SELECT count(*) FROM operations WHERE NOT open")) + (pending(reader) is not None)


def operations(reader: Reader, *, limit: int | None = None, only: int | None = None) -> list[OperationRecord]:
    """The operations, the latest first; `only` picks one by its number (NotFoundError if there is none)."""
    since = pending(reader)
    if only is not None:
        if since is not None and since.id == only:
            return [since]
        ids = reader.column("SELECT id FROM operations WHERE NOT open AND id = ?", (only,))
        if not ids:
            raise NotFoundError(f"There is no operation {only}.", hint=Hint("list_operations"))
        return records(reader, ids)
    first = [] if since is None or limit == 0 else [since]
    ids = reader.column(
        "SELECT id FROM operations WHERE NOT open ORDER BY id DESC LIMIT ?",
        (-1 if limit is None else limit - len(first),),
    )
    return [*first, *records(reader, ids)]
