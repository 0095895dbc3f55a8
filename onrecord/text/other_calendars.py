"""Dates of calendars that are not read: they are named, so that nobody takes 1445 AH or 2563 BE for years of the common era."""

from __future__ import annotations

from onrecord.text.patterns import lazy

# Folded, without case and accents. The calendar, and the words by which it is known beside a number.
_KNOWN = (
    (
        "the Islamic calendar",
        lazy(
            r".*\d.*(?:\ba\.?\s?h\.?(?!\w)|\bhijri|(?<!\w)ه\.?$|هجري)|(?:a\.?\s?h\.?|hijri)\s*\d.*"
            r"|.*(?:\bmuharram|\bsafar\b|rabi['ʿ]?\s?(?:al|i\b|ii\b|1|2)|jumada|\brajab\b|sha['ʿ]?ban|\bramadh?an\b|shawwal|dh?u['l\s-]+(?:hijja|qa)|zilhicce"
            r"|محرم|رمضان|شعبان|رجب|شوال|ذو ?ال|ذي ?ال|جمادى|ربيع ال).*\d.*"
        ),
    ),
    (
        "the Persian calendar",
        lazy(
            r".*(?:farvardin|ordibehesht|khordad|\btir\b|mordad|shahrivar|\bmehr\b|\baban\b|\bazar\b|\bdey\b|bahman|esfand"
            r"|فروردين|فروردین|اردیبهشت|خرداد|\bتیر\b|مرداد|شهریور|\bمهر\b|آبان|ابان|\bآذر\b|بهمن|اسفند).*\d.*"
            r"|.*\d.*\b(?:s\.?h\.?|a\.?p\.?\s?h\.?|ه\.? ?ش\.?)(?!\w)|s\.?h\.? \d{4}|1[34]\d\d/\d{1,2}/\d{1,2}"
        ),
    ),
    (
        "the Buddhist calendar",
        lazy(
            r".*\d.*\bb\.?e\.?(?!\w)|b\.?e\.?\s*\d.*|.*(?:พ\.? ?ศ|มกราคม|กุมภาพันธ|มนาคม|มีนาคม|เมษายน|พฤษภาคม|มถนายน|มิถุนายน|กรกฎาคม|สงหาคม|สิงหาคม|กนยายน|กันยายน|ตลาคม|ตุลาคม|พฤศจกายน|พฤศจิกายน|ธนวาคม|ธันวาคม).*"
        ),
    ),
    (
        "the Hebrew calendar",
        lazy(
            r".*(?:\btishr|cheshvan|\bkislev|\btevet|\bshevat|\badar\b|\bnisan\b|\biyar\b|\bsivan\b|\btammuz\b|\bav\b|\belul\b).*5[67]\d\d|.*תש[\"״'׳].*|a\.?m\.? 5[67]\d\d"
        ),
    ),
    (
        "the French Republican calendar",
        lazy(
            r".*\b(?:vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial|messidor|thermidor|fructidor).*"
        ),
    ),
    ("an Indian calendar", lazy(r".*(?:\bsaka\b|शक|\bvikram|\bb\.?s\.? \d{4}|\d{4} b\.?s\.?(?!\w)|विक्रम).*")),
    (
        "a Chinese era",
        lazy(
            r"(?:康熙|雍正|乾隆|嘉慶|嘉庆|道光|咸豐|咸丰|同治|光緒|光绪|宣統|宣统|洪武|永樂|永乐|萬曆|万历|崇禎|崇祯).*"
        ),
    ),
    (
        "the Julian calendar",
        lazy(
            r".*\d.*(?:\bo\.\s?s\.?|old style|\(?julian\)?|по старому стилю|ст\. ?ст\.?|alten stils|vieux style).*"
        ),
    ),
)


def calendar_of(plain: str) -> str | None:
    """The name of the other calendar of which `plain`, folded, is a date; None where it is of none that is known."""
    return next((name for name, known in _KNOWN if known.fullmatch(plain)), None)


def advice(written: str, calendar: str) -> str:
    """The sentence about a date that is not read."""
    return f"{written!r} is a date of {calendar}, which is not read: write the day or the year of the common era, such as 2023-07-26."
