"""Recording that a speaker held an office, changing it, and taking it out."""

from __future__ import annotations

from onrecord.db.rows import Office
from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.speakers.offices import office
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store
    from onrecord.model.office_records import OfficeEntry


@record(kw_only=True)
class OfficeFields:
    """What is said of an office; None says nothing, an empty text takes a detail away. `source` is the number of one."""

    title: str | None = None
    since: str | None = None
    until: str | None = None
    source: int | None = None
    note: str | None = None


def add_office(store: Store, speaker: Speaker, fields: OfficeFields) -> OfficeEntry:
    """Records that a speaker held an office; the same again adds nothing. InputError for a title or a date that is none."""
    row = _row(fields)
    if "title" not in row:
        raise InputError("An office needs a title.")
    row = {"since": None, "until": None, **row}
    same = store.value(
        "SELECT id FROM offices WHERE speaker_id = ? AND title_key = ? AND since IS ? AND until IS ? AND source_id IS ?",
        (speaker.id, row["title_key"], row["since"], row["until"], fields.source),
    )
    if same is not None:
        return office(store, int(same))
    _check_order(row)
    return office(store, store.insert("offices", speaker_id=speaker.id, source_id=fields.source, **row))


def edit_office(store: Store, number: int, fields: OfficeFields) -> list[str]:
    """Changes an office; returns what changed, in words. UsageError where nothing is given."""
    before = store.get(Office, number)
    row = _row(fields)
    if fields.source is not None:
        row["source_id"] = fields.source
    if not row:
        raise UsageError("Nothing to change.", hint=Hint("say_office_edit"))
    _check_order({name: row.get(name, getattr(before, name)) for name in ("since_min", "until_max")})
    differs = {name: value for name, value in row.items() if value != getattr(before, name)}
    if differs:
        store.update("offices", number, **differs)
    return [name.removesuffix("_id") for name in differs if not name.endswith(("_min", "_max", "_key"))]


def remove_office(store: Store, number: int) -> list[str]:
    """Takes an office out; returns what was removed, in words."""
    ref = office(store, number).ref
    store.delete("offices", number)
    return [f"office {ref}"]


def _row(fields: OfficeFields) -> dict[str, Any]:
    from onrecord.text import names

    row: dict[str, Any] = {}
    if fields.title is not None:
        title = check_input(fields.title, "the title of an office")
        if not title or not names.name_key(title):
            raise InputError("An office needs a title.")
        row |= {"title": title, "title_key": names.name_key(title)}
    for name, given in (("since", fields.since), ("until", fields.until)):
        if given is not None:
            row |= _dated(name, given)
    if fields.note is not None:
        row["note"] = check_input(fields.note, "the note") or None
    return row


def _dated(name: str, typed: str) -> dict[str, Any]:
    from onrecord.text import dates

    if not typed.strip():
        return {name: None, f"{name}_min": None, f"{name}_max": None}
    date = dates.typed(typed)
    return {name: date.text, f"{name}_min": date.earliest, f"{name}_max": date.latest}


def _check_order(row: dict[str, Any]) -> None:
    first, last = row.get("since_min"), row.get("until_max")
    if first is not None and last is not None and last < first:
        raise InputError("An office cannot end before it begins.")
