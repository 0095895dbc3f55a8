"""Wordings that are none: one clear sentence, and never a verified outcome."""

import pytest

from onrecord.matching import Outcome, Recorded, judge, prepared

SOURCE = prepared("“We will never sell the harbour, unless the council votes,” Maud Perrin said.")

WORDS = "Every word of this wording stands in brackets"
NONE = "holds no letter and no digit: there are no words to look for"
MANY = "10,000 ellipses and brackets, and more than 100 are too many for one quotation. Take a shorter part of it"


@pytest.mark.parametrize("form", ["direct", "mixed"])
@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("[a]" * 10_000, MANY),
        ("sell … " * 10_000, MANY),
        ("[]" * 10_000, NONE),
        ("[" * 10_000, NONE),
        ("…", NONE),
        (" [...] ", NONE),
        ("?!,.;:-“”«»", NONE),
        ("ʼ", NONE),  # a letter to Unicode
        ("ـــ", NONE),
        ("[We] [will] [sell]", WORDS),
        ("[We will sell the harbour]", WORDS),
        ("[sic] … [Maud]", WORDS),
        ("", "The wording is empty: give the words to look for"),
        (
            "We will never sell " * 50_000,
            "950,000 characters, and more than 200,000 are too many for one quotation",
        ),
        ("“" * 500_000 + "sell", "500,004 characters, and more than 200,000 are too many for one quotation"),
    ],
)
def test_what_is_no_wording_is_absent_and_it_is_said_why(form: str, wording: str, sentence: str) -> None:
    match = judge(SOURCE, Recorded(wording, form), own=False)
    assert match.outcome is Outcome.absent
    assert len(match.warnings) == 1
    assert sentence in match.warnings[0]
    assert len(match.warnings[0]) < 200


@pytest.mark.parametrize(
    "wording",
    ["[" * 9_000 + "sell", "(" * 9_000 + "harbour", "sell" + "]" * 9_000, "\ud800 harbour", "harbour\0"],
)
def test_brackets_that_open_nothing_and_broken_characters_are_not_verified(wording: str) -> None:
    assert not judge(SOURCE, Recorded(wording, "direct"), own=False).verified
