"""Dates in digits, of programs and people: "1994/11/01", "03.04.2020", "20240305", "2024年3月5日", "1709632800"."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text import edtf
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

# What programs write where they have no date: the zeros of SQL, .NET, Excel (two calendars), LibreOffice and Unix.
_NO_DATES = ("0001-01-01", "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "1970-01-01")
_YMD = lazy(
    r"(?s)(\d{4})(?:(?P<s>[-/.])\s?(\d{1,2})(?:(?P=s)\s?(\d{1,2})\.?)?)?(?:(?:t|,? )\s*\d{1,2}[:.h]\d\d.*|t\d{4}.*)?"
)
_COMPACT = lazy(r"(?s)(?:d:)?(\d{4})(\d\d)(\d\d)(?:t?\d{2,6}(?:z|[+-].*)?)?")
_DMY = lazy(
    r"(\d{1,2})(?P<s>[-/.])\s?(\d{1,2})(?P=s)\s?(\d{4})\.?(?:,? \d{1,2}[:.]\d\d\S*(?: ?[ap]\.?m\.?)?)?"
)
_MY = lazy(r"(\d{1,2})[-/.](\d{4})")
_CJK = lazy(
    r"(前|紀元前|公元前|기원전)?\s?(\d{1,4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?)?(?: ?[(]?[月火水木金土日월화수목금토일][)]?)?.{0,30}"
)
_ERA = lazy(
    r"(?:中[華华])?(明治|大正|昭和|平成|令和|民國|民国)\s?(元|\d{1,3})\s?年\s?(?:(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?)?.{0,30}"
    r"|(meiji|taisho|showa|heisei|reiwa) (\d{1,2})|([mtshr])(\d{1,2})\.(\d{1,2})\.(\d{1,2})"
)
# Its first and last year. The months before 1873 are those of another calendar.
_ERAS = {
    "明治": (1868, 1912),
    "大正": (1912, 1926),
    "昭和": (1926, 1989),
    "平成": (1989, 2019),
    "令和": (2019, 2199),
    "民國": (1912, 2199),
    "民国": (1912, 2199),
}
_ERAS |= dict(zip(("meiji", "taisho", "showa", "heisei", "reiwa"), _ERAS.values(), strict=False))
_ERAS |= dict(zip("mtshr", _ERAS.values(), strict=False))
_SOLAR_SINCE = 1873
_HAN_FIGURES = lazy("[〇零一二三四五六七八九十]+(?=[年月日])")
_MONTH_FIRST_PLACES = frozenset(["us", "ph", "pw", "fm", "mh"])
_UNSURE_PLACES = frozenset(["ca", "za"])
_UNSURE_LANGUAGES = frozenset(["", "en", "zh", "ja", "ko", "hu", "lt", "mn", "eu"])


@record()
class Written:
    """What a written date comes to: `edtf`, None where it says that there is no date; `doubt` is one sentence, or None."""

    edtf: str | None
    doubt: str | None = None


def in_digits(plain: str, printed: str, language: str | None) -> Written | None:
    """The date that `plain`, folded, is in digits; `printed` is how it was written. None where it is none."""
    plain = _in_figures(plain) if not plain.isascii() else plain
    if match := _YMD.fullmatch(plain):
        return _year_first(match[1], match[3], match[4], match["s"] or "")
    if match := _COMPACT.fullmatch(plain):
        if plain.isdigit() and len(plain) != 8:
            return _stamp(plain)
        return _year_first(match[1], match[2], match[3], "-") if 1400 <= int(match[1]) <= 2199 else None
    if plain.isdigit():
        return _stamp(plain)
    if match := _DMY.fullmatch(plain):
        return _day_or_month_first(match[1], match[3], match[4], match["s"], printed, language)
    if match := _MY.fullmatch(plain):
        return Written(f"{match[2]}-{int(match[1]):02}") if 1 <= int(match[1]) <= 12 else None
    if match := _CJK.fullmatch(plain):
        year = -(int(match[2]) - 1) if match[1] else int(match[2])
        return Written(joined(year, match[3], match[4])) if int(match[2]) else Written(None)
    if match := _ERA.fullmatch(plain):
        return _era_year(match)
    return None


def _era_year(match: Match[str]) -> Written | None:
    era, number = match[1] or match[5] or match[7], match[2] or match[6] or match[8]
    month, day = match[3] or match[9], match[4] or match[10]
    first, last = _ERAS[era]
    year = first - 1 + (1 if number == "元" else int(number))
    if not first <= year <= last:
        return None
    return Written(joined(year, month, day) if year >= _SOLAR_SINCE else joined(year))


def _in_figures(plain: str) -> str:
    """ "昭和二十年八月" with its numbers in figures."""
    return _HAN_FIGURES.sub(lambda match: str(_han(match[0])), plain)


def _han(figures: str) -> int:
    if "十" not in figures:
        return int(
            "".join(str("零一二三四五六七八九".index(figure.replace("〇", "零"))) for figure in figures)
        )
    tens, _, ones = figures.partition("十")
    digits = "零一二三四五六七八九"
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)


def _stamp(plain: str) -> Written | None:
    """Seconds or thousandths since 1970, as some pages state them; zero is none."""
    if plain.strip("0") == "":
        return Written(None)
    seconds = {10: int(plain), 13: int(plain) // 1000}.get(len(plain))
    if seconds is None or plain[0] == "0":
        return None
    return Written(joined(*edtf.from_day_number(719163 + seconds // 86400)))


def _year_first(year: str, month: str | None, day: str | None, mark: str) -> Written | None:
    if int(year) == 0 or f"{year}-{month}-{day}" in _NO_DATES:
        return Written(None)
    if month is None or (int(month) == 0 and (day or mark == "-")):
        return Written(year)
    if day is None and not 1 <= int(month) <= 12:
        # 1978/79 is two years, 1994-21 a season; `edtf` and the words know them.
        return None
    return Written(joined(int(year), month, None if day is None or int(day) == 0 else day))


def joined(year: int, month: object = None, day: object = None) -> str:
    """The EDTF of an astronomical year, with month and day where they are given; that they exist is not checked."""
    sign = "-" if year < 0 else ""
    whole = f"{sign}{abs(year):04}" if abs(year) < 10_000 else f"Y{year}"
    return "-".join([whole, *(f"{int(str(part)):02}" for part in (month, day) if part is not None)])


def _day_or_month_first(
    first: str, second: str, year: str, mark: str, printed: str, language: str | None
) -> Written | None:
    first_number, two = int(first), int(second)
    if int(year) == 0:
        return Written(None)
    if first_number == 0 or two == 0:
        return Written(joined(int(year), two or None)) if two <= 12 else None
    if mark == "." or first_number > 12 or first_number == two:
        return Written(joined(int(year), two, first_number))
    if two > 12:
        return Written(joined(int(year), first_number, two))
    order = _order(language)
    if order == "day":
        return Written(joined(int(year), two, first_number))
    if order == "month":
        return Written(joined(int(year), first_number, two))
    days = f"{first_number} {edtf.MONTHS[two - 1]} or {two} {edtf.MONTHS[first_number - 1]} {year}"
    return Written(year, f"{printed} is {days}.")


def _order(language: str | None) -> str | None:
    """What stands first where dates are written in digits: "day", "month", or None where that is not the same for all."""
    primary, _, rest = (language or "").lower().replace("_", "-").partition("-")
    places = [part for part in rest.split(".")[0].split("-") if len(part) == 2]
    if places:
        if places[0] in _UNSURE_PLACES or primary in _UNSURE_LANGUAGES - {"en"}:
            return None
        return "month" if places[0] in _MONTH_FIRST_PLACES and primary in ("en", "es", "") else "day"
    return None if primary in _UNSURE_LANGUAGES else "day"
