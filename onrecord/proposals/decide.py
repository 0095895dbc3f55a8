"""Accepting and rejecting proposals, and taking a decision back."""

from __future__ import annotations

from onrecord.db.kept_rows import Proposal, Snapshot
from onrecord.db.rows import Source
from onrecord.errors import (
    AmbiguousError,
    ConflictError,
    Hint,
    InputError,
    NotFoundError,
    OnrecordError,
    UsageError,
    WordingError,
)
from onrecord.model.record import record, replace
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.queries import hop_of, row_of, stretches_of
from onrecord.proposals.records import BY_HAND, is_from_outside
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.db.store import Store
    from onrecord.history.queries import OperationRecord
    from onrecord.model.records import Json
    from onrecord.proposals.records import ProposalRecord
    from onrecord.statements.add import AddedQuote
    from onrecord.statements.verify import Check

CONFIDENT = 0.9
# How the command of an operation begins that a person did in a review.
STEP_OF_REVIEW = "onrecord review "


@record()
class Left:
    """A proposal that was not accepted though it was confident enough, and why."""

    proposal: ProposalRecord
    reason: str

    def as_json(self) -> Json:
        return {**self.proposal.as_json(), "left_open": self.reason}


@record()
class Sweep:
    """What accepting the confident ones did; both in the order of the text."""

    accepted: tuple[ProposalRecord, ...]
    left: tuple[Left, ...]


class _TryAgain(Exception):
    """Some of what was recorded does not verify."""


def accept_proposal(store: Store, number: int, *, because: str | None = None) -> AddedQuote:
    """Records the quotation that a proposal stands for, at its place, and verifies it there.

    Speakers that are not known are made. ConflictError where it was decided about before; InputError without a
    speaker or without words; AmbiguousError where a name could mean several known speakers; WordingError where what
    was recorded does not verify, unless it leaves words out and `because` says why it may. Then nothing has changed.
    What has drifted since it was proposed is recorded as just that: it is no less true of the copy that it comes from.
    """
    row = row_of(store, number)
    _refuse_decided(store, row)
    with store.savepoint():
        added, attribution_id = _record(store, row, because)
        if _has_drifted(store, attribution_id):
            return replace(added, quote=replace(added.quote, check_result="drifted"))
        failures = _failures(store, {attribution_id: number})
        if failures:
            raise WordingError(f"Proposal {number} was not recorded: {failures[number]}.")
    return added


def _has_drifted(store: Store, attribution_id: int) -> bool:
    """Whether what was recorded stands in the copy that it comes from and not in the newest; then that is kept."""
    from onrecord.db import observations
    from onrecord.db.clock import now
    from onrecord.matching import Outcome
    from onrecord.statements import verify

    [check] = verify.check(store, [attribution_id])
    if check.outcome is not Outcome.drifted:
        return False
    outcome, at = str(check.outcome), now()
    store.update("attributions", attribution_id, check_result=outcome, checked_at=at)
    observations.log(store.connection, outcome, [attribution_id], at)
    return True


def reject_proposal(store: Store, number: int) -> ProposalRecord:
    """Says that this is not to be recorded; it stays rejected when the source is read again. ConflictError for one
    that was accepted."""
    return _leave(store, number, "rejected")


def reopen_proposal(store: Store, number: int) -> ProposalRecord:
    """Makes a rejected proposal open again. ConflictError for one that was accepted."""
    return _leave(store, number, "open")


def _leave(store: Store, number: int, state: str) -> ProposalRecord:
    row = row_of(store, number)
    if row.state == "accepted":
        _refuse_decided(store, row)
    if row.state != state:
        store.update("proposals", number, state=state)
    return proposal_queries.proposal(store, number)


def accept_confident(store: Store, citekey: str | None = None, *, threshold: float = CONFIDENT) -> Sweep:
    """Accepts the open proposals of a source (None: of all) with at least this confidence, between 0 and 1.

    What is denied, not said or asked waits for a person, however low the threshold, and so does what another program or
    a model proposes and our rules do not. What cannot be recorded without guessing stays open, with the reason.
    """
    if not 0 <= threshold <= 1:
        raise UsageError(f"A threshold of {threshold} is not between 0 and 1.")
    wanted = [
        proposal
        for proposal in proposal_queries.proposals(store, citekey, states=("open",))
        if proposal.confidence >= threshold
        and proposal.engine != BY_HAND
        and not is_from_outside(proposal.engine)
        and proposal.polarity == "asserted"
    ]
    reasons: dict[int, str] = {}
    while True:
        failures: dict[int, str] = {}
        try:
            with store.savepoint():
                failures = _failures(store, _tried(store, wanted, reasons))
                if failures:
                    # As if they had never been tried: no speaker is left of a quotation that does not verify.
                    raise _TryAgain
        except _TryAgain:
            reasons |= failures
        else:
            break
    now = {proposal.id: proposal for proposal in proposal_queries.proposals(store, citekey)}
    return Sweep(
        tuple([now[proposal.id] for proposal in wanted if proposal.id not in reasons]),
        tuple([Left(proposal, reasons[proposal.id]) for proposal in wanted if proposal.id in reasons]),
    )


def _tried(store: Store, wanted: list[ProposalRecord], reasons: dict[int, str]) -> dict[int, int]:
    """Records what nothing is known against, and notes what then is; proposals by the attributions that came of them."""
    recorded: dict[int, int] = {}
    for proposal in wanted:
        if proposal.id in reasons:
            continue
        try:
            with store.savepoint():
                _, attribution_id = _record(store, row_of(store, proposal.id))
        except OnrecordError as error:
            reasons[proposal.id] = reason_of(error)
        else:
            recorded[attribution_id] = proposal.id
    return recorded


def undo_decision(store: Store, operation: int | None = None) -> OperationRecord:
    """Takes back an operation (None: the latest), if it was a decision or a change in a review. NotFoundError otherwise."""
    from onrecord.db import undo as undoing
    from onrecord.history.undo import take_back

    if operation is None:
        latest = undoing.latest(store)
        operation = latest.id if latest else None
    if operation is None or not _decides(store, operation):
        raise NotFoundError("There is no decision of a review to take back.", hint=Hint("undo"))
    return take_back(store, operation)


def latest_of_review(store: Store, beginning: str) -> int | None:
    """The latest operation that stands whose command begins so and whose author is that of the one under way."""
    operation: int | None = store.value(
        "SELECT max(id) FROM operations WHERE NOT open AND undoes_id IS NULL AND substr(command, 1, length(:beginning)) = :beginning "
        "AND by = (SELECT by FROM operations ORDER BY id DESC LIMIT 1) "
        "AND id NOT IN (SELECT undoes_id FROM operations WHERE undoes_id IS NOT NULL)",
        {"beginning": beginning},
    )
    return operation


def _decides(store: Store, operation: int) -> bool:
    """Whether an operation is a step of a review (a stance on a claim is one too), or changed proposals, or added some
    by hand, and did not read a source."""
    if store.value(
        "SELECT 1 FROM operations WHERE id = ?1 AND substr(command, 1, length(?2)) = ?2",
        (operation, STEP_OF_REVIEW),
    ):
        return True
    changes = "FROM changes AS c WHERE c.operation_id = ? AND c.table_name = 'proposals'"
    by_engine = (
        "AND c.kind = 'insert' AND EXISTS (SELECT 1 FROM proposals AS p "
        "WHERE p.id BETWEEN c.row_id AND c.last_row_id AND p.engine <> ?)"
    )
    return (
        store.value(f"SELECT 1 {changes}", (operation,)) is not None
        and store.value(f"SELECT 1 {changes} {by_engine}", (operation, BY_HAND)) is None
    )


def _refuse_decided(store: Store, row: Proposal) -> None:
    if row.state == "accepted" and row.attribution_id is not None:
        ref = statement_queries.references(store, [row.attribution_id])[row.attribution_id]
        raise ConflictError(f"Proposal {row.id} was accepted as {ref}.", hint=Hint("edit_decided", ref=ref))
    if row.state == "rejected":
        raise ConflictError(f"Proposal {row.id} was rejected. Open it again first.")


def _record(store: Store, row: Proposal, because: str | None = None) -> tuple[AddedQuote, int]:
    """Records what a proposal stands for, and that it is accepted; also gives the id of the attribution."""
    from onrecord.proposals import people
    from onrecord.statements.add import add_quote
    from onrecord.statements.fields import QuoteFields, RelayFields
    from onrecord.statements.place import At
    from onrecord.statements.printed import wording_at

    snapshot = store.get(Snapshot, row.snapshot_id)
    source = store.get(Source, snapshot.source_id)
    if row.speaker is None:
        raise InputError("The text does not say who speaks. Say who does, or reject it.")
    by = people.slug_of(
        store, source.id, row.speaker, slug=row.speaker_slug, kind=row.speaker_kind, unnamed=row.unnamed
    )
    via = []
    for hop in [hop_of(stored) for stored in row.via]:
        relayer = people.slug_of(
            store, source.id, hop.speaker, slug=hop.slug, kind=hop.kind, unnamed=hop.unnamed
        )
        via.append(RelayFields(speaker=relayer, cue=hop.cue, named_as=hop.named_as))
    stretches = stretches_of(row)
    polarity = proposal_queries.polarity_of(store, snapshot.text, row)
    added = add_quote(
        store,
        QuoteFields(
            text=wording_at(snapshot.text, stretches),
            by=by,
            source=source.citekey,
            form=row.form,
            polarity=polarity,
            # Where a person overruled the cue, that is remembered.
            polarity_basis="stated"
            if polarity == "asserted" != proposal_queries.expressed_by(snapshot.text, row)
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
    attribution_id = statement_queries.one_attribution(store, added.quote.ref)
    store.update("proposals", row.id, polarity=polarity, state="accepted", attribution_id=attribution_id)
    return added, attribution_id


def _failures(store: Store, recorded: Mapping[int, int]) -> dict[int, str]:
    """Which of these proposals (by the attributions that came of them) do not verify in the copy they come from, and how."""
    from onrecord.statements import verify

    checks = zip(recorded.values(), verify.check(store, list(recorded)), strict=True)
    return {
        number: f"its wording is {check.outcome} in the stored text{_why(check)}"
        for number, check in checks
        if check.failed
    }


def _why(check: Check) -> str:
    return f" ({'; '.join(check.remarks)})" if check.remarks else ""


def reason_of(error: OnrecordError) -> str:
    """The sentence of an error with its candidates, in one line."""
    if isinstance(error, AmbiguousError) and error.candidates:
        return f"{error.message} ({'; '.join(error.candidates)})"
    return error.message
