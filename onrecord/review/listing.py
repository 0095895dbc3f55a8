"""Reading proposals: of one source or of all, as plain records.

Where a source has several stored copies, its proposals are those of the latest copy that was read for them.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.models import Change, Proposal, Snapshot, Source
from onrecord.db.words import PROPOSAL_STATES
from onrecord.errors import NotFoundError, UsageError
from onrecord.ingest.extract import NOT_ASSERTED
from onrecord.quotes import wording_at
from onrecord.records import Json
from onrecord.review.records import HopRecord, ProposalRecord, Sheet, Stretches, Waiting
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Locators
from onrecord.text.polarities import label
from onrecord.text.polarity import of_cue


def proposals(
    session: Session, citekey: str | None = None, *, states: Collection[str] = ()
) -> list[ProposalRecord]:
    """The proposals of a source, or of all, in the order of the text; `states` picks some (none given: all).

    NotFoundError where there is no such source; UsageError for a state that is none.
    """
    for state in states:
        if state not in PROPOSAL_STATES:
            raise UsageError(f"{state!r} is not a state. Choose from: {', '.join(PROPOSAL_STATES)}.")
    read = _read_copies(session)
    if citekey is not None:
        source = lookup.source(session, citekey)
        read = {source.id: read[source.id]} if source.id in read else {}
    return [
        record
        for snapshot_id in read.values()
        for record in of_snapshot(session, session.get_one(Snapshot, snapshot_id))
        if not states or record.state in states
    ]


def opened(session: Session, citekey: str, *, copy: str = "") -> Sheet:
    """The stored text that was read for proposals, with them. NotFoundError where the source has none.

    `copy` picks a stored copy by the first digits of its SHA-256; by default it is the latest that was read.
    """
    source = lookup.source(session, citekey)
    snapshot_id = session.scalar(
        select(func.max(Snapshot.id)).where(
            Snapshot.source_id == source.id,
            Snapshot.sha256.startswith(copy, autoescape=True),
            Snapshot.id.in_(select(Proposal.snapshot_id)),
        )
    )
    if snapshot_id is None and copy:
        raise NotFoundError(f"{citekey} has no stored copy {copy} that was read for proposals.")
    if snapshot_id is None:
        raise NotFoundError(
            f"Nothing was proposed of {citekey}. Read it with: onrecord ingest FILE (the file that it was added from)"
        )
    snapshot = session.get_one(Snapshot, snapshot_id)
    return Sheet(
        citekey=citekey,
        title=source.title,
        text=snapshot.text,
        sha256=snapshot.sha256,
        proposals=tuple(of_snapshot(session, snapshot)),
    )


def proposal(session: Session, number: int) -> ProposalRecord:
    """One proposal by its number. NotFoundError if there is none."""
    row = row_of(session, number)
    snapshot = session.get_one(Snapshot, row.snapshot_id)
    return _records(session, snapshot, [row])[0]


def waiting(session: Session) -> list[Waiting]:
    """The sources that were read for proposals: those with open ones first, then by citekey."""
    counted: dict[int, Counter[str]] = {}
    copies = _read_copies(session)
    for source_id, state, count in session.execute(
        select(Snapshot.source_id, Proposal.state, func.count())
        .join(Snapshot, Snapshot.id == Proposal.snapshot_id)
        .where(Proposal.snapshot_id.in_(copies.values()))
        .group_by(Snapshot.source_id, Proposal.state)
    ):
        counted.setdefault(source_id, Counter())[state] = count
    found = [
        Waiting(
            citekey=citekey,
            title=title,
            open=counted[one]["open"],
            accepted=counted[one]["accepted"],
            rejected=counted[one]["rejected"],
        )
        for one, citekey, title in session.execute(
            select(Source.id, Source.citekey, Source.title).where(Source.id.in_(counted))
        )
    ]
    return sorted(found, key=lambda one: (not one.open, one.citekey))


def row_of(session: Session, number: int) -> Proposal:
    """The row of a proposal. NotFoundError if there is none."""
    row = session.get(Proposal, number)
    if row is None:
        raise NotFoundError(f"There is no proposal {number}. See: onrecord review")
    return row


def stretches_of(row: Proposal) -> Stretches:
    """The places of a proposal."""
    return tuple((start, end) for start, end in row.stretches)


def places_in(key: str) -> Stretches:
    """The stretches that a `place_key` names."""
    ends = (stretch.partition("-") for stretch in key.split(","))
    return tuple((int(start), int(end)) for start, _, end in ends)


def of_snapshot(session: Session, snapshot: Snapshot) -> list[ProposalRecord]:
    """The proposals of one stored copy, in the order of the text."""
    rows = session.scalars(select(Proposal).where(Proposal.snapshot_id == snapshot.id)).all()
    return _records(session, snapshot, sorted(rows, key=lambda row: (row.stretches, row.id)))


def _read_copies(session: Session) -> dict[int, int]:
    """By source, the latest stored copy that has proposals; sources in the order of their citekeys."""
    rows = session.execute(
        select(Snapshot.source_id, func.max(Snapshot.id))
        .join(Source, Source.id == Snapshot.source_id)
        .where(Snapshot.id.in_(select(Proposal.snapshot_id)))
        .group_by(Snapshot.source_id)
        .order_by(Source.citekey)
    )
    return {source_id: newest for source_id, newest in rows}  # noqa: C416  (a Row is no tuple to a type checker)


def _records(session: Session, snapshot: Snapshot, rows: Sequence[Proposal]) -> list[ProposalRecord]:
    citekey = session.get_one(Source, snapshot.source_id).citekey
    refs = lookup.references(session, [row.attribution_id for row in rows if row.attribution_id is not None])
    locators = Locators(snapshot.text, snapshot.places)
    overlooked = _overlooked(session, snapshot, rows)
    return [
        ProposalRecord(
            id=row.id,
            citekey=citekey,
            state=row.state,
            text=wording_at(snapshot.text, stretches_of(row)),
            stretches=stretches_of(row),
            form=row.form,
            polarity=overlooked.get(row.id, row.polarity),
            speaker=row.speaker,
            speaker_slug=row.speaker_slug,
            speaker_kind=row.speaker_kind,
            unnamed=row.unnamed,
            named_as=row.named_as,
            speaker_start=row.speaker_start,
            speaker_end=row.speaker_end,
            cue=row.cue,
            via=tuple(hop_of(hop) for hop in row.via),
            said=row.said,
            said_basis=row.said_basis,
            locator=format_locator(*locators.at(row.stretches[0][0])),
            confidence=min(row.confidence, NOT_ASSERTED) if row.id in overlooked else row.confidence,
            reason=f"{label(overlooked[row.id])}; {row.reason}" if row.id in overlooked else row.reason,
            engine=row.engine,
            ref=refs.get(row.attribution_id) if row.attribution_id is not None else None,
            proposed_at=places_in(row.place_key),
        )
        for row in rows
    ]


def polarity_of(session: Session, row: Proposal) -> str:
    """What the speaker of a proposal does with its words: as stored, unless its cue says otherwise and nobody decided."""
    return _overlooked(session, session.get_one(Snapshot, row.snapshot_id), [row]).get(row.id, row.polarity)


def _overlooked(session: Session, snapshot: Snapshot, rows: Sequence[Proposal]) -> dict[int, str]:
    """The open proposals that are stored as asserted though their cue denies it, by what it expresses.

    They were made when nothing was known of denials. Where a person decided so, the history has it.
    """
    found = {
        row.id: expressed
        for row in rows
        if row.state == "open"
        and row.polarity == "asserted"
        and (expressed := expressed_by(snapshot.text, row)) != "asserted"
    }
    if not found:
        return found
    decided = session.scalars(
        select(Change.row_id).where(
            Change.table_name == "proposals",
            Change.kind == "update",
            Change.row_id.in_(found),
            func.json_extract(Change.before, "$.polarity") != func.json_extract(Change.after, "$.polarity"),
        )
    )
    for row_id in decided:
        found.pop(row_id, None)
    return found


def expressed_by(text: str, row: Proposal) -> str:
    """What the cue of a proposal expresses of its words, which stand in `text`."""
    return of_cue(row.cue, form=row.form, wording=text[row.stretches[0][0] : row.stretches[0][1]])


def hop_of(stored: Json) -> HopRecord:
    """A relay as its row keeps it."""

    def words(name: str) -> str | None:
        value = stored.get(name)
        return str(value) if value is not None else None

    return HopRecord(
        speaker=words("speaker") or "",
        slug=words("slug"),
        named_as=words("named_as"),
        cue=words("cue"),
        kind=words("kind") or "organisation",
        unnamed=bool(stored.get("unnamed")),
    )
