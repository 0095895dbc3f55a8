"""Accepting and rejecting proposals, and taking a decision back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onrecord import history, lookup, quotes, verify
from onrecord.db import observations
from onrecord.db import store as stores
from onrecord.db import undo as undoing
from onrecord.db.clock import now
from onrecord.db.models import Attribution, Change, Proposal, Snapshot, Source
from onrecord.db.reader import of
from onrecord.errors import (
    AmbiguousError,
    ConflictError,
    InputError,
    NotFoundError,
    OnrecordError,
    UsageError,
    WordingError,
)
from onrecord.frozen import replace
from onrecord.matching import Outcome
from onrecord.past import OperationRecord
from onrecord.quotes import AddedQuote, At, QuoteFields, RelayFields, wording_at
from onrecord.records import Json
from onrecord.review import listing, people
from onrecord.review.listing import hop_of, row_of, stretches_of
from onrecord.review.records import ProposalRecord

# What a person added is told from what an engine found by this name.
BY_HAND = "person"
CONFIDENT = 0.8


@dataclass(frozen=True)
class Left:
    """A proposal that was not accepted though it was confident enough, and why."""

    proposal: ProposalRecord
    reason: str

    def as_json(self) -> Json:
        return {**self.proposal.as_json(), "left_open": self.reason}


@dataclass(frozen=True)
class Sweep:
    """What accepting the confident ones did; both in the order of the text."""

    accepted: tuple[ProposalRecord, ...]
    left: tuple[Left, ...]


def accept(session: Session, number: int, *, because: str | None = None) -> AddedQuote:
    """Records the quotation that a proposal stands for, at its place, and verifies it there.

    Speakers that are not known are made. ConflictError where it was decided about before; InputError without a
    speaker or without words; AmbiguousError where a name could mean several known speakers; WordingError where what
    was recorded does not verify, unless it leaves words out and `because` says why it may. Then nothing has changed.
    What has drifted since it was proposed is recorded as just that: it is no less true of the copy that it comes from.
    """
    row = row_of(session, number)
    _refuse_decided(session, row)
    with session.begin_nested():
        added = _record(session, row, because)
        if _has_drifted(session, row):
            return replace(added, quote=replace(added.quote, check_result=str(Outcome.drifted)))
        failed = _failures(session, [row])
        if failed:
            raise WordingError(f"Proposal {number} was not recorded: {failed[row.id]}.")
    return added


def _has_drifted(session: Session, row: Proposal) -> bool:
    """Whether what was recorded stands in the copy that it comes from and not in the newest; then that is kept."""
    attribution = session.get(Attribution, row.attribution_id)
    assert attribution is not None
    [check] = verify.check(session, [attribution.id])
    if check.outcome is not Outcome.drifted:
        return False
    attribution.check_result, attribution.checked_at = str(check.outcome), now()
    session.flush()
    observations.log(of(session).connection, str(check.outcome), [attribution.id], attribution.checked_at)
    return True


def reject(session: Session, number: int) -> ProposalRecord:
    """Says that this is not to be recorded; it stays rejected when the source is read again. ConflictError for one
    that was accepted."""
    row = row_of(session, number)
    if row.state == "accepted":
        _refuse_decided(session, row)
    row.state = "rejected"
    session.flush()
    return listing.proposal(session, number)


def reopen(session: Session, number: int) -> ProposalRecord:
    """Makes a rejected proposal open again. ConflictError for one that was accepted."""
    row = row_of(session, number)
    if row.state == "accepted":
        _refuse_decided(session, row)
    row.state = "open"
    session.flush()
    return listing.proposal(session, number)


def accept_confident(session: Session, citekey: str | None = None, *, threshold: float = CONFIDENT) -> Sweep:
    """Accepts the open proposals of a source (None: of all) with at least this confidence, between 0 and 1.

    What is denied, not said or asked waits for a person, however low the threshold. What cannot be recorded without guessing stays open, with the reason.
    """
    if not 0 <= threshold <= 1:
        raise UsageError(f"A threshold of {threshold} is not between 0 and 1.")
    wanted = [
        one
        for one in listing.proposals(session, citekey, states=("open",))
        if one.confidence >= threshold and one.engine != BY_HAND and one.polarity == "asserted"
    ]
    reasons: dict[int, str] = {}
    rows = {one.id: row_of(session, one.id) for one in wanted}
    while True:
        trial = session.begin_nested()
        done: list[Proposal] = []
        for one in wanted:
            if one.id in reasons:
                continue
            try:
                with session.begin_nested():
                    _record(session, rows[one.id])
            except OnrecordError as error:
                reasons[one.id] = reason_of(error)
            else:
                done.append(rows[one.id])
        failed = _failures(session, done)
        if not failed:
            trial.commit()
            break
        # As if they had never been tried: no speaker is left of a quotation that does not verify.
        trial.rollback()
        reasons |= failed
    now = {one.id: one for one in listing.proposals(session, citekey)}
    return Sweep(
        tuple(now[one.id] for one in wanted if one.id not in reasons),
        tuple(Left(one, reasons[one.id]) for one in wanted if one.id in reasons),
    )


def undo(session: Session) -> OperationRecord:
    """Takes back the latest operation, if it was a decision or a change in a review. NotFoundError otherwise."""
    latest = undoing.latest(stores.of(session))
    if latest is None or not _decides(session, latest.id):
        raise NotFoundError(
            "There is no decision of a review to take back. For other operations: onrecord undo"
        )
    return history.take_back(session, latest.id)


def _decides(session: Session, operation: int) -> bool:
    """Whether an operation changed proposals, or added some by hand, and did not read a source."""
    changes = session.scalars(
        select(Change).where(Change.operation_id == operation, Change.table_name == "proposals")
    ).all()
    made = [change for change in changes if change.kind == "insert"]
    by_engine = sum(
        session.scalar(
            select(func.count()).where(
                Proposal.id.between(change.row_id, change.last_row_id), Proposal.engine != BY_HAND
            )
        )
        or 0
        for change in made
    )
    return bool(changes) and not by_engine


def _refuse_decided(session: Session, row: Proposal) -> None:
    if row.state == "accepted" and row.attribution_id is not None:
        ref = lookup.references(session, [row.attribution_id])[row.attribution_id]
        raise ConflictError(
            f"Proposal {row.id} was accepted as {ref}. Change that with: onrecord edit {ref}, or take it back: onrecord undo"
        )
    if row.state == "rejected":
        raise ConflictError(f"Proposal {row.id} was rejected. Open it again first.")


def _record(session: Session, row: Proposal, because: str | None = None) -> AddedQuote:
    snapshot = session.get_one(Snapshot, row.snapshot_id)
    source = session.get_one(Source, snapshot.source_id)
    if row.speaker is None:
        raise InputError("The text does not say who speaks. Say who does, or reject it.")
    by = people.slug_of(
        session, source, row.speaker, slug=row.speaker_slug, kind=row.speaker_kind, unnamed=row.unnamed
    )
    via = []
    for hop in (hop_of(stored) for stored in row.via):
        relayer = people.slug_of(
            session, source, hop.speaker, slug=hop.slug, kind=hop.kind, unnamed=hop.unnamed
        )
        via.append(RelayFields(speaker=relayer, cue=hop.cue, named_as=hop.named_as))
    stretches = stretches_of(row)
    polarity = row.polarity = listing.polarity_of(session, row)
    added = quotes.add(
        session,
        QuoteFields(
            text=wording_at(snapshot.text, stretches),
            by=by,
            source=source.citekey,
            form=row.form,
            polarity=polarity,
            # Where a person overruled the cue, that is remembered.
            polarity_basis="stated"
            if polarity == "asserted" != listing.expressed_by(snapshot.text, row)
            else None,
            cue=row.cue,
            named_as=row.named_as,
            via=tuple(via),
            said=row.said,
            said_basis=row.said_basis,
            at=At(snapshot.id, stretches),
            accept=because,
        ),
    )
    row.state, row.attribution_id = "accepted", lookup.one_attribution(session, added.quote.ref).id
    session.flush()
    return added


def _failures(session: Session, rows: Sequence[Proposal]) -> dict[int, str]:
    """Which of these accepted proposals do not verify in the copy they come from, and how."""
    ids = [row.attribution_id for row in rows if row.attribution_id is not None]
    of = {row.attribution_id: row.id for row in rows}
    return {
        of[one]: f"its wording is {check.outcome} in the stored text{_why(check)}"
        for one, check in zip(ids, verify.check(session, ids), strict=True)
        if check.failed
    }


def _why(check: verify.Check) -> str:
    return f" ({'; '.join(check.remarks)})" if check.remarks else ""


def reason_of(error: OnrecordError) -> str:
    """The sentence of an error with its candidates, in one line."""
    if isinstance(error, AmbiguousError) and error.candidates:
        return f"{error.message} ({'; '.join(error.candidates)})"
    return error.message
