"""Parts of years in words: quarters, halves, weeks, seasons over two years, "early 1990s", "late March 2020".

EDTF of level 1 has no quarters and no "early": they become the stretch that they are, from its first month, year or day to
its last, and where nobody drew a line (a third of the time for early, mid and late) both ends are about.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.errors import InputError
from onrecord.text import edtf
from onrecord.text.date_digits import Written, joined
from onrecord.text.patterns import lazy

# Folded, as all patterns here: without case and accents.
_ORDINALS = (
    "first erste(?:[sn])? premiere? primera? primer primo primeiro eerste forsta forste pervyi перв(?:ыи|ого|ом|ое) pierwsz\\w+ i 1",
    "second zweite(?:[sn])? deuxieme|seconde? segund[oa] second[oa] segundo tweede andra anden|andre vtoroi втор(?:ои|ого|ом|ое) drugi\\w* ii 2",
    "third dritte(?:[sn])? troisieme tercer[oa]? terz[oa] terceiro derde tredje tretii трет(?:ии|ьего|ьем) trzeci\\w* iii 3",
    "fourth vierte(?:[sn])? quatrieme cuart[oa] quart[oa] quarto vierde fjarde|fjerde chetvertyi четверт(?:ыи|ого|ом) czwart\\w+ iv 4",
)
_NTH = [
    lazy("(?:" + "|".join(words.split()) + r")(?:st|nd|rd|th|e|er|eme|o|a|\.|-?и|-?и)?")
    for words in _ORDINALS
]
_QUARTER = (
    r"quarters?|quartals?|trimestre|kwartaal|kvartal(?:et)?|кв\.?|квартал\w*|kwartal\w*|qtr\.?|neljannes"
)
_HALF = r"half(?: year| of the year)?|halbjahr(?:es|s)?|semestre|halvar|halfjaar|полугоди\w+|polrocz\w+"
_OF = r"(?:\s*,?\s*(?:of|de|del|di|von|des jahres|van|do|en|et|года)?\s*)"
_PART_OF_YEAR = lazy(
    rf"(?:the |im |in |in the |am |au |en el |el |le |il |o |nel |в |во |w |het |in het )*(?P<nth>[^\W_]+[.\-]?[^\W_]*?)\.?\s+(?:(?P<quarter>{_QUARTER})|(?P<half>{_HALF}))"
    rf"{_OF}(?P<year>\d{{4}})(?: ?(?:г\.?|года|году|год|r\.?|roku))?"
)
_CODED = lazy(
    r"(?:(?P<letter>[qh])(?P<one>[1-4])|(?P<two>[1-4])(?P<behind>[qh]))[\s/,-]*(?P<year>\d{4})|(?P<first>\d{4})[\s/,-]*(?:(?P<l3>[qhs])(?P<three>[1-4])|(?P<four>[1-4])(?P<l4>[qh]))"
)
_EASTERN = lazy(
    r"(?P<year>\d{4})\s?[年년]\s?(?:第?\s?(?P<quarter>[1-4一二三四])\s?(?:四半期|季度?|분기)|(?P<half>[上下])半年|(?P<spring>春|봄)|(?P<summer>夏|여름)|(?P<autumn>秋|가을)|(?P<winter>冬|겨울))[天季]?(?:에)?"
)
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}
_WEEK = lazy(
    r"(?P<year>\d{4})-?w(?P<week>\d\d)(?:-?(?P<day>[1-7]))?|(?:week|kw|woche|semaine|semana|settimana|vecka|uge|uke|viikko|tydzien|неделя)\.? (?P<week2>\d{1,2})(?:\.|e)?[\s,/]*(?:of |de |del |di )?(?P<year2>\d{4})"
)
_ORDINAL = lazy(r"(\d{4})-(\d{3})")
_WINTER = lazy(
    r"(?:the |im |en |l'|in the |в )*(?:winter|hiver|invierno|inverno|zima|зима|зимои|зимы|vintern?|talvi)(?: of| de| del| dell'| von| des jahres)? (\d{4})\s?[-–/]\s?(\d{2}|\d{4})"
)
_EARLY = "early|beginning|start|anfang|beginn|fruhe[nrs]?|debut|principios|comienzos|inizi?o?|inicio|начал[оеа]|poczat\\w+|begin|borjan|tidligt?|tidigt|alku"
_MID = "mid|middle|mitte|mi|milieu|mediados|meta|meados|середин[аеы]|polow\\w+|midden|mitten"
_LATE = "late|end|ende|fin|finales|fine|final|fins|конец|конце|конца|kon(?:iec|cu)|einde?|slutet|slutningen|spate[nrs]?"
_PLACE_IN = lazy(
    rf"(?:the |in the |in |im |am |a |à |a la |au |en |o |at the |towards the |gegen |в |w |het |i )*(?:(?P<early>{_EARLY})|(?P<mid>{_MID})|(?P<late>{_LATE}))"
    r"(?P<link>(?:-| of the | of | der | des | du | de la | de los | de l'| del | degli | dell'| de | do | dos | d'| di | av | van de | van het | van | )+)(?P<whole>\S.*)"
)
# The first and the last of three parts of a decade, a century, a year (months) and a month (days).
_YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_HUNDRED = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}
_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def in_spans(plain: str, whole: Callable[[str], Written | None]) -> Written | None:
    """The stretch that `plain`, folded, says; None where it says none. `whole` reads what it is a part of."""
    if written := _year_part(plain) or _eastern(plain) or _week(plain):
        return written
    if match := _WINTER.fullmatch(plain):
        year, after = int(match[1]), int(match[2])
        return Written(f"{year:04}-24") if after in (year + 1, (year + 1) % 100) else None
    match = _PLACE_IN.fullmatch(plain)
    written = whole(match["whole"]) if match else None
    if match is None or written is None or written.edtf is None or written.doubt:
        return None
    place = next(one for one in ("early", "mid", "late") if match[one])
    ends = _third(written.edtf, place)
    return Written(f"{ends[0]}~/{ends[1]}~") if ends else None


def _year_part(plain: str) -> Written | None:
    if match := _CODED.fullmatch(plain):
        letter = match["letter"] or match["behind"] or match["l3"] or match["l4"]
        number = int(match["one"] or match["two"] or match["three"] or match["four"])
        return _months(int(match["year"] or match["first"]), number, 3 if letter == "q" else 6)
    match = _PART_OF_YEAR.fullmatch(plain)
    if match is None:
        return None
    number = next((index for index, nth in enumerate(_NTH, 1) if nth.fullmatch(match["nth"])), 0)
    return _months(int(match["year"]), number, 3 if match["quarter"] else 6)


def _months(year: int, number: int, length: int) -> Written | None:
    if not 1 <= number <= 12 // length or not year:
        return None
    return Written(f"{joined(year, (number - 1) * length + 1)}/{joined(year, number * length)}")


def _eastern(plain: str) -> Written | None:
    match = _EASTERN.fullmatch(plain)
    if match is None:
        return None
    year = int(match["year"])
    if match["quarter"]:
        return _months(year, _HAN.get(match["quarter"], 0) or int(match["quarter"]), 3)
    if match["half"]:
        return _months(year, 1 + (match["half"] == "下"), 6)
    season = next(
        index for index, one in enumerate(("spring", "summer", "autumn", "winter"), 21) if match[one]
    )
    return Written(joined(year, season))


def _week(plain: str) -> Written | None:
    """ISO 8601: the week with the first Thursday of a year is its first, and begins on Monday."""
    if match := _ORDINAL.fullmatch(plain):
        year, number = int(match[1]), int(match[2])
        there = 1 <= number <= 365 + edtf.is_leap(year)
        return (
            Written(joined(*edtf.from_day_number(edtf.day_number(year, 1, 1) + number - 1)))
            if there
            else None
        )
    match = _WEEK.fullmatch(plain)
    if match is None:
        return None
    year, week = int(match["year"] or match["year2"]), int(match["week"] or match["week2"])
    monday = _first_monday(year) + 7 * (week - 1)
    if not (year and week and monday < _first_monday(year + 1)):
        return None
    first, last = (joined(*edtf.from_day_number(monday + days)) for days in (0, 6))
    if match["day"]:
        return Written(joined(*edtf.from_day_number(monday + int(match["day"]) - 1)))
    return Written(f"{first}/{last}")


def _first_monday(year: int) -> int:
    fourth = edtf.day_number(year, 1, 4)
    return fourth - (fourth - 1) % 7


def _third(whole: str, place: str) -> tuple[str, str] | None:
    """The first, second or last third of a decade, century, year or month in EDTF."""
    try:
        date = edtf.parse(whole)
    except InputError:
        return None
    point = date.start
    if date.interval or point is None or point.qualifier or point.day or (point.month or 0) > 12:
        return None
    if point.unspecified:
        low, high = (_HUNDRED if point.unspecified.endswith("XX") else _YEARS)[place]
        return joined(point.year + low), joined(point.year + high)
    if point.month is None:
        low, high = _MONTHS[place]
        return joined(point.year, low), joined(point.year, high)
    low, high = _DAYS[place]
    last = min(high, edtf.days_in_month(point.year, point.month))
    return joined(point.year, point.month, low), joined(point.year, point.month, last)
