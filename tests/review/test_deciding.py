"""Accepting and rejecting: what is recorded, of whom, where it stands, and what is left to a person."""

from pathlib import Path

import pytest
from factories import source
from review.proposing import REPORT, proposal, usual
from sqlalchemy.orm import Session

from onrecord import finding, lookup, removing, review, speakers, storing, targets, verify
from onrecord.db.engine import reading, writing
from onrecord.db.reader import of
from onrecord.errors import AmbiguousError, ConflictError, InputError, NotFoundError, UsageError
from onrecord.ingest import read_bytes
from onrecord.matching import Outcome
from onrecord.records import Quote
from onrecord.review import Edits, ProposalRecord
from onrecord.undecided import undecided


def numbered(session: Session, beginning: str, nth: int = 0) -> ProposalRecord:
    found = [one for one in review.proposals(session) if one.text.startswith(beginning)]
    return found[nth]


def outcome(session: Session, quote: Quote) -> Outcome:
    (check,) = verify.check(session, lookup.attribution_ids(session, quote.ref))
    return check.outcome


def test_an_accepted_proposal_is_a_verified_quotation_at_its_place(session: Session) -> None:
    one = numbered(session, "Nobody who")
    added = review.accept(session, one.id)
    assert added.quote.speaker.name == "Ingrid Dahl"
    assert (added.quote.form, added.quote.cue, added.quote.locator) == ("direct", "said", "2")
    assert [(span.start, span.end) for span in added.quote.spans] == list(one.stretches)
    assert outcome(session, added.quote) is Outcome.exact
    after = review.proposal(session, one.id)
    assert (after.state, after.ref) == ("accepted", added.quote.ref)


def test_an_interrupted_statement_is_one_quotation(session: Session) -> None:
    added = review.accept(session, numbered(session, "We sail").id)
    assert added.quote.text == "We sail … whatever the fog may do."
    assert [REPORT[span.start : span.end] for span in added.quote.spans] == [
        "We sail",
        "whatever the fog may do.",
    ]
    # "she" is no name: what is kept is the name that it stands for.
    assert (added.quote.speaker.name, added.quote.named_as) == ("Ingrid Dahl", "Ingrid Dahl")
    assert outcome(session, added.quote) is Outcome.interrupted


def test_a_mixed_one_keeps_its_chain_and_its_quoted_part(session: Session) -> None:
    added = review.accept(session, numbered(session, "“would").id)
    assert [(hop.speaker.name, hop.cue) for hop in added.quote.via] == [("Coastal Wire", "according to")]
    quoted = [REPORT[span.start : span.end] for span in added.quote.spans if span.quoted]
    assert quoted == ["would rather close the port than risk a crew"]
    assert added.quote.speaker.kind == "office"
    # A line ends between its words.
    assert outcome(session, added.quote) is Outcome.typographic


DENIAL = "Ann Lund denied that the fog was thick. Tom Oduya said that it was thick.\n"


def denied(session: Session, **fields: object) -> ProposalRecord:
    """A proposal of what Ann Lund denies."""
    source(session, DENIAL, citekey="lund-2025")
    given: dict[str, object] = {
        "form": "indirect", "cue": "denied", "polarity": "denied", "confidence": 0.6, "reason": "denies; a clause", **fields,
    }  # fmt: skip
    found = [proposal("the fog was thick", "Ann Lund", text=DENIAL, **given)]  # type: ignore[arg-type]
    review.propose(session, "lund-2025", DENIAL, found, engine="rules 1")
    return review.proposals(session, "lund-2025")[0]


def test_a_denial_is_recorded_as_one(session: Session) -> None:
    one = denied(session)
    assert (one.polarity, one.as_json()["polarity"]) == ("denied", "denied")
    quote = review.accept(session, one.id).quote
    assert (quote.polarity, quote.polarity_basis) == ("denied", None)
    assert review.proposal(session, one.id).polarity == "denied"


@pytest.mark.parametrize("polarity", ["denied", "not_said", "asked"])
def test_what_is_not_asserted_is_never_accepted_unseen(session: Session, polarity: str) -> None:
    one = denied(session, polarity=polarity, cue="said", confidence=1.0)
    sweep = review.accept_confident(session, "lund-2025", threshold=0.0)
    assert sweep.accepted == () and sweep.left == ()
    assert review.proposal(session, one.id).state == "open"


def test_a_person_overrules_the_cue_and_that_is_remembered(session: Session) -> None:
    one = review.change(session, denied(session).id, Edits(polarity="asserted"))
    assert one.polarity == "asserted"
    quote = review.accept(session, one.id).quote
    assert (quote.polarity, quote.polarity_basis) == ("asserted", "stated")
    assert undecided(of(session)) == []


def test_proposals_from_before_denials_were_known_are_not_taken_for_assertions(session: Session) -> None:
    one = denied(session, polarity="asserted", confidence=0.9, reason="a clause")
    assert (one.polarity, one.confidence, one.reason) == ("denied", 0.6, "denied; a clause")
    assert review.accept_confident(session, "lund-2025", threshold=0.5).accepted == ()
    assert review.accept(session, one.id).quote.polarity == "denied"


def test_another_cue_and_another_form_express_something_else(session: Session) -> None:
    one = denied(session)
    assert review.change(session, one.id, Edits(cue="said")).polarity == "asserted"
    assert review.change(session, one.id, Edits(cue="did not say")).polarity == "not_said"
    assert review.change(session, one.id, Edits(cue="denied")).polarity == "denied"
    assert review.change(session, one.id, Edits(form="direct")).polarity == "asserted"
    # What a person decided stays, whatever the cue is.
    assert review.change(session, one.id, Edits(polarity="asked")).polarity == "asked"
    assert review.change(session, one.id, Edits(cue="refuted")).polarity == "asked"


def test_a_polarity_that_is_none_is_said(session: Session) -> None:
    with pytest.raises(UsageError, match="'maybe' is not a polarity"):
        review.change(session, denied(session).id, Edits(polarity="maybe"))


def test_of_one_interrupted_statement_any_denial_denies_the_whole(session: Session) -> None:
    source(session, DENIAL, citekey="lund-2025")
    parts = [
        proposal("the fog", "Ann Lund", text=DENIAL, form="indirect", group=1),
        proposal("was thick", "Ann Lund", text=DENIAL, form="indirect", group=1, polarity="denied"),
    ]
    review.propose(session, "lund-2025", DENIAL, parts, engine="rules 1")
    assert [one.polarity for one in review.proposals(session, "lund-2025")] == ["denied"]


def test_the_place_decides_where_the_words_stand_twice(session: Session) -> None:
    first, second = numbered(session, "Nobody asked us", 0), numbered(session, "Nobody asked us", 1)
    later = review.accept(session, second.id).quote
    assert [(span.start, span.end) for span in later.spans] == list(second.stretches)
    earlier = review.accept(session, first.id).quote
    assert earlier.key == later.key and earlier.ref != later.ref


def test_an_unnamed_source_is_one_speaker_in_one_source_and_another_in_the_next(session: Session) -> None:
    here = [
        review.accept(session, one.id).quote.speaker.slug for one in review.proposals(session) if one.unnamed
    ]
    assert len(here) == 3 and len(set(here)) == 1
    text = "“The ropes are rotten,” a deckhand said."
    source(session, text, title="Ropes", citekey="ropes")
    found = [proposal("The ropes are rotten", "a deckhand", text=text, unnamed=True)]
    review.propose(session, "ropes", text, found, engine="rules 1")
    (other,) = review.proposals(session, "ropes")
    assert review.accept(session, other.id).quote.speaker.slug not in here


def test_a_known_speaker_is_found_by_any_of_their_names(session: Session) -> None:
    known = speakers.add(session, "Ingrid Maria Dahl", aliases=["Ingrid Dahl"])
    added = review.accept(session, numbered(session, "Nobody who").id)
    assert (added.quote.speaker.slug, added.new_speakers) == (known.slug, ())


def test_a_name_that_fits_several_is_left_to_a_person(session: Session) -> None:
    for slug in ("dahl-the-mayor", "dahl-the-singer"):
        speakers.add(session, "Ingrid Dahl", slug=slug)
    one = numbered(session, "Nobody who")
    with pytest.raises(AmbiguousError) as error:
        review.accept(session, one.id)
    assert error.value.candidates == ("dahl-the-mayor (Ingrid Dahl)", "dahl-the-singer (Ingrid Dahl)")
    assert review.proposal(session, one.id) == one
    swept = review.accept_confident(session)
    assert {left.proposal.id for left in swept.left} == {one.id, numbered(session, "We sail").id}
    assert all("dahl-the-singer" in left.reason for left in swept.left)
    review.change(session, one.id, review.Edits(speaker="dahl-the-mayor"))
    assert review.accept(session, one.id).quote.speaker.slug == "dahl-the-mayor"


def test_a_family_name_alone_is_never_taken_for_a_known_person(session: Session) -> None:
    text = "“We wait,” Dahl said."
    source(session, text, title="Waiting", citekey="waiting")
    speakers.add(session, "Ingrid Dahl")
    review.propose(session, "waiting", text, [proposal("We wait", "Dahl", text=text)], engine="rules 1")
    (one,) = review.proposals(session, "waiting")
    with pytest.raises(AmbiguousError, match="family name"):
        review.accept(session, one.id)


def test_without_a_speaker_nothing_is_recorded(session: Session) -> None:
    text = "“We wait,” it was heard. “We wait,” he said."
    source(session, text, title="Waiting", citekey="waiting")
    found = [
        proposal("We wait", None, text=text, group=1),
        proposal("We wait", "he", text=text, group=2, nth=2),
    ]
    review.propose(session, "waiting", text, found, engine="rules 1")
    for one in review.proposals(session, "waiting"):
        with pytest.raises(InputError, match="who speaks"):
            review.accept(session, one.id)
    assert len(review.accept_confident(session, "waiting").left) == 2


def test_only_the_confident_ones_are_accepted(session: Session) -> None:
    swept = review.accept_confident(session, "dahl-2024", threshold=0.8)
    assert (len(swept.accepted), swept.left) == (5, ())
    assert [one.state for one in review.proposals(session)].count("open") == 1
    again = review.accept_confident(session, "dahl-2024", threshold=0.8)
    assert (again.accepted, again.left) == ((), ())
    with pytest.raises(UsageError, match="between 0 and 1"):
        review.accept_confident(session, threshold=1.5)


def test_what_cannot_be_recorded_leaves_no_speaker_behind(session: Session) -> None:
    one = numbered(session, "Nobody who")
    review.change(session, one.id, review.Edits(form="mixed", stretches=((0, 7),)))
    with pytest.raises(InputError, match="quotation marks"):
        review.accept(session, one.id)
    with pytest.raises(NotFoundError):
        speakers.find(session, "Ingrid Dahl")


def test_a_decision_is_made_once(session: Session) -> None:
    one = numbered(session, "Nobody who")
    review.accept(session, one.id)
    for again in (review.accept, review.reject, review.reopen):
        with pytest.raises(ConflictError, match="accepted as"):
            again(session, one.id)
    other = numbered(session, "We sail")
    review.reject(session, other.id)
    with pytest.raises(ConflictError, match="rejected"):
        review.accept(session, other.id)
    review.reopen(session, other.id)
    review.accept(session, other.id)
    with pytest.raises(NotFoundError, match="no proposal 99"):
        review.reject(session, 99)


def test_reading_the_same_text_again_changes_nothing(session: Session) -> None:
    review.accept(session, numbered(session, "We sail").id)
    review.reject(session, numbered(session, "Nobody who").id)
    before = review.proposals(session)
    stored = review.propose(session, "dahl-2024", REPORT, usual(), engine="rules 2")
    assert (stored.new, stored.known, stored.rejected) == (0, 6, 0)
    # Another version draws the boundary elsewhere.
    wider = [proposal("“Nobody who bought a ticket will be left on the pier,”", "Ingrid Dahl")]
    assert review.propose(session, "dahl-2024", REPORT, wider, engine="rules 3").known == 1
    assert review.proposals(session) == before


def test_a_place_that_a_person_moved_is_not_proposed_again(session: Session) -> None:
    one = numbered(session, "Nobody who")
    start, _ = one.stretches[0]
    review.change(session, one.id, review.Edits(stretches=((start, start + 6),)))
    assert review.propose(session, "dahl-2024", REPORT, usual(), engine="rules 1").new == 0


def test_a_later_copy_keeps_what_was_decided(session: Session) -> None:
    from onrecord.ingest import read_bytes

    review.reject(session, numbered(session, "Nobody who").id)
    review.accept(session, numbered(session, "We sail").id)
    later = "Corrected on Monday.\n\n" + REPORT
    storing.add_snapshot(session, "dahl-2024", read_bytes(later.encode(), name="later.txt"))
    moved = [
        proposal("Nobody who bought a ticket will be left on the pier", "Ingrid Dahl", text=later, group=1),
        proposal("We sail", "she", canonical="Ingrid Dahl", text=later, group=2),
        proposal("whatever the fog may do.", "she", canonical="Ingrid Dahl", text=later, group=2),
        proposal("Nobody ever asks us.", "the deckhand", text=later, group=3, unnamed=True),
    ]
    stored = review.propose(session, "dahl-2024", later, moved, engine="rules 1")
    assert (stored.new, stored.known, stored.rejected) == (1, 1, 1)
    assert [(one.text, one.state) for one in review.proposals(session, "dahl-2024")] == [
        ("Nobody who bought a ticket will be left on the pier", "rejected"),
        ("Nobody ever asks us.", "open"),
    ]


def test_undoing_an_acceptance_opens_the_proposal_again(proposed: Path) -> None:
    with reading(proposed) as session:
        before = review.proposals(session)
        number = before[0].id
    with writing(proposed, "accept") as session:
        ref = review.accept(session, number).quote.ref
    with writing(proposed, "reject") as session:
        review.reject(session, before[1].id)
    for _ in range(2):
        with writing(proposed, "undo") as session:
            review.undo(session)
    with reading(proposed) as session:
        assert review.proposals(session) == before
        with pytest.raises(NotFoundError):
            lookup.attribution_ids(session, ref)
    # Reading the source is no decision of the review: it is not taken back from there.
    with pytest.raises(NotFoundError, match="no decision"), writing(proposed, "undo") as session:
        review.undo(session)


def test_what_was_removed_is_not_proposed_again(session: Session) -> None:
    ref = review.accept(session, numbered(session, "Nobody who").id).quote.ref
    removing.remove(session, targets.find(session, ref))
    assert numbered(session, "Nobody who").state == "rejected"


def test_a_source_goes_with_its_proposals(session: Session) -> None:
    removing.remove(session, targets.find(session, "dahl-2024"))
    assert review.proposals(session) == []


def test_what_drifted_since_it_was_proposed_is_recorded_as_drifted(session: Session) -> None:
    one = numbered(session, "Nobody who")
    citekey = "dahl-2024"
    later = REPORT.replace("Nobody who", "Hardly anybody who")
    storing.add_snapshot(session, citekey, read_bytes(later.encode(), name="a.txt"))
    assert any("drifted" in left.reason for left in review.accept_confident(session, citekey).left)
    added = review.accept(session, one.id)
    assert added.quote.check_result == "drifted"
    [stored] = finding.quotes(of(session), lookup.attribution_ids(session, added.quote.ref))
    assert stored.check_result == "drifted"
    assert outcome(session, added.quote) is Outcome.drifted
