"""Saying once for a whole source who its labels stand for: SPEAKER_00 of a transcript is Ann Lee."""

from __future__ import annotations

from onrecord.errors import NotFoundError
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.edit import ProposalEdits, change_proposal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.db.store import Store


def name_speakers(store: Store, citekey: str, names: Mapping[str, str]) -> dict[str, int]:
    """Gives the open proposals of a source whose speaker is called by a label the name instead; how many, by label.

    NotFoundError where no open proposal has such a label, with those there are; then nothing has changed.
    """
    proposals = proposal_queries.proposals(store, citekey, states=("open",))
    done: dict[str, int] = {}
    with store.savepoint():
        for label, name in names.items():
            wanted = label.strip().strip("[]").casefold()
            waiting = [
                proposal
                for proposal in proposals
                if wanted
                in {
                    (proposal.speaker or "").strip("[]").casefold(),
                    (proposal.named_as or "").strip("[]").casefold(),
                }
            ]
            if not waiting:
                labels = (
                    ", ".join(dict.fromkeys(proposal.speaker for proposal in proposals if proposal.speaker))
                    or "none"
                )
                raise NotFoundError(
                    f"No open proposal of {citekey} has the speaker {label!r}. Speakers there: {labels}."
                )
            for one in waiting:
                change_proposal(store, one.id, ProposalEdits(speaker=name))
            done[label] = len(waiting)
    return done
