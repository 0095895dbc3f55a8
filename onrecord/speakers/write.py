"""Speakers: finding the one that a name means, adding, naming, merging. A name is never guessed."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.db.rows import Speaker
from onrecord.errors import ConflictError, Hint, InputError, NotFoundError, UsageError
from onrecord.model.record import record as frozen_record
from onrecord.model.records import MYSELF, SpeakerRecord
from onrecord.model.vocabulary import NAME_KINDS, SPEAKER_KINDS
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.parts import NameParts
from onrecord.text import languages, names, slugs
from onrecord.text.clean import check_input, check_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store

# Under this name a store keeps what is to be said of the names that it took up.
_REMARKS = "onrecord.remarks on names"
# What to do about a name that nobody has: where speakers can be made on the way, and where not.
_ADD = Hint("add_speaker")
_MAKE = Hint("make_speaker")


@frozen_record()
class Found:
    """A speaker, and whether it was made just now."""

    speaker: Speaker
    created: bool


def resolve_merged(store: Store, speaker: Speaker) -> Speaker:
    """The speaker that this one was merged into, or itself."""
    if speaker.merged_into_id is None:
        return speaker
    return store.get(Speaker, speaker.merged_into_id)


def myself(store: Store) -> Speaker:
    """Whoever keeps the database; made when first named."""
    return find_or_add_speaker(store, MYSELF, create=True, kind="person").speaker


def same_speakers(store: Store, speaker: Speaker) -> list[int]:
    """The ids of everyone that is this speaker: itself and those merged into it."""
    return speaker_queries.same_as(store, speaker.id)


def find_speaker(store: Store, wanted: str, *, hint: Hint = _ADD) -> Speaker:
    """The one speaker that `wanted` means: a slug, a name or alias in any spelling, or a family name.

    Unnamed speakers are found by slug only. Raises AmbiguousError with the candidates, or NotFoundError with
    what comes near, and `hint`.
    """
    speaker = _known(store, wanted)
    if speaker is not None:
        return speaker
    # Only a name that is not known needs it: every other command starts without.
    from onrecord.speakers.suggest import nobody

    raise nobody(store, check_name(wanted, "a speaker's name"), hint)


def _known(store: Store, wanted: str) -> Speaker | None:
    """Whom `find_speaker` finds. AmbiguousError where it may be several."""
    try:
        return store.get(Speaker, speaker_queries.speaker_id(store, check_name(wanted, "a speaker's name")))
    except NotFoundError:
        return None


def speakers_named(store: Store, wanted: str) -> list[Speaker]:
    """Everyone who goes by this name in any spelling; a family name alone does not count, unnamed ones never do."""
    return [store.get(Speaker, number) for number in speaker_queries.named(store, wanted)]


def speakers_with_family_name(store: Store, wanted: str) -> list[Speaker]:
    """Every person with this family name, in any spelling."""
    return [store.get(Speaker, number) for number in speaker_queries.with_family_name(store, wanted)]


def find_or_add_speaker(
    store: Store, wanted: str, *, create: bool, kind: str, unnamed: bool = False
) -> Found:
    """`find`, and where nobody is found and `create` says so, a new speaker of that name.

    An unnamed one is always new unless `wanted` is a slug: two papers' "senior official" are not one person.
    """
    if unnamed and create:
        by_slug = store.one(Speaker, "slug = ?", (wanted,))
        if by_slug is not None:
            return Found(resolve_merged(store, by_slug), False)
        return Found(add_speaker(store, wanted, kind=kind, unnamed=True), True)
    if not create:
        return Found(find_speaker(store, wanted, hint=_MAKE), False)
    # Who may be meant instead is looked for only where it is told.
    known = _known(store, wanted)
    return Found(known or add_speaker(store, wanted, kind=kind), known is None)


def add_speaker(
    store: Store,
    name: str,
    *,
    kind: str = "person",
    unnamed: bool = False,
    aliases: Sequence[str] = (),
    wikidata_id: str | None = None,
    description: str | None = None,
    slug: str | None = None,
    parts: NameParts | None = None,
) -> Speaker:
    """Makes a speaker; `parts` says what of a person's name is what. ConflictError where one of that name is known and no `slug` tells them apart."""
    name = check_name(name, "a speaker's name")
    if not name:
        raise InputError("A speaker needs a name.")
    if kind not in SPEAKER_KINDS:
        raise UsageError(f"{kind!r} is not a kind of speaker. Kinds: {', '.join(SPEAKER_KINDS)}.")
    parsed = names.parse_author(name) if kind == "person" and not unnamed else None
    printed = parsed.name if parsed else name
    family, given = (parsed.family, parsed.given) if parsed else (None, None)
    if parts is not None:
        if parsed is None:
            raise UsageError("Only a person's name has parts.")
        printed, family, given = parts.of(name, printed)
    if not unnamed and slug is None and (known := speakers_named(store, printed)):
        raise ConflictError(
            f"{known[0].name} is known already, as {known[0].slug}.", hint=Hint("choose_slug")
        )
    number = store.insert(
        "speakers",
        slug=new_slug(store, slug, printed),
        name=printed,
        family=family,
        given=given,
        kind=kind,
        unnamed=unnamed,
        description=check_input(description, "the description") if description else None,
        wikidata_id=wikidata_item(store, wikidata_id),
    )
    _name(store, number, printed, "preferred", None)
    speaker = store.get(Speaker, number)
    for alias in aliases:
        add_name(store, speaker, alias)
    return speaker


def new_slug(store: Store, given: str | None, name: str) -> str:
    """The slug that was given, or one made from the name. InputError: it is none; ConflictError: it is taken."""

    def taken(slug: str) -> bool:
        return store.value("SELECT 1 FROM speakers WHERE slug = ?", (slug,)) is not None

    if given is None:
        return slugs.unique(slugs.slugify(name), taken)
    if not slugs.is_slug(given):
        raise InputError(f"{given!r} is not a slug: use lower-case letters a to z, digits and hyphens.")
    if taken(given):
        raise ConflictError(f"The slug {given} is taken. Choose another.")
    return given


def wikidata_item(store: Store, typed: str | None, *, but: int | None = None) -> str | None:
    """A Wikidata item as it is kept. ConflictError where another speaker than `but` is that one."""
    if typed is None:
        return None
    wanted = typed.strip().upper()
    if not (wanted.startswith("Q") and wanted[1:].isascii() and wanted[1:].isdigit() and wanted[1] != "0"):
        raise InputError(f"{typed!r} is not a Wikidata item: write Q and its number, such as Q42.")
    owner = store.one(Speaker, "wikidata_id = ?", (wanted,))
    if owner is not None and owner.id != but:
        raise ConflictError(f"{wanted} is {owner.name} already, known as {owner.slug}.")
    return wanted


def add_name(
    store: Store, speaker: Speaker, name: str, *, kind: str = "alias", language: str | None = None
) -> bool:
    """Gives a speaker another name; False where it goes by it already."""
    name = check_name(name, "a name")
    if not name:
        raise InputError("A name cannot be empty.")
    if kind not in NAME_KINDS:
        raise UsageError(f"{kind!r} is not a kind of name. Kinds: {', '.join(NAME_KINDS)}.")
    if store.rows("SELECT 1 FROM speaker_names WHERE speaker_id = ? AND name = ?", (speaker.id, name)):
        return False
    if kind == "preferred":
        store.execute(
            "UPDATE speaker_names SET kind = 'alias' WHERE speaker_id = ? AND kind = 'preferred'",
            (speaker.id,),
        )
        store.update("speakers", speaker.id, name=name)
    _name(store, speaker.id, name, kind, language)
    return True


def remarks_on_names(store: Store) -> list[str]:
    """What a person should know of the names that this store has taken up, each once."""
    return list(dict.fromkeys(store.info.get(_REMARKS, ())))


def _name(store: Store, speaker_id: int, name: str, kind: str, language: str | None) -> None:
    if said := names.kept_as_printed(name):
        store.info.setdefault(_REMARKS, []).append(said)
    store.insert(
        "speaker_names",
        speaker_id=speaker_id,
        name=name,
        name_key=names.name_key(name),
        language=languages.kept(language),
        script=names.script_of(name),
        kind=kind,
    )


def against_merging(store: Store, duplicate: Speaker, into: Speaker) -> list[str]:
    """What speaks against their being one, each a clause: a person may know better, so that it forbids nothing."""
    speaker, other = resolve_merged(store, duplicate), resolve_merged(store, into)
    reasons = []
    if speaker.kind != other.kind:
        reasons.append(f"{speaker.name} is {_a(speaker.kind)}, and {other.name} is {_a(other.kind)}")
    if speaker.wikidata_id and other.wikidata_id and speaker.wikidata_id != other.wikidata_id:
        reasons.append(f"Wikidata has them as {speaker.wikidata_id} and {other.wikidata_id}")
    return reasons


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def merge_speakers(store: Store, duplicate: Speaker, into: Speaker) -> int:
    """Says that `duplicate` is `into`; returns how many attributions that concerns.

    Nothing is moved: attributions keep pointing at whom they pointed at, and undoing the operation splits the two
    again. Those merged into the duplicate before follow it. ConflictError: they are one already, or somebody with a name
    would become somebody without.
    """
    # Nothing else here needs its lists of words.
    from onrecord.text.ordinals import told_apart

    duplicate, into = resolve_merged(store, duplicate), resolve_merged(store, into)
    if duplicate.id == into.id:
        raise ConflictError(f"{duplicate.slug} and {into.slug} are one speaker already.")
    if into.unnamed and not duplicate.unnamed:
        raise ConflictError(
            f"{into.slug} is unnamed, and {duplicate.slug} has a name.",
            hint=Hint("merge", duplicate=into.slug, into=duplicate.slug),
        )
    _refuse_different(store, duplicate, into)
    if told_apart([duplicate.name, into.name]):
        said = f"{duplicate.name} and {into.name} are told apart by a number, and count as one from now on"
        store.info.setdefault(_REMARKS, []).append(said)
    concerned: int = store.value(
        "SELECT count(*) FROM attributions WHERE speaker_id IN (SELECT value FROM json_each(?))",
        (array(same_speakers(store, duplicate)),),
    )
    store.execute("UPDATE speakers SET merged_into_id = ? WHERE merged_into_id = ?", (into.id, duplicate.id))
    store.update("speakers", duplicate.id, merged_into_id=into.id)
    return concerned


def _refuse_different(store: Store, duplicate: Speaker, into: Speaker) -> None:
    """ConflictError where somebody found the two not to be one."""
    if store.value("SELECT 1 FROM judgements WHERE judgement = 'different' LIMIT 1") is None:
        return
    from onrecord.speakers.judged import found_different

    reason = found_different(store, duplicate.id, into.id)
    if reason is not None:
        why = f" ({reason})" if reason else ""
        raise ConflictError(
            f"{duplicate.slug} and {into.slug} were found to be different{why}.",
            hint=Hint("judge_anew", duplicate=duplicate.slug, into=into.slug),
        )


def record_of_speaker(store: Store, speaker: Speaker) -> SpeakerRecord:
    """The speaker with every name that it and those merged into it go by."""
    return speaker_queries.speaker_record(store, speaker.id)
