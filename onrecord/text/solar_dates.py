"""Dates of the calendars of Iran and Thailand, whose days are told exactly: "۱۵ اسفند ۱۴۰۲", "5 มีนาคม 2567".

The Persian year begins at the equinox (leap years by the cycle of 33, which holds from 1178 to 1633); Thailand counts
from 543 years earlier, with the common months and, since 1941, the common new year.
"""

from __future__ import annotations

from onrecord.text import edtf
from onrecord.text.calendar_words import folded
from onrecord.text.date_digits import Written, joined
from onrecord.text.patterns import lazy

_PERSIAN = (
    "فروردین حمل farvardin", "اردیبهشت ثور ordibehesht", "خرداد جوزا khordad", "تیر سرطان tir", "مرداد اسد mordad",
    "شهریور سنبله shahrivar", "مهر میزان mehr", "آبان عقرب aban", "آذر قوس azar", "دی جدی dey", "بهمن دلو bahman",
    "اسفند حوت esfand",
)  # fmt: skip
_THAI = (
    "มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.", "กรกฎาคม ก.ค.",
    "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค.",
)  # fmt: skip
_PERSIAN_MONTHS = {folded(word): number for number, line in enumerate(_PERSIAN, 1) for word in line.split()}
_THAI_MONTHS = {folded(word): number for number, line in enumerate(_THAI, 1) for word in line.split()}
# What may stand around the date: a day of the week, a time of day.
_IN_PERSIAN = lazy(
    r"(?:[^\W\d_]+[\s\u200c]*[^\W\d_]*[\s,،]+)??(?:(\d{1,2})\s+)?([^\W\d_]+)(?:\s*ماه)?[\s,،]+(1[23]\d\d|14\d\d)(?:\D+\d{1,2}:\d\d.{0,10})?"
)
_IN_FIGURES = lazy(r"(1[34]\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\D+\d{1,2}:\d\d.{0,10})?")
_IN_THAI = lazy(
    rf"(?:[^\W\d_]{{1,20}}\s*)??(?:(\d{{1,2}})\s*)?({'|'.join(sorted(_THAI_MONTHS, key=len, reverse=True)).replace('.', '[.]')})\s*"
    r"(?:[พค]\.?ศ\.?\s*)?(\d{4}|\d\d)(?:\s*(?:เวลา|,|-|\|)?\s*\d{1,2}[:.]\d\d.{0,8})?"
)
_THAI_YEAR = lazy(r"พ\.?\s?ศ\.?\s*(\d{4})")
_BUDDHA, _COMMON_NEW_YEAR = 543, 2484
_PERSIAN_DIGITS = frozenset("۰۱۲۳۴۵۶۷۸۹")
# The first of January 1600 as `edtf.from_day_number` counts, and how many days of the year 979 had passed.
_DAY_1600, _BEFORE_979 = 584_023, 79


def in_solar(plain: str, printed: str, language: str | None) -> Written | None:
    """The date that `plain`, folded, is in one of them; `printed` is how it was written. None where it is none."""
    if plain.isascii() and not any(map(str.isdigit, plain)):
        return None
    if (match := _IN_PERSIAN.fullmatch(plain)) and (month := _PERSIAN_MONTHS.get(match[2])):
        return _persian(int(match[3]), month, int(match[1]) if match[1] else None)
    if match := _IN_FIGURES.fullmatch(plain):
        # The Islamic calendar writes its days so as well: figures, or the language, tell Persian ones.
        if (language or "").lower().startswith("fa") or _PERSIAN_DIGITS & set(printed):
            return _persian(int(match[1]), int(match[2]), int(match[3]))
        return None
    if match := _THAI_YEAR.fullmatch(plain):
        return Written(joined(int(match[1]) - _BUDDHA)) if int(match[1]) >= _COMMON_NEW_YEAR else None
    if (match := _IN_THAI.fullmatch(plain)) and (month := _THAI_MONTHS[match[2]]):
        year = int(match[3]) + (2500 if len(match[3]) == 2 else 0)
        if 1900 <= year < 2100:
            return Written(joined(year, month, match[1]))
        return Written(joined(year - _BUDDHA, month, match[1])) if _COMMON_NEW_YEAR <= year < 2700 else None
    return None


def _persian(year: int, month: int, day: int | None) -> Written | None:
    if not 1 <= month <= 12:
        return None
    longest = 31 if month < 7 else 30 if month < 12 or _is_leap(year) else 29
    if day is not None:
        return Written(_common(year, month, day)) if 1 <= day <= longest else None
    return Written(f"{_common(year, month, 1)}/{_common(year, month, longest)}")


def _is_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)


def _common(year: int, month: int, day: int) -> str:
    since = year - 979
    days = 365 * since + since // 33 * 8 + (since % 33 + 3) // 4
    days += 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    return joined(*edtf.from_day_number(_DAY_1600 + _BEFORE_979 + days))
