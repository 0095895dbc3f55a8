"""Recording: every operation's inserts, updates and deletes.

Updates and deletes are written by triggers. Inserts need none: ids only grow, so the rows an operation
inserted are those above the highest id at its beginning; the transaction is IMMEDIATE, so nobody else
inserts meanwhile.
"""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from onrecord.db.clock import now
from onrecord.db.models import Change, Operation
from onrecord.db.triggers import recorded_tables


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name: a container, a service
        return "unknown"


def highest_ids(session: Session) -> dict[str, int]:
    """The highest id that each table has had."""
    rows = session.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {str(name): int(seq) for name, seq in rows}


@dataclass
class Recording:
    """An operation under way."""

    session: Session
    operation: Operation
    before: Mapping[str, int]

    def finish(self) -> bool:
        """Closes the operation, and says whether it changed anything; one that did not is removed again."""
        record_inserts(self.session, self.operation, self.before)
        changed = self.session.scalar(
            select(Change.id).where(Change.operation_id == self.operation.id).limit(1)
        )
        if changed is None:
            self.session.delete(self.operation)
        else:
            self.operation.open = False
        self.session.flush()
        return changed is not None


def begin(session: Session, command: str, undoes_id: int | None = None) -> Recording:
    """Opens an operation in the session's transaction; the triggers write to it until it is finished."""
    operation = Operation(at=now(), by=_user(), command=command, undoes_id=undoes_id, open=True)
    session.add(operation)
    session.flush()
    return Recording(session, operation, highest_ids(session))


def record_inserts(session: Session, operation: Operation, before: Mapping[str, int]) -> None:
    """Writes down the rows above the ids `before`, as inserted by the operation."""
    after = highest_ids(session)
    for table in recorded_tables():
        first, last = before.get(table.name, 0) + 1, after.get(table.name, 0)
        if last >= first:
            session.add(
                Change(
                    operation_id=operation.id,
                    kind="insert",
                    table_name=table.name,
                    row_id=first,
                    last_row_id=last,
                )
            )
    session.flush()


def closed(session: Session, command: str) -> int:
    """A new operation for work that takes several transactions, each of which writes down its own inserts."""
    operation = Operation(at=now(), by=_user(), command=command, open=False)
    session.add(operation)
    session.flush()
    return operation.id


def current(session: Session) -> Operation:
    """The operation that this writing session performs."""
    return session.scalars(select(Operation).where(Operation.open)).one()
