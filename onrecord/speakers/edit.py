"""Changing what is recorded of a speaker."""

from __future__ import annotations

from onrecord.errors import Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.model.vocabulary import SPEAKER_KINDS
from onrecord.speakers.parts import NameParts
from onrecord.speakers.write import add_name, new_slug, wikidata_item
from onrecord.text import names
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store


@record(kw_only=True)
class SpeakerEdits:
    """What shall change; None leaves it as it is, an empty text takes a description or a Wikidata item away."""

    name: str | None = None
    kind: str | None = None
    description: str | None = None
    wikidata_id: str | None = None
    slug: str | None = None
    parts: NameParts | None = None


def edit_speaker(store: Store, speaker: Speaker, edits: SpeakerEdits) -> list[str]:
    """Changes a speaker; returns what changed, in words. A former name stays one by which it is found.

    InputError for a name, slug or item that cannot be one, UsageError for a kind that is none, ConflictError where the slug
    or the item is another speaker's.
    """
    if all(value is None for value in vars(edits).values()):
        raise UsageError("Nothing to change.", hint=Hint("say_speaker_edit"))
    if edits.kind is not None and edits.kind not in SPEAKER_KINDS:
        raise UsageError(f"{edits.kind!r} is not a kind of speaker. Kinds: {', '.join(SPEAKER_KINDS)}.")
    row: dict[str, Any] = {}
    if edits.slug is not None and edits.slug != speaker.slug:
        row["slug"] = new_slug(store, edits.slug, "")
    if edits.wikidata_id is not None:
        row["wikidata_id"] = (
            wikidata_item(store, edits.wikidata_id, but=speaker.id) if edits.wikidata_id.strip() else None
        )
    if edits.description is not None:
        row["description"] = check_input(edits.description, "the description") or None
    if edits.kind is not None:
        row["kind"] = edits.kind
    if edits.name is not None or edits.kind is not None or edits.parts is not None:
        row |= _named(store, speaker, edits)
    differs = {name: value for name, value in row.items() if value != getattr(speaker, name)}
    if differs:
        store.update("speakers", speaker.id, **differs)
    return [name.replace("_id", "") for name in differs if name not in ("family", "given") or edits.parts]


def _named(store: Store, speaker: Speaker, edits: SpeakerEdits) -> dict[str, Any]:
    """The name, and its parts where it is a person's; the name is then the preferred one of those it goes by."""
    name = check_input(edits.name, "a speaker's name") if edits.name is not None else None
    if name == "":
        raise InputError("A speaker needs a name.")
    kind = edits.kind or speaker.kind
    person = kind == "person" and not speaker.unnamed
    if edits.parts is not None:
        if not person:
            raise UsageError("Only a person's name has parts.")
        typed = name if name is not None else speaker.name
        printed, family, own = edits.parts.of(typed, names.parse_author(typed).name)
        _call(store, speaker, printed)
        return {"name": printed, "family": family, "given": own}
    if name is None and person == (speaker.kind == "person" and not speaker.unnamed):
        return {}
    parsed = names.parse_author(name if name is not None else speaker.name) if person else None
    printed = parsed.name if parsed and name is not None else name or speaker.name
    _call(store, speaker, printed)
    return {
        "name": printed,
        "family": parsed.family if parsed else None,
        "given": parsed.given if parsed else None,
    }


def _call(store: Store, speaker: Speaker, printed: str) -> None:
    """Makes a name the preferred one of those that a speaker goes by."""
    if printed != speaker.name and not add_name(store, speaker, printed, kind="preferred"):
        store.execute(
            "UPDATE speaker_names SET kind = CASE WHEN name = ? THEN 'preferred' ELSE 'alias' END "
            "WHERE speaker_id = ? AND (kind = 'preferred' OR name = ?)",
            (printed, speaker.id, printed),
        )
