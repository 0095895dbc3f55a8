"""Counting days by period."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import edtf
from onrecord.text.periods import MOST, periods

# From the years that EDTF can say, a little beyond them.
DAYS = st.one_of(st.integers(738_000, 739_000), st.integers(-(10**6), 10**6), st.integers(-(10**13), 10**13))


@given(st.lists(st.tuples(DAYS, st.integers(0, 2)), max_size=30))
def test_each_day_is_counted_once_and_few_periods_do(days: list[tuple[int, int]]) -> None:
    found = periods(days, 3)
    assert len(found) <= MOST
    for which in range(3):
        assert sum(one.counts[which] for one in found) == sum(1 for _, number in days if number == which)
    assert bool(found) == bool(days)
    if found:
        assert found[0].total
        assert found[-1].total


@given(st.lists(st.integers(-(10**8), 10**8), min_size=1, max_size=20))
def test_a_period_names_the_days_it_counts(days: list[int]) -> None:
    found = periods([(day, 0) for day in days], 1)
    spans = [edtf.parse(one.when) for one in found]
    for one, span in zip(found, spans, strict=True):
        assert span.earliest is not None and span.latest is not None
        assert one.total == sum(1 for day in days if span.earliest <= day <= span.latest)
    for before, after in pairwise(spans):
        assert before.latest is not None and after.earliest == before.latest + 1


@pytest.mark.parametrize(
    ("dates", "first", "last", "number"),
    [
        (["2024-02-28", "2024-03-01"], "28 February 2024", "1 March 2024", 3),
        (["2023-10-30", "2024-02-20"], "week of 30 October 2023", "week of 19 February 2024", 17),
        (["2019-03-30", "2024-02-20"], "March 2019", "February 2024", 60),
        (["2005-05-30", "2024-02-20"], "2005 Q2", "2024 Q1", 76),
        (["1999", "2024"], "1999", "2024", 26),
        (["1815", "2024"], "1815 to 1819", "2020 to 2024", 42),
        (["-0043-03-15", "2024"], "51 BCE to 2 BCE", "2000 to 2049", 42),
    ],
)
def test_they_are_as_long_as_needed(dates: list[str], first: str, last: str, number: int) -> None:
    days = [edtf.parse(date).earliest for date in dates]
    found = periods([(day, 0) for day in days if day is not None], 1)
    assert (found[0].words, found[-1].words, len(found)) == (first, last, number)


def test_what_is_no_more_than_a_year_is_not_put_down_to_a_day() -> None:
    days = [(edtf.day_number(2024, 1, 1), 0), (edtf.day_number(2024, 1, 9), 0)]
    assert [one.when for one in periods(days, 1, exact=366)] == ["2024"]
    assert [one.when for one in periods(days, 1, exact=92)] == ["2024-01/2024-03"]
    assert [one.when for one in periods(days, 1, exact=31)] == ["2024-01"]
    assert len(periods(days, 1)) == 9
