import re

import pytest

from onrecord.errors import InputError
from onrecord.matching import Match, Outcome, Prepared, Span, find, find_fragments, render_diff

ARTICLE = """Ferry talks stall again

“We’ll never sell the well-
known ferry,” said Mayor Ida Dahl on Monday, “and the har-
bour fund … stays.” Union leaders called her plan “reckless” and, hours later, “naïve – at best”.

The plan, which nobody had read and which did not name a price, was put to a vote. The unlawful acts of 1,000 men
in the U.S. were not discussed. The plan failed, and Mrs. Dahl’s deputy said: “It isn’t over.”
"""
SOURCE = Prepared(ARTICLE)


def quoted(match: Match, source: Prepared = SOURCE) -> list[str]:
    return [source.text[span.start : span.end] for span in match.spans]


@pytest.mark.parametrize(
    ("wording", "place"),
    [
        ("We'll never sell", "We’ll never sell"),
        ("\"We'll never sell", "“We’ll never sell"),
        ("sell the well-known ferry", "sell the well-\nknown ferry"),
        ("sell the wellknown ferry", "sell the well-\nknown ferry"),
        ("sell the well- known ferry", "sell the well-\nknown ferry"),
        ("the harbour fund... stays.", "the har-\nbour fund … stays."),
        ("the har-bour fund . . . stays", "the har-\nbour fund … stays"),
        ("nai\u0308ve — at best", "naïve – at best"),
        ("1,000 men in the U.S. were", "1,000 men\nin the U.S. were"),
        ("Mrs. Dahl's deputy", "Mrs. Dahl’s deputy"),
        ("  put to  a vote. ", "put to a vote."),
        ("un\u00adlawful acts of", "unlawful acts of"),
    ],
)
def test_typography_does_not_matter(wording: str, place: str) -> None:
    match = find(SOURCE, wording)
    assert match.outcome is Outcome.typographic
    assert quoted(match) == [place]


@pytest.mark.parametrize(
    "wording",
    [
        "We will never sell the well-known ferry",
        "never sell the well known ferry",
        "We’ll never ever sell the well-known ferry",
        "Union leaders called his plan",
        "Union Leaders called her plan",
        "The plan, which nobody had read and which did name a price",
        "The unlawful acts of 1000 men",
    ],
)
def test_a_changed_wording_is_altered_and_shown(wording: str) -> None:
    match = find(SOURCE, wording)
    assert match.outcome is Outcome.altered
    assert match.nearest is not None
    assert not match.spans
    assert re.search(r"\[-|\{\+", render_diff(match.diff))


@pytest.mark.parametrize(
    "wording",
    [
        "Bees forget their way home in winter",
        "the plan which the mayor read to a vote of bees, at home in winter, forgetting",
        "the winter and the",
        "ferryboats",
    ],
)
def test_nothing_near_is_absent(wording: str) -> None:
    assert find(SOURCE, wording) == Match(Outcome.absent)


def test_the_diff_shows_what_each_side_has() -> None:
    match = find(SOURCE, "put to a secret vote. The lawful acts of 1,000 men")
    assert render_diff(match.diff) == "put to a {+secret+} vote. The [-unlawful-]{+lawful+} acts of 1,000 men"
    assert [part.kind for part in match.diff] == ["same", "added", "same", "changed", "same"]
    dropped = find(SOURCE, "in the U.S. were discussed. The plan failed")
    assert render_diff(dropped.diff) == "in the U.S. were [-not-] discussed. The plan failed"


def test_a_word_that_a_line_end_broke_is_no_difference() -> None:
    match = find(SOURCE, "We’ll now sell the well-known ferry")
    assert [part.source for part in match.diff if part.kind != "same"] == ["never"]


def test_a_wording_cut_from_a_longer_word_is_altered_and_says_so() -> None:
    match = find(SOURCE, "lawful acts")
    assert match.outcome is Outcome.altered
    assert match.warnings == ("begins inside the word “unlawful”",)
    assert find(SOURCE, "Mayor Ida Da").warnings == ("ends inside the word “Dahl”",)
    assert find(SOURCE, "known ferry").warnings == ("begins inside the word “well-known”",)
    assert find(SOURCE, "unlawful acts").outcome is Outcome.exact
    assert find(Prepared("他们说船票太贵了"), "船票").outcome is Outcome.exact
    # Whole elsewhere, it is whole.
    assert find(Prepared("Unlawful acts. The lawful acts."), "lawful acts").outcome is Outcome.exact


def test_several_places_are_never_picked_from() -> None:
    match = find(SOURCE, "The plan")
    assert match.outcome is Outcome.ambiguous
    assert [ARTICLE[chain[0].start :][:15] for chain in match.places] == [
        "The plan, which",
        "The plan failed",
    ]
    assert find(Prepared("a a a"), "a a").places == ((Span(0, 3),), (Span(2, 5),))


def test_surroundings_decide_if_exactly_one_place_fits() -> None:
    second = find(SOURCE, "The plan", suffix=" failed, and")
    assert second.outcome is Outcome.exact
    assert quoted(second) == ["The plan"]
    assert ARTICLE[second.spans[0].end :].startswith(" failed")
    assert find(SOURCE, "The plan", prefix="not   discussed. ").spans == second.spans
    assert find(SOURCE, "The plan", suffix=" sailed").outcome is Outcome.ambiguous
    assert find(SOURCE, "The plan", prefix="stays.", suffix=" failed").outcome is Outcome.ambiguous


def test_surroundings_are_compared_folded_and_as_far_as_the_text_goes() -> None:
    text = Prepared("“Yes,” she said. He said: ‘Yes,’ and left. Yes")
    assert find(text, "Yes", suffix='," she said').spans == (Span(1, 4),)
    assert find(text, "Yes", prefix="and left. ", suffix="").spans == (Span(43, 46),)


def test_a_part_of_the_text_can_be_named() -> None:
    edge = ARTICLE.index("The plan failed")
    assert find(SOURCE, "The plan", within=Span(edge, len(ARTICLE))).spans == (Span(edge, edge + 8),)
    missed = find(SOURCE, "Ferry talks", within=Span(edge, len(ARTICLE)))
    assert missed.outcome is Outcome.absent
    assert missed.warnings == ("it stands in the source, but not in the part given",)


def test_one_exact_place_wins_over_typographic_twins() -> None:
    text = Prepared('He said “don’t go” and "don\'t go".')
    assert find(text, "don't go").outcome is Outcome.exact
    assert find(text, "don`t go").outcome is Outcome.ambiguous


def test_composed_and_decomposed_letters_are_the_same_and_never_cut() -> None:
    text = Prepared("Le cafe\u0301 de la gare. Le x\u0302 de la fin.")
    match = find(text, "café de")
    assert match.outcome is Outcome.typographic
    assert quoted(match, text) == ["cafe\u0301 de"]
    # The code points are there, but the letter is another one.
    assert find(text, "cafe").outcome is Outcome.altered
    assert render_diff(find(text, "Le  x").diff) == "Le [-x\u0302-]{+x+}"


def test_a_source_without_words_has_nothing() -> None:
    assert find(Prepared(""), "anything").outcome is Outcome.absent
    assert find_fragments(Prepared(" \n"), ["anything", "else"]).outcome is Outcome.absent


@pytest.mark.parametrize("wording", ["", "  \n", "“…”", "?!"])
def test_a_wording_without_words_is_refused_in_one_sentence(wording: str) -> None:
    with pytest.raises(InputError, match=r"^The wording .*[.:] ?.*\.$"):
        find(SOURCE, wording)
    with pytest.raises(InputError):
        find_fragments(SOURCE, ["reckless", wording])


def test_no_fragments_are_refused() -> None:
    with pytest.raises(InputError, match="No fragment"):
        find_fragments(SOURCE, [])


def test_chinese_needs_no_spaces() -> None:
    text = Prepared("市长说：「我们不会\n卖掉渡轮。」工会不同意。")
    match = find(text, "“我们不会卖掉渡轮。”")
    assert match.outcome is Outcome.typographic
    assert quoted(match, text) == ["「我们不会\n卖掉渡轮。」"]
    altered = find(text, "我们不会买下渡轮")
    assert altered.outcome is Outcome.altered
    assert render_diff(altered.diff) == "我们不会[-卖掉-]{+买下+}渡轮"


def test_fragments_of_a_mixed_quotation_stand_close_together() -> None:
    match = find_fragments(SOURCE, ["reckless", "naive"])
    assert match.outcome is Outcome.absent
    match = find_fragments(SOURCE, ["reckless", "naïve - at best"])
    assert match.outcome is Outcome.typographic
    assert quoted(match) == ["reckless", "naïve – at best"]
    assert find_fragments(SOURCE, ["naïve", "reckless"]).outcome is Outcome.altered
    far = Prepared("He was “late”. " + "Nothing happened. " * 60 + "She was “early”.")
    assert find_fragments(far, ["late", "early"]).outcome is Outcome.altered
    assert find(far, "late").outcome is Outcome.exact


def test_fragments_help_one_another_to_be_placed() -> None:
    text = Prepared("It was “bold”. " + "Much later it rained. " * 60 + "It was “bold” and “brave”.")
    assert find_fragments(text, ["bold"]).outcome is Outcome.ambiguous
    match = find_fragments(text, ["bold", "brave"])
    assert match.outcome is Outcome.exact
    assert match.spans[0].start == text.text.rindex("bold")


def test_the_worst_fragment_decides() -> None:
    assert find_fragments(SOURCE, ["never sell", "the harbour fund"]).outcome is Outcome.typographic
    assert find_fragments(SOURCE, ["We’ll never … ferry", "naïve"]).outcome is Outcome.stitched
    assert find_fragments(SOURCE, ["We’ll never … ferry"]).outcome is Outcome.elided
    assert find_fragments(SOURCE, ["We’ll … ferry"]).outcome is Outcome.inverted
    assert find_fragments(SOURCE, ["reckless", "which nobody had ever read"]).outcome is Outcome.altered
    assert find_fragments(SOURCE, ["reckless", "bees in winter"]).outcome is Outcome.absent
