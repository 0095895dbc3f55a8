"""From the database to rows that travel, in an order that is the same after they arrived."""

import base64
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Row, Table, select
from sqlalchemy.orm import Session

from onrecord.db.models import Attribution, Claim, Snapshot, Source, Speaker, Statement, Tag
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
    names = _Names(session, chosen)
    for kind in KINDS:
        for row in _of(session, kind.table, chosen):
            values = row._mapping
            made: Json = {}
            if kind.model is Attribution:
                made["number"] = names.of("attributions", values["id"])
            for field in kind.fields:
                if (value := _value(field, values[field.column], names)) is not None:
                    made[field.name] = value
            yield kind, made


def _of(session: Session, table: Table, chosen: Chosen | None) -> Iterator[Row[Any]]:
    query = select(table).order_by(table.c.id)
    if chosen is None:
        yield from session.execute(query.execution_options(yield_per=BATCH))
        return
    ids = sorted(chosen.get(table.name, ()))
    for first in range(0, len(ids), BATCH):
        yield from session.execute(query.where(table.c.id.in_(ids[first : first + BATCH])))


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
    """What the rows that others point at are called, table by table, each read when it is first asked for."""

    def __init__(self, session: Session, chosen: Chosen | None) -> None:
        self._session = session
        self._chosen = chosen
        self._read: dict[str, dict[int, object]] = {}

    def of(self, table: str, row_id: int) -> object:
        if table not in self._read:
            self._read[table] = self._all(table)
        return self._read[table].get(row_id)

    def _all(self, table: str) -> dict[int, object]:
        if table == "attributions":
            ids = (
                sorted(self._chosen.get(table, ()))
                if self._chosen is not None
                else self._session.scalars(select(Attribution.id).order_by(Attribution.id))
            )
            return {one: number for number, one in enumerate(ids, 1)}
        if table == "snapshots":
            copies = self._session.execute(
                select(Snapshot.id, Source.citekey, Snapshot.sha256).join(
                    Source, Source.id == Snapshot.source_id
                )
            )
            return {one: [citekey, sha256] for one, citekey, sha256 in copies}
        return dict(self._session.execute(_NAMED[table]()).all())


_NAMED: dict[str, Callable[[], Any]] = {
    "speakers": lambda: select(Speaker.id, Speaker.slug),
    "sources": lambda: select(Source.id, Source.citekey),
    "statements": lambda: select(Statement.id, Statement.key),
    "claims": lambda: select(Claim.id, Claim.key),
    "tags": lambda: select(Tag.id, Tag.name),
}
