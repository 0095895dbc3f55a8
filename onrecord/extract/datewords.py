"""Dates as English texts write them, and what they come to beside a date of publication.

A date with its year is what it says. A day or month without one is of the year of publication where that lies
before it, else of the year before if that is not long ago. Weekdays and "yesterday", "last week" or "two years
ago" are counted back from the day of publication. What leaves a doubt comes to nothing.
"""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.text import edtf
from onrecord.text.patterns import lazy

Basis = Literal["stated", "inferred"]

# A date without a year, later in the year than the publication, is of the year before if that is at most so long ago.
_LONGEST_BACK = timedelta(days=100)

_MONTHS = {name: number for number, name in enumerate(edtf.MONTHS, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"Sept": 9}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

_S = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}(?<=\s)"  # a space, or the end of a line broken at the margin
_M = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?:1\d|20|21)\d\d(?!\w)"
_W = "(?:" + "|".join(_WEEKDAYS) + ")"
_PART = rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?"
_COUNT = r"(?:an?|" + "|".join(_NUMBERS[1:]) + r"|\d{1,3})"
_DASH = r"[^\S\n]?[-–—][^\S\n]?"

# With what a date may begin, told before everything else is tried.
_BEGINS = r"[JFMASONDTWLEIY\d]|an?\s|th(?:e|is|at|ree)|t[oew]|on|in\s|la|ear|ei|el|mid|yes|six|sev|f[io]|ni"
_FOUND = lazy(
    rf"(?<![\w.,/’'-])(?={_BEGINS})(?:"
    rf"(?:(?P<weekday>{_W}),?{_S})?(?:"
    rf"(?P<md>(?P<md_m>{_M}){_S}(?P<md_d>{_D})(?:{_DASH}(?P<md_to>{_D}))?(?:,?{_S}(?P<md_y>{_Y}))?)"
    rf"|(?:the{_S})?(?P<dm>(?P<dm_d>{_D})(?:{_DASH}(?P<dm_to>{_D}))?{_S}(?:of{_S})?(?P<dm_m>{_M})(?:,?{_S}(?P<dm_y>{_Y}))?)"
    r")"
    rf"|(?P<iso>(?P<iso_y>{_Y})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?![\w-]))"
    rf"|(?P<dotted>(?P<dotted_d>\d\d?)\.(?P<dotted_m>\d\d?)\.(?P<dotted_y>{_Y}))"
    rf"|(?:(?P<about>[Ee]arly|[Mm]id|[Ll]ate)(?:{_S}|-))?(?P<my>(?P<my_m>{_M})(?:,?{_S}(?P<my_y>{_Y})|{_S}(?P<my_rel>last|this){_S}year\b)?)"
    rf"|(?P<y>(?:[Ii]n{_S})(?:(?:early|mid|late)(?:{_S}|-))?(?P<y_y>{_Y}))"
    rf"|(?:[Ll]ate{_S}|[Ee]arly{_S}|[Tt]his{_S}(?:past{_S})?)?(?P<wd>(?P<wd_last>[Ll]ast{_S})?(?P<wd_w>{_W})\b{_PART})"
    r"|(?P<yesterday>[Yy]esterday\b" + _PART + r")"
    rf"|(?P<today>(?:[Ee]arlier{_S})?[Tt]oday\b|[Tt]onight\b|(?:[Ee]arlier{_S})?[Tt]his{_S}(?:morning|afternoon|evening)\b)"
    rf"|(?P<last_night>[Ll]ast{_S}night\b)"
    rf"|(?P<same>(?:[Oo]n{_S})?(?:[Ll]ater{_S})?(?:[Tt]he{_S}|[Tt]hat{_S})(?:very{_S})?same{_S}day\b|(?:[Ll]ater{_S})?[Tt]hat{_S}day\b)"
    rf"|(?P<next>(?:[Oo]n{_S})?[Tt]he{_S}(?:next|following){_S}day\b|[Aa]{_S}day{_S}later\b)"
    rf"|(?P<last>[Ll]ast{_S}(?P<last_unit>week|month|year)\b)"
    rf"|(?P<this>(?:(?:[Ee]arlier|[Ll]ater){_S})?[Tt]his{_S}(?P<this_unit>week|month|year)\b)"
    rf"|(?P<ago>(?P<ago_n>{_COUNT}){_S}(?P<ago_unit>day|week|month|year)s?{_S}ago\b)"
    r")"
)
# Every date has one of these in it, and none is longer than what is read around them. To find each piece by itself takes half
# the time of one pattern for all.
_HINTS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec day night ning noon week month year".split())
_DIGITS = lazy(r"[0-9](?:[0-9]{3}|\.[0-9])")
_LONGEST_HINT = 6
_AROUND = 50
_RELATIVE = frozenset(["wd", "yesterday", "today", "last_night", "last", "this", "ago"])


@record()
class Found:
    """A date in words: where it stands (code points, end exclusive), and the match that tells what it is."""

    start: int
    end: int
    match: re.Match[str]

    @property
    def kind(self) -> str:
        return next(name for name in _KINDS if self.match[name] is not None)


_KINDS = (
    "md", "dm", "iso", "dotted", "my", "y", "wd", "yesterday", "today", "last_night", "same", "next", "last",
    "this", "ago",
)  # fmt: skip


@record()
class When:
    """What a date comes to: EDTF of level 0 or 1, the one day where it is one, and what it rests on."""

    edtf: str
    day: date | None
    basis: Basis


@record()
class Issued:
    """A date of publication, of which the month and the day may be unknown."""

    year: int
    month: int | None = None
    day: date | None = None

    @property
    def last(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return self.day or date(self.year, month, edtf.days_in_month(self.year, month))


def issued_on(text: str | None) -> Issued | None:
    """A date of EDTF level 0 as a date of publication; None for anything that is none, or lies outside years 1 to 9998."""
    try:
        parsed = edtf.parse(text) if text else None
    except InputError:
        return None
    if (
        parsed is None
        or parsed.interval
        or parsed.start is None
        or parsed.start.qualifier
        or parsed.start.unspecified
    ):
        return None
    point = parsed.start
    if not MINYEAR < point.year < MAXYEAR or (point.month or 1) > 12:
        return None
    if point.month is None or point.day is None:
        return Issued(point.year, point.month)
    return Issued(point.year, point.month, date(point.year, point.month, point.day))


def find(text: str) -> Iterator[Found]:
    """Every date in words, in order."""
    for low, high in _worth_reading(text):
        for match in _FOUND.finditer(text, low, high):
            yield Found(match.start(), match.end(), match)


def _worth_reading(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text around what every date has in it: the whole pattern is slow, and dates are few."""
    places = [match.start() for match in _DIGITS.finditer(text)]
    for hint in _HINTS:
        index = text.find(hint)
        while index >= 0:
            places.append(index)
            index = text.find(hint, index + 1)
    places.sort()
    low = high = 0
    for index in places:
        if index - _AROUND > high:
            if low < high:
                yield low, high
            low = index - _AROUND
        high = index + _LONGEST_HINT + _AROUND
    if low < high:
        yield low, min(high, len(text))


def when(expression: Found, issued: Issued | None) -> When | None:
    """What it comes to beside the date of publication; None where that is in doubt, or lies after it.

    "The same day" and "the next day" come to nothing here: they need the date before them.
    """
    kind = expression.kind
    if kind in _RELATIVE:
        return _relative(expression.match, kind, issued) if issued else None
    match kind:
        case "md" | "dm":
            result = _day(expression.match, kind, issued)
        case "iso" | "dotted":
            year, month, day = (int(expression.match[f"{kind}_{part}"]) for part in "ymd")
            result = _whole(year, month, day)
        case "my":
            result = _month(expression.match, issued)
        case "y":
            result = When(f"{int(expression.match['y_y']):04}", None, "stated")
        case _:
            return None
    if result is None or issued is None:
        return result
    earliest = edtf.parse(result.edtf).earliest
    return result if earliest is not None and earliest <= issued.last.toordinal() else None


def year_of(expression: Found) -> int | None:
    """The year printed in it, if there is one."""
    for name in ("md_y", "dm_y", "iso_y", "dotted_y", "my_y", "y_y"):
        if expression.match[name] is not None:
            return int(expression.match[name])
    return None


def day_after(anchor: date, days: int) -> When | None:
    """The day so many days after one that is known."""
    try:
        return _on(anchor + timedelta(days), "inferred")
    except OverflowError:
        return None


def _on(day: date, basis: Basis) -> When:
    return When(day.isoformat(), day, basis)


def _whole(year: int, month: int, day: int, to: int | None = None, basis: Basis = "stated") -> When | None:
    try:
        first = date(year, month, day)
        last = date(year, month, to) if to else first
    except ValueError:
        return None
    if last < first:
        return None
    return _on(first, basis) if last == first else When(f"{first}/{last}", None, basis)


def _day(match: re.Match[str], kind: str, issued: Issued | None) -> When | None:
    month = _month_number(match[f"{kind}_m"])
    day, to = (_leading_number(match[f"{kind}_{part}"]) for part in ("d", "to"))
    assert day is not None
    if match[f"{kind}_y"]:
        result = _whole(int(match[f"{kind}_y"]), month, day, to)
    else:
        result = _in_the_year(month, day, to, issued) if issued else None
    named = match["weekday"]
    if named and result and date.fromisoformat(result.edtf[:10]).weekday() != _WEEKDAYS.index(named):
        return None  # one of the two is a mistake, or the year is another
    return result


def _in_the_year(month: int, day: int, to: int | None, issued: Issued) -> When | None:
    if issued.month is None:
        # Printed in the first months of a year, a day of autumn was in the year before.
        return _whole(issued.year, month, day, to, "inferred") if month < 10 else None
    for year in (issued.year, issued.year - 1):
        day_of_year = _whole(year, month, day, to)
        if day_of_year and (first := date.fromisoformat(day_of_year.edtf[:10])) <= issued.last:
            return day_of_year if year == issued.year or issued.last - first <= _LONGEST_BACK else None
    return None


def _month(match: re.Match[str], issued: Issued | None) -> When | None:
    month = _month_number(match["my_m"])
    about = "~" if match["about"] else ""
    if match["my_y"]:
        return When(f"{int(match['my_y']):04}-{month:02}{about}", None, "stated")
    if issued is None:
        return None
    if match["my_rel"]:
        return When(f"{issued.year - (match['my_rel'] == 'last'):04}-{month:02}{about}", None, "inferred")
    if issued.month is None:
        return None
    if month <= issued.month:
        return When(f"{issued.year:04}-{month:02}{about}", None, "stated")
    return When(f"{issued.year - 1:04}-{month:02}{about}", None, "inferred")


def _relative(match: re.Match[str], kind: str, issued: Issued) -> When | None:
    try:
        if kind in ("last", "this"):
            return _period(match[f"{kind}_unit"], kind == "last", issued)
        if kind == "ago":
            return _ago(match["ago_n"].lower(), match["ago_unit"], issued)
        if issued.day is None:
            return None
        if kind == "wd":
            back = (issued.day.weekday() - _WEEKDAYS.index(match["wd_w"])) % 7
            if match["wd_last"]:
                # To some the last Tuesday, to others the Tuesday of the week before.
                return When(
                    f"{issued.day - timedelta(back or 7)}?", issued.day - timedelta(back or 7), "inferred"
                )
            return _on(issued.day - timedelta(back), "inferred")
        return _on(issued.day - timedelta(kind in ("yesterday", "last_night")), "inferred")
    except OverflowError:
        return None


def _period(unit: str, last: bool, issued: Issued) -> When | None:
    if unit == "year":
        return When(f"{issued.year - last:04}", None, "inferred")
    if unit == "month":
        return When(_months_back(issued, int(last)), None, "inferred") if issued.month else None
    if issued.day is None:
        return None
    monday = issued.day - timedelta(issued.day.weekday() + 7 * last)
    end = monday + timedelta(6) if last else issued.day
    return _on(monday, "inferred") if monday == end else When(f"{monday}/{end}", None, "inferred")


def _ago(number: str, unit: str, issued: Issued) -> When | None:
    count = 1 if number in ("a", "an") else int(number) if number.isdigit() else _NUMBERS.index(number)
    if unit == "year":
        return When(f"{issued.year - count:04}~", None, "inferred") if issued.year > count else None
    if unit == "month":
        return When(f"{_months_back(issued, count)}~", None, "inferred") if issued.month else None
    if issued.day is None:
        return None
    if unit == "week":
        return When(f"{issued.day - timedelta(7 * count)}~", None, "inferred")
    return _on(issued.day - timedelta(count), "inferred")


def _months_back(issued: Issued, count: int) -> str:
    assert issued.month is not None
    year, month = divmod(issued.year * 12 + issued.month - 1 - count, 12)
    if year < MINYEAR:
        raise OverflowError
    return f"{year:04}-{month + 1:02}"


def _month_number(word: str) -> int:
    return _MONTHS[word.rstrip(".")]


def _leading_number(word: str | None) -> int | None:
    return int(re.sub(r"\D", "", word)) if word else None
