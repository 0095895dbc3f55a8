"""Statements over time: each counted once in each of its series, and in periods that its date allows."""

from pathlib import Path

import pytest
from factories import quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.plots import bar, stacked
from onrecord.db.store import reading, writing
from onrecord.text.clean import width
from onrecord.views.overview import spread
from onrecord.views.timeline import BY, OTHERS, Timeline, timeline


@pytest.fixture
def years(database: Path) -> Path:
    with writing(database, "fill") as store:
        source(store, None, citekey="daily", title="Daily", issued="2024-03-01")
        source(store, None, citekey="weekly", title="Weekly", issued="2024-03-20")
        source(store, None, citekey="undated", title="Undated")
        for number in range(12):
            quote(
                store,
                f"Sentence {number}.",
                f"Speaker {number % 4}",
                source="daily",
                said=f"2024-02-{number + 1:02}",
            )
        key = quote(store, "In two forms.", "Speaker 0", source="daily").quote.key
        quote(store, "In two forms.", "Speaker 0", source="weekly", form="indirect", of=key)
        quote(store, "Some time.", "Speaker 1", source="weekly", said="2024")
        quote(store, "Nobody knows when.", "Speaker 1", source="undated")
    return database


def found(path: Path, by: str, **more: int) -> Timeline:
    with reading(path) as reader:
        return timeline(reader, by, **more)


def test_the_few_that_are_dated_roughly_do_not_make_it_coarse(years: Path) -> None:
    told = found(years, "dated")
    assert (told.periods[0].when, told.periods[-1].when) == ("2024-02-01", "2024-03-01")
    assert (told.total, told.rough, told.undated) == (13, 1, 1)
    assert [sum(one.counts[at] for one in told.periods) for at in (0, 1)] == [12, 1]
    with reading(years) as reader:
        assert spread(reader).time == told


def test_where_many_are_dated_to_the_year_the_periods_are_years(years: Path) -> None:
    with writing(years, "more") as store:
        for number in range(8):
            quote(store, f"In that year, {number}.", source="daily", said="2023")
    assert [one.when for one in found(years, "dated").periods] == ["2023", "2024"]


def test_a_statement_counts_in_each_of_its_series(years: Path) -> None:
    told = found(years, "form")
    assert dict(zip(told.series, map(sum, zip(*(one.counts for one in told.periods), strict=True)), strict=True)) == {
        "direct": 13, "indirect": 1,
    }  # fmt: skip


def test_the_most_frequent_have_a_series_and_the_others_one_together(years: Path) -> None:
    told = found(years, "speaker", series=2)
    assert told.series == ("Speaker 1", "Speaker 0", OTHERS)
    assert told.total == 13


@pytest.mark.parametrize("by", BY)
def test_nothing_on_record_has_no_periods(database: Path, by: str) -> None:
    told = found(database, by)
    assert (told.periods, told.undated, told.rough) == ((), 0, 0)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=7), st.integers(10, 120))
def test_bars_are_as_long_as_their_numbers(counts: list[int], columns: int) -> None:
    most = max(sum(counts), 1)
    drawn = stacked(counts, most, columns)
    assert columns - 1 <= width(drawn) <= columns + len(counts) or not sum(counts)
    assert len(set(drawn)) == sum(bool(count) for count in counts)
    for count in counts:
        assert bool(bar(count, most, columns)) == bool(count)
        assert width(bar(count, most, columns)) <= columns
