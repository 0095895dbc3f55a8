"""The review file: it says what is there, and does what it says, once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proposals.proposing import REPORT, proposal

from onrecord.db.store import Store, writing
from onrecord.errors import InputError, OnrecordError, WordingError
from onrecord.proposals import file
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.apply import Applied, apply_review
from onrecord.proposals.decide import accept_proposal, reject_proposal
from onrecord.proposals.edit import ProposalEdits, change_proposal
from onrecord.proposals.file import parsed_review, written_review
from onrecord.proposals.records import HopRecord, ProposalRecord
from onrecord.proposals.store import store_proposals
from onrecord.speakers.write import add_speaker
from onrecord.text.clean import one_line

NOTHING = Applied()


def file_of(store: Store, citekey: str = "dahl-2024") -> str:
    return written_review([proposal_queries.opened(store, citekey)])


def apply(store: Store, text: str) -> Applied:
    return apply_review(store, parsed_review(text))


def section(text: str, words: str) -> str:
    """The section of a file that has these words in it."""
    return next(part for part in re.split("(?=^## )", text, flags=re.MULTILINE) if words in part)


def edited(text: str, words: str, old: str, new: str) -> str:
    """The file with something replaced in the section that has these words."""
    one = section(text, words)
    assert old in one
    return text.replace(one, one.replace(old, new, 1))


def test_a_file_that_nobody_touched_changes_nothing(store: Store) -> None:
    accept_proposal(store, proposal_queries.proposals(store)[0].id)
    reject_proposal(store, proposal_queries.proposals(store)[1].id)
    before = proposal_queries.proposals(store)
    assert apply(store, file_of(store)) == NOTHING
    assert proposal_queries.proposals(store) == before


def test_a_file_reads_like_the_review_that_it_is(store: Store) -> None:
    one = section(file_of(store), "would rather")
    place = REPORT.index("“would")
    end = REPORT.index("alarm") + len("alarm")
    assert one == (
        f"## {place}-{end} · para. 3\n\n"
        "> “would rather close the port than risk a crew” and sees no reason for alarm\n\n"
        "- decision: leave\n- speaker: the harbour master\n- kind: office\n- named as: the harbour master\n"
        f"- form: mixed\n- polarity: asserted\n- cue:\n- said:\n- place: {place}-{end}\n- via: Coastal Wire | according to\n\n"
        "90% sure: a verb of saying\n\n"
    )


def decide(text: str, words: str, decision: str) -> str:
    return edited(text, words, "decision: leave", f"decision: {decision}")


def test_what_it_decides_is_done_once(store: Store) -> None:
    text = decide(decide(file_of(store), "Nobody who", "accept"), "We sail", "reject")
    assert apply(store, text) == Applied(accepted=1, rejected=1)
    assert [one.state for one in proposal_queries.proposals(store)][:2] == ["accepted", "rejected"]
    assert apply(store, text) == NOTHING


CHANGES: dict[str, tuple[Callable[[str], str], Callable[[ProposalRecord], object], object]] = {
    "wording": (
        lambda text: edited(text, "Nobody who", " on the pier\n", "\n"),
        lambda one: one.text,
        "Nobody who bought a ticket will be left",
    ),
    "place": (
        lambda text: re.sub(r"- place: (\d+)-\d+", lambda found: f"- place: {found[1]}-{int(found[1]) + 6}", text, count=1),
        lambda one: one.text,
        "Nobody",
    ),
    "speaker": (
        lambda text: edited(text, "Nobody who", "speaker: Ingrid Dahl", "speaker: The Mayor"),
        lambda one: (one.speaker, one.named_as),
        ("The Mayor", "Ingrid Dahl"),
    ),
    "kind": (
        lambda text: edited(text, "Nobody who", "kind: person", "kind: group, unnamed"),
        lambda one: (one.speaker_kind, one.unnamed),
        ("group", True),
    ),
    "polarity": (
        lambda text: edited(text, "Nobody who", "polarity: asserted", "polarity: not-said"),
        lambda one: one.polarity,
        "not_said",
    ),
    "form": (
        lambda text: edited(text, "Nobody who", "form: direct", "form: indirect"),
        lambda one: one.form,
        "indirect",
    ),
    "cue": (lambda text: edited(text, "Nobody who", "cue: said", "cue: promised"), lambda one: one.cue, "promised"),
    "no cue": (lambda text: edited(text, "Nobody who", "cue: said", "cue:"), lambda one: one.cue, None),
    "via": (
        lambda text: edited(text, "Nobody who", "- said:", "- via: Port Radio | told | the radio | group\n- said:"),
        lambda one: one.via,
        (HopRecord(speaker="Port Radio", cue="told", named_as="the radio", kind="group"),),
    ),
    "said": (
        lambda text: edited(text, "Nobody who", "- said:", "- said: 2024-03-01, inferred"),
        lambda one: (one.said, one.said_basis),
        ("2024-03-01", "inferred"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("decision", ["leave", "accept"])
def test_every_line_can_be_changed(store: Store, what: str, decision: str) -> None:
    change, look, expected = CHANGES[what]
    text = change(decide(file_of(store), "Nobody who", decision))
    accepted = int(decision == "accept")
    assert apply(store, text) == Applied(changed=1, accepted=accepted)
    assert look(proposal_queries.proposals(store)[0]) == expected
    assert apply(store, text) == NOTHING


def test_an_interrupted_wording_may_lose_a_part(store: Store) -> None:
    text = edited(file_of(store), "We sail", "We sail … whatever the fog may do.", "We sail")
    apply(store, text)
    assert proposal_queries.proposals(store)[1].text == "We sail"


def test_the_wording_may_be_typed_with_plain_marks_and_over_lines(store: Store) -> None:
    text = edited(
        file_of(store),
        "would rather",
        "> “would rather close the port than risk a crew” and sees no reason for alarm",
        '> "would rather close the port\n>than risk a crew" and sees',
    )
    assert apply(store, text).changed == 1
    assert (
        proposal_queries.proposals(store)[2].text == "“would rather close the port than risk a crew” and sees"
    )


def test_a_repeated_wording_is_the_one_that_was_proposed(store: Store) -> None:
    text = file_of(store)
    last = text.rindex("> Nobody asked us")
    text = text[:last] + text[last:].replace("> Nobody asked us", "> Nobody asked", 1)
    before = proposal_queries.proposals(store)[-1]
    apply(store, text)
    after = proposal_queries.proposals(store)[-1]
    assert after.stretches == ((before.stretches[0][0], before.stretches[0][0] + len("Nobody asked")),)


def test_a_missed_one_is_added_once(store: Store) -> None:
    text = file_of(store) + (
        "\n## new\n\n> Later the deckhand said it again\n\n- decision: accept\n- speaker: the reporter\n- kind: person, unnamed\n"
    )
    assert apply(store, text) == Applied(accepted=1, added=1)
    assert apply(store, text) == NOTHING
    (added,) = [one for one in proposal_queries.proposals(store) if one.engine == "person"]
    assert (added.form, added.state, added.unnamed) == ("indirect", "accepted", True)


def test_a_moved_proposal_can_be_moved_again(store: Store) -> None:
    one = proposal_queries.proposals(store)[0]
    start = one.stretches[0][0]
    change_proposal(store, one.id, ProposalEdits(stretches=((start, start + 26),)))
    text = file_of(store)
    reworded = edited(text, "Nobody who", "> Nobody who bought", "> who bought")
    with pytest.raises(InputError, match=r"Line \d+: .* take it out"):
        apply(store, reworded)
    apply(store, edited(reworded, "> who bought", f"- place: {start}-{start + 26}\n", ""))
    assert proposal_queries.proposals(store)[0].stretches == ((start + 7, start + 26),)


WRONG: dict[str, tuple[Callable[[str], str], str]] = {
    "no heading": (lambda text: "notes", "not a review file"),
    "unknown source": (lambda text: text.replace("# Review of dahl-2024", "# Review of nobody"), "Line 1: There is no source"),
    "unknown copy": (lambda text: re.sub("copy: .*", "copy: 00ff", text), "Line 1: dahl-2024 has no stored copy 00ff"),
    "unknown decision": (lambda text: decide(text, "We sail", "perhaps"), "'perhaps' is not a decision"),
    "unknown key": (lambda text: text.replace("- cue:", "- clue:", 1), 'there is no "clue"'),
    "no key": (lambda text: text.replace("- cue:", "-", 1), "is not a line such as"),
    "twice": (lambda text: text.replace("- cue:", "- form: direct\n- cue:", 1), "stands here twice"),
    "unknown place": (lambda text: re.sub(r"^## \d+-\d+", "## 1-2", text, count=1, flags=re.MULTILINE), "nothing was proposed"),
    "not a place": (lambda text: re.sub(r"- place: .*", "- place: here", text, count=1), "is not a place"),
    "outside": (lambda text: re.sub(r"- place: .*", "- place: 5-99999", text, count=1), "not a place in this text"),
    "other words": (lambda text: text.replace("> Nobody who", "> Everybody who"), "do not stand in the stored text"),
    "several places": (lambda text: f"{text}\n## new\n> Nobody asked us\n", "more than once"),
    "nothing new": (lambda text: f"{text}\n## new\n- form: direct\n", "needs its wording"),
    "unknown polarity": (
        lambda text: text.replace("polarity: asserted", "polarity: perhaps", 1),
        "'perhaps' is not a polarity. Choose from: asserted, denied, not said, asked",
    ),
    "unknown form": (lambda text: text.replace("form: direct", "form: shouted", 1), "'shouted' is not a form"),
    "unknown kind": (lambda text: text.replace("kind: person", "kind: robot", 1), "not a kind of speaker"),
    "a bad date": (lambda text: text.replace("- said:", "- said: some day", 1), "some day"),
    "a bad relay": (lambda text: text.replace("- said:", "- via: a | b | c | d | e\n- said:", 1), "a relay is written as"),
    "no speaker": (lambda text: decide(text, "We sail", "accept").replace("speaker: Ingrid Dahl", "speaker:"), "who speaks"),
    "a strange heading": (lambda text: f"{text}\n### More\n", "a heading is"),
    "a field too early": (lambda text: text.replace("- copy", "- cue", 1), "belongs below"),
    "words too early": (lambda text: f"> hm\n{text}", "before the first heading"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_with_its_line_and_nothing_is_done(proposed: Path, what: str) -> None:
    spoil, sentence = WRONG[what]
    with writing(proposed, "look") as store:
        before = proposal_queries.proposals(store)
        # The first section is fine and would be accepted.
        text = spoil(decide(file_of(store), "Nobody ever", "reject"))
    with pytest.raises(OnrecordError) as error, writing(proposed, "apply") as store:
        apply(store, text)
    assert sentence in error.value.message
    assert what == "no heading" or re.match(r"Line \d+\b", error.value.message)
    with writing(proposed, "look") as store:
        assert proposal_queries.proposals(store) == before


def test_the_line_named_is_the_line_meant(store: Store) -> None:
    text = file_of(store).replace("> Nobody who bought", "> Nobody who sold")
    with pytest.raises(WordingError) as error:
        apply(store, text)
    number = int(error.value.message.removeprefix("Line ").partition(":")[0])
    assert text.split("\n")[number - 1].startswith("> Nobody who sold")
    assert error.value.diff and "sold" in error.value.diff


def test_a_name_of_several_is_named_with_its_line(store: Store) -> None:
    for slug in ("dahl-the-mayor", "dahl-the-singer"):
        add_speaker(store, "Ingrid Dahl", slug=slug)
    with pytest.raises(InputError, match=r"Line \d+: .*dahl-the-singer"):
        apply(store, decide(file_of(store), "Nobody who", "accept"))


def test_what_is_recorded_is_not_changed_through_the_file(store: Store) -> None:
    text = decide(file_of(store), "Nobody who", "accept")
    apply(store, text)
    with pytest.raises(InputError, match=r"was accepted as .+ says otherwise\.$") as refused:
        apply(store, edited(text, "Nobody who", "cue: said", "cue: promised"))
    assert refused.value.hint is not None and refused.value.hint.step == "change_recorded"
    with pytest.raises(InputError, match="was accepted as"):
        apply(store, edited(text, "Nobody who", "decision: accept", "decision: reject"))


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12
).filter(lambda name: any(map(str.isalnum, name)))  # fmt: skip
WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=60
).filter(lambda words: any(map(str.isalnum, words)))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20),
    words=WORDS,
    cue=NAMES,
    hops=st.lists(
        st.tuples(NAMES, NAMES, NAMES, st.sampled_from(["person", "organisation", "group"])), max_size=3
    ),
    speaker=NAMES,
)
def test_any_text_and_any_names_go_through_a_file_unchanged(
    database: Path,
    before: str,
    words: str,
    cue: str,
    speaker: str,
    hops: list[tuple[str, str, str, str]],
) -> None:
    text = f"{before}\nA {words} Z"
    with writing(database, "rehearsal", rehearse=True) as store:
        source(store, text)
        store_proposals(
            store, "dahl-2024", text, [proposal(words, None, text=text, cue=None)], engine="rules 1"
        )
        (one,) = proposal_queries.proposals(store)
        via = tuple(HopRecord(speaker=a, cue=b, named_as=c, kind=kind) for a, b, c, kind in hops)
        changed = change_proposal(store, one.id, ProposalEdits(speaker=speaker, cue=cue, via=via))
        written = file_of(store)
        assert apply(store, written) == NOTHING
        assert proposal_queries.proposals(store) == [changed]
        (part,) = parsed_review(written)
        (only,) = part.sections
        assert only.wording is not None and only.wording.value == one_line(changed.text)
        assert [file.shown_hop(file.hop_in(line)) for line in only.via] == [line.value for line in only.via]


def test_a_known_speaker_may_be_typed_in_any_way(store: Store) -> None:
    add_speaker(store, "Coastal Wire Agency", kind="organisation", aliases=["CWA"])
    add_speaker(store, "Ingrid Maria Dahl")
    text = edited(file_of(store), "Nobody who", "speaker: Ingrid Dahl", "speaker: Dahl")
    text = edited(text, "would rather", "- via: Coastal Wire |", "- via: CWA |")
    text = edited(text, "We sail", "speaker: Ingrid Dahl", "speaker: CWA")
    assert apply(store, text).changed == 3
    assert [one.speaker_slug for one in proposal_queries.proposals(store)][:2] == [
        "ingrid-maria-dahl",
        "coastal-wire-agency",
    ]
    assert proposal_queries.proposals(store)[2].via[0].slug == "coastal-wire-agency"
    assert apply(store, text) == NOTHING


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("#>- :|\\\nReviewofnw120,·\u202e\ud7ff")) | st.text())
def test_no_file_at_all_makes_reading_fail_otherwise_than_with_a_sentence(text: str) -> None:
    try:
        parts = parsed_review(text)
    except InputError as error:
        assert error.message
    else:
        assert parts
