"""From a name in a file to a speaker: the one known by it, else a new one; never one of several."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import speakers
from onrecord.db.models import Speaker
from onrecord.db.words import SPEAKER_KINDS
from onrecord.errors import AmbiguousError, InputError
from onrecord.exchange.entries import NameEntry
from onrecord.text import names, slugs
from onrecord.text.clean import check_input


def speaker_of(session: Session, entry: NameEntry, *, kind: str = "person") -> Speaker:
    """The speaker of this Wikidata item, else of this name in any spelling, else a new one of this name.

    A known speaker with another Wikidata item is another one. `kind` is for names whose kind the file does not say.
    AmbiguousError: several go by the name. Unnamed ones are always new: see `unnamed_of`.
    """
    name = tidy(entry.name)
    item = _item(entry.wikidata_id)
    if item:
        known = session.scalars(select(Speaker).where(Speaker.wikidata_id == item)).one_or_none()
        if known is not None:
            return speakers.resolve(session, known)
    if entry.unnamed:
        return make(session, entry, kind)
    same = speakers.named(session, name)
    found = [one for one in same if not (item and one.wikidata_id and one.wikidata_id != item)]
    if len(found) > 1:
        raise AmbiguousError(
            f"{name!r} could be any of {len(found)} speakers: "
            f"{', '.join(f'{one.slug} ({one.name})' for one in found)}. Merge them, or rename one.",
            [one.slug for one in found],
        )
    return found[0] if found else make(session, entry, kind, namesake=bool(same))


def make(session: Session, entry: NameEntry, kind: str, *, namesake: bool = False) -> Speaker:
    """A new speaker with what the entry says; of `namesake`s several go by one name."""
    name = tidy(entry.name)
    chosen = entry.kind if entry.kind in SPEAKER_KINDS else kind
    made = speakers.add(
        session,
        name,
        kind=chosen,
        unnamed=entry.unnamed,
        wikidata_id=_item(entry.wikidata_id),
        slug=_free_slug(session, name) if namesake else None,
    )
    if chosen == "person" and not entry.unnamed and entry.family:
        made.family = tidy(entry.family)
        made.given = tidy(entry.given) if entry.given else None
    for alias in entry.aliases:
        if names.name_key(alias) and tidy(alias) != made.name:
            speakers.add_name(session, made, tidy(alias))
    session.flush()
    return made


def tidy(name: str) -> str:
    """A name in one line. InputError where it is empty, or holds what cannot be stored."""
    line = " ".join(check_input(" ".join(name.split()), "a name").split())
    if not line:
        raise InputError("A name is empty.")
    return line


def _item(wikidata_id: str | None) -> str | None:
    """The Wikidata item, from its number or its address."""
    if not wikidata_id:
        return None
    item = wikidata_id.strip().rstrip("/").rpartition("/")[2].upper()
    digits = item[1:]
    is_item = item[:1] == "Q" and digits.isascii() and digits.isdigit() and digits[0] != "0"
    return item if is_item else None


def _free_slug(session: Session, name: str) -> str:
    def taken(slug: str) -> bool:
        return session.scalar(select(Speaker.id).where(Speaker.slug == slug)) is not None

    return slugs.unique(slugs.slugify(name), taken)
