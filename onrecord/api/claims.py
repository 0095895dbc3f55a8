"""The claims of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api.noun import Noun, changes
from onrecord.claims import queries, write
from onrecord.claims.verdicts import VerdictFields, give_verdict

if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.model.claim_records import ClaimRecord, VerdictRecord


def _judge(store: Store, claim: str, fields: VerdictFields) -> VerdictRecord:
    """Records a verdict on a claim, instead of the one that the same reviewer gave in the same source before."""
    return give_verdict(store, write.find_claim(store, claim), fields)


class Claims(Noun):
    """Propositions in neutral words. A claim is named by its key, an unambiguous beginning of it, or its very wording."""

    def all(self) -> list[ClaimRecord]:
        """Every claim with what is said of it, in the order of recording."""
        with self._database.reader() as reader:
            return queries.claim_records(reader)

    def get(self, claim: str) -> ClaimRecord:
        """A claim with everything that is said of it. NotFoundError, AmbiguousError."""
        with self._database.reader() as reader:
            return queries.claim_record(reader, queries.claim_id(reader, claim))

    def add(self, text: str, *, note: str | None = None) -> ClaimRecord:
        """Adds a claim; one of this wording that is there already is given back as it is."""
        with self._database.writer("python: add claim") as store:
            return write.add_claim(store, text, note)[0]

    def take_stance(
        self, key: str, claim: str, stance: str | None, *, note: str | None = None
    ) -> ClaimRecord:
        """Records that a statement asserts, denies or questions a claim, instead of what it said before; None: nothing."""
        with self._database.writer(f"python: stance {key} {claim}") as store:
            return write.record_of_claim(store, write.take_stance(store, key, claim, stance, note))

    def link(self, claim: str, other: str, kind: str) -> ClaimRecord:
        """Records that a claim "contradicts" or "supports" another. A contradiction holds in both directions."""
        with self._database.writer(f"python: link {claim} {other}") as store:
            return write.record_of_claim(store, write.link_claims(store, claim, other, kind))

    give_verdict = changes("verdict", VerdictFields, _judge)
