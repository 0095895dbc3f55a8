"""Words in quotation marks behind a verb that says what somebody does with them: thanks, orders, blames, accuses."""

import pytest

from onrecord.extract import extract


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee accused ministers of “playing politics with people’s lives”.", "ministers of “playing politics with people’s lives”"),
        ("Ann Lee urged members to “hold the line until the morning”.", "members to “hold the line until the morning”"),
        ("Ann Lee ordered officials to “find the money by any means”.", "officials to “find the money by any means”"),
        ("Ann Lee thanked the crews for “working through the darkest night”.", "the crews for “working through the darkest night”"),
        ("Ann Lee congratulated the team on “a victory for common sense”.", "the team on “a victory for common sense”"),
        ("Ann Lee berated the board for its “years of wilful neglect”.", "the board for its “years of wilful neglect”"),
        ("Ann Lee attacked the bill for “a cruelty without any purpose”.", "the bill for “a cruelty without any purpose”"),
        ("Ann Lee hailed the vote as “a victory for common sense”.", "the vote as “a victory for common sense”"),
        ("Ann Lee apologised for “the hurt that my words caused”.", "the hurt that my words caused"),
        ("Ann Lee railed against “the men who sold our harbour”.", "the men who sold our harbour"),
    ],
)  # fmt: skip
def test_the_words_and_who_says_them(text: str, words: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.speaker.canonical, text[found.start : found.end]) == ("Ann Lee", words)
    # Where such words begin and end is less certain than where they stand alone.
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee thanked the crews for their work.",
        "Ann Lee ordered officials to find the money.",
        "The order to “hold the line” came too late for the attack on the bridge.",
        "Ann Lee attacked the bill on Monday.",
    ],
)
def test_what_is_done_without_words_is_nothing_said(text: str) -> None:
    assert extract(text) == []
