"""Doing what a review file says, all of it or nothing."""

from __future__ import annotations

from contextlib import contextmanager

from onrecord.errors import ConflictError, Hint, InputError, OnrecordError, WordingError
from onrecord.matching import ACCEPTABLE, Match, Outcome, Prepared, Span, find, prepared, render_diff, told
from onrecord.model.polarities import named
from onrecord.model.record import Told, record, replace
from onrecord.proposals import decide, edit
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_proposal, reject_proposal, reopen_proposal
from onrecord.proposals.edit import ProposalEdits, add_missed, change_proposal
from onrecord.proposals.file import (
    BECAUSE,
    Line,
    Part,
    Section,
    hop_in,
    kind_in,
    shown_fields,
    shown_hop,
    shown_place,
    stretches_in,
)
from onrecord.statements.printed import wording_at
from onrecord.text import marks
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.store import Store
    from onrecord.proposals.records import ProposalRecord, Sheet, Stretches


@record()
class Applied(Told):
    """How many proposals a file accepted, rejected, corrected and added; what it found done already is not counted."""

    accepted: int = 0
    rejected: int = 0
    changed: int = 0
    added: int = 0

    def __add__(self, other: Applied) -> Applied:
        return Applied(
            self.accepted + other.accepted,
            self.rejected + other.rejected,
            self.changed + other.changed,
            self.added + other.added,
        )


def apply_review(store: Store, parts: Sequence[Part]) -> Applied:
    """Does what the parts of a review file say; doing it again does nothing.

    InputError or WordingError, with the number of the line, for the first thing that cannot be done; then nothing
    has changed.
    """
    done = Applied()
    with store.savepoint():
        for part in parts:
            with _at_line(part.number):
                sheet = proposal_queries.opened(store, part.citekey, copy=part.copy)
            desk = _Desk(store, sheet)
            for section in part.sections:
                done += desk.decide(section)
    return done


@contextmanager
def _at_line(number: int) -> Iterator[None]:
    """Says in which line of the file it is that something cannot be done."""
    try:
        yield
    except OnrecordError as error:
        if error.message.startswith("Line "):
            raise
        message = f"Line {number}: {decide.reason_of(error)}"
        if isinstance(error, WordingError):
            raise WordingError(message, error.diff, hint=error.hint) from None
        raise InputError(message, hint=error.hint) from None


class _Desk:
    """One source under review, its text prepared once for all wordings that are looked up in it."""

    def __init__(self, store: Store, sheet: Sheet) -> None:
        self.store = store
        self.sheet = sheet
        self.known = {proposal.proposed_at: proposal for proposal in sheet.proposals}
        self._prepared: Prepared | None = None

    def decide(self, section: Section) -> Applied:
        """Corrects and decides about one proposal, as its section of the file says."""
        with _at_line(section.number):
            if section.place is None:
                number, done = self._add(section)
            else:
                number, done = self._correct(section.place, section)
        decision = section.fields.get("decision")
        if decision is not None:
            with _at_line(decision.number):
                because = section.fields.get(BECAUSE)
                done += self._decide(
                    proposal_queries.proposal(self.store, number),
                    decision.value,
                    because.value if because is not None else None,
                )
        return done

    def _add(self, section: Section) -> tuple[int, Applied]:
        place = section.fields.get("place")
        if place is not None:
            stretches = stretches_in(place)
        elif section.wording is not None:
            stretches = self._looked_up(section.wording, None)
        else:
            raise InputError("a new statement needs its wording, in lines that begin with >.")
        now = proposal_queries.opened(self.store, self.sheet.citekey, copy=self.sheet.sha256)
        for proposal in now.proposals:
            if proposal.stretches == stretches:  # added when the file was applied before
                return proposal.id, Applied()
        added = add_missed(self.store, now.citekey, stretches, self._edits(None, section), copy=now.sha256)
        return added.id, Applied(added=1)

    def _correct(self, place: Stretches, section: Section) -> tuple[int, Applied]:
        proposal = self.known.get(place)
        if proposal is None:
            raise InputError(
                f"nothing was proposed of {self.sheet.citekey} at {shown_place(place)}. "
                'Write "## new" above a statement that was missed.'
            )
        edits = self._edits(proposal, section)
        if edits == ProposalEdits():
            return proposal.id, Applied()
        if proposal.state == "accepted":
            raise ConflictError(
                f"this was accepted as {proposal.ref}, and the file says otherwise.",
                hint=Hint("change_recorded", ref=proposal.ref),
            )
        decision = section.fields.get("decision")
        if proposal.state == "rejected" and decision and decision.value == "accept":
            reopen_proposal(self.store, proposal.id)
        change_proposal(self.store, proposal.id, edits)
        return proposal.id, Applied(changed=1)

    def _decide(self, proposal: ProposalRecord, decision: str, because: str | None) -> Applied:
        if decision == "accept" and proposal.state != "accepted":
            if proposal.state == "rejected":
                reopen_proposal(self.store, proposal.id)
            accept_proposal(self.store, proposal.id, because=because or None)
            return Applied(accepted=1)
        if decision == "reject" and proposal.state != "rejected":
            reject_proposal(self.store, proposal.id)
            return Applied(rejected=1)
        return Applied()

    # --- what differs ------------------------------------------------------------------------------------------

    def _edits(self, proposal: ProposalRecord | None, section: Section) -> ProposalEdits:
        """What the section says otherwise than the proposal (None: a new one)."""
        shown = shown_fields(proposal) if proposal else {}
        value = {
            key: line.value
            for key, line in section.fields.items()
            if key not in ("decision", BECAUSE, "place") and line.value != shown.get(key, "")
        }
        if proposal and proposal.speaker_slug:
            value.pop("kind", None)  # it is known what they are
            if self._is(value.get("speaker"), proposal.speaker_slug):
                del value["speaker"]
        if "speaker" in value and "named as" in section.fields:
            value["named as"] = section.fields["named as"].value
        edits = ProposalEdits(
            speaker=value.get("speaker"),
            form=value.get("form"),
            polarity=named(value["polarity"]) if "polarity" in value else None,
            cue=value.get("cue"),
            named_as=value.get("named as"),
        )
        if "kind" in value:
            kind, unnamed = kind_in(section.fields["kind"])
            edits = replace(edits, kind=kind, unnamed=unnamed)
        if "said" in value:
            said, _, basis = (part.strip() for part in value["said"].partition(","))
            edits = replace(edits, said=said, said_basis=(basis or "stated") if said else None)
        written = [line.value for line in section.via]
        if written != [shown_hop(hop) for hop in (proposal.via if proposal else ())]:
            via = tuple(edit.resolved_hop(self.store, hop_in(line)) for line in section.via)
            edits = replace(edits, via=via if proposal is None or via != proposal.via else None)
        if proposal is not None:
            stretches = self._place(proposal, section)
            edits = replace(edits, stretches=stretches if stretches != proposal.stretches else None)
        return edits

    def _is(self, name: str | None, slug: str) -> bool:
        known = edit.known_speaker(self.store, name) if name else None
        return known is not None and known.slug == slug

    def _place(self, proposal: ProposalRecord, section: Section) -> Stretches:
        """Where the section wants the proposal to stand: the one that was changed of wording and place tells."""
        line, wording = section.fields.get("place"), section.wording
        place = stretches_in(line) if line else None
        if wording is None or not wording.value:
            return place or proposal.stretches
        if place is None:
            return (
                proposal.stretches
                if wording.value == one_line(proposal.text)
                else self._looked_up(wording, proposal)
            )
        if wording.value == self._words_at(place):
            return place
        if place == proposal.proposed_at:
            return self._looked_up(wording, proposal)
        if wording.value == self._words_at(proposal.proposed_at):
            return place
        raise InputError(
            f"Line {wording.number}: at {shown_place(place)} stand other words than these. "
            'Correct the line "place", or take it out.'
        )

    def _words_at(self, stretches: Stretches) -> str:
        return one_line(wording_at(self.sheet.text, stretches))

    def _looked_up(self, wording: Line, proposal: ProposalRecord | None) -> Stretches:
        with _at_line(wording.number):
            if self._prepared is None:
                self._prepared = prepared(self.sheet.text)
            words = marks.strip_outer_marks(wording.value)
            match = find(self._prepared, words)
            if match.outcome is Outcome.ambiguous and proposal is not None:
                match = self._nearest(match, words, proposal.proposed_at)
            if match.outcome is Outcome.ambiguous:
                raise InputError(
                    "these words stand in the source more than once. Give more of them, or a place."
                )
            if match.replaced:
                raise InputError(
                    "a wording with brackets is not kept here: give the words of the source.",
                    hint=Hint("write_bracketed"),
                )
            # What may have been left out is judged, and accepted, where it is recorded.
            if not match.verified and match.outcome not in ACCEPTABLE:
                raise WordingError(
                    f"these words do not stand in the stored text{_why(match)}.",
                    render_diff(match.diff) if match.diff else None,
                )
            return tuple((span.start, span.end) for span in match.spans)

    def _nearest(self, match: Match, words: str, place: Stretches) -> Match:
        """The one of several places that has words in common with where it was proposed."""
        there = [
            chain for chain in match.places if chain[0].start < place[-1][1] and place[0][0] < chain[-1].end
        ]
        if len(there) != 1 or self._prepared is None:
            return match
        return find(self._prepared, words, within=Span(there[0][0].start, there[0][-1].end))


def _why(match: Match) -> str:
    sentences = told(match)
    return f" ({'; '.join(sentences)})" if sentences else ""
