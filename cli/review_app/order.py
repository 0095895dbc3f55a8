"""Going from one proposal to another, in the order of the text, and to the next that is not decided about."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.proposals.records import ProposalRecord


def index(proposals: Sequence[ProposalRecord], number: int | None) -> int:
    """Where the proposal with this number stands among them; -1: it is none of them."""
    return next((index for index, proposal in enumerate(proposals) if proposal.id == number), -1)


def numbered(proposals: Sequence[ProposalRecord], number: int | None) -> ProposalRecord | None:
    """The proposal with this number."""
    at = index(proposals, number)
    return proposals[at] if at >= 0 else None


def first_open(proposals: Sequence[ProposalRecord]) -> int | None:
    """The number of the first open proposal; of the first one where none is open."""
    waiting = [proposal.id for proposal in proposals if proposal.state == "open"]
    return waiting[0] if waiting else proposals[0].id if proposals else None


def open_after(proposals: Sequence[ProposalRecord], current: ProposalRecord) -> int:
    """The number of the next open proposal, going round to the beginning; of the same one where no other is left."""
    waiting = [proposal for proposal in proposals if proposal.state == "open"]
    place = (current.stretches, current.id)
    later = [proposal for proposal in waiting if (proposal.stretches, proposal.id) > place]
    return (later or waiting or [current])[0].id


def beside(proposals: Sequence[ProposalRecord], number: int | None, by: int) -> int | None:
    """The number of the proposal that many after it, or before; of the last, or first, where there are not so many."""
    if not proposals:
        return None
    return proposals[min(max(index(proposals, number) + by, 0), len(proposals) - 1)].id
