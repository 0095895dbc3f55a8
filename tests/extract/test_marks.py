"""Quotations beside which no known verb of saying stands: none is dropped that can be somebody's words."""

import pytest

from onrecord.extract import Proposal, extract


def _only(text: str) -> Proposal:
    (one,) = extract(text)
    return one


VERBS = {
    "cooed": ("“I just love this bridge,” cooed Ann Lee.", "Ann Lee"),
    "emailed": ("“I just love this bridge!” Ann Lee emailed.", "Ann Lee"),
    "emailed somebody": ("“I just love this bridge,” Ann Lee emailed her sister on Monday.", "Ann Lee"),
    "shot back": ("Ann Lee shot back: “That is not what I meant.”", "Ann Lee"),
    "harrumphed": ("“That is not what I meant,” harrumphed the harbour master.", "harbour master"),
    "goes on": ("“I just love this bridge,” Ann Lee trilled, “and so does everybody.”", "Ann Lee"),
    "two": ("“I just love this bridge,” cooed Ann Lee and Bo Quist.", "Ann Lee and Bo Quist"),
}


@pytest.mark.parametrize(("text", "who"), VERBS.values(), ids=VERBS)
def test_any_verb_may_say_beside_a_quotation(text: str, who: str) -> None:
    for one in extract(text):
        assert one.speaker is not None
        assert (one.speaker.canonical, one.form) == (who, "direct")
        assert one.confidence <= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "The plan is simple. “We never saw the bridge fall.” So it went for years.",
        "One line stood on every wall: “We never saw the bridge fall.” Nobody moved.",
        "Der Plan ist einfach. „Wir haben die Brücke nie fallen sehen.“ So ging es weiter.",
        "計画は単純だ。「橋は落ちない」と町の人々は笑顔だった。",
    ],
)
def test_a_quotation_of_nobody_is_proposed_with_marks_only(text: str) -> None:
    one = _only(text)
    assert (one.speaker, one.form) == (None, "direct")
    assert one.reason == "marks only: nobody is said to speak"
    assert one.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition “A Bridge for Everybody in Town” opened on Monday.",
        "“Over the Old River,” directed by Ann Lee, opened on Monday.",
        "The so-called “bridge of the people who work” is closed.",
        "The word “bridges of the old town” stands there.",
        "He wanted to end “the scourge of all wars” for good.",
        "Nobody ever said “the bridge will hold for years.”",
    ],
)
def test_titles_scare_quotes_and_what_nobody_said_are_none(text: str) -> None:
    assert not extract(text)
