"""What was done to the database, by whom, when; and taking it back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from onrecord.db import undo
from onrecord.db.models import Change, Operation
from onrecord.errors import NotFoundError
from onrecord.records import Json


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class OperationRecord:
    """One operation with its changes. `undone_by` and `undoes` name other operations."""

    id: int
    at: str
    by: str
    command: str
    undoes: int | None
    undone_by: int | None
    changes: tuple[ChangeRecord, ...]

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "at": self.at,
            "by": self.by,
            "command": self.command,
            "undoes": self.undoes,
            "undone_by": self.undone_by,
            "changes": [change.as_json() for change in self.changes],
        }


def operations(
    session: Session, *, limit: int | None = None, only: int | None = None
) -> list[OperationRecord]:
    """The operations, the latest first; `only` picks one by its number (NotFoundError if there is none)."""
    query: Select[Operation] = select(Operation).where(~Operation.open).order_by(Operation.id.desc())
    if only is not None:
        query = query.where(Operation.id == only)
    found = session.scalars(query.limit(limit) if limit is not None else query).all()
    if only is not None and not found:
        raise NotFoundError(f"There is no operation {only}. See: onrecord history")
    return _records(session, found)


def of_rows(session: Session, rows: Sequence[tuple[str, int]]) -> list[OperationRecord]:
    """The operations that touched any of these (table, row id), the latest first."""
    ids: set[int] = set()
    for table, row in rows:
        ids.update(
            one
            for one in session.scalars(
                select(Change.operation_id).where(
                    Change.table_name == table, Change.row_id <= row, Change.last_row_id >= row
                )
            )
            if one is not None
        )
    found = session.scalars(
        select(Operation).where(Operation.id.in_(ids)).order_by(Operation.id.desc())
    ).all()
    return _records(session, found)


def take_back(session: Session, number: int | None) -> OperationRecord:
    """Undoes an operation, by default the latest that still stands. Undoing an undoing does it again.

    NotFoundError where there is none; ConflictError where later operations stand in the way.
    """
    if number is None:
        operation = undo.latest(session)
        if operation is None:
            raise NotFoundError("There is nothing to undo.")
    else:
        found = session.get(Operation, number)
        if found is None or found.open:
            raise NotFoundError(f"There is no operation {number}. See: onrecord history")
        operation = found
    described = _records(session, [operation])[0]
    undo.take_back(session, operation)
    return described


def _records(session: Session, found: Sequence[Operation]) -> list[OperationRecord]:
    undone_by = {
        target: one
        for one, target in session.execute(
            select(Operation.id, Operation.undoes_id).where(
                Operation.undoes_id.in_([operation.id for operation in found])
            )
        )
    }
    return [
        OperationRecord(
            id=operation.id,
            at=operation.at,
            by=operation.by,
            command=operation.command,
            undoes=operation.undoes_id,
            undone_by=undone_by.get(operation.id),
            changes=tuple(
                _change(change)
                for change in session.scalars(
                    select(Change).where(Change.operation_id == operation.id).order_by(Change.id)
                )
            ),
        )
        for operation in found
    ]


def _change(change: Change) -> ChangeRecord:
    before: Json = json.loads(change.before) if change.before else {}
    after: Json = json.loads(change.after) if change.after else {}
    differing = tuple(
        (name, before.get(name), after.get(name)) for name in after if before.get(name) != after.get(name)
    )
    return ChangeRecord(change.kind, change.table_name, change.row_id, change.last_row_id, differing)
