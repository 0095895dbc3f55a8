"""Dates of BibTeX (year, month, day) and BibLaTeX (EDTF) as CSL dates."""

import re

from onrecord.cite import csl
from onrecord.errors import InputError
from onrecord.exchange.bibliography.bib_entries import MONTHS
from onrecord.model.records import Json
from onrecord.text import dates, edtf
from onrecord.text.latex import decode
from onrecord.text.patterns import lazy

_DAY_AND_MONTH = lazy(r"(?:(\d{1,2})[.\s\u00a0–-]+)?([^\W\d_]+)\.?(?:[\s\u00a0]+(\d{1,2}))?[.,]?")


def dated(written: str) -> Json | None:
    """A `date` field as it is written: EDTF, else in words. What CSL cannot say of it stays in `raw`."""
    text = re.sub(r"[\s{}]|\\(?=[~%])", "", written)
    if not text:
        return None
    try:
        date = edtf.parse(text)
    except InputError:
        return dates.csl(csl.clean(decode(written)))
    if date.text in ("0000", "0000-01-01"):
        return None
    made = edtf.csl_date(date)
    is_whole = "date-parts" in made and edtf.from_csl_date(made) == date.text
    return made if is_whole else {**made, "raw": date.text}


def year_and_month(year: str, month: str, day: str) -> Json | None:
    """The fields `year`, `month` and `day`; a year in words stays in words."""
    year = year.strip()
    if not year:
        return None
    if not re.fullmatch(r"\d{1,4}", year, re.ASCII) or not int(year):
        return dates.csl(f"{month.strip()} {year}".strip()) if month.strip().isalpha() else dates.csl(year)
    number, of_month = _month(month)
    days = day.strip() or of_month
    parts = [int(year)]
    if number:
        parts.append(number)
        if days.isascii() and days.isdigit() and 1 <= int(days) <= edtf.days_in_month(int(year), number):
            parts.append(int(days))
    elif month.strip():
        if (found := dates.read(f"{days} {month.strip()} {year}")) and found.edtf and not found.doubt:
            return dates.csl(found.edtf)
        # "Michaelmas": styles print it, and the year stays a number.
        return {"date-parts": [parts], "literal": f"{month.strip()} {year}"}
    return {"date-parts": [parts]}


def _month(written: str) -> tuple[int, str]:
    """The number of a month, 0 where there is none, and the day that stands beside it ("10~" # jan)."""
    text = written.strip()
    if text.isascii() and text.isdigit():
        return (int(text), "") if 1 <= int(text) <= 12 else (0, "")
    match = _DAY_AND_MONTH.fullmatch(text)
    if match is None or len(match[2]) < 3:
        return 0, ""
    word = match[2].lower()
    number = next((place for place, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), 0)
    if not number and word == "sept":
        number = 9
    return number, match[1] or match[3] or ""
