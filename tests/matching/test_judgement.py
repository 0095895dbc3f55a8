"""What is kept of a place helps to find a wording again, and never makes up for words that are not there."""

import pytest

from onrecord.matching import Match, Outcome, Prepared
from onrecord.matching.judgement import REWORDED, Place, Recorded, judge

TEXT = "“We  pay on Monday,” said Orr. The unlawful  acts go on. “We pay on Monday,” said Dahl. “We pay on Monday!”"
SOURCE = Prepared(TEXT)


def place(printed: str, number: int = 0, *, quoted: bool = True, text: str = TEXT) -> Place:
    """Where `printed` stands for the `number`th time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(printed, start + 1)
    return Place(start, start + len(printed), quoted, printed)


@pytest.mark.parametrize(
    ("wording", "at", "outcome"),
    [
        # At its place it is the same code for code, or once both are folded, though it stands elsewhere too.
        ("We pay on Monday", place("We pay on Monday"), Outcome.exact),
        ("We pay on Monday", place("We pay on Monday", 1), Outcome.exact),
        ("We pay on Monday", place("We  pay on Monday"), Outcome.typographic),
        ("“We pay on Monday,”", place("“We  pay on Monday,”"), Outcome.typographic),
        # What is kept of the place is one thing, what the wording says another.
        ("We never pay on Monday", place("We  pay on Monday"), Outcome.altered),
        ("“We never pay on Monday,”", place("“We  pay on Monday,”"), Outcome.altered),
        ("“We never pay on Monday", place("“We  pay on Monday"), Outcome.altered),
        ("We never pay on Monday,”", place("We  pay on Monday,”"), Outcome.altered),
        # A place that cuts a word is none.
        ("lawful  acts", place("lawful  acts"), Outcome.altered),
        ("lawful acts", place("lawful  acts"), Outcome.altered),
        ("…", place("on."), Outcome.absent),
    ],
)
def test_at_its_own_place(wording: str, at: Place, outcome: Outcome) -> None:
    match = judge(SOURCE, Recorded(wording, "direct", (at,)), own=True)
    assert match.outcome is outcome
    if match.verified:
        assert [(span.start, span.end) for span in match.spans] == [(at.start, at.end)]


def test_places_of_another_copy_say_nothing_of_this_one() -> None:
    recorded = Recorded("We pay on Monday", "direct", (place("We pay on Monday"),))
    assert judge(SOURCE, recorded, own=True).outcome is Outcome.exact
    assert judge(SOURCE, recorded, own=False).outcome is Outcome.ambiguous


@pytest.mark.parametrize("own", [True, False])
def test_only_the_form_direct_is_settled_by_its_place(own: bool) -> None:
    at = place("We pay on Monday", 1)
    assert judge(SOURCE, Recorded(at.printed, "indirect", (at,)), own=own).outcome is Outcome.not_checkable
    never = Recorded("Orr said that “we never pay”", "mixed", (at,))
    assert judge(SOURCE, never, own=own).outcome is Outcome.altered


MIXED = "He named it “a gift”, and the road “too long”. She named it “a gift”, too."


def judged(wording: str, *places: Place, prefix: str = "", suffix: str = "") -> Match:
    return judge(Prepared(MIXED), Recorded(wording, "mixed", places, prefix, suffix), own=False)


def test_a_mixed_wording_without_marks_is_looked_for_by_what_was_quoted() -> None:
    match = judged("he called the road too long", place("too long", text=MIXED))
    assert (match.outcome, match.around_changed) == (Outcome.exact, True)
    assert [MIXED[span.start : span.end] for span in match.spans] == ["too long"]
    # Part after part, or each by itself where the wording has it twice or another way round.
    for wording in ("the road, too long as too long goes", "too long, and then a gift"):
        parts = (place("too long", text=MIXED), place("a gift", 1, text=MIXED))
        chosen = parts if "gift" in wording else parts[:1]
        assert REWORDED not in judged(wording, *chosen).warnings


@pytest.mark.parametrize(
    "wording",
    ["he called the road far too short", "he called the road long", "he called the road too longish"],
)
def test_a_mixed_wording_must_hold_the_parts_that_were_quoted(wording: str) -> None:
    match = judged(wording, place("too long", text=MIXED))
    assert match.outcome is Outcome.altered
    assert REWORDED in match.warnings
    assert not match.spans


def test_without_quoted_parts_there_is_only_the_whole() -> None:
    narrated = place("and the road", quoted=False, text=MIXED)
    for places in ((), (narrated,)):
        match = judged("he named the road and the road", *places)
        assert not match.verified
        assert REWORDED not in match.warnings and not match.around_changed


@pytest.mark.parametrize(
    ("prefix", "suffix", "number"),
    [("He named it “", "", 0), ("", "”, too", 1), ("She named it “", "”, too", 1)],
)
def test_surroundings_tell_which_of_the_quoted_parts_it_is(prefix: str, suffix: str, number: int) -> None:
    at = place("a gift", number, text=MIXED)
    match = judged("they said “a gift”", at, prefix=prefix, suffix=suffix)
    assert [span.start for span in match.spans] == [at.start]


@pytest.mark.parametrize("narrated", ["first", "last"])
def test_surroundings_of_narration_are_not_those_of_a_quoted_part(narrated: str) -> None:
    """The place begins, or ends, with words outside of the marks: what stood around these is not around the part."""
    gift = place("a gift", 1, text=MIXED)
    if narrated == "first":
        before = place("She named", quoted=False, text=MIXED)
        match = judged("and she called it “a gift”", before, gift, prefix="“too long”. ", suffix="”, too")
    else:
        behind = place("too.", quoted=False, text=MIXED)
        match = judged("“a gift” as well", gift, behind, prefix="She named it “", suffix="The end")
    assert (match.outcome, match.around_changed) == (Outcome.exact, True)
    assert [span.start for span in match.spans] == [gift.start]


def test_a_shortened_wording_stands_where_it_was_recorded() -> None:
    text = "“We can sell the ferry,” said Orr. “We now sell the ferry,” said Dahl."
    places = (place("We", 1, text=text), place("sell the ferry", 1, text=text))
    recorded = Recorded("We … sell the ferry", "direct", places)
    match = judge(Prepared(text), recorded, own=True)
    assert (match.outcome, match.left_out) == (Outcome.elided, ("now",))
    assert [(span.start, span.end) for span in match.spans] == [(one.start, one.end) for one in places]
    assert judge(Prepared(text), recorded, own=False).outcome is Outcome.ambiguous
