"""Dates in EDTF, levels 0 and 1: kept as written, beside their first and last day.

Source: Extended Date/Time Format (EDTF) Specification, Library of Congress, 2019, which is part of ISO 8601-2:2019.
Days are counted in the proleptic Gregorian calendar with astronomical years (0000 is 1 BCE), day 1 being 0001-01-01
as in Python's `date.toordinal`; days before it are zero and negative.
"""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.light import lru_cache
from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Northern hemisphere, whole months; winter ends in the year after.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_LONGEST_YEAR = 9
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS = 146_097

_DATE = lazy(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
    r"(?P<qualifier>[?~%])?"
)
_LEVEL_2 = lazy(
    r"[{}\[\]]|^[?~%]\d|\d[?~%]-|^Y-?\d+E|^-?\d{4}S\d+$|^-?(?=\d*X)[\dX]{4}(?:-|$)|^-?\d{4}-(?:2[5-9]|3\d|4[01])$|-XX-\d\d$"
)
_WORDY = lazy(r"(?:(?P<d1>\d{1,2})\.? )?(?P<month>[A-Za-z]{3,9})\.? (?:(?P<d2>\d{1,2}),? )?(?P<year>\d{4})")
_DOTTED = lazy(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_OFFSET = lazy(r"[+-](\d\d)(?::?(\d\d))?")


@record()
class Point:
    """One end of a date: what of it is given, and the days it spans."""

    year: int
    month: int | None
    day: int | None
    earliest: int
    latest: int
    qualifier: str
    unspecified: str = ""


@record()
class Edtf:
    """A date as written, with its first and last day (None: open or unknown).

    `start` and `end` are the ends of an interval; a single date has the same point for both.
    """

    text: str
    earliest: int | None
    latest: int | None
    start: Point | None
    end: Point | None
    interval: bool

    @property
    def approximate(self) -> bool:
        return any(point is not None and point.qualifier in ("~", "%") for point in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        return any(point is not None and point.qualifier in ("?", "%") for point in (self.start, self.end))


@lru_cache(4096)
def parse(text: str) -> Edtf:
    """Reads an EDTF date of level 0 or 1. InputError, with what to write instead, for everything else."""
    written = text.strip()
    if not written:
        raise InputError("The date is empty: write it as 2023-07-26, 2023-07 or 2023.")
    if "/" in written and not _DOTTED.fullmatch(written):
        return _interval(written)
    point = _point(written, written)
    return Edtf(written, point.earliest, point.latest, point, point, interval=False)


def _interval(written: str) -> Edtf:
    ends = written.split("/")
    if len(ends) != 2 or ends == ["", ""] or set(ends) <= {"", ".."}:
        raise InputError(
            f"{written!r} is not an interval: write two dates with one slash, such as 2023-07/2023-09."
        )
    start, end = (None if part in ("", "..") else _point(part, written) for part in ends)
    if start and end and start.earliest > end.latest:
        raise InputError(f"{written!r} ends before it begins.")
    return Edtf(
        written, start.earliest if start else None, end.latest if end else None, start, end, interval=True
    )


def _point(part: str, written: str) -> Point:
    whole = None if (parts := _plain(part)) else _DATE.fullmatch(part)
    fields: Mapping[str, Any] | None = parts or (whole.groupdict() if whole else None)
    if not fields:
        raise InputError(_advice(part, written))
    year_text, month_text, day_text = fields["year"], fields["month"], fields["day"]
    if fields["time"]:
        _check_time(fields["time"], fields["zone"], written, day_text)
    first_year, last_year = _years(year_text, written)
    qualifier = fields["qualifier"] or ""
    if month_text is None or month_text == "XX":
        if day_text not in (None, "XX") or (month_text and "X" in year_text):
            raise InputError(_advice(part, written))
        days = day_number(first_year, 1, 1), day_number(last_year, 12, 31)
        return Point(first_year, None, None, *days, qualifier, year_text if "X" in year_text else "")
    if "X" in year_text:
        raise InputError(_advice(part, written))
    month = int(month_text)
    if month in SEASONS and day_text is None:
        begin, finish = _SEASON_MONTHS[month]
        end_year = first_year + (finish < begin)
        days = day_number(first_year, begin, 1), day_number(end_year, finish, days_in_month(end_year, finish))
        return Point(first_year, month, None, *days, qualifier)
    if not 1 <= month <= 12:
        raise InputError(
            _advice(part, written)
            if 25 <= month <= 41
            else f"{written!r} has no month {month_text}: months run from 01 to 12."
        )
    length = days_in_month(first_year, month)
    if day_text is None or day_text == "XX":
        days = day_number(first_year, month, 1), day_number(first_year, month, length)
        return Point(first_year, month, None, *days, qualifier)
    day = int(day_text)
    if not 1 <= day <= length:
        raise InputError(_no_such_day(written, first_year, month))
    number = day_number(first_year, month, day)
    return Point(first_year, month, day, number, number, qualifier)


def _plain(part: str) -> Mapping[str, Any] | None:
    """What `_DATE` finds in a year, a month or a day in digits, which nearly all dates are; None for anything else."""
    numbers = part.split("-")
    if (
        not part.isascii()
        or not all(map(str.isdigit, numbers))
        or [*map(len, numbers)] != [4, 2, 2][: len(numbers)]
    ):
        return None
    year, month, day = [*numbers, None, None][:3]
    return {"year": year, "month": month, "day": day, "time": None, "zone": None, "qualifier": None}


def _years(text: str, written: str) -> tuple[int, int]:
    if text.startswith("Y"):
        if len(text.lstrip("Y-")) > _LONGEST_YEAR:
            raise InputError(f"{written!r} lies too far away: years have at most {_LONGEST_YEAR} digits.")
        year = int(text[1:])
        return year, year
    if text == "-0000":
        raise InputError(f"{written!r} has no year -0000: 1 BCE is 0000, 2 BCE is -0001.")
    ends = sorted((int(text.replace("X", "0")), int(text.replace("X", "9"))))
    return ends[0], ends[1]


def _check_time(time: str, zone: str | None, written: str, day: str | None) -> None:
    hours, minutes, seconds = (int(part) for part in time.split(":"))
    offset = _OFFSET.fullmatch(zone or "")
    far = offset and (int(offset[1]) > 14 or int(offset[2] or 0) > 59)
    if day in (None, "XX") or hours > 23 or minutes > 59 or seconds > 59 or far:
        raise InputError(
            f"{written!r} has a time of day that cannot be: write 2023-07-26T10:00:00Z, or the day alone."
        )


def _advice(part: str, written: str) -> str:
    if (wordy := _WORDY.fullmatch(part)) and (month := _month(wordy["month"])):
        day = wordy["d1"] or wordy["d2"]
        instead = f"{wordy['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
        if day and not 1 <= int(day) <= days_in_month(int(wordy["year"]), month):
            return _no_such_day(written, int(wordy["year"]), month)
        return f"{written!r} is not an EDTF date: write {instead}."
    if dotted := _DOTTED.fullmatch(part):
        first, second = int(dotted[1]), int(dotted[2])
        if first > 12 >= second > 0 and first > days_in_month(int(dotted[3]), second):
            return _no_such_day(written, int(dotted[3]), second)
        if first > 12 >= second:
            return f"{written!r} is not an EDTF date: write {dotted[3]}-{second:02}-{first:02}."
        return f"{written!r} is not an EDTF date: write year, month and day, such as 2023-07-26."
    if _LEVEL_2.search(part):
        return f"{written!r} is EDTF level 2, and onrecord takes levels 0 and 1: write 2023~, 2023?, 202X or 2023/2024."
    return f"{written!r} is not an EDTF date: write it as 2023-07-26, 2023-07, 2023, 2023~ (about) or 2023-07/2023-09."


def _no_such_day(written: str, year: int, month: int) -> str:
    return f"{written!r} is not a day: {MONTHS[month - 1]} {year:04} has {days_in_month(year, month)} days."


def _month(word: str) -> int | None:
    return next(
        (number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower()[:9])), None
    )


def is_leap(year: int) -> bool:
    """Whether the astronomical year has a February 29 in the proleptic Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month, 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day of an astronomical year, also a negative one; 0001-01-01 is 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(days_in_month(year, one) for one in range(1, month)) + day


def from_day_number(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    cycles, rest = divmod(number - 1, _DAYS_IN_400_YEARS)
    year = cycles * 400 + 1 + min(rest // 366, 399)
    while day_number(year + 1, 1, 1) <= number:
        year += 1
    month = 12
    while day_number(year, month, 1) > number:
        month -= 1
    return year, month, number - day_number(year, month, 1) + 1


def humanise(date: Edtf) -> str:
    """The date in English: "26 July 2023", "c. 1850", "July to September 2023", "44 BCE", "the 2010s"."""
    if not date.interval:
        assert date.start is not None
        return _words(date.start)
    start = _words(date.start) if date.start else None
    end = _words(date.end) if date.end else None
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"


def _words(point: Point) -> str:
    if point.unspecified:
        tens = point.unspecified.replace("X", "0")
        words = f"the {tens}s"
    else:
        year = str(point.year) if point.year > 0 else f"{1 - point.year} BCE"
        month = SEASONS.get(point.month or 0) or (MONTHS[point.month - 1] if point.month else None)
        words = " ".join(str(part) for part in (point.day, month, year) if part)
    return {"~": f"c. {words}", "?": f"{words} (uncertain)", "%": f"c. {words} (uncertain)"}.get(
        point.qualifier, words
    )


def csl_date(date: Edtf) -> dict[str, object]:
    """The date as a CSL-JSON variable: date-parts where CSL can say it, else a literal.

    CSL has no year 0: 1 BCE is -1. `circa` stands for approximate and uncertain dates.
    """
    points = [date.start, date.end] if date.interval else [date.start]
    known = [point for point in points if point is not None]
    if len(known) < len(points) or any(point.unspecified for point in known):
        return {"literal": humanise(date)}
    seasons = [point.month for point in known if point.month in SEASONS]
    if seasons and date.interval:
        return {"literal": humanise(date)}
    value: dict[str, object] = {"date-parts": [_parts(point) for point in known]}
    if seasons:
        value["season"] = (seasons[0] or 20) - 20
    if date.approximate or date.uncertain:
        value["circa"] = True
    return value


def _parts(point: Point) -> list[int]:
    year = point.year if point.year > 0 else point.year - 1
    month = point.month if point.month not in SEASONS else None
    return [part for part in (year, month, point.day) if part is not None]


def from_csl_date(value: dict[str, object]) -> str | None:
    """The EDTF of a CSL-JSON date; None where it cannot be said in levels 0 and 1.

    `raw` comes first where it is EDTF: it may say what the rest has no place for.
    """
    if isinstance(raw := value.get("raw"), str):
        try:
            return parse(raw).text
        except InputError:
            pass
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return None
    try:
        ends = ["-".join(_padded(part) for part in enumerate(one)) for one in parts]
        if len(ends) == 1 and value.get("season") in (1, 2, 3, 4, "1", "2", "3", "4"):
            ends[0] = f"{ends[0][: 5 if ends[0].startswith('-') else 4]}-{20 + int(str(value['season']))}"
        if value.get("circa"):
            ends = [f"{end}~" for end in ends]
        return parse("/".join(ends)).text
    except (InputError, TypeError, ValueError):
        return None


def _padded(part: tuple[int, object]) -> str:
    position, value = part
    number = int(str(value))
    if position:
        return f"{number:02}"
    if not number:
        raise ValueError("CSL has no year 0")
    year = number if number > 0 else number + 1
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"
