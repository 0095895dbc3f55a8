"""The proposals of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api.noun import Noun, changes
from onrecord.api.texts import document
from onrecord.proposals import decide, queries
from onrecord.proposals.edit import ProposalEdits, change_proposal
from onrecord.proposals.store import store_proposals

if TYPE_CHECKING:
    from onrecord.api.texts import Readable
    from onrecord.proposals.decide import Sweep
    from onrecord.proposals.records import ProposalRecord
    from onrecord.proposals.store import Stored
    from onrecord.statements.add import AddedQuote


class Proposals(Noun):
    """What extraction proposes of a source. A proposal becomes a statement when somebody accepts it."""

    edit = changes("edit proposal", ProposalEdits, change_proposal)

    def of(self, citekey: str) -> list[ProposalRecord]:
        """The proposals of the newest stored copy of a source, in the order of its text."""
        with self._database.reader() as reader:
            return queries.proposals(reader, citekey)

    def extract(self, citekey: str, readable: Readable, *, engine: str | None = None) -> Stored:
        """Proposes what a text that is stored of the source (`Sources.add`) says: a file, a web address or a `Document`.

        `engine` is "rules" or "nlp"; by default the best that is installed. How many are new, known and still rejected.
        """
        from onrecord.extract.document import proposed_of

        read, _ = document(readable)
        found, made_by = proposed_of(read, engine)
        with self._database.writer(f"python: extract {citekey}") as store:
            return store_proposals(store, citekey, read.text, found, engine=made_by)

    def accept(self, number: int, *, because: str | None = None) -> AddedQuote:
        """Records the quotation that a proposal stands for, and verifies it at its place; what fails is not recorded."""
        with self._database.writer(f"python: accept {number}") as store:
            return decide.accept_proposal(store, number, because=because)

    def accept_confident(self, citekey: str | None = None, *, threshold: float = decide.CONFIDENT) -> Sweep:
        """Accepts the open proposals of a source, or of all, that are at least this sure (0 to 1); what stays, with why."""
        with self._database.writer("python: accept confident") as store:
            return decide.accept_confident(store, citekey, threshold=threshold)

    def reject(self, number: int) -> ProposalRecord:
        """Says that this is not to be recorded; it stays rejected when the source is read again."""
        with self._database.writer(f"python: reject {number}") as store:
            return decide.reject_proposal(store, number)

    def reopen(self, number: int) -> ProposalRecord:
        """Makes a rejected proposal open again."""
        with self._database.writer(f"python: reopen {number}") as store:
            return decide.reopen_proposal(store, number)
