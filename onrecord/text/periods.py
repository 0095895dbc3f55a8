"""Days counted by period, for a time line: in days, weeks, months, quarters, years, five or ten years … as many as a picture can show."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.model.record import record
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


# So many bars fit on a phone, and so many years in a life.
MOST = 100
_FARTHEST = 999_999_999
_WEEK = 7


@record()
class Period:
    """A stretch of time: `when` as EDTF, `words` for people, and how many days of each series fall into it."""

    when: str
    words: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def periods(
    days: Iterable[tuple[int, int]], series: int, *, exact: int = 1, most: int = MOST
) -> tuple[Period, ...]:
    """The periods from the first to the last of `days` (day number, number of its series below `series`);
    a dictionary of them (or a Counter) says how often.

    They are as short as `most` of them allow, and follow each other without a gap; some are empty. `exact` is the
    number of days that the least exact of the dates spans, of which `days` are the first ones: where some are no more
    than a month or a year, nothing is put down to a day.
    """
    counted = days if isinstance(days, dict) else _counted(days)
    if not counted:
        return ()
    cut = _cut(min(day for day, _ in counted), max(day for day, _ in counted), exact, most)
    starts = [start for start, *_ in cut]
    counts = [[0] * series for _ in cut]
    for (day, which), number in counted.items():
        counts[bisect_right(starts, day) - 1][which] += number
    return tuple(
        Period(when, words or edtf.humanise(edtf.parse(when)), tuple(number))
        for (_, when, words), number in zip(cut, counts, strict=True)
    )


def _counted(days: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    counted: dict[tuple[int, int], int] = {}
    for day in days:
        counted[day] = counted.get(day, 0) + 1
    return counted


def _cut(first: int, last: int, exact: int, most: int) -> list[tuple[int, str, str | None]]:
    """The first day of each period, the period as EDTF, and in words where those of its EDTF would be long."""
    if last - first < most and exact <= 1:
        return [(day, _day(day), None) for day in range(first, last + 1)]
    # 1 is a Monday.
    monday = (first - 1) // _WEEK * _WEEK + 1
    if last - monday < most * _WEEK and exact <= _WEEK:
        weeks = range(monday, last + 1, _WEEK)
        return [(day, f"{_day(day)}/{_day(day + _WEEK - 1)}", _week(day)) for day in weeks]
    (first_year, month, _), (last_year, last_month, _) = map(edtf.from_day_number, (first, last))
    start, end = first_year * 12 + month - 1, last_year * 12 + last_month
    if end - start <= most and exact <= 31:
        return [_months(one, 1) for one in range(start, end)]
    start = start // 3 * 3
    if -(-(end - start) // 3) <= most and exact <= 92:
        return [_months(one, 3) for one in range(start, end, 3)]
    step = 1
    while last_year // step - first_year // step >= most:
        # 1, 5, 10, 50, 100 …
        step *= 2 if str(step)[0] == "5" else 5
    decades = range(first_year // step * step, last_year + 1, step)
    return [
        (
            edtf.day_number(decade, 1, 1),
            _date(decade) if step == 1 else f"{_date(decade)}/{_date(decade + step - 1)}",
            None,
        )
        for decade in decades
    ]


def _day(day: int) -> str:
    return _date(*edtf.from_day_number(day))


def _week(day: int) -> str:
    return f"week of {edtf.humanise(edtf.parse(_day(day)))}"


def _months(month: int, number: int) -> tuple[int, str, str | None]:
    """The period of so many months; months are counted from the beginning of the year 0."""
    year, first = divmod(month, 12)
    start = edtf.day_number(year, first + 1, 1)
    if number == 1:
        return start, _date(year, first + 1), None
    words = f"{edtf.humanise(edtf.parse(_date(year)))} Q{first // 3 + 1}"
    return start, f"{_date(year, first + 1)}/{_date(year, first + number)}", words


def _date(year: int, *rest: int) -> str:
    # Further away than EDTF can say lies only what no date of ours came from.
    year = max(-_FARTHEST, min(year, _FARTHEST))
    sign = "-" if year < 0 else ""
    shown = f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"
    return "-".join((shown, *(f"{part:02}" for part in rest)))
