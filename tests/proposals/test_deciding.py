"""Accepting and rejecting: what is recorded, of whom, where it stands, and what is left to a person."""

from pathlib import Path

import pytest
from factories import source
from proposals.proposing import REPORT, proposal, usual

from onrecord.db.store import Store, reading, writing
from onrecord.errors import AmbiguousError, ConflictError, InputError, NotFoundError, UsageError
from onrecord.ingest.read import read_bytes
from onrecord.matching import Outcome
from onrecord.model.records import Quote
from onrecord.names import find_target
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import (
    accept_confident,
    accept_proposal,
    reject_proposal,
    reopen_proposal,
    undo_decision,
)
from onrecord.proposals.edit import ProposalEdits, change_proposal
from onrecord.proposals.records import ProposalRecord
from onrecord.proposals.store import store_proposals
from onrecord.remove import remove_target
from onrecord.sources.copies import add_snapshot
from onrecord.speakers.write import add_speaker, find_speaker
from onrecord.statements import queries as statement_queries
from onrecord.statements import verify
from onrecord.statements.undecided import undecided


def numbered(store: Store, beginning: str, nth: int = 0) -> ProposalRecord:
    found = [one for one in proposal_queries.proposals(store) if one.text.startswith(beginning)]
    return found[nth]


def outcome(store: Store, quote: Quote) -> Outcome:
    (check,) = verify.check(store, statement_queries.attribution_ids(store, quote.ref))
    return check.outcome


def test_an_accepted_proposal_is_a_verified_quotation_at_its_place(store: Store) -> None:
    one = numbered(store, "Nobody who")
    added = accept_proposal(store, one.id)
    assert added.quote.speaker.name == "Ingrid Dahl"
    assert (added.quote.form, added.quote.cue, added.quote.locator) == ("direct", "said", "2")
    assert [(span.start, span.end) for span in added.quote.spans] == list(one.stretches)
    assert outcome(store, added.quote) is Outcome.exact
    after = proposal_queries.proposal(store, one.id)
    assert (after.state, after.ref) == ("accepted", added.quote.ref)


def test_an_interrupted_statement_is_one_quotation(store: Store) -> None:
    added = accept_proposal(store, numbered(store, "We sail").id)
    assert added.quote.text == "We sail … whatever the fog may do."
    assert [REPORT[span.start : span.end] for span in added.quote.spans] == [
        "We sail",
        "whatever the fog may do.",
    ]
    # "she" is no name: what is kept is the name that it stands for.
    assert (added.quote.speaker.name, added.quote.named_as) == ("Ingrid Dahl", "Ingrid Dahl")
    assert outcome(store, added.quote) is Outcome.interrupted


def test_a_mixed_one_keeps_its_chain_and_its_quoted_part(store: Store) -> None:
    added = accept_proposal(store, numbered(store, "“would").id)
    assert [(hop.speaker.name, hop.cue) for hop in added.quote.via] == [("Coastal Wire", "according to")]
    quoted = [REPORT[span.start : span.end] for span in added.quote.spans if span.quoted]
    assert quoted == ["would rather close the port than risk a crew"]
    assert added.quote.speaker.kind == "office"
    # A line ends between its words.
    assert outcome(store, added.quote) is Outcome.typographic


DENIAL = "Ann Lund denied that the fog was thick. Tom Oduya said that it was thick.\n"


def denied(store: Store, **fields: object) -> ProposalRecord:
    """A proposal of what Ann Lund denies."""
    source(store, DENIAL, citekey="lund-2025")
    given: dict[str, object] = {
        "form": "indirect", "cue": "denied", "polarity": "denied", "confidence": 0.6, "reason": "denies; a clause", **fields,
    }  # fmt: skip
    found = [proposal("the fog was thick", "Ann Lund", text=DENIAL, **given)]  # type: ignore[arg-type]
    store_proposals(store, "lund-2025", DENIAL, found, engine="rules 1")
    return proposal_queries.proposals(store, "lund-2025")[0]


def test_a_denial_is_recorded_as_one(store: Store) -> None:
    one = denied(store)
    assert (one.polarity, one.as_json()["polarity"]) == ("denied", "denied")
    quote = accept_proposal(store, one.id).quote
    assert (quote.polarity, quote.polarity_basis) == ("denied", None)
    assert proposal_queries.proposal(store, one.id).polarity == "denied"


@pytest.mark.parametrize("polarity", ["denied", "not_said", "asked"])
def test_what_is_not_asserted_is_never_accepted_unseen(store: Store, polarity: str) -> None:
    one = denied(store, polarity=polarity, cue="said", confidence=1.0)
    sweep = accept_confident(store, "lund-2025", threshold=0.0)
    assert sweep.accepted == () and sweep.left == ()
    assert proposal_queries.proposal(store, one.id).state == "open"


def test_a_person_overrules_the_cue_and_that_is_remembered(store: Store) -> None:
    one = change_proposal(store, denied(store).id, ProposalEdits(polarity="asserted"))
    assert one.polarity == "asserted"
    quote = accept_proposal(store, one.id).quote
    assert (quote.polarity, quote.polarity_basis) == ("asserted", "stated")
    assert undecided(store) == []


def test_proposals_from_before_denials_were_known_are_not_taken_for_assertions(store: Store) -> None:
    one = denied(store, polarity="asserted", confidence=0.9, reason="a clause")
    assert (one.polarity, one.confidence, one.reason) == ("denied", 0.6, "denied; a clause")
    assert accept_confident(store, "lund-2025", threshold=0.5).accepted == ()
    assert accept_proposal(store, one.id).quote.polarity == "denied"


def test_another_cue_and_another_form_express_something_else(store: Store) -> None:
    one = denied(store)
    assert change_proposal(store, one.id, ProposalEdits(cue="said")).polarity == "asserted"
    assert change_proposal(store, one.id, ProposalEdits(cue="did not say")).polarity == "not_said"
    assert change_proposal(store, one.id, ProposalEdits(cue="denied")).polarity == "denied"
    assert change_proposal(store, one.id, ProposalEdits(form="direct")).polarity == "asserted"
    # What a person decided stays, whatever the cue is.
    assert change_proposal(store, one.id, ProposalEdits(polarity="asked")).polarity == "asked"
    assert change_proposal(store, one.id, ProposalEdits(cue="refuted")).polarity == "asked"


def test_a_polarity_that_is_none_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="'maybe' is not a polarity"):
        change_proposal(store, denied(store).id, ProposalEdits(polarity="maybe"))


def test_of_one_interrupted_statement_any_denial_denies_the_whole(store: Store) -> None:
    source(store, DENIAL, citekey="lund-2025")
    parts = [
        proposal("the fog", "Ann Lund", text=DENIAL, form="indirect", group=1),
        proposal("was thick", "Ann Lund", text=DENIAL, form="indirect", group=1, polarity="denied"),
    ]
    store_proposals(store, "lund-2025", DENIAL, parts, engine="rules 1")
    assert [one.polarity for one in proposal_queries.proposals(store, "lund-2025")] == ["denied"]


def test_the_place_decides_where_the_words_stand_twice(store: Store) -> None:
    first, second = numbered(store, "Nobody asked us", 0), numbered(store, "Nobody asked us", 1)
    later = accept_proposal(store, second.id).quote
    assert [(span.start, span.end) for span in later.spans] == list(second.stretches)
    earlier = accept_proposal(store, first.id).quote
    assert earlier.key == later.key and earlier.ref != later.ref


def test_an_unnamed_source_is_one_speaker_in_one_source_and_another_in_the_next(store: Store) -> None:
    here = [
        accept_proposal(store, one.id).quote.speaker.slug
        for one in proposal_queries.proposals(store)
        if one.unnamed
    ]
    assert len(here) == 3 and len(set(here)) == 1
    text = "“The ropes are rotten,” a deckhand said."
    source(store, text, title="Ropes", citekey="ropes")
    found = [proposal("The ropes are rotten", "a deckhand", text=text, unnamed=True)]
    store_proposals(store, "ropes", text, found, engine="rules 1")
    (other,) = proposal_queries.proposals(store, "ropes")
    assert accept_proposal(store, other.id).quote.speaker.slug not in here


def test_a_known_speaker_is_found_by_any_of_their_names(store: Store) -> None:
    known = add_speaker(store, "Ingrid Maria Dahl", aliases=["Ingrid Dahl"])
    added = accept_proposal(store, numbered(store, "Nobody who").id)
    assert (added.quote.speaker.slug, added.new_speakers) == (known.slug, ())


def test_a_name_that_fits_several_is_left_to_a_person(store: Store) -> None:
    for slug in ("dahl-the-mayor", "dahl-the-singer"):
        add_speaker(store, "Ingrid Dahl", slug=slug)
    one = numbered(store, "Nobody who")
    with pytest.raises(AmbiguousError) as error:
        accept_proposal(store, one.id)
    assert error.value.candidates == ("dahl-the-mayor (Ingrid Dahl)", "dahl-the-singer (Ingrid Dahl)")
    assert proposal_queries.proposal(store, one.id) == one
    swept = accept_confident(store)
    assert {left.proposal.id for left in swept.left} == {one.id, numbered(store, "We sail").id}
    assert all("dahl-the-singer" in left.reason for left in swept.left)
    change_proposal(store, one.id, ProposalEdits(speaker="dahl-the-mayor"))
    assert accept_proposal(store, one.id).quote.speaker.slug == "dahl-the-mayor"


def test_a_family_name_alone_is_never_taken_for_a_known_person(store: Store) -> None:
    text = "“We wait,” Dahl said."
    source(store, text, title="Waiting", citekey="waiting")
    add_speaker(store, "Ingrid Dahl")
    store_proposals(store, "waiting", text, [proposal("We wait", "Dahl", text=text)], engine="rules 1")
    (one,) = proposal_queries.proposals(store, "waiting")
    with pytest.raises(AmbiguousError, match="family name"):
        accept_proposal(store, one.id)


@pytest.mark.parametrize("others", [[], ["Peter Ellingham"]])
def test_a_family_name_that_was_guessed_an_organisation_is_left_to_a_person(
    store: Store, others: list[str]
) -> None:
    text = "“We wait,” Ellingham said."
    source(store, text, title="Waiting", citekey="waiting")
    for name in ["Margaret Ellingham", *others]:
        add_speaker(store, name)
    found = proposal("We wait", "Ellingham", text=text, kind="organisation", confidence=0.97)
    store_proposals(store, "waiting", text, [found], engine="rules 1")
    [left] = accept_confident(store, "waiting").left
    whose = "2 known people" if others else "Margaret Ellingham"
    assert f"'Ellingham' is no more than the family name of {whose}." in left.reason
    with pytest.raises(AmbiguousError, match="family name") as error:
        accept_proposal(store, left.proposal.id)
    assert error.value.candidates[0] == "margaret-ellingham (Margaret Ellingham)"
    add_speaker(store, "Ellingham", kind="organisation")
    assert accept_proposal(store, left.proposal.id).quote.speaker.slug == "ellingham"


def test_a_known_agency_is_no_person_of_its_name(store: Store) -> None:
    text = "“We wait,” Bloomberg said."
    source(store, text, title="Waiting", citekey="waiting")
    add_speaker(store, "Michael Bloomberg")
    found = proposal("We wait", "Bloomberg", text=text, kind="organisation")
    store_proposals(store, "waiting", text, [found], engine="rules 1")
    [one] = accept_confident(store, "waiting").accepted
    assert one.speaker_kind == "organisation"


def test_without_a_speaker_nothing_is_recorded(store: Store) -> None:
    text = "“We wait,” it was heard. “We wait,” he said."
    source(store, text, title="Waiting", citekey="waiting")
    found = [
        proposal("We wait", None, text=text, group=1),
        proposal("We wait", "he", text=text, group=2, nth=2),
    ]
    store_proposals(store, "waiting", text, found, engine="rules 1")
    for one in proposal_queries.proposals(store, "waiting"):
        with pytest.raises(InputError, match="who speaks"):
            accept_proposal(store, one.id)
    assert len(accept_confident(store, "waiting").left) == 2


def test_only_the_confident_ones_are_accepted(store: Store) -> None:
    swept = accept_confident(store, "dahl-2024", threshold=0.8)
    assert (len(swept.accepted), swept.left) == (5, ())
    assert [one.state for one in proposal_queries.proposals(store)].count("open") == 1
    again = accept_confident(store, "dahl-2024", threshold=0.8)
    assert (again.accepted, again.left) == ((), ())
    with pytest.raises(UsageError, match="between 0 and 1"):
        accept_confident(store, threshold=1.5)


def test_what_cannot_be_recorded_leaves_no_speaker_behind(store: Store) -> None:
    one = numbered(store, "Nobody who")
    change_proposal(store, one.id, ProposalEdits(form="mixed", stretches=((0, 7),)))
    with pytest.raises(InputError, match="quotation marks"):
        accept_proposal(store, one.id)
    with pytest.raises(NotFoundError):
        find_speaker(store, "Ingrid Dahl")


def test_a_decision_is_made_once(store: Store) -> None:
    one = numbered(store, "Nobody who")
    accept_proposal(store, one.id)
    for again in (accept_proposal, reject_proposal, reopen_proposal):
        with pytest.raises(ConflictError, match="accepted as"):
            again(store, one.id)
    other = numbered(store, "We sail")
    reject_proposal(store, other.id)
    with pytest.raises(ConflictError, match="rejected"):
        accept_proposal(store, other.id)
    reopen_proposal(store, other.id)
    accept_proposal(store, other.id)
    with pytest.raises(NotFoundError, match="no proposal 99"):
        reject_proposal(store, 99)


def test_reading_the_same_text_again_changes_nothing(store: Store) -> None:
    accept_proposal(store, numbered(store, "We sail").id)
    reject_proposal(store, numbered(store, "Nobody who").id)
    before = proposal_queries.proposals(store)
    stored = store_proposals(store, "dahl-2024", REPORT, usual(), engine="rules 2")
    assert (stored.new, stored.known, stored.rejected) == (0, 6, 0)
    # Another version draws the boundary elsewhere.
    wider = [proposal("“Nobody who bought a ticket will be left on the pier,”", "Ingrid Dahl")]
    assert store_proposals(store, "dahl-2024", REPORT, wider, engine="rules 3").known == 1
    assert proposal_queries.proposals(store) == before


def test_a_place_that_a_person_moved_is_not_proposed_again(store: Store) -> None:
    one = numbered(store, "Nobody who")
    start, _ = one.stretches[0]
    change_proposal(store, one.id, ProposalEdits(stretches=((start, start + 6),)))
    assert store_proposals(store, "dahl-2024", REPORT, usual(), engine="rules 1").new == 0


def test_a_later_copy_keeps_what_was_decided(store: Store) -> None:
    from onrecord.ingest.read import read_bytes

    reject_proposal(store, numbered(store, "Nobody who").id)
    accept_proposal(store, numbered(store, "We sail").id)
    later = "Corrected on Monday.\n\n" + REPORT
    add_snapshot(store, "dahl-2024", read_bytes(later.encode(), name="later.txt"))
    moved = [
        proposal("Nobody who bought a ticket will be left on the pier", "Ingrid Dahl", text=later, group=1),
        proposal("We sail", "she", canonical="Ingrid Dahl", text=later, group=2),
        proposal("whatever the fog may do.", "she", canonical="Ingrid Dahl", text=later, group=2),
        proposal("Nobody ever asks us.", "the deckhand", text=later, group=3, unnamed=True),
    ]
    stored = store_proposals(store, "dahl-2024", later, moved, engine="rules 1")
    assert (stored.new, stored.known, stored.rejected) == (1, 1, 1)
    assert [(one.text, one.state) for one in proposal_queries.proposals(store, "dahl-2024")] == [
        ("Nobody who bought a ticket will be left on the pier", "rejected"),
        ("Nobody ever asks us.", "open"),
    ]


def test_undoing_an_acceptance_opens_the_proposal_again(proposed: Path) -> None:
    with reading(proposed) as store:
        before = proposal_queries.proposals(store)
        number = before[0].id
    with writing(proposed, "accept") as store:
        ref = accept_proposal(store, number).quote.ref
    with writing(proposed, "reject") as store:
        reject_proposal(store, before[1].id)
    for _ in range(2):
        with writing(proposed, "undo") as store:
            undo_decision(store)
    with reading(proposed) as store:
        assert proposal_queries.proposals(store) == before
        with pytest.raises(NotFoundError):
            statement_queries.attribution_ids(store, ref)
    # Reading the source is no decision of the review: it is not taken back from there.
    with pytest.raises(NotFoundError, match="no decision"), writing(proposed, "undo") as store:
        undo_decision(store)


def test_what_was_removed_is_not_proposed_again(store: Store) -> None:
    ref = accept_proposal(store, numbered(store, "Nobody who").id).quote.ref
    remove_target(store, find_target(store, ref))
    assert numbered(store, "Nobody who").state == "rejected"


def test_a_source_goes_with_its_proposals(store: Store) -> None:
    remove_target(store, find_target(store, "dahl-2024"))
    assert proposal_queries.proposals(store) == []


def test_what_drifted_since_it_was_proposed_is_recorded_as_drifted(store: Store) -> None:
    one = numbered(store, "Nobody who")
    citekey = "dahl-2024"
    later = REPORT.replace("Nobody who", "Hardly anybody who")
    add_snapshot(store, citekey, read_bytes(later.encode(), name="a.txt"))
    assert any("drifted" in left.reason for left in accept_confident(store, citekey).left)
    added = accept_proposal(store, one.id)
    assert added.quote.check_result == "drifted"
    [stored] = statement_queries.quotes(store, statement_queries.attribution_ids(store, added.quote.ref))
    assert stored.check_result == "drifted"
    assert outcome(store, added.quote) is Outcome.drifted
