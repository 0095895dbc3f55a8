"""A headline that repeats a quotation has its speaker: one statement that stands in two places."""

import pytest

from onrecord.extract import extract

SAID = "“We will not sell the pier,” Ann Lee told the board."


def speakers(text: str) -> list[str | None]:
    found = sorted(extract(text), key=lambda one: one.start)
    return [one.speaker.canonical if one.speaker else None for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"“We will not sell the pier”\n\nBy Tom Reyes\n\nThe board met on Monday. {SAID}",
        f"‘We will not sell the pier’\n\nThe board met on Monday. {SAID}",
        "“We will not sell the pier”\n\n“We will not sell the pier, not now and not ever,” Ann Lee said.",
        f"{SAID}\n\n“We will not sell the pier”",
        "„Wir verkaufen den Pier nicht“\n\n„Wir verkaufen den Pier nicht“, sagte Ann Lee am Montag.",
    ],
)
def test_words_that_are_repeated_are_those_of_whoever_says_them(text: str) -> None:
    assert speakers(text) == ["Ann Lee", "Ann Lee"]
    assert all(one.confidence <= 0.9 for one in extract(text) if "the same words" in one.reason)


@pytest.mark.parametrize(
    "text",
    [
        "“We will not sell the pier”\n\n“We will not sell the pier,” said Ann Lee. “We will not sell the pier,” said Bo Quist.",
        "“We will not sell the boats”\n\n“We will not sell the pier,” said Ann Lee.",
        "“We will not sell the pier”\n\nAnn Lee denied saying “We will not sell the pier.”",
        "“We will not sell the pier”\n\nHe shrugged. “We will not sell the pier,” he said.",
    ],
)
def test_words_of_two_or_of_nobody_known_stay_without_a_speaker(text: str) -> None:
    assert speakers(text)[0] is None


def test_a_part_of_a_sentence_is_proposed_without_the_preposition_before_it() -> None:
    text = "It is not clear what it would serve, beyond just “making things difficult for the harbour.”"
    assert [text[one.start : one.end] for one in extract(text)] == [
        "making things difficult for the harbour."
    ]
