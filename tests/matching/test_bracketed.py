"""A writer's own words in brackets: the rest stands there, what they stand for is shown, and they turn nothing."""

import pytest

from onrecord.errors import InputError
from onrecord.matching import Outcome, Prepared, find

SOURCE = Prepared(
    "“If the board agrees, we will sell the ferry. The town calls for peace, and it cost 5% of £12 million. "
    "We would never sell the pier,” she said."
)


@pytest.mark.parametrize(
    ("wording", "stands_for"),
    [
        ("[t]he town calls for peace", "T"),
        ("[The council] calls for peace", "The town"),
        ("The town calls for [it], and it cost 5%", "peace"),
        ("The town [of Marnby] calls for peace", ""),
        ("The town calls for peace [sic]", ""),
        ("The town call[ed] for peace", "calls"),
    ],
)
def test_what_stands_outside_stands_there_and_what_is_replaced_is_shown(
    wording: str, stands_for: str
) -> None:
    match = find(SOURCE, wording)
    assert match.outcome is Outcome.bracketed
    assert match.replaced[0].text == stands_for
    assert match.replaced[0].bracket in wording


@pytest.mark.parametrize(
    "wording",
    [
        "[W]e will sell the ferry",
        "We would [gladly] sell the pier",
        "we will [not] sell the ferry",
        "[Perhaps] The town calls for peace",
    ],
)
def test_a_bracket_that_takes_away_or_adds_what_turns_the_sense_is_inverted(wording: str) -> None:
    match = find(SOURCE, wording)
    assert match.outcome is Outcome.inverted
    assert match.hangs_on


@pytest.mark.parametrize(
    "wording",
    [
        "The village [of Marnby] calls for peace",
        "it cost [6]% of £12 million",
        "the [ferry. The] peace",
        "The town calls for pea[s]",
    ],
)
def test_the_rest_must_stand_there_and_figures_stay(wording: str) -> None:
    assert not find(SOURCE, wording).verified


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The acts were unlawful then.", "The acts were [l]awful"),
        ("The acts were lawful then.", "The acts were [un]lawful"),
        ("It was a hopeless case for all.", "It was a hope[ful] case"),
        ("They made plans for peace.", "They made plan[t] for peace"),
    ],
)
def test_a_bracket_makes_no_other_word(text: str, wording: str) -> None:
    assert not find(Prepared(text), wording).verified


def test_a_bracket_of_the_sources_own_is_no_change() -> None:
    assert (
        find(Prepared("“The town [applause] calls for peace.”"), "town [applause] calls").outcome
        is Outcome.exact
    )


def test_a_bracket_joins_no_two_quotations() -> None:
    source = Prepared("“We lost it,” said Weir. “They won it,” said Dahl.")
    assert find(source, "We lost it [and] They won it").outcome is Outcome.stitched


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("[every] [word]", "stands in brackets"),
        ("[a] b " * 10_000, "10,000 ellipses and brackets"),
        ("a … b " * 10_000, "10,000 ellipses and brackets"),
        ("[" * 10_000, "no letter and no digit"),
        ("…", "no letter and no digit"),
        ("\u00ad\u200b", "no letter and no digit"),
    ],
)
def test_bad_wordings_are_refused_in_a_sentence(wording: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        find(SOURCE, wording)
