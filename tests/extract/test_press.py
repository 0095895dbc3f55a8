"""Turns of the press that were read wrongly: asides, agencies, abbreviations, verbs and nouns in places of their own."""

import pytest

from onrecord.extract import extract


def _who_says(text: str) -> list[tuple[str | None, str]]:
    return [
        (one.speaker.canonical if one.speaker else None, text[one.start : one.end]) for one in extract(text)
    ]


_HOLDS = "the bridge would hold"
_WORDS = "The bridge will hold for years."
PRESS = {
    "a relative clause behind the name": (
        f"Ann Holm, who wrote the report, said that {_HOLDS}.",
        [("Ann Holm", _HOLDS)],
    ),
    "a relative clause at the end": (
        "“The bridge will hold,” said Ann Holm, who wrote the report, which was late.",
        [("Ann Holm", "The bridge will hold,")],
    ),
    "that which points": ("The mayor asked that question again in March.", []),
    "that which points, with a verb of denying": ("The mayor said that word twice.", []),
    "weeks ago": (f"Ann Lee told a hearing two weeks ago that {_HOLDS}.", [("Ann Lee", _HOLDS)]),
    "a day earlier": (f"Ann Lee told the board a day earlier that {_HOLDS}.", [("Ann Lee", _HOLDS)]),
    "where and from which agency": (
        "Oslo (dpa) – The bridge would hold, Ann Lee said.",
        [("Ann Lee", "The bridge would hold")],
    ),
    "behind a state": (
        "She moved to Tampa, Fla. The bridge would hold, Ann Lee said.",
        [("Ann Lee", "The bridge would hold")],
    ),
    "behind letters": (
        "She moved to Albany, N.Y. The bridge would hold, Ann Lee said.",
        [("Ann Lee", "The bridge would hold")],
    ),
    "behind letters, with any word": (
        "The bridge is in the U.S. Nobody needs to worry, Ann Lee said.",
        [("Ann Lee", "Nobody needs to worry")],
    ),
    "a quotation behind a state": (
        "He lives in Oakland, Calif. “The bridge will hold,” Ann Lee said.",
        [("Ann Lee", "The bridge will hold,")],
    ),
    "the paper behind the name": (f"Ann Lee, Harbour Gazette: “{_WORDS}”", [("Ann Lee", _WORDS)]),
    "the verb at the head": (f"Said Ann Lee, “{_WORDS}”", [("Ann Lee", _WORDS)]),
    "another verb at the head": (f"Added Ann Lee, “{_WORDS}”", [("Ann Lee", _WORDS)]),
    "a reply": (f"Ann Lee's succinct reply: “{_WORDS}”", [("Ann Lee", _WORDS)]),
    "a verdict": (f"The mayor's verdict was blunt: “{_WORDS}”", [("mayor", _WORDS)]),
    "a hyphenated age": (
        f"The 34-year-old mother of three replied, “{_WORDS}”",
        [("34-year-old mother of three", _WORDS)],
    ),
    "whom": (f"Ann Lee scolded him: “{_WORDS}”", [("Ann Lee", _WORDS)]),
    "a title that leads up to it": (
        f"On this week’s “Harbour News Sunday,” the mayor said {_HOLDS}.",
        [("mayor", _HOLDS)],
    ),
    "May is a name": (f"Theresa May said this week that {_HOLDS}.", [("Theresa May", _HOLDS)]),
    "Will is a name": (f"Will Smith said {_HOLDS}.", [("Will Smith", _HOLDS)]),
    "a report is no verb": ("The spot features a New York Times report from over the weekend.", []),
    "claims of somebody": ("The paper rated 32% of Nordavian claims as “false” or worse.", []),
    "an occasion before the clause": (
        "Ann Lee said after the meeting she would resign.",
        [("Ann Lee", "she would resign")],
    ),
    "an aside before that": (
        f"Several experts cautioned, as did the mayor, that {_HOLDS}.",
        [("Several experts", _HOLDS)],
    ),
    "as, in quotation marks": (
        "Ann Lee mocked the plan as “a bad joke” on Monday.",
        [("Ann Lee", "the plan as “a bad joke”")],
    ),
    "several names": (
        "Ann Lee called the senator a “nasty guy,” an “anchor,” “unstable” and “sick.”",
        [("Ann Lee", "the senator a “nasty guy,” an “anchor,” “unstable” and “sick.”")],
    ),
    "according to, without a comma": (
        "According to the Interior Ministry over 300 pilgrims have been killed.",
        [("Interior Ministry", "over 300 pilgrims have been killed")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRESS.values(), ids=PRESS)
def test_sentences_of_the_press(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _who_says(text) == expected
