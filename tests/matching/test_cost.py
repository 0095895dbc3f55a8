"""The cost stays near the length of the source: counted, not timed."""

import pytest

from onrecord.matching import Outcome, Prepared, find
from onrecord.matching.nearest import nearest
from onrecord.matching.outcome import Span
from onrecord.matching.places import Needle
from onrecord.text import align as alignment


class Counting(str):
    """A text that counts the characters `find` is asked to look at."""

    __slots__ = ()
    searches = 0

    def find(self, sub: str, start: int = 0, end: int = 1 << 60, /) -> int:  # type: ignore[override]
        type(self).searches += 1
        return super().find(sub, start, end)


def searches(copies: int) -> int:
    Counting.searches = 0
    source = Prepared(Counting("The tide came in at six and left at noon. " * copies + "Orr paid the fine."))
    assert find(source, "Orr paid the fine.").outcome is Outcome.exact
    assert find(source, "tide").outcome is Outcome.ambiguous
    return Counting.searches


def test_searches_grow_with_the_number_of_places_and_no_faster() -> None:
    assert searches(200) - searches(100) <= 100
    assert searches(40_000) <= 10_010


def words_compared(copies: int, monkeypatch: pytest.MonkeyPatch) -> int:
    compared = 0
    table = alignment._table

    def counting(rows: list[str], columns: list[str], *, free_start: bool, free_end: bool) -> object:
        nonlocal compared
        compared += len(rows) * len(columns)
        return table(rows, columns, free_start=free_start, free_end=free_end)

    with monkeypatch.context() as patch:
        patch.setattr(alignment, "_table", counting)
        text = "The tide came in at six and left at noon. " * copies
        source = Prepared(text + "Orr paid the old fine in silver. " + text)
        assert nearest(source, Needle("Orr paid the new fine in silver"), Span(0, len(source.text)))
    return compared


def test_the_nearest_passage_costs_the_same_in_a_longer_source(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words_compared(2_000, monkeypatch) <= 2 * words_compared(50, monkeypatch)


def test_a_long_wording_is_pinned_before_it_is_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    given = [f"word{number}" for number in range(4_000)]
    source = [*given[:1_999], "other", *given[2_000:]]
    pairs = alignment.align(given, source)
    assert [i for i, _ in pairs] == [*range(1_999), *range(2_000, 4_000)]
    assert all(i == j for i, j in pairs)


def test_more_places_than_can_be_looked_at_are_ambiguous_whatever_surrounds_them() -> None:
    source = Prepared("tick " * 12_000 + "tock tick end")
    assert find(source, "tick", prefix="tock ", suffix=" end").outcome is Outcome.ambiguous
