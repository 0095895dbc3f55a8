"""From rows that travelled to rows of the database. What is there already stays as it is."""

from __future__ import annotations

import base64
import binascii
import json

from onrecord.db.reports import is_about_the_file
from onrecord.db.sqlite import BrokenRule, Trouble
from onrecord.errors import InputError
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.whole.checks import check_row, checked, is_another
from onrecord.exchange.whole.older import Older
from onrecord.exchange.whole.proof import disproved
from onrecord.exchange.whole.tables import BY_NAME, BY_TABLE, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.exchange.whole.tables import Field, Kind

# Where a row points at one of its own kind that comes later, it is told when that is there.
_LATER = object()


class Restorer:
    """Takes rows of one file one after the other, in one transaction; `finish` does what needs all of them."""

    def __init__(self, store: Store, version: int = VERSION) -> None:
        self._older = Older() if version < VERSION else None
        self._store = store
        # Ids of the rows that were named, by table and name; attributions by their number in the file.
        self._ids: dict[str, dict[object, int]] = {table: {} for table in BY_TABLE}
        self._pending: list[tuple[str, Kind, int, Field, object]] = []
        # Rows without a name that were there before and stand for one of the file, by table.
        self._taken: dict[str, set[int]] = {table: set() for table in BY_TABLE}
        # Names in the file that are another's here, by table: what belongs to them is not taken.
        self._others: dict[str, set[object]] = {table: set() for table in BY_TABLE}
        self._new_attributions: list[int] = []
        self._highest: dict[str, int] = {
            table: store.value(f"SELECT max(id) FROM {table}") or 0 for table in BY_TABLE
        }

    def take(self, type_: object, values: Mapping[str, object], where: str) -> Outcome:
        """Records one row; a reason is given for what is refused, and it has left no trace."""
        kind = BY_NAME.get(type_) if isinstance(type_, str) else None
        if kind is None:
            return Outcome(
                did="refused", where=where, what="row", reason=f"{str(type_)[:80]!r} is not a type of row."
            )
        try:
            if self._older is None:
                return self._take(kind, values, where)
            outcome = self._take(kind, self._older.brought_up(type_, values), where)
            if outcome.did == "added" and (capture := self._older.capture(type_, values)) is not None:
                self._take(BY_NAME["capture"], capture, where)
            return outcome
        except InputError as error:
            reason = error.message
        except Trouble as error:
            if is_about_the_file(error):
                raise
            reason = f"the database does not allow it: {error}."
        return Outcome(did="refused", where=where, what=kind.name, name=_name(kind, values), reason=reason)

    def finish(self) -> Iterator[Outcome]:
        """Ties together rows that point forwards, and looks again for wordings that are said to be verified."""
        for where, kind, row_id, field, reference in self._pending:
            target = self._id(field, reference)
            reason = None if target else _missing(field, reference)
            if target is not None:
                try:
                    self._store.update(kind.table, row_id, **{field.column: target})
                except Trouble as error:
                    if is_about_the_file(error):
                        raise
                    reason = f"the database does not allow {field.name}: {error}."
            if reason is not None:
                yield Outcome(did="refused", where=where, what=f"{kind.name}'s {field.name}", reason=reason)
        for reference, said, outcome in disproved(self._store, self._new_attributions):
            yield Outcome(
                did="refused",
                where=reference,
                what="check result",
                name=reference,
                reason=f"it is said to be {said}, but is {outcome}, and was recorded so.",
            )

    def _take(self, kind: Kind, values: Mapping[str, object], where: str) -> Outcome:
        row, later = self._row(kind, values)
        check_row(kind, row)
        self._check_citekey(kind, row)
        if kind.derive:
            row |= kind.derive(row)
        number = self._number(values) if kind.table == "attributions" else None
        row_id, added = self._put(kind, row, later)
        if number is not None:
            self._ids["attributions"][number] = row_id
            if added:
                self._new_attributions.append(row_id)
        elif kind.table in _NAMED_BY:
            self._ids[kind.table][_key_of(kind, values)] = row_id
        if added:
            self._pending += [(where, kind, row_id, field, reference) for field, reference in later]
        return Outcome(
            did="added" if added else "known", where=where, what=kind.name, name=_name(kind, values)
        )

    def _check_citekey(self, kind: Kind, row: Mapping[str, object]) -> None:
        """InputError where a citekey is another name of another source, or the other way round."""
        other = {"sources": "citekey_aliases", "citekey_aliases": "sources"}.get(kind.table)
        if other and self._store.value(f"SELECT 1 FROM {other} WHERE citekey = ?", (row["citekey"],)):
            raise InputError(f"{str(row['citekey'])[:80]!r} is a citekey of another source here.")

    def _row(
        self, kind: Kind, values: Mapping[str, object]
    ) -> tuple[dict[str, object], list[tuple[Field, object]]]:
        """The columns of a row, and its references to rows of its own kind that are not there yet."""
        known = {field.name for field in kind.fields} | (
            {"number"} if kind.table == "attributions" else set()
        )
        if unknown := next((name for name in values if name not in known), None):
            raise InputError(f"a {kind.name} has no field {unknown[:80]!r}.")
        row: dict[str, object] = {}
        later: list[tuple[Field, object]] = []
        for field in kind.fields:
            value = values.get(field.name)
            if value is None:
                row[field.column] = None
            elif field.target:
                self._check_owner(field, value)
                target = self._id(field, value)
                if target is None and field.target != kind.table:
                    raise InputError(_missing(field, value))
                if target is None:
                    later.append((field, value))
                row[field.column] = target
            else:
                row[field.column] = checked(field, _bytes(field, value))
        return row, later

    def _check_owner(self, field: Field, reference: object) -> None:
        """InputError where a row belongs to one that is refused since another bears its name here."""
        name = reference[0] if isinstance(reference, list) and reference else reference
        table = "sources" if field.target == "snapshots" else field.target or ""
        if isinstance(name, str) and name in self._others.get(table, ()):
            raise InputError(f"its {field.name} {name[:80]!r} is another one here.")

    def _number(self, values: Mapping[str, object]) -> int:
        number = values.get("number")
        if not isinstance(number, int) or isinstance(number, bool) or number in self._ids["attributions"]:
            raise InputError("an attribution needs a number of its own within the file.")
        return number

    def _id(self, field: Field, reference: object) -> int | None:
        """The id of the row that a reference names, in what was read so far or in the database."""
        table = field.target or ""
        name = tuple(reference) if isinstance(reference, list) else reference
        try:
            row = self._ids[table].get(name)
        except TypeError:  # a list of lists names nothing
            return None
        if row is None and table != "attributions":
            row = self._stored(table, name)
            if row is not None:
                self._ids[table][name] = row
        return row

    def _stored(self, table: str, name: object) -> int | None:
        if table == "snapshots":
            if not isinstance(name, tuple) or [type(part) for part in name] != [str, str]:
                return None
            if any(map(_is_broken, name)):
                return None
            copy: int | None = self._store.value(
                "SELECT snapshots.id FROM snapshots JOIN sources ON sources.id = snapshots.source_id "
                "WHERE citekey = ? AND sha256 = ?",
                name,
            )
            return copy
        if not isinstance(name, str) or _is_broken(name):
            return None
        row_id: int | None = self._store.value(
            f"SELECT id FROM {table} WHERE {_NAMED_BY[table]} = ?", (name,)
        )
        return row_id

    def _put(self, kind: Kind, row: dict[str, object], later: list[tuple[Field, object]]) -> tuple[int, bool]:
        """The id of the row, and whether it was added; InputError where another stands in its place."""
        skipped = {field.column for field, _ in later}
        if not kind.key:
            if self._highest[kind.table] and (twin := self._twin(kind, row, skipped)):
                return twin, False
        elif self._highest[kind.table] and (there := self._there(kind, row)):
            return self._same(kind, row, there, skipped), False
        try:
            # A column that is left out gets its default; one that may be empty is NULL anyway.
            stated = {column: value for column, value in row.items() if value is not None}
            return self._store.insert(kind.table, **(stated or row)), True
        except BrokenRule:
            # The same row twice in one file, where nothing was recorded before.
            if kind.key and (there := self._there(kind, row)):
                return self._same(kind, row, there, skipped), False
            raise

    def _there(self, kind: Kind, row: Mapping[str, object]) -> dict[str, Any] | None:
        named = " AND ".join(f'"{column}" IS ?' for column in kind.key)
        columns = ", ".join(["id", *(f'"{field.column}"' for field in kind.fields)])
        rows = self._store.rows(
            f"SELECT {columns} FROM {kind.table} WHERE {named}", [row[column] for column in kind.key]
        )
        if not rows:
            return None
        row_id, *values = rows[0]
        return {
            "id": row_id,
            **{
                field.column: json.loads(value) if field.type is object and value is not None else value
                for field, value in zip(kind.fields, values, strict=True)
            },
        }

    def _same(
        self, kind: Kind, row: Mapping[str, object], there: Mapping[str, Any], skipped: set[str]
    ) -> int:
        differing = [
            field.name
            for field in kind.fields
            if field.column not in skipped
            and field.column not in kind.observed
            and not _equal(field, row, there)
        ]
        if differing:
            if is_another(kind.table, row, there):
                self._others[kind.table].add(row[kind.key[0]])
                raise InputError(
                    f"it has the name of another {kind.name} here, and nothing that belongs to it is taken; "
                    "give one of the two another name first."
                )
            raise InputError(
                f"it is recorded already, with another {' and another '.join(differing)}; "
                "what is recorded was left as it is."
            )
        return int(there["id"])

    def _twin(self, kind: Kind, row: Mapping[str, object], skipped: set[str]) -> int | None:
        """The row that was recorded before and says the same; each stands for one row of the file."""
        taken = self._taken[kind.table]
        compared = [
            field
            for field in kind.fields
            if field.column not in skipped and field.column not in kind.observed
        ]
        same = " AND ".join([f'"{field.column}" IS ?' for field in compared])
        for twin in self._store.column(
            f"SELECT id FROM {kind.table} WHERE {same} AND id <= ? ORDER BY id",
            [*(_with_default(field, row) for field in compared), self._highest[kind.table]],
        ):
            if twin not in taken:
                taken.add(twin)
                return int(twin)
        return None


_NAMED_BY = {"speakers": "slug", "sources": "citekey", "statements": "key", "claims": "key", "tags": "name"}


def _key_of(kind: Kind, values: Mapping[str, object]) -> object:
    return values.get(_NAMED_BY[kind.table])


def _with_default(field: Field, row: Mapping[str, object]) -> object:
    value = row[field.column]
    return field.default if value is None else value


def _equal(field: Field, row: Mapping[str, object], there: Mapping[str, Any]) -> bool:
    return bool(_with_default(field, row) == there[field.column])


def _bytes(field: Field, value: object) -> object:
    if field.type is not bytes or not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise InputError(f"{field.name} is not base64.") from None


def _is_broken(name: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in name)


def _missing(field: Field, reference: object) -> str:
    kind = BY_TABLE[field.target or ""].name
    return f"there is no {kind} {str(reference)[:80]!r}: not above in the file, and not in the database."


def _name(kind: Kind, values: Mapping[str, object]) -> str | None:
    """What a row is called in the report."""
    fields = {field.column: field.name for field in kind.fields}
    parts = [values.get(fields[column]) for column in kind.key] or [
        values.get("statement"),
        values.get("source"),
    ]
    return " ".join(str(part)[:80] for part in parts if part is not None) or None
