"""What a transcript says of who speaks is taken as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.turns import proposals_of
from onrecord.ingest.document import Document, Turn

TEXT = "BERG: We sail.\nEK: (…)\nBERG: At dawn,\nall of us.\n"


def document(text: str, *turns: Turn) -> Document:
    return Document(text, "text/plain", "test", text.encode(), turns=turns)


def test_every_turn_with_words_is_a_direct_statement() -> None:
    found = proposals_of(document(TEXT, Turn(6, 15, "BERG"), Turn(19, 23, "EK"), Turn(29, 49, "BERG")))
    assert [(TEXT[one.start : one.end], one.form) for one in found] == [
        ("We sail.", "direct"),
        ("At dawn,\nall of us.", "direct"),
    ]
    assert [one.speaker.canonical for one in found if one.speaker] == ["BERG", "BERG"]
    assert len({one.group for one in found}) == 2


def test_a_turn_without_a_name_has_no_speaker() -> None:
    (only,) = proposals_of(document(TEXT, Turn(6, 15, " ")))
    assert only.speaker is None and "not name" in only.reason


@given(st.text(min_size=1), st.data())
def test_every_proposal_lies_in_its_turn_and_begins_and_ends_with_more_than_space(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for one in proposals_of(document(text, Turn(start, end, "BERG"))):
        assert start <= one.start < one.end <= end
        assert text[one.start : one.end] == text[one.start : one.end].strip()


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("We sail. (Laughter.)", "We sail."),
        ("[APPLAUSE] We sail.", "We sail."),
        ("We sail. ♪ la la ♪", "We sail."),
        ("(laughs) We sail. [Musique] ♪ la ♪", "We sail."),
        ("[We] sail (in May)", "[We] sail (in May)"),
        ("We sold [it]", "We sold [it]"),
    ],
)
def test_sounds_at_either_end_are_no_words(turn: str, words: str) -> None:
    (only,) = proposals_of(document(turn, Turn(0, len(turn), "BERG")))
    assert turn[only.start : only.end] == words
