"""Whatever the text: nothing is raised, every span lies inside it, and twice the text costs twice the work."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import Proposal, extract

_PIECES = st.sampled_from(
    [
        "said", "says", "told", "according to", "that", "he", "She", "they", "who", "which", "Ann Lee", "the minister",
        "Mr. Oduya", "KNBC", "wrote", "and", "but", ", ", ". ", ": ", "; ", " — ", "-- ", "\n", "\n\n", "“", "”", '"',
        "'", "’", "«", "»", "„", "「", "」", "''", "(", ")", "…", "?", "!", "quoted", "as saying", "expressed", "support for",
        "called it a", "on July 26", "yesterday", "U.S.", "1990’s", "6'3\"", "ANN LEE:", "\u202e", "\u0000", "é", "김정은", "🙂",
        "sagte", "Müller", ", dass", "er", "sei", "laut", "zufolge", "a-t-il", "dit", "selon", "que", "Anna", "dijo", "según", "— dijo", "ha detto", "secondo",
        "disse", "powiedział", "że", "według", "сказал", "По словам", "Анны Петровой", ", что", "заявила", "за словами", "zei", "volgens", "dat", "表示：", "市长李明",
        "と述べた", "は", "라고 말했다", "قال", "dedi", "、", "。",
        "not", "did", "in a statement", "to reporters", "himself", "the report", "their estimates", "\u00a0",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=60).map(" ".join) | st.lists(_PIECES, max_size=60).map("".join)


def _inside(text: str, proposal: Proposal) -> None:
    assert 0 <= proposal.start < proposal.end <= len(text)
    assert any(character.isalnum() for character in text[proposal.start : proposal.end])
    assert 0 <= proposal.confidence <= 1
    assert proposal.reason
    for mention in (proposal.speaker, *(hop.speaker for hop in proposal.via)):
        if mention is not None and mention.start is not None and mention.end is not None:
            assert text[mention.start : mention.end] == mention.text
            assert mention.canonical
    if proposal.cue is not None and proposal.cue_start is not None:
        assert text[proposal.cue_start :].startswith(proposal.cue)
    assert proposal.speaker is None or proposal.speaker.canonical not in [
        hop.speaker.canonical for hop in proposal.via
    ]


@given(st.text(max_size=300) | _TEXTS, st.sampled_from([None, "2023-08-08", "2023"]))
def test_no_text_raises_and_every_span_lies_inside(text: str, issued: str | None) -> None:
    proposals = extract(text, author="Kim Ode", issued=issued)
    for proposal in proposals:
        _inside(text, proposal)
    assert [proposal.start for proposal in proposals] == sorted(proposal.start for proposal in proposals)


@given(_TEXTS)
def test_the_same_text_gives_the_same_proposals(text: str) -> None:
    assert extract(text) == extract(text)


_GROWING = {
    "marks that are never closed, in one paragraph": "“word said he ",
    "marks that are never closed, a paragraph each": "“word said he\n\n",
    "straight marks": '" a "b" said ',
    "nothing but cues": "said ",
    "many reports": "He said “it was a good day”. ",
    "reports in reports": "He said that she said that ",
    "German cues": "sagte Müller, dass ",
    "German reports": "„Es war gut“, sagte er. ",
    "Spanish dashes": "—No —dijo ella—. ",
    "French names": "Selon Anne Morel, dit-il, ",
    "Russian reports": "По словам Анны Петровой, «да», — сказал он, что ",
    "Chinese reports": "李明说：“好的好”，",
    "Turkish reports": "Ali Kaya, “tamam” dedi. ",
    "the same names and dates": "Ann Lee and Bob Park met. He said it was on Monday, July 26. ",
    "commas": "a, ",
    "brackets that are never closed": "( said ",
    "turns": "NAME: said he\n",
    "relatives": "who which said of ",
    "according to": "according to the X, ",
    "single marks": "'a 'b said ",
}


def _work(text: str) -> int:
    """How many functions are called, Python's own included: a measure that does not depend on the machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        extract(text, issued="2023-08-08")
    finally:
        sys.setprofile(None)
    return calls


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_made_for_the_first_time() -> None:
    """Patterns are compiled, and words of languages read, when a long text first needs them."""
    extract("“word said he " * 2000, issued="2023-08-08")


@pytest.mark.parametrize("unit", _GROWING.values(), ids=_GROWING)
def test_twice_the_text_costs_twice_the_work(unit: str, exhaustive: bool) -> None:
    times = 1000 if exhaustive else 400
    extract(unit * 2 * times, issued="2023-08-08")  # what is compiled once and kept
    once, twice = _work(unit * times), _work(unit * 2 * times)
    assert twice <= 2.3 * once


@settings(max_examples=20, deadline=None)
@given(st.lists(_PIECES, min_size=3, max_size=8).map(" ".join))
def test_twice_any_text_costs_twice_the_work(unit: str) -> None:
    once, twice = _work(unit * 200), _work(unit * 400)
    if twice > 2.5 * once + 2000:
        # A short text may be told for another language than one of twice its size, which is read by other rules.
        once, twice = twice, _work(unit * 800)
    assert twice <= 2.5 * once + 2000
