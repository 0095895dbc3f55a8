"""From a name in a file to a speaker: the one known by it, else a new one; never one of several."""

from __future__ import annotations

from onrecord.db.rows import Speaker
from onrecord.errors import AmbiguousError, InputError
from onrecord.exchange.entries import NameEntry
from onrecord.model.vocabulary import SPEAKER_KINDS
from onrecord.speakers.write import add_name, add_speaker, resolve_merged, speakers_named
from onrecord.text import names, slugs
from onrecord.text.clean import check_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store


def speaker_of(store: Store, entry: NameEntry, *, kind: str = "person") -> Speaker:
    """The speaker of this Wikidata item, else of this name in any spelling, else a new one of this name.

    A known speaker with another Wikidata item is another one. `kind` is for names whose kind the file does not say.
    AmbiguousError: several go by the name. Unnamed ones are always new: see `unnamed_of`.
    """
    name = tidy(entry.name)
    item = _item(entry.wikidata_id)
    if item:
        known = store.one(Speaker, "wikidata_id = ?", (item,))
        if known is not None:
            return resolve_merged(store, known)
    if entry.unnamed:
        return make(store, entry, kind)
    same = speakers_named(store, name)
    if not same and entry.family and entry.given:  # recorded the other way round: "Jinping Xi"
        same = speakers_named(store, tidy(f"{entry.given} {entry.family}"))
    found = [one for one in same if not (item and one.wikidata_id and one.wikidata_id != item)]
    if len(found) > 1:
        raise AmbiguousError(
            f"{name!r} could be any of {len(found)} speakers: "
            f"{', '.join(f'{one.slug} ({one.name})' for one in found)}. Merge them, or rename one.",
            [one.slug for one in found],
        )
    return found[0] if found else make(store, entry, kind, namesake=bool(same))


def make(store: Store, entry: NameEntry, kind: str, *, namesake: bool = False) -> Speaker:
    """A new speaker with what the entry says; of `namesake`s several go by one name."""
    name = tidy(entry.name)
    chosen = entry.kind if entry.kind in SPEAKER_KINDS else kind
    made = add_speaker(
        store,
        name,
        kind=chosen,
        unnamed=entry.unnamed,
        wikidata_id=_item(entry.wikidata_id),
        slug=_free_slug(store, name) if namesake else None,
    )
    if chosen == "person" and not entry.unnamed and entry.family:
        given = tidy(entry.given) if entry.given else None
        store.update("speakers", made.id, family=tidy(entry.family), given=given)
    for alias in entry.aliases:
        if names.name_key(alias) and tidy(alias) != made.name:
            add_name(store, made, tidy(alias))
    return store.get(Speaker, made.id)


def tidy(name: str) -> str:
    """A name in one line. InputError where it is empty, or holds what cannot be stored."""
    line = " ".join(check_name(" ".join(name.split()), "a name").split())
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


def _free_slug(store: Store, name: str) -> str:
    def taken(slug: str) -> bool:
        return store.value("SELECT 1 FROM speakers WHERE slug = ?", (slug,)) is not None

    return slugs.unique(slugs.slugify(name), taken)
