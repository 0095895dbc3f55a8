"""Words left out at an ellipsis: of one and the same quotation, shown, within limits, and nothing that turns the sense."""

import pytest

from onrecord.errors import InputError
from onrecord.matching import Outcome, Prepared, find
from onrecord.matching.lexicon import languages_of
from onrecord.matching.sense import hangs_on, holds_negation

TEXT = (
    "The plan, which everybody had read, was approved. “Wait… what do you mean?” she asked. "
    "The road was closed and then the road was opened. We will not pay. We will pay the fine, said Orr."
)
SOURCE = Prepared(TEXT)


def test_the_sources_own_ellipsis_comes_first() -> None:
    assert find(SOURCE, "Wait… what do you").outcome is Outcome.exact
    assert find(SOURCE, "Wait... what do you").outcome is Outcome.typographic
    match = find(SOURCE, "Wait… what … mean")
    assert match.outcome is Outcome.elided
    assert match.left_out == ("do you",)


@pytest.mark.parametrize("ellipsis", ["…", " ... ", " [...] ", " […] ", " (…) ", " . . . ", " [ . . . ] "])
def test_every_way_to_write_an_ellipsis(ellipsis: str) -> None:
    match = find(SOURCE, f"The plan{ellipsis}was approved.")
    assert match.outcome is Outcome.elided
    assert [TEXT[span.start : span.end] for span in match.spans] == ["The plan", "was approved."]
    assert match.left_out == (", which everybody had read,",)


def test_an_ellipsis_at_the_edge_leaves_out_the_rest_of_the_sentence() -> None:
    match = find(SOURCE, "… which everybody had read …")
    assert match.outcome is Outcome.elided
    assert match.left_out == ()
    assert [TEXT[span.start : span.end] for span in match.spans] == ["which everybody had read"]


@pytest.mark.parametrize(
    "wording",
    ["The plan … was improved", "was approved … The plan", "The plans … was approved", "The plan … said Orr and others"],
)  # fmt: skip
def test_a_changed_or_displaced_fragment_is_never_verified(wording: str) -> None:
    assert find(SOURCE, wording).outcome in (Outcome.altered, Outcome.absent)


def test_several_ways_to_place_the_fragments_are_ambiguous_unless_the_surroundings_decide() -> None:
    assert find(SOURCE, "the road was … opened").outcome is Outcome.elided
    assert find(SOURCE, "road … was opened").outcome is Outcome.ambiguous
    decided = find(SOURCE, "road … was opened", prefix="and then the ")
    assert decided.outcome is Outcome.elided
    assert decided.left_out == ()


def test_a_dropped_negation_inverts() -> None:
    match = find(SOURCE, "We will … pay. We will pay")
    assert match.outcome is Outcome.inverted
    assert (match.left_out, match.hangs_on) == (("not",), ("not",))


def test_too_much_may_not_be_left_out() -> None:
    for words in (100, 101):
        source = Prepared(f"Every harbour has {'so ' * words}a lighthouse keeper")
        match = find(source, "Every harbour has … a lighthouse keeper")
        assert (match.outcome is Outcome.elided) == (words == 100)
    source = Prepared(f"Every harbour has {'lo' * 600} a lighthouse keeper")
    assert find(source, "Every harbour has … a lighthouse keeper").outcome is not Outcome.elided


def test_many_fragments_in_a_repetitive_text_stay_cheap() -> None:
    source = Prepared("ding dong ding " * 3_000)
    match = find(source, " … ".join(["ding dong ding"] * 60))
    assert match.outcome is Outcome.ambiguous
    assert len(match.places) == 20
    with pytest.raises(InputError, match="199 ellipses"):
        find(source, " … ".join(["ding"] * 200))


def test_words_picked_one_by_one_are_no_quotation() -> None:
    source = Prepared(
        "We hope that the fund will grow so that in the end the town has to sell the old ferry."
    )
    match = find(source, "We … will … sell … the … ferry")
    assert match.outcome is Outcome.altered
    assert match.warnings == ("it is picked together word by word",)


@pytest.mark.parametrize(
    "text",
    [
        "it isn’t so", "we cannot", "They NEVER came", "il n’est venu", "ne vint pas", "keine Zeit", "nunca más",
        "nessun’altra", "não veio", "hij kwam niet", "nie wiem", "никогда не", "вони не", "gelmedi değil", "لم يأت",
        "我们不会", "行きません", "하지 않았다", "לא בא", "aldrig mer", "nikdy více", "ei maksa", "nem fizet", "δεν πληρώνει",
        "nu plătim", "ולא שילם", "ولن ندفع", "gelmeyeceğiz",
    ],
)  # fmt: skip
def test_negations_are_known(text: str) -> None:
    assert holds_negation(text)


@pytest.mark.parametrize(
    "text", ["", "we will pay", "a notable knot", "un plan nouveau", "未来很好", "они пришли"]
)
def test_other_words_are_no_negations(text: str) -> None:
    assert not holds_negation(text, languages_of(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("we would pay if they asked us", "if"), ("they allegedly paid for it", "allegedly"), ("in May we met in the town", None),
        ("that we may go and see", "may"), ("only half of the town", "only"), ("wir zahlen, wenn der Rat es will", "wenn"),
        ("à condition que le conseil le dise", "à condition"), ("solo la mitad de la ciudad", "solo"), ("если совет решит", "если"),
        ("eğer kurul isterse", "eğer"), ("إذا وافق المجلس", "إذا"), ("如果委员会同意", "如果"), ("もし委員会が認めれば", "もし"),
        ("위원회가 동의한다면", "한다면"), ("אם המועצה תסכים", "אם"), ("the men and women of the town", None),
        ("se lo han dado en la ciudad para que", None),
    ],
)  # fmt: skip
def test_conditions_and_reservations_are_known_in_their_own_language(text: str, word: str | None) -> None:
    found = hangs_on(text, languages_of(text))
    assert word in found if word else found == ()


@pytest.mark.parametrize(
    "ellipsis",
    [" <...> ", " <…> ", " {…} ", " /.../ ", " [---] ", " (– – –) ", " （…） ", "（中略）", " (중략) "],
)
def test_ellipses_as_they_are_written_elsewhere(ellipsis: str) -> None:
    match = find(SOURCE, f"The plan{ellipsis}was approved.")
    assert match.outcome is Outcome.elided
    assert match.left_out == (", which everybody had read,",)


def test_what_is_left_out_at_the_end_is_the_rest_of_the_quotation_and_nothing_behind_it() -> None:
    source = Prepared("“We will sell the quay” unless it rains, he said.")
    assert find(source, "We will sell the quay …").outcome is Outcome.elided
    first = "“It is late,” he said. "
    goes_on = Prepared(first + "“We will sell,” she said, “if the board agrees.” “Good,” he said.")
    match = find(goes_on, "We will sell …")
    assert (match.outcome, match.hangs_on) == (Outcome.inverted, ("if",))


def test_without_an_ellipsis_nothing_is_said_to_be_left_out_at_the_end() -> None:
    source = Prepared("“We will,” she said, “sell the ferry unless it rains.”")
    assert find(source, "We will sell the ferry").outcome is Outcome.interrupted
    assert find(source, "We will sell the ferry …").outcome is Outcome.inverted


def test_a_bracket_beside_an_ellipsis_changes_no_figure_and_may_say_anything_else() -> None:
    source = Prepared("“We will soon, after the vote, sell the ferry for about 5 million,” she said.")
    assert find(source, "We will … [then] sell the ferry").outcome is Outcome.elided
    assert find(source, "sell the ferry for … [6] million").outcome is Outcome.altered
