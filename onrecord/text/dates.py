"""Dates as people and programs write them, as EDTF: "November 1, 1994", "Nov 1994", "1er novembre 1994", "11/1994", "c. 1850".

One reader for all that comes in: web pages, bibliographies, bylines, what somebody types. It reads one date, no sentence (for
dates inside a text there is `in_line` and, beside a date of publication, `extract.datewords`), never guesses, and never
raises: what can mean two days comes to the year, with the reason in `doubt`.
"""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.text import edtf
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.records import Json
    from onrecord.text.date_digits import Written

_LONGEST = 120
_LONGEST_LINE = 300
_EASTERN = lazy(
    r"(?<!\d)\d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日号號일])?(?:\s?[（(]?(?:[月火水木金土日](?:曜日?)?|星期[一二三四五六日天]|[월화수목금토일]요일)[)）]?)?"
    r"(?:\s?(?:[上下]午|午[前後]|오[전후])?\s?\d{1,2}(?::\d\d|[時时点點시](?:\s?\d{1,2}[分분])?)(?::\d\d)?)?"
)


@record()
class InLine:
    """A date that stands within a line, from `start` to `end`."""

    start: int
    end: int
    written: Written


def read(text: str, language: str | None = None) -> Written | None:
    """The date that `text` is; None where it is none, or none that can be told. Times of day are left out.

    `language` is a BCP 47 tag or a locale ("de", "en-US", "en_GB"): it decides between 3 April and March 4. The zeros that
    programs write for "no date" are none.
    """
    if len(text) > 4 * _LONGEST:
        return None
    from onrecord.text.calendar_words import UNKNOWN, folded
    from onrecord.text.date_digits import Written, in_digits
    from onrecord.text.date_phrases import in_words, is_century
    from onrecord.text.other_calendars import calendar_of

    line = " ".join(text.split())
    plain = _tidy(folded(line).strip(" \t,;"))
    if not plain or len(plain) > _LONGEST:
        return None
    if plain in UNKNOWN or plain.strip("[]()") in UNKNOWN:
        return Written(None)
    if (
        not any(map(str.isdigit, plain))
        and not any(one in plain for one in "元一二三四五六七八九十")
        and not is_century(plain)
    ):
        return None
    if not plain.isdigit():
        from onrecord.text.solar_dates import in_solar

        if solar := in_solar(plain, line, language):
            return _checked(solar)
        if calendar_of(plain):
            return None
    plain = _without_weekday(plain)
    written = (
        _in_spans(plain, language)
        or in_digits(plain, line, language)
        or _exact(line)
        or in_words(plain, language)
    )
    return written and _checked(written)


def _in_spans(plain: str, language: str | None) -> Written | None:
    """A part of a year: "Q3 2020", "early 1990s"; nothing else needs its words."""
    from onrecord.text.date_phrases import in_words
    from onrecord.text.date_spans import in_spans

    return in_spans(plain, lambda whole: in_words(whole, language)) if not plain.isdigit() else None


def typed(text: str) -> edtf.Edtf:
    """What somebody typed as a date: EDTF, else in words ("14 March 2024").

    InputError where it is neither, and, with the readings, where it is ambiguous. So are the zeros that programs write for
    "no date".
    """
    if is_unknown(text):
        raise InputError(
            f"{text.strip()!r} stands for no date in most programs. Leave the date out, or write '1 BCE' where that year is meant."
        )
    try:
        return edtf.parse(text)
    except InputError:
        written = read(text) if not _is_plain(text) else None
        if written is None or written.edtf is None:
            _refuse_other_calendars(text)
            raise
    if written.doubt:
        raise InputError(f"{written.doubt} Write the one that is meant, such as 2023-07-26.")
    return edtf.parse(written.edtf)


def is_unknown(text: str) -> bool:
    """Whether it is nothing but the zeros that programs write for "no date": "0000", "0000-00-00", "00/00/0000"."""
    bare = "".join(one for one in text if one not in "-/. ")
    return len(bare) >= 4 and set(bare) == {"0"} and not text.lstrip().startswith("-")


def _refuse_other_calendars(text: str) -> None:
    from onrecord.text.calendar_words import folded
    from onrecord.text.other_calendars import advice, calendar_of

    given = " ".join(text[: 2 * _LONGEST].split())
    if calendar := calendar_of(_tidy(folded(given))):
        raise InputError(advice(given, calendar))


def of_csl(value: Json) -> str | None:
    """The EDTF of a CSL-JSON date, of its words where it has nothing else; None where it has none."""
    found = edtf.from_csl_date(value)
    words = value.get("raw") or value.get("literal")
    if found or value.get("date-parts") or not isinstance(words, str):
        return found
    month, _, day = words.strip().rpartition("-")
    # "1994-11-31": the month is certain.
    return of_edtf(words) or (month if day.isdecimal() and of_edtf(f"{month}-01") == f"{month}-01" else None)


def of_edtf(text: str | None, language: str | None = None) -> str | None:
    """The EDTF of a written date alone; None for nothing and for what is no date."""
    found = read(text, language) if text else None
    return found.edtf if found else None


def csl(text: str, language: str | None = None) -> Json | None:
    """A written date as a CSL-JSON variable: None where it says that there is no date, its words where it is none.

    What CSL has no place for stays in `raw`: the EDTF, or what was written where no more than the year of it is sure.
    """
    written = read(text, language)
    if written is None:
        return {"literal": text}
    if written.edtf is None:
        return None
    date = edtf.csl_date(edtf.parse(written.edtf))
    if written.doubt:
        return {**date, "raw": text}
    return (
        date
        if "date-parts" in date and edtf.from_csl_date(date) == written.edtf
        else {**date, "raw": written.edtf}
    )


def in_line(line: str, language: str | None = None) -> InLine | None:
    """The first date with at least a month that stands in a line of words, as long a one as can be read."""
    if len(line) > _LONGEST_LINE:
        return None
    from onrecord.text.date_phrases import PIECE

    if east := _EASTERN.search(line):
        # Written without spaces: what follows is the rest of the line.
        written = read(east[0].strip(), language)
        return InLine(east.start(), east.end(), written) if written and written.edtf else None
    pieces = [(match.start(), match.end()) for match in PIECE.finditer(line)]
    years = [number for number, (start, end) in enumerate(pieces) if _holds_a_year(line[start:end])]
    for year in years:
        for first, last in _windows(year, len(pieces)):
            start, end = pieces[first][0], pieces[last][1]
            part = line[start:end]
            if part[0] in ",;:|)" or part[-1] in ",;:|(-–—":
                continue
            written = read(part, language)
            if (
                written
                and written.edtf
                and (written.doubt or len(written.edtf) > 5)
                and "/" not in written.edtf
            ):
                return InLine(start, end, written)
    return None


def _holds_a_year(piece: str) -> bool:
    return (len(piece) == 4 and piece.isdecimal()) or piece[:1] in "年년"


def _windows(year: int, length: int) -> Iterator[tuple[int, int]]:
    """From the widest to the narrowest stretch of pieces around a year."""
    spans = [
        (first, last)
        for first in range(max(0, year - 9), year + 1)
        for last in range(year, min(length, year + 7))
    ]
    return iter(sorted(spans, key=lambda span: (span[0] - span[1], span[0])))


def _without_weekday(plain: str) -> str:
    """ "to 5.3.2020", "Thu, 05/03/2020": a date in digits without the day of the week in front of it."""
    from onrecord.text.calendar_words import WEEKDAYS

    first, _, rest = plain.partition(" ")
    digits = rest[:1].isdigit() and not any(map(str.isalpha, rest))
    return rest if digits and first.strip(".,") in WEEKDAYS | {"to", "la", "su"} else plain


def _tidy(plain: str) -> str:
    for mark in "‐‑‒—−":
        plain = plain.replace(mark, "–" if mark in "—" else "-")
    return plain.replace("\u2044", "/").replace("，", ", ")


def _is_plain(text: str) -> bool:
    """Whether it is year, month and day in digits: what `edtf` refuses of these is a mistake, with advice of its own."""
    parts = text.strip().split("-")
    return (
        len(parts) in (2, 3)
        and len(parts[0]) == 4
        and all(len(part) == 2 for part in parts[1:])
        and "".join(parts).isdigit()
    )


def _exact(text: str) -> Written | None:
    from onrecord.text.date_digits import Written

    if "T" in text:
        return None
    try:
        return Written(edtf.parse(text).text)
    except InputError:
        return None


def _checked(written: Written) -> Written | None:
    if written.edtf is None:
        return written
    try:
        edtf.parse(written.edtf)
    except InputError:
        return None
    return written
