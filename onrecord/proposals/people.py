"""Whom the names in a proposal mean. A name that could mean several is never decided here."""

from __future__ import annotations

from onrecord.errors import AmbiguousError, Hint
from onrecord.speakers.write import (
    add_speaker,
    find_speaker,
    speakers_named,
    speakers_with_family_name,
)
from onrecord.statements.known import unnamed_in
from onrecord.text.organisations import is_organisation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store


def slug_of(store: Store, source_id: int, name: str, *, slug: str | None, kind: str, unnamed: bool) -> str:
    """The slug of the speaker that a proposal names, who is made where nobody is known by that name.

    An unnamed one is looked for in this source only. AmbiguousError where the name fits several known speakers, or
    is no more than the family name of some.
    """
    if slug is not None:
        return find_speaker(store, slug).slug
    if unnamed:
        known = unnamed_in(store, source_id, name)
        return known[0].slug if known else add_speaker(store, name, kind=kind, unnamed=True).slug
    namesakes = speakers_named(store, name)
    if len(namesakes) == 1:
        return namesakes[0].slug
    if namesakes:
        raise AmbiguousError(
            f"{name!r} could be any of {len(namesakes)} known speakers. Choose one.", _shown(namesakes)
        )
    if family := of_the_family(store, name, kind):
        raise AmbiguousError(
            f"{name!r} is no more than the family name of {_some(family)}. Choose a known speaker, or give the full name.",
            _shown(family),
            hint=Hint("family_or_organisation", name=name) if kind == "organisation" else None,
        )
    return add_speaker(store, name, kind=kind).slug


def of_the_family(store: Store, name: str, kind: str) -> list[Speaker]:
    """The known people whose family name this is and nothing more, whatever `kind` was guessed of it.

    An agency or a company that is known by such a name, as Bloomberg is, is no person of that name.
    """
    if kind == "person" or (kind == "organisation" and not is_organisation(name)):
        return speakers_with_family_name(store, name)
    return []


def _shown(namesakes: Sequence[Speaker]) -> list[str]:
    return [f"{speaker.slug} ({speaker.name})" for speaker in namesakes]


def _some(namesakes: Sequence[Speaker]) -> str:
    return namesakes[0].name if len(namesakes) == 1 else f"{len(namesakes)} known people"
