"""The picture of a time line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.time_line import HEAD, HEIGHT, picture
from onrecord.text.periods import periods

DAYS = st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(0, 1)), min_size=1, max_size=40)


@given(DAYS)
def test_bars_stay_inside_and_are_as_high_as_their_numbers(days: list[tuple[int, int]]) -> None:
    found = periods(days, 2)
    drawn = picture(found, ("One", "Other"))
    if len(found) < 2:
        assert drawn is None
        return
    assert drawn is not None
    assert drawn.total == len(days)
    for bar in drawn.bars:
        assert bar.x >= 0 and bar.x + bar.width <= 100.01
        assert bar.y >= HEAD - 0.1 and bar.y + bar.height <= HEAD + HEIGHT + 0.1
        assert bar.width > 0
    counts = [count for period in found for count in period.counts if count]
    assert len(drawn.bars) == len(counts)
    for bar, count in zip(drawn.bars, counts, strict=True):
        assert bar.height == pytest.approx(HEIGHT * count / drawn.most, abs=0.1)


def test_a_single_period_needs_no_picture() -> None:
    assert picture(periods([(738_000, 0)], 1), ("One",)) is None
    assert picture((), ("One",)) is None


def test_long_names_leave_room_for_each_other() -> None:
    months = picture(periods([(738_000, 0), (739_000, 0)], 1), ("One",))
    years = picture(periods([(720_000, 0), (739_000, 0)], 1), ("One",))
    assert months is not None and years is not None
    assert [tick.words for tick in months.ticks] == ["July 2021", "November 2022", "April 2024"]
    assert len(years.ticks) == 5


def test_a_series_without_a_bar_needs_no_legend() -> None:
    drawn = picture(periods([(738_000, 1), (738_003, 1)], 2), ("One", "Other"))
    assert drawn is not None
    assert drawn.used == [(1, "Other")]
