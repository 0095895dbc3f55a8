"""Whether the history and the rows tell the same: what was changed, made or removed while nothing watched."""

from __future__ import annotations

import json

from onrecord.db.gone import PACKED
from onrecord.db.history import ANOTHER_PROGRAM, RECORDED
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from onrecord.db.reader import Reader
    from onrecord.doctor.words import Seen

# What no change is written for: what verification found.
_OBSERVED = frozenset(("check_result", "checked_at"))
_WATCHED = {
    "statements": ("text",),
    "attributions": ("wording", "exact", "prefix", "suffix", "snapshot_id", "source_id", "speaker_id"),
    "spans": ("start", "end", "quoted"),
    "snapshots": ("text", "sha256"),
}


@record()
class _Last:
    """The last change of a row."""

    kind: str
    after: str | None


def seen(reader: Reader) -> Iterator[Seen]:
    """What the history and the rows do not agree in, and what cannot be read of it."""
    last: dict[str, dict[int, _Last]] = {}
    inserts: dict[str, list[tuple[int, int]]] = {}
    others: set[str] = set()
    programs = set(reader.column('SELECT id FROM operations WHERE "by" = ?', (ANOTHER_PROGRAM,)))
    for number, operation, kind, table, first, until, before, after, is_packed in reader.iterate(
        f"SELECT id, operation_id, kind, table_name, row_id, last_row_id, before, after, {PACKED} FROM changes ORDER BY id"
    ):
        if table not in RECORDED or not (is_packed or _readable(kind, before, after)):
            yield "change", f"change {number}"
            continue
        rows = last.setdefault(table, {})
        if kind == "insert":
            inserts.setdefault(table, []).append((first, until))
            if rows:  # a row that comes back under its number
                for row in (
                    [number for number in rows if first <= number <= until]
                    if until - first > 1000
                    else range(first, until + 1)
                ):
                    rows.pop(row, None)
        else:
            rows.update(dict.fromkeys(range(first, until + 1), _Last(kind, after)))
            if (operation is None or operation in programs) and _touches(table, before, after):
                others.add(f"operation {operation}" if operation is not None else "since the last operation")
    yield from (("another-program", other) for other in sorted(others))
    for table in RECORDED:
        yield from _compared(reader, table, last.get(table, {}), inserts.get(table, []))


def _compared(
    reader: Reader, table: str, last: Mapping[int, _Last], inserts: list[tuple[int, int]]
) -> Iterator[Seen]:
    there = set(reader.column(f"SELECT id FROM {table}"))
    gone = {row for row, one in last.items() if one.kind == "delete"}
    known: set[int] = set()
    for first, until in inserts:
        known.update(range(first, until + 1))
    known -= gone
    # What was there before the history began was never made; whatever was changed is known all the same.
    for row in sorted(there - known - {row for row, one in last.items() if one.kind == "update"}):
        yield "unrecorded-row", (table, row)
    for row in sorted(known - there):
        yield "unrecorded-removal", f"row {row} of {table}"
    for row, state in last.items():
        if state.kind == "update" and row in there and state.after is not None:
            names = [name for name in json.loads(state.after) if name not in _OBSERVED]
            now = _row(reader, table, row, names)
            kept = json.loads(state.after)
            if any(now[name] != kept[name] for name in names if name in now):
                yield "unrecorded-change", (table, row)


def _row(reader: Reader, table: str, row: int, names: list[str]) -> dict[str, Any]:
    """The row as a change would have it."""
    has = {cells[1] for cells in reader.rows(f"PRAGMA table_info({table})")}
    columns = [name for name in names if name in has]
    pairs = ", ".join(f"""'{name}', "{name}\"""" for name in columns)
    values: dict[str, Any] = json.loads(
        reader.value(f"SELECT json_object({pairs}) FROM {table} WHERE id = ?", (row,))
    )
    return values


def _readable(kind: str, before: str | None, after: str | None) -> bool:
    if kind == "insert":
        return True
    try:
        return isinstance(json.loads(before or ""), dict) and (
            kind == "delete" or isinstance(json.loads(after or ""), dict)
        )
    except ValueError:
        return False


def _touches(table: str, before: str | None, after: str | None) -> bool:
    """Whether a change is of a wording, its place or a stored text."""
    if table not in _WATCHED:
        return False
    if after is None:
        return table in ("snapshots", "spans")
    old, new = json.loads(before or "{}"), json.loads(after)
    return any(old.get(name) != new.get(name) for name in _WATCHED[table])
