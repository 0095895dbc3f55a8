"""What was done to the database, by whom, when; and taking it back."""

from __future__ import annotations

from onrecord.db import undo
from onrecord.db.kept_rows import Operation
from onrecord.errors import Hint, NotFoundError
from onrecord.history.parts import touching
from onrecord.history.queries import OperationRecord, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.history.parts import Rows


def latest_touching(store: Store, rows: Rows, name: str) -> OperationRecord:
    """The latest operation that touched any of these rows and still stands. NotFoundError where there is none."""
    operation = undo.latest(store, {one.id for one in touching(store, rows)})
    if operation is None:
        raise NotFoundError(f"Nothing that was done to {name} still stands.", hint=Hint("list_operations"))
    return records(store, [operation.id])[0]


def take_back(store: Store, number: int | None) -> OperationRecord:
    """Undoes an operation, by default the latest that still stands. Undoing an undoing does it again.

    NotFoundError where there is none; ConflictError where later operations stand in the way.
    """
    if number is None:
        operation = undo.latest(store)
        if operation is None:
            raise NotFoundError("There is nothing to undo.")
    else:
        operation = store.one(Operation, "id = ? AND NOT open", (number,))
        if operation is None:
            raise NotFoundError(f"There is no operation {number}.", hint=Hint("list_operations"))
    described = records(store, [operation.id])[0]
    undo.take_back(store, operation)
    return described
