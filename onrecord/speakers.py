"""Speakers: finding the one that a name means, adding, naming, merging. A name is never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onrecord import people
from onrecord.db.models import Attribution, Speaker, SpeakerName
from onrecord.db.reader import of
from onrecord.db.words import NAME_KINDS, SPEAKER_KINDS
from onrecord.errors import ConflictError, InputError, NotFoundError, UsageError
from onrecord.records import MYSELF, SpeakerRecord
from onrecord.text import names, slugs
from onrecord.text.clean import check_input

# Under this name a session keeps what is to be said of the names that it took up.
_REMARKS = "onrecord.remarks on names"


@dataclass(frozen=True)
class Found:
    """A speaker, and whether it was made just now."""

    speaker: Speaker
    created: bool


def resolve(session: Session, speaker: Speaker) -> Speaker:
    """The speaker that this one was merged into, or itself."""
    if speaker.merged_into_id is None:
        return speaker
    return session.get_one(Speaker, speaker.merged_into_id)


def myself(session: Session) -> Speaker:
    """Whoever keeps the database; made when first named."""
    return find_or_create(session, MYSELF, create=True, kind="person").speaker


def same_as(session: Session, speaker: Speaker) -> list[int]:
    """The ids of everyone that is this speaker: itself and those merged into it."""
    return people.same_as(of(session), speaker.id)


def find(session: Session, wanted: str) -> Speaker:
    """The one speaker that `wanted` means: a slug, a name or alias in any spelling, or a family name.

    Unnamed speakers are found by slug only. Raises AmbiguousError with the candidates, or NotFoundError with
    what comes near.
    """
    wanted = check_input(wanted, "a speaker's name")
    try:
        return session.get_one(Speaker, people.speaker_id(of(session), wanted))
    except NotFoundError:
        pass
    # Only a name that is not known needs it: every other command starts without.
    from onrecord.known import nobody

    raise nobody(session, wanted, "Add one with --new-speaker, or: onrecord add speaker")


def named(session: Session, wanted: str) -> list[Speaker]:
    """Everyone who goes by this name in any spelling; a family name alone does not count, unnamed ones never do."""
    return [session.get_one(Speaker, one) for one in people.named(of(session), wanted)]


def with_family_name(session: Session, wanted: str) -> list[Speaker]:
    """Every person with this family name, in any spelling."""
    return [session.get_one(Speaker, one) for one in people.with_family_name(of(session), wanted)]


def find_or_create(session: Session, wanted: str, *, create: bool, kind: str, unnamed: bool = False) -> Found:
    """`find`, and where nobody is found and `create` says so, a new speaker of that name.

    An unnamed one is always new unless `wanted` is a slug: two papers' "senior official" are not one person.
    """
    if unnamed and create:
        by_slug = session.scalars(select(Speaker).where(Speaker.slug == wanted)).one_or_none()
        if by_slug is not None:
            return Found(resolve(session, by_slug), False)
        return Found(add(session, wanted, kind=kind, unnamed=True), True)
    try:
        return Found(find(session, wanted), False)
    except NotFoundError:
        if not create:
            raise
    return Found(add(session, wanted, kind=kind), True)


def add(
    session: Session,
    name: str,
    *,
    kind: str = "person",
    unnamed: bool = False,
    aliases: Sequence[str] = (),
    wikidata_id: str | None = None,
    description: str | None = None,
    slug: str | None = None,
) -> Speaker:
    """Makes a speaker. ConflictError where one of that name is known and no `slug` tells them apart."""
    name = check_input(name, "a speaker's name")
    if not name:
        raise InputError("A speaker needs a name.")
    if kind not in SPEAKER_KINDS:
        raise UsageError(f"{kind!r} is not a kind of speaker. Kinds: {', '.join(SPEAKER_KINDS)}.")
    parsed = names.parse_author(name) if kind == "person" and not unnamed else None
    printed = parsed.name if parsed else name
    if not unnamed and slug is None and (known := named(session, printed)):
        raise ConflictError(
            f"{known[0].name} is known already, as {known[0].slug}. "
            "For another speaker of that name give a --slug of its own."
        )
    speaker = Speaker(
        slug=_new_slug(session, slug, printed),
        name=printed,
        family=parsed.family if parsed else None,
        given=parsed.given if parsed else None,
        kind=kind,
        unnamed=unnamed,
        description=check_input(description, "the description") if description else None,
        wikidata_id=_wikidata_id(session, wikidata_id),
    )
    session.add(speaker)
    session.flush()
    _name(session, speaker, printed, "preferred", None)
    for alias in aliases:
        add_name(session, speaker, alias)
    session.flush()
    return speaker


def _new_slug(session: Session, given: str | None, name: str) -> str:
    def taken(slug: str) -> bool:
        return session.scalar(select(Speaker.id).where(Speaker.slug == slug)) is not None

    if given is None:
        return slugs.unique(slugs.slugify(name), taken)
    if not slugs.is_slug(given):
        raise InputError(f"{given!r} is not a slug: use lower-case letters a to z, digits and hyphens.")
    if taken(given):
        raise ConflictError(f"The slug {given} is taken. Choose another.")
    return given


def _wikidata_id(session: Session, given: str | None) -> str | None:
    if given is None:
        return None
    wanted = given.strip().upper()
    if not (wanted.startswith("Q") and wanted[1:].isascii() and wanted[1:].isdigit() and wanted[1] != "0"):
        raise InputError(f"{given!r} is not a Wikidata item: write Q and its number, such as Q42.")
    owner = session.scalars(select(Speaker).where(Speaker.wikidata_id == wanted)).one_or_none()
    if owner is not None:
        raise ConflictError(f"{wanted} is {owner.name} already, known as {owner.slug}.")
    return wanted


def add_name(
    session: Session, speaker: Speaker, name: str, *, kind: str = "alias", language: str | None = None
) -> bool:
    """Gives a speaker another name; False where it goes by it already."""
    name = check_input(name, "a name")
    if not name:
        raise InputError("A name cannot be empty.")
    if kind not in NAME_KINDS:
        raise UsageError(f"{kind!r} is not a kind of name. Kinds: {', '.join(NAME_KINDS)}.")
    known = session.scalar(
        select(SpeakerName.id).where(SpeakerName.speaker_id == speaker.id, SpeakerName.name == name)
    )
    if known is not None:
        return False
    if kind == "preferred":
        for old in session.scalars(
            select(SpeakerName).where(SpeakerName.speaker_id == speaker.id, SpeakerName.kind == "preferred")
        ):
            old.kind = "alias"
        speaker.name = name
    _name(session, speaker, name, kind, language)
    session.flush()
    return True


def remarks(session: Session) -> list[str]:
    """What a person should know of the names that this session has taken up, each once."""
    return list(dict.fromkeys(session.info.get(_REMARKS, ())))


def _name(session: Session, speaker: Speaker, name: str, kind: str, language: str | None) -> None:
    if said := names.kept_as_printed(name):
        session.info.setdefault(_REMARKS, []).append(said)
    session.add(
        SpeakerName(
            speaker_id=speaker.id,
            name=name,
            name_key=names.name_key(name),
            language=language,
            script=names.script_of(name),
            kind=kind,
        )
    )


def merge(session: Session, duplicate: Speaker, into: Speaker) -> int:
    """Says that `duplicate` is `into`; returns how many attributions that concerns.

    Nothing is moved: attributions keep pointing at whom they pointed at, and undoing the operation splits the two
    again. Those merged into the duplicate before follow it. ConflictError: they are one already, or somebody with a name
    would become somebody without.
    """
    duplicate, into = resolve(session, duplicate), resolve(session, into)
    if duplicate.id == into.id:
        raise ConflictError(f"{duplicate.slug} and {into.slug} are one speaker already.")
    if into.unnamed and not duplicate.unnamed:
        raise ConflictError(
            f"{into.slug} is unnamed, and {duplicate.slug} has a name. Turn it round: onrecord merge {into.slug} {duplicate.slug}"
        )
    concerned = session.scalar(
        select(func.count()).where(Attribution.speaker_id.in_(same_as(session, duplicate)))
    )
    for follower in session.scalars(select(Speaker).where(Speaker.merged_into_id == duplicate.id)):
        follower.merged_into_id = into.id
    session.flush()
    duplicate.merged_into_id = into.id
    session.flush()
    return concerned or 0


def record(session: Session, speaker: Speaker) -> SpeakerRecord:
    """The speaker with every name that it and those merged into it go by."""
    return people.speaker_record(of(session), speaker.id)
