"""A quotation of somebody else within a turn is theirs, via whose turn it is; the turn stays whole."""

import pytest

from onrecord.extract.document import proposed_of
from onrecord.extract.proposal import Proposal
from onrecord.ingest.read import read_bytes

TALK = "Jan Roth: Who agreed?\n\nMona Berg: {words}\n\nJan Roth: And then?\n\nMona Berg: Then we went home.\n"


def proposed(words: str) -> tuple[str, list[Proposal]]:
    read = read_bytes(TALK.format(words=words).encode(), name="a.txt")
    return read.text, proposed_of(read)[0]


@pytest.mark.parametrize(
    ("words", "speaker", "quoted"),
    [
        ('The mayor said, "We never agreed to that."', "mayor", "We never agreed to that."),
        ("As Ida Falk put it, “a weir is a promise.” We broke it.", "Ida Falk", "a weir is a promise."),
        ("Otto Kern sagte: „Wir haben nie zugestimmt.“ Ich war dabei.", "Otto Kern", "Wir haben nie zugestimmt."),
        ("Olga Stern a dit : « Nous n’avons rien signé. » J’étais là.", "Olga Stern", "Nous n’avons rien signé."),
    ],
)  # fmt: skip
def test_whoever_is_quoted_in_a_turn_speaks_via_whose_turn_it_is(
    words: str, speaker: str, quoted: str
) -> None:
    text, found = proposed(words)
    [inner] = [one for one in found if one.via]
    assert inner.speaker is not None
    assert text[inner.start : inner.end].strip() == quoted
    assert inner.speaker.canonical == speaker
    assert [hop.speaker.canonical for hop in inner.via] == ["Mona Berg"]
    if inner.speaker.start is not None:
        assert text[inner.speaker.start : inner.speaker.end] == inner.speaker.text
    assert inner.confidence < 0.9
    turn = next(one for one in found if not one.via and one.start <= inner.start < one.end)
    assert text[turn.start : turn.end] == words and turn.speaker and turn.speaker.canonical == "Mona Berg"
    assert len({one.group for one in found}) == len(found)


@pytest.mark.parametrize(
    "words",
    [
        "I told them, “We are going home.”",
        "You once wrote, “A weir is a promise.”",
        "It was a so-called “weir”.",
        "“We are going home.”",
        "Mona Berg said, “We are going home.”",
    ],
)
def test_what_is_quoted_of_the_speaker_or_of_nobody_is_no_chain(words: str) -> None:
    assert [one for one in proposed(words)[1] if one.via] == []
