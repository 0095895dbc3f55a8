"""From the database to rows that travel, in an order that is the same after they arrived."""

import base64
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import RowMapping, Table, select
from sqlalchemy.orm import Session

from onrecord.db.models import Attribution
from onrecord.db.reader import Reader, of
from onrecord.db.reader import array as json_array
from onrecord.exchange.whole.tables import KINDS, Field, Kind
from onrecord.records import Json

# Rows held at once.
BATCH = 500
# The numbers of the rows that are wanted, by table.
Chosen = Mapping[str, Collection[int]]


def rows(session: Session, chosen: Chosen | None = None) -> Iterator[tuple[Kind, Json]]:
    """Every row, or those `chosen`, parents first and in the order of recording. Fields that are NULL are left out.

    Attributions carry their `number` within these rows, counted from 1.
    """
    names = _Names(of(session), chosen)
    for kind in KINDS:
        for batch in _batches(session, kind.table, chosen):
            names.read(kind, batch)
            for values in batch:
                made: Json = {}
                if kind.model is Attribution:
                    made["number"] = names.of("attributions", values["id"])
                for field in kind.fields:
                    if (value := _value(field, values[field.column], names)) is not None:
                        made[field.name] = value
                yield kind, made


def _batches(session: Session, table: Table, chosen: Chosen | None) -> Iterator[list[RowMapping]]:
    query = select(table).order_by(table.c.id)
    if chosen is None:
        found = session.execute(query.execution_options(yield_per=BATCH))
        for batch in found.mappings().partitions():
            yield list(batch)
        return
    ids = sorted(chosen.get(table.name, ()))
    for first in range(0, len(ids), BATCH):
        part = session.execute(query.where(table.c.id.in_(ids[first : first + BATCH])))
        yield list(part.mappings())


def _value(field: Field, value: object, names: "_Names") -> object:
    if value is None:
        return None
    if field.target:
        assert isinstance(value, int)
        return names.of(field.target, value)
    if field.type is bytes:
        assert isinstance(value, bytes)
        return base64.b64encode(value).decode()
    return value


class _Names:
    """What the rows that a batch points at are called, table by table: there may be millions of each."""

    def __init__(self, reader: Reader, chosen: Chosen | None) -> None:
        self._reader = reader
        # Their numbers are their places here; eight bytes for each.
        self._attributions: array[int] = array("q")
        if chosen is None:
            for (one,) in reader.connection.execute("SELECT id FROM attributions ORDER BY id"):
                self._attributions.append(one)
        else:
            self._attributions.extend(sorted(chosen.get("attributions", ())))
        self._named: dict[str, dict[int, object]] = {}

    def read(self, kind: Kind, batch: Sequence[RowMapping]) -> None:
        """Looks up what the rows of `batch` point at."""
        wanted: dict[str, set[int]] = {}
        for field in kind.fields:
            if field.target and field.target != "attributions":
                values = {row[field.column] for row in batch} - {None}
                wanted.setdefault(field.target, set()).update(values)
        self._named = {table: self._names(table, ids) for table, ids in wanted.items()}

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
