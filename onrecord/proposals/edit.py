"""Correcting a proposal before it is decided about, and adding one that extraction missed."""

from __future__ import annotations

from onrecord.db.kept_rows import Proposal
from onrecord.db.rows import Speaker
from onrecord.errors import ConflictError, InputError, NotFoundError, UsageError
from onrecord.model.record import record, replace
from onrecord.model.vocabulary import FORMS, POLARITIES, SAID_BASES, SPEAKER_KINDS
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.queries import row_of
from onrecord.proposals.records import BY_HAND, HopRecord
from onrecord.proposals.store import place_key
from onrecord.sources import queries as source_queries
from onrecord.speakers.write import find_speaker, record_of_speaker
from onrecord.statements.printed import wording_at
from onrecord.text import dates, marks, names
from onrecord.text.clean import check_input
from onrecord.text.fold import text_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.proposals.records import ProposalRecord, Stretches


@record(kw_only=True)
class ProposalEdits:
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


def change_proposal(store: Store, number: int, edits: ProposalEdits) -> ProposalRecord:
    """Corrects an open proposal. ConflictError for one that was decided about; InputError or UsageError for a value
    that cannot be; AmbiguousError where a speaker's name could mean several."""
    before = row = row_of(store, number)
    if row.state != "open":
        raise ConflictError(f"Proposal {number} is {row.state}: only an open one can be changed.")
    text = _text_of(store, row.snapshot_id)
    _check(edits)
    if edits.stretches is not None:
        _check_place(text, edits.stretches)
        row = replace(row, stretches=[list(stretch) for stretch in edits.stretches])
    assumed = proposal_queries.polarity_of(store, text, row) == proposal_queries.expressed_by(text, row)
    corrected = _corrected(store, row, edits)
    if edits.polarity is None and assumed and (edits.form is not None or edits.cue is not None):
        # Another cue denies something else, and words in direct speech are the speaker's own.
        corrected = replace(corrected, polarity=proposal_queries.expressed_by(text, corrected))
    values = {name: value for name, value in corrected.__dict__.items() if value != getattr(before, name)}
    store.update("proposals", number, **values)
    return proposal_queries.proposal(store, number)


def add_missed(
    store: Store, citekey: str, stretches: Stretches, edits: ProposalEdits, *, copy: str = ""
) -> ProposalRecord:
    """Adds an open proposal that a person made, at a place of the stored text under review.

    Without a form, that follows from the quotation marks around the place. ConflictError where one stands there.
    `copy` picks a stored copy, as in `opened`.
    """
    sheet = proposal_queries.opened(store, citekey, copy=copy)
    snapshot_id: int = store.value(
        "SELECT id FROM snapshots WHERE source_id = ? AND sha256 = ?",
        (source_queries.source_id(store, citekey), sheet.sha256),
    )
    _check_place(sheet.text, stretches)
    known = store.one(Proposal, "snapshot_id = ? AND place_key = ?", (snapshot_id, place_key(stretches)))
    if known is not None:
        raise ConflictError(f"Proposal {known.id} stands there already; it is {known.state}.")
    _check(edits)
    if edits.stretches is not None:
        _check_place(sheet.text, edits.stretches)
    bare = Proposal(
        id=0,
        snapshot_id=snapshot_id,
        place_key=place_key(stretches),
        text_key=text_key(wording_at(sheet.text, stretches)),
        stretches=[list(stretch) for stretch in edits.stretches or stretches],
        form=edits.form or marks.form_of(sheet.text, stretches[0][0], stretches[-1][1]),
        polarity="asserted",
        speaker=None,
        speaker_slug=None,
        named_as=None,
        speaker_start=None,
        speaker_end=None,
        speaker_kind="person",
        unnamed=False,
        cue=None,
        via=[],
        said=None,
        said_basis=None,
        confidence=1.0,
        reason="added by hand",
        engine=BY_HAND,
        state="open",
        attribution_id=None,
    )
    values = _corrected(store, bare, edits).__dict__
    number = store.insert("proposals", **{name: value for name, value in values.items() if name != "id"})
    return proposal_queries.proposal(store, number)


def _text_of(store: Store, snapshot_id: int) -> str:
    text: str = store.value("SELECT text FROM snapshots WHERE id = ?", (snapshot_id,))
    return text


def _check(edits: ProposalEdits) -> None:
    for value, known, what in (
        (edits.form, FORMS, "form"),
        (edits.polarity, POLARITIES, "polarity"),
        (edits.kind, SPEAKER_KINDS, "kind of speaker"),
        (edits.said_basis or None, SAID_BASES, "basis of a date"),
    ):
        if value is not None and value not in known:
            raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(known)}.")


def _corrected(store: Store, row: Proposal, edits: ProposalEdits) -> Proposal:
    """The row with these edits, but for its place."""
    if edits.form is not None:
        row = replace(row, form=edits.form)
    row = _with_speaker(store, row, edits)
    if edits.named_as is not None:
        row = replace(row, named_as=_line(edits.named_as, "the named as"))
    if edits.cue is not None:
        row = replace(row, cue=_line(edits.cue, "the cue"))
    if edits.polarity is not None:
        row = replace(row, polarity=edits.polarity)
    if edits.via is not None:
        row = replace(row, via=[resolved_hop(store, hop).as_json() for hop in edits.via])
    if edits.said is not None:
        said = dates.typed(edits.said).text if edits.said.strip() else None
        row = replace(row, said=said, said_basis="stated" if said else None)
    if edits.said_basis is not None and row.said:
        row = replace(row, said_basis=edits.said_basis or "stated")
    return row


def _check_place(text: str, stretches: Stretches) -> None:
    after = 0
    for start, end in stretches:
        if not after <= start < end <= len(text):
            raise InputError(f"{start}-{end} is not a place in this text of {len(text)} characters.")
        after = end
    if not any(character.isalnum() for character in wording_at(text, stretches)):
        raise InputError("At that place stand no letters and no digits.")


def _with_speaker(store: Store, row: Proposal, edits: ProposalEdits) -> Proposal:
    if edits.kind is not None:
        row = replace(row, speaker_kind=edits.kind)
    if edits.unnamed is not None:
        row = replace(row, unnamed=edits.unnamed, speaker_slug=None if edits.unnamed else row.speaker_slug)
    if edits.speaker is None:
        return row
    name = _line(edits.speaker, "the speaker's name")
    known = known_speaker(store, name) if name and not edits.unnamed else None
    goes_by = [known.name, *_names(store, known)] if known else [name or ""]
    if not _alike(row.named_as, goes_by):
        row = replace(row, named_as=None, speaker_start=None, speaker_end=None)
    if known:
        return replace(
            row, speaker=known.name, speaker_slug=known.slug, speaker_kind=known.kind, unnamed=known.unnamed
        )
    return replace(
        row, speaker=name, speaker_slug=None, unnamed=row.unnamed if edits.unnamed is not None else False
    )


def resolved_hop(store: Store, hop: HopRecord) -> HopRecord:
    """A relay as a person gives it, with the known speaker that it means, where there is one."""
    name = _line(hop.speaker, "the name of a relay")
    if name is None:
        raise InputError("A relay needs a name.")
    if hop.kind not in SPEAKER_KINDS:
        raise UsageError(f"{hop.kind!r} is not a kind of speaker. Choose from: {', '.join(SPEAKER_KINDS)}.")
    known = known_speaker(store, hop.slug or name) if not hop.unnamed else None
    return HopRecord(
        speaker=known.name if known else name,
        slug=known.slug if known else None,
        named_as=_line(hop.named_as, "the name as printed") if hop.named_as else None,
        cue=_line(hop.cue, "the cue") if hop.cue else None,
        kind=known.kind if known else hop.kind,
        unnamed=known.unnamed if known else hop.unnamed,
    )


def known_speaker(store: Store, name: str) -> Speaker | None:
    """Whom a person means by a slug, a name or a family name; None where that is nobody known. AmbiguousError."""
    try:
        return find_speaker(store, name)
    except NotFoundError:
        return None


def _names(store: Store, speaker: Speaker) -> list[str]:
    return [name.name for name in record_of_speaker(store, speaker).names]


def _alike(printed: str | None, goes_by: Sequence[str]) -> bool:
    """Whether the printed name shares a word with one of the names: else it is that of somebody else."""
    words = set(names.name_words(printed or ""))
    return any(words & set(names.name_words(name)) for name in goes_by)


def _line(text: str, what: str) -> str | None:
    return " ".join(check_input(text, what).split()) or None
