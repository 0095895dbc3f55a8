"""The JSON of Whisper, WhisperX and whisper.cpp: words, times and speakers."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.turns import proposals_of
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes


def read(content: object) -> Document:
    return read_bytes(json.dumps(content).encode(), name="a.json")


def test_segments_with_speakers() -> None:
    segments = [
        {"start": 0.5, "end": 2, "text": " Did it hold?", "speaker": "SPEAKER_00"},
        {"start": 3725.2, "end": 3727, "text": " It held, 5 < 6 & {\\an8}.", "speaker": "Per Sund"},
        {"start": 3728, "end": 3729, "text": " Who knows."},
    ]
    document = read({"text": "…", "segments": segments, "language": "en"})
    assert document.text == "Did it hold?\n\nIt held, 5 < 6 & {\\an8}.\n\nWho knows.\n"
    assert [place.value for place in document.places] == ["00:00:00", "01:02:05", "01:02:08"]
    assert [(one.speaker and one.speaker.text, one.unnamed) for one in proposals_of(document)] == [
        ("SPEAKER_00", True),
        ("Per Sund", False),
    ]


def test_words_of_two_speakers_in_a_segment() -> None:
    told = [("Did", "A B"), ("it?", "A B"), ("It", "C D"), ("did.", "C D")]
    words = [
        {"word": word, "start": at, "end": at + 1, "speaker": who} for at, (word, who) in enumerate(told)
    ]
    document = read({"segments": [{"start": 0, "end": 4, "text": " Did it? It did.", "words": words}]})
    turns = [(turn.speaker, document.text[turn.start : turn.end]) for turn in document.turns]
    assert turns == [("A B", "Did it?"), ("C D", "It did.")]


def test_whisper_cpp() -> None:
    parts = [{"offsets": {"from": 61_000, "to": 62_000}, "text": " (speaker 0) It held."}]
    document = read({"transcription": parts})
    assert (document.text, document.turns[0].speaker) == ("It held.\n", "speaker 0")
    assert document.places[0].value == "00:01:01"


@pytest.mark.parametrize("content", [{"segments": []}, {"segments": [1], "text": "x"}, {"text": "x"}, [{"text": "x"}]])  # fmt: skip
def test_other_json_is_text(content: object) -> None:
    assert read(content).text == json.dumps(content)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1).map(lambda text: f"a{text}z"), min_size=1, max_size=6))  # fmt: skip
def test_every_word_of_a_segment_stands_in_the_text(texts: list[str]) -> None:
    segments = [{"start": at * 9, "end": at * 9 + 1, "text": text} for at, text in enumerate(texts)]
    assert read({"segments": segments}).text.split() == texts
