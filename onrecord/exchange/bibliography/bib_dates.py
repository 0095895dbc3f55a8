"""Dates of BibTeX (year, month, day) and BibLaTeX (EDTF) as CSL dates."""

import re

from onrecord.cite import csl
from onrecord.errors import InputError
from onrecord.exchange.bibliography.bib_entries import MONTHS
from onrecord.model.records import Json
from onrecord.text import edtf
from onrecord.text.latex import decode

_CIRCA = re.compile(r"(?:c\.?|ca\.?|circa|about|um)\s*(\d{3,4})", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})")
_DAY_AND_MONTH = re.compile(r"(?:(\d{1,2})[.\s\u00a0–-]+)?([^\W\d_]+)\.?(?:[\s\u00a0]+(\d{1,2}))?[.,]?")


def dated(written: str) -> Json | None:
    """A `date` field as it is written: EDTF, else in words. What CSL cannot say of it stays in `raw`."""
    text = re.sub(r"[\s{}]|\\(?=[~%])", "", written)
    if not text:
        return None
    try:
        found = edtf.parse(text)
    except InputError:
        return year_and_month(csl.clean(decode(written)), "", "")
    made = edtf.csl_date(found)
    return made if edtf.from_csl_date(made) == found.text else {**made, "raw": found.text}


def year_and_month(year: str, month: str, day: str) -> Json | None:
    """The fields `year`, `month` and `day`; a year in words stays in words."""
    year = year.strip()
    if not year:
        return None
    if (circa := _CIRCA.fullmatch(year)) and int(circa[1]):
        return {"date-parts": [[int(circa[1])]], "circa": True}
    if (years := _YEARS.fullmatch(year)) and 0 < int(years[1]) < int(years[2]):
        return {"date-parts": [[int(years[1])], [int(years[2])]]}
    if not re.fullmatch(r"\d{1,4}", year, re.ASCII) or not int(year):
        return {"literal": year}
    number, of_month = _month(month)
    days = day.strip() or of_month
    parts = [int(year)]
    if number:
        parts.append(number)
        if days.isascii() and days.isdigit() and 1 <= int(days) <= edtf.days_in_month(int(year), number):
            parts.append(int(days))
    elif month.strip():
        # "spring", "Jan.-Feb.": styles print it, and the year stays a number.
        return {"date-parts": [parts], "literal": f"{month.strip()} {year}"}
    return {"date-parts": [parts]}


def _month(written: str) -> tuple[int, str]:
    """The number of a month, 0 where there is none, and the day that stands beside it ("10~" # jan)."""
    text = written.strip()
    if text.isascii() and text.isdigit():
        return (int(text), "") if 1 <= int(text) <= 12 else (0, "")
    found = _DAY_AND_MONTH.fullmatch(text)
    if found is None or len(found[2]) < 3:
        return 0, ""
    word = found[2].lower()
    number = next((place for place, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), 0)
    if not number and word == "sept":
        number = 9
    return number, found[1] or found[3] or ""
