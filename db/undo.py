"""Taking an operation back: every row it touched gets its former state, and that is an operation too."""

import json
from collections.abc import Sequence

from sqlalchemy import Table, select, text
from sqlalchemy.orm import Session

from onrecord.db import folding, history
from onrecord.db.models import Change, Operation
from onrecord.db.observations import newest_copy
from onrecord.db.triggers import blob_column, recorded_tables
from onrecord.errors import ConflictError


def take_back(session: Session, operation: Operation) -> None:
    """Gives every row that `operation` touched its former state, as part of the session's current operation.

    Raises ConflictError where it was taken back already, where a later operation changed one of those rows,
    or where rows made since depend on one that would go.
    """
    changes = session.scalars(
        select(Change).where(Change.operation_id == operation.id).order_by(Change.id.desc())
    ).all()
    made = [change for change in changes if change.kind == "insert"]
    tables = {table.name: table for table in recorded_tables()}
    later = _standing_after(session, operation)
    _refuse_changed_since(session, operation, changes, later)
    restored = {(change.table_name, change.row_id) for change in changes if change.kind == "update"}
    _refuse_dependents(session, operation, made, restored, tables)

    history.current(session).undoes_id = operation.id
    session.flush()
    sources = _recaptured(session, changes)
    # Rows go and come back in any order; what they point at is looked at when all is done.
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    for change in made:
        session.connection().exec_driver_sql(
            f'DELETE FROM "{change.table_name}" WHERE id BETWEEN ? AND ?', (change.row_id, change.last_row_id)
        )
    for change in changes:
        if change.kind != "insert" and not _among(change.table_name, change.row_id, made):
            _restore(session, tables[change.table_name], change)
    for source in sources:
        _judge_by_what_is_left(session, source)
    session.expire_all()


def _recaptured(session: Session, changes: Sequence[Change]) -> set[int]:
    """The sources whose stored texts, or the order in which these were captured, the changes touched."""
    found: set[int] = set()
    for change in changes:
        if change.table_name not in ("snapshots", "captures"):
            continue
        if change.kind == "insert":
            rows = session.connection().exec_driver_sql(
                f"SELECT source_id FROM {change.table_name} WHERE id BETWEEN ? AND ?",
                (change.row_id, change.last_row_id),
            )
            found |= {row[0] for row in rows}
        else:
            found.add(json.loads(change.before or "{}")["source_id"])
    return found


def _judge_by_what_is_left(session: Session, source: int) -> None:
    """Outcomes that rest on a text that is the newest no longer give way to what was found in the one that is now."""
    newest = f"({newest_copy('attributions.source_id')})"
    last = (
        "(SELECT {0} FROM checks WHERE attribution_id = attributions.id AND checks.snapshot_id = "
        f"{newest} ORDER BY checks.id DESC LIMIT 1)"
    )
    session.connection().exec_driver_sql(
        f"UPDATE attributions SET check_result = {last.format('outcome')}, checked_at = {last.format('at')} "
        "WHERE source_id = ? AND check_result IS NOT NULL AND snapshot_id IS NOT NULL",
        (source,),
    )


def latest(session: Session) -> Operation | None:
    """The latest operation that still stands: neither taken back nor itself an undoing."""
    cancelled: set[int] = set()
    for operation in session.scalars(select(Operation).where(~Operation.open).order_by(Operation.id.desc())):
        if operation.undoes_id is not None and operation.id not in cancelled:
            cancelled.add(operation.undoes_id)
        elif operation.undoes_id is None and operation.id not in cancelled:
            return operation
    return None


def _standing_after(session: Session, operation: Operation) -> set[int]:
    """The later operations that still have an effect: an operation and its undoing cancel each other."""
    cancelled: set[int] = set()
    standing: set[int] = set()
    for later in session.scalars(
        select(Operation).where(Operation.id > operation.id, ~Operation.open).order_by(Operation.id.desc())
    ):
        if later.id in cancelled:
            continue
        if later.undoes_id == operation.id:
            raise ConflictError(
                f"Operation {operation.id} was taken back by operation {later.id}. "
                f"To do it again: onrecord undo {later.id}"
            )
        if later.undoes_id is not None and later.undoes_id > operation.id:
            cancelled.add(later.undoes_id)
        else:
            standing.add(later.id)
    return standing


def _refuse_changed_since(
    session: Session, operation: Operation, changes: Sequence[Change], standing: set[int]
) -> None:
    for change in changes:
        for later in session.scalars(
            select(Change).where(
                Change.table_name == change.table_name,
                Change.row_id <= change.last_row_id,
                Change.last_row_id >= change.row_id,
                Change.id > change.id,
            )
        ):
            if later.operation_id == operation.id:
                continue
            if later.operation_id is None or later.operation_id in standing:
                who = "another program" if later.operation_id is None else f"operation {later.operation_id}"
                raise ConflictError(
                    f"Operation {operation.id} cannot be taken back: {who} has since changed "
                    f"row {later.row_id} of {later.table_name}. Take that back first."
                )


def _refuse_dependents(
    session: Session,
    operation: Operation,
    made: Sequence[Change],
    restored: set[tuple[str, int]],
    tables: dict[str, Table],
) -> None:
    for child in tables.values():
        for key in child.foreign_keys:
            for change in made:
                if key.column.table.name != change.table_name or key.column.name != "id":
                    continue
                rows = session.execute(
                    select(child.c.id).where(key.parent.between(change.row_id, change.last_row_id))
                ).scalars()
                for row in rows:
                    # A row that gets its former state back had that before there was anything to depend on.
                    if not _among(child.name, row, made) and (child.name, row) not in restored:
                        raise ConflictError(
                            f"Operation {operation.id} cannot be taken back: row {row} of {child.name}, "
                            f"made by {_maker(session, child.name, row)}, depends on it. Take that back first."
                        )


def _maker(session: Session, table: str, row: int) -> str:
    operation = session.scalar(
        select(Change.operation_id)
        .where(
            Change.kind == "insert",
            Change.table_name == table,
            Change.row_id <= row,
            Change.last_row_id >= row,
        )
        .order_by(Change.id.desc())
        .limit(1)
    )
    return "another program" if operation is None else f"operation {operation}"


def _among(table: str, row: int, made: Sequence[Change]) -> bool:
    return any(table == change.table_name and change.row_id <= row <= change.last_row_id for change in made)


def _restore(session: Session, table: Table, change: Change) -> None:
    row: dict[str, object] = json.loads(change.before or "{}")
    row |= folding.of(table.name, row)
    blob = blob_column(table)
    if change.kind == "delete" and blob is not None:
        row[blob] = change.before_blob
    columns = list(row)
    names = ", ".join(f'"{column}"' for column in columns)
    connection = session.connection()
    # Plain SQL, because the values are as SQLite holds them: no type of the model may touch them again.
    if change.kind == "update":
        assignments = ", ".join(f'"{column}" = ?' for column in columns)
        connection.exec_driver_sql(
            f'UPDATE "{table.name}" SET {assignments} WHERE id = ?', (*row.values(), change.row_id)
        )
        return
    places = ", ".join("?" for _ in columns)
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', tuple(row.values()))
    # Its id is an old one, so that the recording cannot see it as new.
    session.add(
        Change(
            operation_id=history.current(session).id,
            kind="insert",
            table_name=table.name,
            row_id=change.row_id,
            last_row_id=change.row_id,
        )
    )
