"""Taking an operation back: every row it touched gets its former state, and that is an operation too."""

from __future__ import annotations

from itertools import chain

from onrecord.db import folded, history
from onrecord.db.clock import now
from onrecord.db.kept_rows import Change, Operation
from onrecord.db.naming import called, noun_of
from onrecord.db.observations import NOT_CHECKABLE, newest_copy
from onrecord.db.reader import array
from onrecord.db.sqlite import sqlite3
from onrecord.errors import ConflictError, Hint
from onrecord.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from onrecord.db.store import Store

# The columns that JSON cannot hold: changes keep their value apart. A test compares them with the models.
BLOBS = {"snapshots": "original"}
# So many rows that an operation made of a table are taken away together; and of so many ranges those are left out by SQLite
# that go with what they point at.
MANY, _LEFT_OUT = 1000, 50
_SPAN = "id BETWEEN ? AND ?"


def take_back(store: Store, operation: Operation) -> None:
    """Gives every row that `operation` touched its former state, as part of the operation under way.

    Raises ConflictError where it was taken back already, where a later operation changed one of those rows,
    where rows made since depend on one that would go, or where what a row needs to come back is gone or taken.
    """
    undoing = history.current(store.connection)
    earlier = store.value("SELECT undoes_id FROM operations WHERE id = ?", (undoing,))
    if earlier is not None:
        raise ConflictError(
            f"This operation takes back operation {earlier} already. Each is taken back by an operation of its own."
        )
    changes = _together(store, store.all(Change, "operation_id = ?", (operation.id,), order="id DESC"))
    inserts = [change for change in changes if change.kind == "insert"]
    later = _standing_after(store, operation)
    _refuse_changed_since(store, operation, changes, later)
    restored = {(change.table_name, change.row_id) for change in changes if change.kind == "update"}
    replaced = _replaced(store, changes, inserts)
    _refuse_dependents(store, operation, inserts, restored, replaced)

    store.update("operations", undoing, undoes_id=operation.id)
    sources = _recaptured(store, changes)
    # Rows go and come back in any order; what they point at is looked at when all is done.
    store.execute("PRAGMA defer_foreign_keys = ON")
    for change in inserts:
        if not replaced and _taken_packed(store, undoing, change):
            continue
        store.execute(
            f'DELETE FROM "{change.table_name}" WHERE id BETWEEN ? AND ?', (change.row_id, change.last_row_id)
        )
    again: dict[str, list[int]] = {}
    spans: list[Change] = []
    for change in changes:
        if change.kind == "insert":
            continue
        if change.id <= replaced.get((change.table_name, change.row_id), 0) or not _among(
            change.table_name, change.row_id, inserts
        ):
            if change.last_row_id > change.row_id or _is_packed(store, change):
                _unpack(store, undoing, operation, change)
                spans.append(change)
                continue
            try:
                _restore(store, undoing, change)
            except sqlite3.IntegrityError as error:
                raise _taken(operation, change, _before(store, change), error) from None
            again.setdefault(change.table_name, []).append(change.row_id)
    for change in spans:
        _refuse_orphans(store, operation, change.table_name, _SPAN, (change.row_id, change.last_row_id))
    for table, ids in again.items():
        _refuse_orphans(store, operation, table, "id IN (SELECT value FROM json_each(?))", (array(ids),))
    back = [one.row_id for one in changes if (one.table_name, one.kind) == ("attributions", "delete")]
    for source in sources:
        _judge_by_what_is_left(store, source, back)


def _together(store: Store, changes: Sequence[Change]) -> list[Change]:
    """The changes of an operation, those that made or took away rows with ids in a row as one: a loading makes them by the batch.

    `changes` are the latest first. The number of what was put together is that of the earliest.
    """
    found: list[Change] = []
    packed = _packed(store, changes)
    last: dict[tuple[str, str], int] = {}
    for change in changes:
        if change.kind == "insert" or change.id in packed:
            place = last.get((change.kind, change.table_name))
            if place is not None and found[place].row_id == change.last_row_id + 1:
                found[place] = replace(change, last_row_id=found[place].last_row_id)
                continue
            last[change.kind, change.table_name] = len(found)
        found.append(change)
    return found


def _packed(store: Store, changes: Sequence[Change]) -> set[int]:
    """Those of them that took rows away together, which are kept packed (`gone`)."""
    if not any(change.kind == "delete" for change in changes):
        return set()
    return set(
        store.column(
            "SELECT id FROM changes WHERE operation_id = ? AND kind = 'delete' AND before IS NULL",
            (changes[0].operation_id,),
        )
    )


def _is_packed(store: Store, change: Change) -> bool:
    return change.kind == "delete" and change.id in _packed(store, [change])


def _taken_packed(store: Store, undoing: int, change: Change) -> bool:
    """Takes many rows away together, and keeps them packed; False where they are few, or of another kind."""
    if change.last_row_id - change.row_id + 1 < MANY:
        return False
    from onrecord.db import gone  # few operations made as many rows

    return gone.take(store.connection, undoing, change.table_name, change.row_id, change.last_row_id)


def _unpack(store: Store, undoing: int, operation: Operation, change: Change) -> None:
    """Brings rows back that were taken away together."""
    from onrecord.db import gone

    table = change.table_name
    ids = (change.row_id, change.last_row_id)
    row: dict[str, object] = {}
    try:
        for rows in gone.bring_back(store.connection, change.operation_id, table, *ids):
            # Some row among these cannot come back.
            for row in rows:
                _insert(store, table, row | folded.of(table, row))
            row = {}
    except sqlite3.IntegrityError as error:
        raise _taken(operation, change, row, error) from None
    history.note_insert(store.connection, undoing, table, *ids)


def _replaced(
    store: Store, changes: Sequence[Change], inserts: Sequence[Change]
) -> dict[tuple[str, int], int]:
    """The rows that stood there before, were deleted, and made anew under their id: with the change that deleted them first.

    (Not those that came and went within the operation, of which nothing is to be brought back.)
    """
    rows: dict[tuple[str, int], int] = {}
    for change in changes:
        table, row = change.table_name, change.row_id
        if change.kind != "delete" or not _among(table, row, inserts):
            continue
        before = store.value(
            "SELECT kind FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? AND id < ? "
            "ORDER BY id DESC LIMIT 1",
            (table, row, row, min(one.id for one in changes if _among(table, row, [one]))),
        )
        if before not in (None, "delete"):
            rows[table, row] = change.id  # the latest comes first
    return rows


def _before(store: Store, change: Change) -> dict[str, object]:
    """The row as it was, but for what JSON cannot hold."""
    import json

    row: dict[str, object] = json.loads(
        store.value("SELECT before FROM changes WHERE id = ?", (change.id,)) or "{}"
    )
    return row


def _recaptured(store: Store, changes: Sequence[Change]) -> set[int]:
    """The sources whose stored texts, or the order in which these were captured, the changes touched."""
    sources: set[int] = set()
    for change in changes:
        if change.table_name not in ("snapshots", "captures"):
            continue
        if change.kind == "insert":
            sources.update(
                store.column(
                    f"SELECT source_id FROM {change.table_name} WHERE id BETWEEN ? AND ?",
                    (change.row_id, change.last_row_id),
                )
            )
        else:
            source = _before(store, change)["source_id"]
            assert isinstance(source, int)
            sources.add(source)
    return sources


def _judge_by_what_is_left(store: Store, source: int, back: Sequence[int]) -> None:
    """Outcomes that rest on a text that is the newest no longer give way to what was found in the one that is now.

    Without any text nothing is found or missed: a source that has lost its only one is not checkable again.

    Attributions that came `back` with this very undoing have the outcome that they had.
    """
    newest = f"({newest_copy('attributions.source_id')})"
    last = (
        "(SELECT {0} FROM checks WHERE attribution_id = attributions.id AND checks.snapshot_id = "
        f"{newest} ORDER BY checks.id DESC LIMIT 1)"
    )
    store.execute(
        f"UPDATE attributions SET check_result = CASE WHEN {NOT_CHECKABLE} THEN 'not_checkable' "
        f"ELSE {last.format('outcome')} END, "
        f"checked_at = CASE WHEN {NOT_CHECKABLE} THEN coalesce({last.format('at')}, ?) ELSE {last.format('at')} END "
        "WHERE source_id = ? AND check_result IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?))",
        (now(), source, array(back)),
    )


def latest(store: Store, among: Collection[int] | None = None) -> Operation | None:
    """The latest operation (of these numbers) that still stands: neither taken back nor itself an undoing."""
    cancelled: set[int] = set()
    for number, undoes in store.connection.execute(
        "SELECT id, undoes_id FROM operations WHERE NOT open ORDER BY id DESC"
    ):
        if undoes is not None and number not in cancelled:
            cancelled.add(undoes)
        elif undoes is None and number not in cancelled and (among is None or number in among):
            return store.get(Operation, number)
    return None


def _standing_after(store: Store, operation: Operation) -> set[int]:
    """The later operations that still have an effect: an operation and its undoing cancel each other."""
    cancelled: set[int] = set()
    standing: set[int] = set()
    for number, undoes in store.rows(
        "SELECT id, undoes_id FROM operations WHERE id > ? AND NOT open ORDER BY id DESC", (operation.id,)
    ):
        if number in cancelled:
            continue
        if undoes == operation.id:
            raise ConflictError(
                f"Operation {operation.id} was taken back by operation {number}.",
                hint=Hint("undo_that", operation=number),
            )
        if undoes is not None and undoes > operation.id:
            cancelled.add(undoes)
        else:
            standing.add(number)
    return standing


def _refuse_changed_since(
    store: Store, operation: Operation, changes: Sequence[Change], standing: set[int]
) -> None:
    for change in changes:
        for later in store.all(
            Change,
            "table_name = ? AND row_id <= ? AND last_row_id >= ? AND id > ?",
            (change.table_name, change.last_row_id, change.row_id, change.id),
        ):
            if later.operation_id == operation.id:
                continue
            if later.operation_id is None or later.operation_id in standing:
                raise ConflictError(
                    f"Operation {operation.id} cannot be taken back: {_who(later.operation_id)} has since changed "
                    f"{called(store, later.table_name, later.row_id)}.",
                    hint=_first(later.operation_id),
                )


def _refuse_dependents(
    store: Store,
    operation: Operation,
    inserts: Sequence[Change],
    restored: set[tuple[str, int]],
    replaced: Collection[tuple[str, int]],
) -> None:
    for child in history.RECORDED:
        # A loading makes rows that depend on each other by the million: they are left out by SQLite.
        own = [(change.row_id, change.last_row_id) for change in inserts if change.table_name == child][
            :_LEFT_OUT
        ]
        but = "".join([f" AND NOT ({_SPAN})" for _ in own])
        for column, parent in _keys(store, child):
            for change in inserts:
                if parent != change.table_name:
                    continue
                for row, needed in store.rows(
                    f'SELECT id, "{column}" FROM {child} WHERE "{column}" BETWEEN ? AND ?{but}',
                    (change.row_id, change.last_row_id, *chain.from_iterable(own)),
                ):
                    # A row that gets its former state back had that before there was anything to depend on.
                    if (
                        not _among(child, row, inserts)
                        and (child, row) not in restored
                        and (parent, needed) not in replaced
                    ):
                        did, later = _pointed(store, child, row, column, needed)
                        raise ConflictError(
                            f"Operation {operation.id} cannot be taken back: {called(store, child, row)}, "
                            f"{did} by {_who(later)}, depends on it.",
                            hint=_first(later),
                        )


def _refuse_orphans(
    store: Store, operation: Operation, table: str, among: str, parameters: tuple[object, ...]
) -> None:
    """Rows that came back, `among` those of a table, point at others that were taken away in the meantime."""
    for column, parent in _keys(store, table):
        for row, needed in store.rows(
            f'SELECT id, "{column}" FROM {table} WHERE {among} '
            f'AND "{column}" IS NOT NULL AND "{column}" NOT IN (SELECT id FROM {parent}) LIMIT 1',
            parameters,
        ):
            remover = store.value(
                "SELECT operation_id FROM changes WHERE kind = 'delete' AND table_name = ? AND row_id <= ? "
                "AND last_row_id >= ? ORDER BY id DESC LIMIT 1",
                (parent, needed, needed),
            )
            raise ConflictError(
                f"Operation {operation.id} cannot be taken back: {called(store, table, row)} needs "
                f"{called(store, parent, needed)}, which {_who(remover)} has since removed.",
                hint=_first(remover),
            )


def _taken(
    operation: Operation, change: Change, row: Mapping[str, object], error: sqlite3.IntegrityError
) -> ConflictError:
    """Why a row cannot have its former state: another has its name by now, or a rule of the tables forbids it."""
    told, _, columns = str(error).partition("UNIQUE constraint failed: ")
    names = [name for _, _, name in (one.partition(".") for one in columns.split(", ")) if name in row]
    if names:
        same = ", ".join(f"{name} {row[name]!r}" for name in names)
        told = f"another {noun_of(change.table_name)} has {same} by now. Change or remove that first."
    else:
        told = f"{told or columns}. Take back what was done since first."
    return ConflictError(f"Operation {operation.id} cannot be taken back: {told}")


def _keys(store: Store, table: str) -> Iterator[tuple[str, str]]:
    """The columns of a table that point at the id of another, and which."""
    for _, _, parent, column, target, *_ in store.rows(f"PRAGMA foreign_key_list({table})"):
        if target in (None, "id"):
            yield column, parent


def _who(operation: int | None) -> str:
    return "another program" if operation is None else f"operation {operation}"


def _first(operation: int | None) -> Hint | None:
    return None if operation is None else Hint("undo_first", operation=operation)


def _pointed(store: Store, table: str, row: int, column: str, target: int) -> tuple[str, int | None]:
    """What was done to the row ("made", "changed") so that its column points there, and by which operation."""
    rows = store.rows(
        "SELECT kind, operation_id FROM changes WHERE table_name = ? AND row_id <= ? AND last_row_id >= ? "
        "AND (kind = 'insert' OR (kind = 'update' AND json_extract(before, '$.' || ?) IS NOT ?)) ORDER BY id DESC LIMIT 1",
        (table, row, row, column, target),
    )
    kind, operation = rows[0] if rows else ("insert", None)
    return ("changed" if kind == "update" else "made"), operation


def _among(table: str, row: int, inserts: Sequence[Change]) -> bool:
    return any(
        table == change.table_name and change.row_id <= row <= change.last_row_id for change in inserts
    )


def _restore(store: Store, undoing: int, change: Change) -> None:
    row = _before(store, change)
    row |= folded.of(change.table_name, row)
    blob = BLOBS.get(change.table_name)
    if change.kind == "delete" and blob is not None:
        row[blob] = store.value("SELECT before_blob FROM changes WHERE id = ?", (change.id,))
    # The values are as SQLite holds them: nothing may read JSON into them again.
    if change.kind == "update":
        assignments = ", ".join([f'"{column}" = ?' for column in row])
        store.execute(
            f'UPDATE "{change.table_name}" SET {assignments} WHERE id = ?', (*row.values(), change.row_id)
        )
        return
    _insert(store, change.table_name, row)
    # Its id is an old one, so that the recording cannot see it as new.
    history.note_insert(store.connection, undoing, change.table_name, change.row_id, change.row_id)


def _insert(store: Store, table: str, row: Mapping[str, object]) -> None:
    names = ", ".join([f'"{column}"' for column in row])
    store.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})', tuple(row.values())
    )
