"""Correcting a proposal before it is decided about, and adding one that extraction missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import lookup, speakers
from onrecord.db.models import Proposal, Snapshot
from onrecord.db.rows import Speaker
from onrecord.db.words import FORMS, POLARITIES, SAID_BASES, SPEAKER_KINDS
from onrecord.errors import ConflictError, InputError, NotFoundError, UsageError
from onrecord.quotes import wording_at
from onrecord.review import listing
from onrecord.review.deciding import BY_HAND
from onrecord.review.listing import row_of
from onrecord.review.records import HopRecord, ProposalRecord, Stretches
from onrecord.review.storing import place_key
from onrecord.text import edtf, marks, names
from onrecord.text.clean import check_input
from onrecord.text.fold import text_key


@dataclass(frozen=True, kw_only=True)
class Edits:
    """What shall change in a proposal; None leaves it as it is, an empty text takes it away.

    `speaker` is a slug, a name in any spelling or a family name; where it means nobody known, the name of a new
    speaker of this `kind`. `unnamed` says that nobody named the speaker: then it is a description, and never that of
    a speaker known from elsewhere. A relay of `via` is found in the same way.
    """

    stretches: Stretches | None = None
    form: str | None = None
    polarity: str | None = None
    speaker: str | None = None
    kind: str | None = None
    unnamed: bool | None = None
    named_as: str | None = None
    cue: str | None = None
    via: tuple[HopRecord, ...] | None = None
    said: str | None = None
    said_basis: str | None = None


def change(session: Session, number: int, edits: Edits) -> ProposalRecord:
    """Corrects an open proposal. ConflictError for one that was decided about; InputError or UsageError for a value
    that cannot be; AmbiguousError where a speaker's name could mean several."""
    row = row_of(session, number)
    if row.state != "open":
        raise ConflictError(f"Proposal {number} is {row.state}: only an open one can be changed.")
    _change(session, row, edits)
    session.flush()
    return listing.proposal(session, number)


def add_missed(
    session: Session, citekey: str, stretches: Stretches, edits: Edits, *, copy: str = ""
) -> ProposalRecord:
    """Adds an open proposal that a person made, at a place of the stored text under review.

    Without a form, that follows from the quotation marks around the place. ConflictError where one stands there.
    `copy` picks a stored copy, as in `opened`.
    """
    sheet = listing.opened(session, citekey, copy=copy)
    source = lookup.source(session, citekey)
    snapshot = session.scalars(
        select(Snapshot).where(Snapshot.source_id == source.id, Snapshot.sha256 == sheet.sha256)
    ).one()
    _check_place(snapshot.text, stretches)
    known = session.scalars(
        select(Proposal).where(
            Proposal.snapshot_id == snapshot.id, Proposal.place_key == place_key(stretches)
        )
    ).one_or_none()
    if known is not None:
        raise ConflictError(f"Proposal {known.id} stands there already; it is {known.state}.")
    row = Proposal(
        snapshot_id=snapshot.id,
        place_key=place_key(stretches),
        text_key=text_key(wording_at(snapshot.text, stretches)),
        stretches=[list(stretch) for stretch in stretches],
        form=edits.form or marks.form_of(snapshot.text, stretches[0][0], stretches[-1][1]),
        speaker_kind="person",
        unnamed=False,
        via=[],
        confidence=1.0,
        reason="added by hand",
        engine=BY_HAND,
        state="open",
    )
    session.add(row)
    _change(session, row, edits)
    session.flush()
    return listing.proposal(session, row.id)


def _change(session: Session, row: Proposal, edits: Edits) -> None:
    for value, known, what in (
        (edits.form, FORMS, "form"),
        (edits.polarity, POLARITIES, "polarity"),
        (edits.kind, SPEAKER_KINDS, "kind of speaker"),
        (edits.said_basis or None, SAID_BASES, "basis of a date"),
    ):
        if value is not None and value not in known:
            raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(known)}.")
    if edits.stretches is not None:
        _check_place(session.get_one(Snapshot, row.snapshot_id).text, edits.stretches)
        row.stretches = [list(stretch) for stretch in edits.stretches]
    text = session.get_one(Snapshot, row.snapshot_id).text
    before = listing.polarity_of(session, row)
    assumed = before == listing.expressed_by(text, row)
    if edits.form is not None:
        row.form = edits.form
    _speaker(session, row, edits)
    for name in ("named_as", "cue"):
        value = getattr(edits, name)
        if value is not None:
            setattr(row, name, _line(value, f"the {name.replace('_', ' ')}"))
    if edits.polarity is not None:
        row.polarity = edits.polarity
    elif assumed and (edits.form is not None or edits.cue is not None):
        # Another cue denies something else, and words in direct speech are the speaker's own.
        row.polarity = listing.expressed_by(text, row)
    if edits.via is not None:
        row.via = [resolved_hop(session, hop).as_json() for hop in edits.via]
    if edits.said is not None:
        row.said = edtf.parse(edits.said).text if edits.said.strip() else None
        row.said_basis = "stated" if row.said else None
    if edits.said_basis is not None and row.said:
        row.said_basis = edits.said_basis or "stated"


def _check_place(text: str, stretches: Stretches) -> None:
    after = 0
    for start, end in stretches:
        if not after <= start < end <= len(text):
            raise InputError(f"{start}-{end} is no place in this text of {len(text)} characters.")
        after = end
    if not any(character.isalnum() for character in wording_at(text, stretches)):
        raise InputError("At that place stand no letters and no digits.")


def _speaker(session: Session, row: Proposal, edits: Edits) -> None:
    if edits.kind is not None:
        row.speaker_kind = edits.kind
    if edits.unnamed is not None:
        row.unnamed = edits.unnamed
        row.speaker_slug = None if edits.unnamed else row.speaker_slug
    if edits.speaker is None:
        return
    name = _line(edits.speaker, "the speaker's name")
    known = known_speaker(session, name) if name and not edits.unnamed else None
    goes_by = [known.name, *_names(session, known)] if known else [name or ""]
    if not _alike(row.named_as, goes_by):
        row.named_as = row.speaker_start = row.speaker_end = None
    row.speaker = known.name if known else name
    row.speaker_slug = known.slug if known else None
    if known:
        row.speaker_kind, row.unnamed = known.kind, known.unnamed
    elif edits.unnamed is None:
        row.unnamed = False


def resolved_hop(session: Session, hop: HopRecord) -> HopRecord:
    """A relay as a person gives it, with the known speaker that it means, where there is one."""
    name = _line(hop.speaker, "the name of a relay")
    if name is None:
        raise InputError("A relay needs a name.")
    if hop.kind not in SPEAKER_KINDS:
        raise UsageError(f"{hop.kind!r} is not a kind of speaker. Choose from: {', '.join(SPEAKER_KINDS)}.")
    known = known_speaker(session, hop.slug or name) if not hop.unnamed else None
    return HopRecord(
        speaker=known.name if known else name,
        slug=known.slug if known else None,
        named_as=_line(hop.named_as, "the name as printed") if hop.named_as else None,
        cue=_line(hop.cue, "the cue") if hop.cue else None,
        kind=known.kind if known else hop.kind,
        unnamed=known.unnamed if known else hop.unnamed,
    )


def known_speaker(session: Session, name: str) -> Speaker | None:
    """Whom a person means by a slug, a name or a family name; None where that is nobody known. AmbiguousError."""
    try:
        return speakers.find(session, name)
    except NotFoundError:
        return None


def _names(session: Session, speaker: Speaker) -> list[str]:
    return [name.name for name in speakers.record(session, speaker).names]


def _alike(printed: str | None, goes_by: Sequence[str]) -> bool:
    """Whether the printed name shares a word with one of the names: else it is that of somebody else."""
    words = set(names.name_words(printed or ""))
    return any(words & set(names.name_words(name)) for name in goes_by)


def _line(given: str, what: str) -> str | None:
    return " ".join(check_input(given, what).split()) or None
