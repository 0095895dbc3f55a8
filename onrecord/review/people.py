"""Whom the names in a proposal mean. A name that could mean several is never decided here."""

from sqlalchemy.orm import Session

from onrecord import speakers
from onrecord.db import store as stores
from onrecord.db.models import Source
from onrecord.db.rows import Speaker
from onrecord.errors import AmbiguousError
from onrecord.text import names

# Whoever says or passes on something in a source.
_HERE = """SELECT speaker_id FROM attributions WHERE source_id = :source UNION
    SELECT r.speaker_id FROM relays AS r JOIN attributions AS a ON a.id = r.attribution_id WHERE a.source_id = :source"""


def slug_of(
    session: Session, source: Source, name: str, *, slug: str | None, kind: str, unnamed: bool
) -> str:
    """The slug of the speaker that a proposal names, who is made where nobody is known by that name.

    An unnamed one is looked for in this source only. AmbiguousError where the name fits several known speakers, or
    is no more than the family name of some.
    """
    if slug is not None:
        return speakers.find(session, slug).slug
    if unnamed:
        known = _unnamed_in(session, source, name)
        return known.slug if known else speakers.add(session, name, kind=kind, unnamed=True).slug
    found = speakers.named(session, name)
    if len(found) == 1:
        return found[0].slug
    if found:
        raise AmbiguousError(
            f"{name!r} could be any of {len(found)} known speakers. Choose one.", _shown(found)
        )
    if kind == "person" and (family := speakers.with_family_name(session, name)):
        raise AmbiguousError(
            f"{name!r} is no more than the family name of {_some(family)}. Choose a known speaker, or give the full name.",
            _shown(family),
        )
    return speakers.add(session, name, kind=kind).slug


def _unnamed_in(session: Session, source: Source, name: str) -> Speaker | None:
    """The unnamed speaker that this source calls so, among those it says or passes something on."""
    store = stores.of(session)
    wanted = names.name_key(name)
    for one in store.all(Speaker, f"unnamed AND id IN ({_HERE})", {"source": source.id}):
        if names.name_key(one.name) == wanted:
            return speakers.resolve(store, one)
    return None


def _shown(found: list[Speaker]) -> list[str]:
    return [f"{one.slug} ({one.name})" for one in found]


def _some(found: list[Speaker]) -> str:
    return found[0].name if len(found) == 1 else f"{len(found)} known people"
