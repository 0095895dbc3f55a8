"""When something was said, in languages other than English: a date right beside the words that report it.

"stated" is only a date whose day, month and year the text gives; a day without its year, a weekday and "yesterday" are
counted from the day of publication, and inferred.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.extract.abroad.laying import Laid, bounds_of
from onrecord.extract.datewords import Basis, Issued
from onrecord.extract.paragraph import QUOTE
from onrecord.text.patterns import lazy

Range = tuple[int, int]
Said = tuple[str, Basis]

# How far from the words that report it a date may stand, in words.
_NEAR = 8
# Where each letter is a word.
_NEAR_IN_SCRIPT = 24
_DOTTED = lazy(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_CJK = lazy(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY = lazy(r"(\d{1,2})(?:er|º|°|-го|-е|й)?")
# A day later in the year than the publication is of the year before, unless that is longer ago.
_LONGEST_BACK = timedelta(days=100)
_BREAKS = frozenset(",;:()—–") | {QUOTE}


def said(
    text: str, words: Laid, reporting: Range, pieces: Sequence[Range], issued: Issued | None
) -> Said | None:
    """When the words at `pieces` were said that the words at `reporting` report; None where no date or several do tell."""
    stated = {when for when in _near(text, words, reporting, pieces, issued) if when is not None}
    return stated.pop() if len(stated) == 1 else None


def _near(
    text: str, words: Laid, reporting: Range, pieces: Sequence[Range], issued: Issued | None
) -> Iterator[Said | None]:
    low, high = bounds_of(words, reporting[0])
    near = _NEAR_IN_SCRIPT if words.lexicon.table.frames else _NEAR
    inside = {index for first, last in pieces for index in range(max(first, low), min(last, high))}
    first = reporting[0]
    while (
        first > low
        and reporting[0] - first < near
        and first - 1 not in inside
        and words.low[first - 1] not in _BREAKS
    ):
        first -= 1
    last = reporting[1]
    while (
        last < high and last - reporting[1] < near and last not in inside and words.low[last] not in _BREAKS
    ):
        last += 1
    if words.lexicon.table.frames:
        for match in _CJK.finditer(text, words.starts[first], words.ends[last - 1]):
            yield _stated(*map(int, match.groups()))
        return
    index = first
    while index < last:
        stated, ended = (None, index + 1) if index in inside else _at(words, index, last, issued)
        if stated is not None and not _is_of_something_else(words, index, ended, low):
            yield stated
        index = ended


def _is_of_something_else(words: Laid, index: int, ended: int, low: int) -> bool:
    known = words.lexicon
    before = words.low[max(low, index - 2) : index]
    if not known.coming.isdisjoint([*before, *words.low[ended : ended + 1]]):
        return True
    return bool(before) and before[-1] in known.other_days


def _at(words: Laid, index: int, high: int, issued: Issued | None) -> tuple[Said | None, int]:
    """The date that begins at a word, and where it ends."""
    low, known = words.low, words.lexicon
    word = low[index]
    if dotted := _DOTTED.fullmatch(word):
        day, month, year = map(int, dotted.groups())
        return _stated(year, month, day), index + 1
    if (number := _DAY.fullmatch(word)) is not None:
        month_at = index + 1
        while month_at < min(high, index + 3) and low[month_at] in ("de", "."):
            month_at += 1
        if month_at < high and low[month_at] in known.months:
            year_at = month_at + 1
            while year_at < min(high, month_at + 3) and low[year_at] in ("de", "del", ".", ","):
                year_at += 1
            day, month = int(number[1]), known.months[low[month_at]]
            if year_at < high and len(low[year_at]) == 4 and low[year_at].isdigit():
                return _stated(int(low[year_at]), month, day), year_at + 1
            return _in_the_year(month, day, issued), month_at + 1
        return None, index + 1
    if issued is None or issued.day is None:
        return None, index + 1
    if word in known.weekdays:
        back = (issued.day.weekday() - known.weekdays[word]) % 7
        followed = (
            index + 1 < high and _DAY.fullmatch(low[index + 1]) is not None
        )  # "Montag, 3. Mai" is told by the day
        return (None if followed else _inferred(issued.day, back)), index + 1
    if word in known.yesterday:
        return _inferred(issued.day, 1), index + 1
    if word in known.today:
        return _inferred(issued.day, 0), index + 1
    return None, index + 1


def _stated(year: int, month: int, day: int) -> Said | None:
    try:
        return date(year, month, day).isoformat(), "stated"
    except ValueError:
        return None


def _inferred(day: date, back: int) -> Said | None:
    try:
        return (day - timedelta(back)).isoformat(), "inferred"
    except OverflowError:
        return None


def _in_the_year(month: int, day: int, issued: Issued | None) -> Said | None:
    if issued is None or issued.day is None:
        return None
    for year in (issued.day.year, issued.day.year - 1):
        try:
            day_of_year = date(year, month, day)
        except ValueError:
            continue
        if day_of_year <= issued.day:
            near = year == issued.day.year or issued.day - day_of_year <= _LONGEST_BACK
            return (day_of_year.isoformat(), "inferred") if near else None
    return None
