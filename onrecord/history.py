"""What was done to the database, by whom, when; and taking it back."""

from sqlalchemy.orm import Session

from onrecord.db import undo
from onrecord.db.models import Operation
from onrecord.db.reader import of
from onrecord.errors import NotFoundError
from onrecord.past import OperationRecord, records


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
    described = records(of(session), [operation.id])[0]
    undo.take_back(session, operation)
    return described
