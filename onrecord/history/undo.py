"""What was done to the database, by whom, when; and taking it back."""

from __future__ import annotations

from onrecord.db import undo
from onrecord.db.rows import Operation
from onrecord.errors import Hint, NotFoundError
from onrecord.history.queries import OperationRecord, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store


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
