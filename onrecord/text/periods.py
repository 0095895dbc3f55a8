"""Days counted by period, for a time line: in days, months, years, tens of years … as many as a picture can show."""

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


@record()
class Period:
    """A stretch of time: `when` as EDTF, `words` for people, and how many days of each series fall into it."""

    when: str
    words: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def periods(days: Iterable[tuple[int, int]], series: int, *, exact: int = 1) -> tuple[Period, ...]:
    """The periods from the first to the last of `days` (day number, number of its series below `series`);
    a dictionary of them (or a Counter) says how often.

    They are as short as `MOST` of them allow, and follow each other without a gap; some are empty. `exact` is the
    number of days that the least exact of the dates spans, of which `days` are the first ones: where some are no more
    than a month or a year, nothing is put down to a day.
    """
    counted = days if isinstance(days, dict) else _counted(days)
    if not counted:
        return ()
    cut = _cut(min(day for day, _ in counted), max(day for day, _ in counted), exact)
    starts = [start for start, _ in cut]
    counts = [[0] * series for _ in cut]
    for (day, which), number in counted.items():
        counts[bisect_right(starts, day) - 1][which] += number
    return tuple(
        Period(when, edtf.humanise(edtf.parse(when)), tuple(number))
        for (_, when), number in zip(cut, counts, strict=True)
    )


def _counted(days: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    counted: dict[tuple[int, int], int] = {}
    for day in days:
        counted[day] = counted.get(day, 0) + 1
    return counted


def _cut(first: int, last: int, exact: int) -> list[tuple[int, str]]:
    """The first day of each period, and the period as EDTF."""
    if last - first < MOST and exact <= 1:
        return [(day, _date(*edtf.from_day_number(day))) for day in range(first, last + 1)]
    (first_year, month, _), (last_year, last_month, _) = map(edtf.from_day_number, (first, last))
    months = range(first_year * 12 + month - 1, last_year * 12 + last_month)
    if len(months) <= MOST and exact <= 31:
        ends = [(one // 12, one % 12 + 1) for one in months]
        return [(edtf.day_number(*end, 1), _date(*end)) for end in ends]
    step = 1
    while last_year // step - first_year // step >= MOST:
        step *= 10
    decades = range(first_year // step * step, last_year + 1, step)
    return [
        (edtf.day_number(one, 1, 1), _date(one) if step == 1 else f"{_date(one)}/{_date(one + step - 1)}")
        for one in decades
    ]


def _date(year: int, *rest: int) -> str:
    # Further away than EDTF can say lies only what no date of ours came from.
    year = max(-_FARTHEST, min(year, _FARTHEST))
    sign = "-" if year < 0 else ""
    shown = f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"
    return "-".join((shown, *(f"{part:02}" for part in rest)))
