"""What was done to the database, by whom, when; and taking it back."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from onrecord.db import undo
from onrecord.db.models import Operation
from onrecord.db.reader import of
from onrecord.errors import NotFoundError
from onrecord.past import OperationRecord, records


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
    return records(of(session), [one.id for one in found])


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
