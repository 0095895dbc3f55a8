"""From the database to rows that travel, in an order that is the same after they arrived."""

from __future__ import annotations

import base64
import json
from array import array
from bisect import bisect_left
from itertools import islice

from onrecord.db.reader import array as json_array
from onrecord.exchange.whole.tables import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from onrecord.db.reader import Reader
    from onrecord.exchange.whole.tables import Field, Kind
    from onrecord.model.records import Json

    # The numbers of the rows that are wanted, by table.
    Chosen = Mapping[str, Collection[int]]

# Rows held at once.
BATCH = 500
# Names of a table that are remembered: the same speakers and sources come again and again.
_REMEMBERED = 50_000


def rows(reader: Reader, chosen: Chosen | None = None) -> Iterator[tuple[Kind, Json]]:
    """Every row, or those `chosen`, parents first and in the order of recording. Fields that are NULL are left out.

    Attributions carry their `number` within these rows, counted from 1.
    """
    for kind, fields in columns(reader, chosen):
        for values in zip(*fields.values(), strict=True):
            yield (
                kind,
                {name: value for name, value in zip(fields, values, strict=True) if value is not None},
            )


def columns(
    reader: Reader, chosen: Chosen | None = None
) -> Iterator[tuple[Kind, Mapping[str, Sequence[object]]]]:
    """The same by the batch: of each field its values, row by row; a field that is NULL in all of them is left out."""
    names = _Names(reader, chosen)
    for kind in KINDS:
        number = 1
        for batch in _batches(reader, kind, chosen):
            names.read(kind, batch)
            _, *stored = zip(*batch, strict=True)
            fields: dict[str, Sequence[object]] = {}
            if kind.table == "attributions":
                fields["number"] = range(number, number + len(batch))
                number += len(batch)
            for field, values in zip(kind.fields, stored, strict=True):
                # Most fields of most rows are empty, or told as they are stored.
                if values.count(None) < len(values):
                    fields[field.name] = (
                        values
                        if _is_plain(field)
                        else [None if value is None else _value(field, value, names) for value in values]
                    )
            yield kind, fields


def _batches(reader: Reader, kind: Kind, chosen: Chosen | None) -> Iterator[list[tuple[Any, ...]]]:
    """The ids and the columns of the fields."""
    columns = ", ".join(["id", *(f'"{field.column}"' for field in kind.fields)])
    query = f"SELECT {columns} FROM {kind.table}"
    if chosen is None:
        rows = reader.iterate(f"{query} ORDER BY id")
        while batch := list(islice(rows, BATCH)):
            yield batch
        return
    ids = sorted(chosen.get(kind.table, ()))
    for first in range(0, len(ids), BATCH):
        some = json_array(ids[first : first + BATCH])
        yield reader.rows(f"{query} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (some,))


def _is_plain(field: Field) -> bool:
    """Whether its values are told as they are stored."""
    return not field.target and field.type not in (bytes, bool, object)


def _value(field: Field, value: Any, names: _Names) -> object:
    if field.target:
        return names.of(field.target, value)
    if field.type is bytes:
        return base64.b64encode(value).decode()
    if field.type is bool:
        return bool(value)
    return json.loads(value) if field.type is object else value


class _Names:
    """What the rows that a batch points at are called, table by table: there may be millions of each."""

    def __init__(self, reader: Reader, chosen: Chosen | None) -> None:
        self._reader = reader
        # Their numbers are their places here; eight bytes for each.
        self._attributions: array[int] = array("q")
        if chosen is None:
            for (one,) in reader.iterate("SELECT id FROM attributions ORDER BY id"):
                self._attributions.append(one)
        else:
            self._attributions.extend(sorted(chosen.get("attributions", ())))
        self._named: dict[str, dict[int, object]] = {}

    def read(self, kind: Kind, batch: Sequence[tuple[Any, ...]]) -> None:
        """Looks up what the rows of `batch` point at."""
        wanted: dict[str, set[int]] = {}
        for place, field in enumerate(kind.fields, 1):
            if field.target and field.target != "attributions":
                values = {row[place] for row in batch} - {None}
                wanted.setdefault(field.target, set()).update(values)
        for table, ids in wanted.items():
            known = self._named.setdefault(table, {})
            missing = ids - known.keys()
            if len(known) + len(missing) > _REMEMBERED:
                known.clear()
                missing = ids
            known.update(self._names(table, missing) if missing else ())

    def of(self, table: str, row_id: int) -> object:
        if table != "attributions":
            return self._named[table].get(row_id)
        place = bisect_left(self._attributions, row_id)
        there = place < len(self._attributions) and self._attributions[place] == row_id
        return place + 1 if there else None

    def _names(self, table: str, ids: Iterable[int]) -> dict[int, object]:
        rows = self._reader.rows(_NAMED[table], (json_array(ids),))
        if table == "snapshots":
            return {one: [citekey, sha256] for one, citekey, sha256 in rows}
        return dict(rows)


_AMONG = "IN (SELECT value FROM json_each(?))"
_NAMED = {
    "speakers": f"SELECT id, slug FROM speakers WHERE id {_AMONG}",
    "sources": f"SELECT id, citekey FROM sources WHERE id {_AMONG}",
    "statements": f"SELECT id, key FROM statements WHERE id {_AMONG}",
    "claims": f"SELECT id, key FROM claims WHERE id {_AMONG}",
    "tags": f"SELECT id, name FROM tags WHERE id {_AMONG}",
    "snapshots": "SELECT snapshots.id, citekey, sha256 FROM snapshots JOIN sources ON sources.id = snapshots.source_id "
    f"WHERE snapshots.id {_AMONG}",
}
