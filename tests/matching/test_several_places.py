"""Where a wording stands more than once, or more often than can be looked at: one place is given only if one alone fits."""

import pytest

from onrecord.matching import Match, Outcome, Prepared, Span, find, find_fragments


def shown(source: Prepared, match: Match) -> list[str]:
    return [source.text[span.start : span.end] for span in match.spans]


@pytest.mark.parametrize(("count", "outcome"), [(300, Outcome.exact), (301, Outcome.ambiguous)])
def test_surroundings_decide_between_as_many_as_are_compared(count: int, outcome: Outcome) -> None:
    """The last of them is as good as any; where there are more, the one that fits may not be the only one."""
    source = Prepared("Orr pays. " * (count - 1) + "Then Orr pays.")
    match = find(source, "Orr pays", prefix="Then ")
    assert match.outcome is outcome
    assert shown(source, match) == (["Orr pays"] if outcome is Outcome.exact else [])


@pytest.mark.parametrize(("count", "more"), [(20, False), (21, True)])
def test_it_is_said_where_not_all_places_are_given(count: int, more: bool) -> None:
    match = find(Prepared("Orr pays. " * count), "Orr pays")
    assert len(match.places) == 20
    assert bool(match.warnings) is more


@pytest.mark.parametrize(("count", "outcome"), [(5, Outcome.elided), (30, Outcome.ambiguous)])
def test_words_left_out_in_more_ways_than_are_compared_are_ambiguous(count: int, outcome: Outcome) -> None:
    source = Prepared("“Now we pay. " + "We pay. " * count + "” she said.")
    assert find(source, "We … pay", prefix="we pay. ", suffix="” she said").outcome is outcome


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("I pay. " + "repay " * 10_000 + "You pay.", "pay"),
        ("I don’t x. " + "don’t x\u0302 " * 10_000 + "You don’t x.", "don't x"),
        ("I don’t\nx. " + "don’t x\u0302 " * 10_000 + "You don’t x.", "don't x"),
    ],
    ids=["cut", "folded", "across a line end"],
)
def test_the_first_place_is_not_taken_where_not_all_could_be_looked_at(text: str, wording: str) -> None:
    """Ten thousand places that are none stand between the first and the last that is one."""
    match = find(Prepared(text), wording)
    assert match.outcome is Outcome.ambiguous
    assert match.warnings == ("it stands there more often than could be looked at",)


def test_places_of_several_parts_are_all_found_and_in_order() -> None:
    source = Prepared("“a gift” and “a road”. " * 12)
    match = find_fragments(source, ["a gift", "a road"])
    assert match.outcome is Outcome.ambiguous
    firsts = [chain[0].start for chain in match.places]
    assert firsts == sorted(firsts)
    assert {source.text.index("a gift", start) for start in firsts} == set(firsts)
    assert len(set(firsts)) == 12


def test_parts_that_are_equal_win_over_those_that_are_typed_alike() -> None:
    source = Prepared(
        "He said “don’t go” and “wait”. " + "It rained. " * 200 + 'She said "don\'t go" and "wait".'
    )
    match = find_fragments(source, ["don't go", "wait"])
    assert match.outcome is Outcome.exact
    assert shown(source, match) == ["don't go", "wait"]


@pytest.mark.parametrize(
    ("text", "wording", "replaced"),
    [
        (
            "“So the old mayor and the new mayor calls it off,” she said.",
            "the [first] mayor calls it off",
            "new",
        ),
        (
            "“Now the town and the town council calls for it,” he said.",
            "the town [hall] calls for it",
            "council",
        ),
        ("“In the harbour of the town council it rains,” he said.", "the [old] town council it rains", ""),
    ],
)
def test_a_bracket_stands_for_as_little_as_it_can(text: str, wording: str, replaced: str) -> None:
    """Read from its first word or from the second, it stands for more or for less: the less is meant."""
    match = find(Prepared(text), wording)
    assert (match.outcome, [one.text for one in match.replaced]) == (Outcome.bracketed, [replaced])
    # An ellipsis may stand for the one as well as for the other.
    if replaced == "new":
        assert find(Prepared(text), "the … mayor calls it off").outcome is Outcome.ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "“We can sell the ferry. We now must sell the ferry,” she said.",
        "“We can sell the ferry.” He agreed. “We soon sell the ferry.”",
    ],
)
def test_a_bracket_in_two_places_is_ambiguous_however_little_it_stands_for(text: str) -> None:
    match = find(Prepared(text), "We [will] sell the ferry")
    assert (match.outcome, len(match.places)) == (Outcome.ambiguous, 2)


def test_parts_that_stand_there_with_their_own_dots_and_brackets_are_equal() -> None:
    source = Prepared("He said “we … stay [here] now” and “go away”.")
    match = find_fragments(source, ["we … stay [here] now", "go away"])
    assert match.outcome is Outcome.exact
    assert shown(source, match) == ["we … stay [here] now", "go away"]


def test_marks_around_a_shortened_wording_are_the_writers_own() -> None:
    source = Prepared("“We can sell the ferry,” she said.")
    match = find(source, "“… sell the ferry.”")
    assert match.outcome is Outcome.elided
    assert shown(source, match) == ["sell the ferry"]


PAGES = Prepared("The port\n\n“The har-\nbour fund stays,” said Dahl.\n\nThe end of it all came late.")


@pytest.mark.parametrize(
    ("parts", "warned"),
    [
        (["The harbour fund", "stays"], True),
        (["The harbour fund", "goes"], False),
        (["harbour fund gone", "late"], False),
    ],
)
def test_what_stands_outside_the_part_given_is_told_from_what_stands_nowhere(
    parts: list[str], warned: bool
) -> None:
    within = Span(PAGES.text.index("The end"), len(PAGES.text))
    told = "it stands in the source, but not in the part given"
    for match in (find_fragments(PAGES, parts, within=within), find(PAGES, " ".join(parts), within=within)):
        assert not match.verified
        assert (told in match.warnings) is warned
    # Where the whole source was given there is no other part, found or not.
    assert told not in find(PAGES, "The harbour fund goes").warnings
    inside = find(PAGES, "The end", within=within)
    assert inside.verified and not inside.warnings
