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


FIGURES = Prepared(
    "“I saw three cracks on 4 May,” the engineer said. “The other is illegal; repairs cost thirty dollars a week, up 4% "
    "since March. They were unpaid. The firm employs 30 people and the drug is harmless and legal.”"
)


@pytest.mark.parametrize(
    "wording",
    [
        "I saw [thirty] cracks on 4 May", "I saw three [hundred] cracks", "I saw three cracks on 4 [June]",
        "I saw three cracks on [5] May", "repairs cost thirty [euros] a week", "repairs cost [$40] a week",
        "repairs cost [€30] a week", "repairs cost thirty dollars a [day]", "up 4% since [April]",
        "[down] 4% since March", "The firm employs [forty] people",
    ],
)  # fmt: skip
def test_a_bracket_changes_no_figure_unit_or_date(wording: str) -> None:
    assert find(FIGURES, wording).outcome is Outcome.altered


@pytest.mark.parametrize(
    "wording",
    [
        "I saw [3] cracks on 4 May", "I saw three cracks [in the dam] on 4 May", "repairs cost [$30] a week",
        "repairs cost thirty dollars [US] a week", "The firm employs [thirty] people",
        "I saw three cracks on [May 4]", "They [the 12 divers] were unpaid", "They were unpaid [in 2019].",
    ],
)  # fmt: skip
def test_a_bracket_may_write_a_figure_otherwise_or_add_one(wording: str) -> None:
    assert find(FIGURES, wording).outcome is Outcome.bracketed


@pytest.mark.parametrize(
    "wording",
    [
        "The other is [legal]", "They were [paid]", "the drug is [harmful] and legal", "the drug is harmless and [illegal]",
        "The firm [always] employs 30 people", "I saw [all of the] three cracks",
    ],
)  # fmt: skip
def test_a_bracket_that_says_the_opposite_or_widens_what_is_said_inverts(wording: str) -> None:
    assert find(FIGURES, wording).outcome is Outcome.inverted


def test_a_sentence_may_begin_small_behind_words_put_in_front_of_it() -> None:
    source = Prepared("„Stavíme školu,“ řekla Nora. „Má aulu. Je krásná, Má je vlak.“ Pak odešla.")
    assert find(source, "[Škola] má aulu").outcome is Outcome.bracketed
    assert find(source, "[Škola] je krásná").outcome is Outcome.bracketed
    assert find(source, "[Ten] má je vlak").outcome is Outcome.altered  # no sentence begins there
    assert find(source, "má aulu").outcome is Outcome.altered
    assert find(source, "[velká] má aulu").outcome is Outcome.altered


def test_a_bracket_at_the_beginning_stands_for_little_where_words_are_not_set_apart() -> None:
    source = Prepared(
        "「私たちは学校を開き、谷の子どもたちに仕えてきた」と述べた。「講堂と図書館と庭がある」と続けた。"
    )
    assert find(source, "[学校には]講堂と図書館と庭がある").outcome is Outcome.bracketed


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“The fee includes the tax,” she said.", "The fee [excludes] the tax"),
        ("„Die Preise sind aufwärts gegangen“, sagte sie.", "Die Preise sind [abwärts] gegangen"),
        ("“Le projet est légal”, a-t-il dit.", "Le projet est [illégal]"),
        ("“The dose was 5 mg,” she said.", "The dose was 5 [g]"),
        ("“Of these, 30 died,” she said.", "Of these, 30 [percent] died"),
        ("“Of these, 30 died in May,” she said.", "Of these, [300] … in May"),
    ],
)
def test_an_opposite_and_a_unit_in_a_bracket_are_not_verified(text: str, wording: str) -> None:
    assert find(Prepared(text), wording).outcome in (Outcome.inverted, Outcome.altered)


def test_one_letter_is_no_stem_of_a_word() -> None:
    assert not find(Prepared("They go in peace."), "They go i[s] peace").verified


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("“We in harbour sell ferries,” she said.", Outcome.bracketed),
        ("“We in the harbour sell ferries,” she said.", Outcome.altered),
    ],
)
def test_a_bracket_stands_for_as_many_words_as_stand_outside_of_it_but_at_least_three(
    text: str, outcome: Outcome
) -> None:
    assert find(Prepared(text), "We [all] ferries").outcome is outcome


@pytest.mark.parametrize(("count", "verified"), [(12, True), (13, False)])
def test_one_bracket_stands_for_twelve_words_at_most(count: int, verified: bool) -> None:
    before, behind = "We in the harbour town will", "ferries of the old kind out to sea at dawn"
    source = Prepared(f"“{before} {'tow ' * count}{behind},” she said.")
    assert find(source, f"{before} [pull] {behind}").verified is verified
