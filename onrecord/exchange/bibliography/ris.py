"""RIS, as Research Information Systems published it and as reference managers write it.

A line is two characters, two spaces, a hyphen, a space and the value; TY begins a record and ER ends it. What the format
has no place for in CSL stays in the note, as "TAG: value".
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.cite.ris import NAME_TAGS, TEXT_TAGS, TYPES
from onrecord.errors import InputError
from onrecord.exchange.bibliography.plain_names import listed, several
from onrecord.exchange.entries import Entry, Refused, SourceEntry
from onrecord.exchange.texts import notes, read_text
from onrecord.ingest.decode import Damage
from onrecord.model.records import Json
from onrecord.text import dates
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_LINE = lazy(r"([A-Z][A-Z0-9])  ?-(?: (.*))?")
_BEGINS = lazy(rb"(?:^|[\r\n])(?:\xef\xbb\xbf|\xff\xfe)?[ \t]*TY  ?-")
_DATE = lazy(r"(\d{4})(?:/(\d{1,2})?(?:/(\d{1,2})?)?)?(?:/(.*))?|(\d{4})-(\d{2})(?:-(\d{2}))?")

# What EndNote's styles put into "type of work".
_DOI = lazy(r"(?i)(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/\S+|10\.\d{4,9}/\S+")
_YEAR = lazy(r"(?a)(?<!\d)\d{4}(?!\d)")

# The first type of CSL that the writer gives a tag for, and tags that only other programs write.
_TYPES = {tag: csl for csl, tag in reversed(TYPES.items())} | {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "BLOG": "post-weblog", "CHART": "figure", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "book", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal",
    "ELEC": "webpage", "GEN": "document", "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "personal_communication",
    "INPR": "article-journal", "JFULL": "periodical", "JOUR": "article-journal", "MANSCPT": "manuscript",
    "MULTI": "motion_picture", "SLIDE": "graphic", "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}  # fmt: skip
_NAMES = {tag: variable for variable, tag in NAME_TAGS.items()} | {
    "A1": "author", "A2": "editor", "A3": "collection-editor", "A4": "translator",
}  # fmt: skip
_TEXTS = {tag: variable for variable, tag in reversed(TEXT_TAGS.items())} | {
    "T1": "title", "TI": "title", "T2": "container-title", "JO": "container-title", "JF": "container-title",
    "JA": "container-title-short", "J2": "container-title-short", "BT": "container-title", "T3": "collection-title",
    "ST": "title-short", "AB": "abstract", "N2": "abstract", "CP": "issue", "CN": "call-number", "M3": "genre",
    "L2": "URL", "AN": "archive_location", "DB": "source",
}  # fmt: skip
# For these, what is in BT is the title itself.
_WHOLE = ("BOOK", "UNPB", "THES", "EBOOK", "EDBOOK")
# Where papers name nobody: these stay in the note.
_NOBODY = frozenset((
    "staff", "staff writer", "staff writers", "staff reporter", "staff reporters", "staff report", "staff reports",
    "newsroom", "news desk", "web desk", "redaktion", "redacción", "rédaction", "redazione",
))  # fmt: skip
_WITH_ISBN = ("book", "chapter", "report", "thesis", "paper-conference")


def looks_like(head: bytes) -> bool:
    """Whether a text begins as RIS does."""
    return _BEGINS.search(head.replace(b"\x00", b"")) is not None


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a record. InputError: it is larger than `texts.LARGEST`, or holds no record."""
    any_record = False
    read = read_text(stream, name)
    yield from notes(read, _tag_at)
    for number, lines in _records(read.text):
        any_record = True
        where = f"line {number}"
        if lines[0][0] != "TY":
            shown = one_line(f"{lines[0][0]}: {lines[0][1]}")[:80]
            yield Refused(where=where, reason=f"It stands in no record: TY is missing before it ({shown}).")
            continue
        item = item_of(lines)
        identifier = str(item.get("id", ""))
        yield SourceEntry(
            where=f"{where} ({one_line(identifier)[:80]})" if identifier else where,
            csl=item,
        )
    if not any_record:
        raise InputError(f"{one_line(name)} is not RIS: no line begins with TY.")


def _tag_at(text: str, place: Damage) -> str | None:
    """The tag of the line that a place stands in, or of the one that it goes on from."""
    for line in reversed(text[: place.offset].split("\n")):
        if match := _LINE.match(line):
            return match[1]
    return None


def _records(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """(line it begins in, its tags and values); what stands before a TY is a record without one."""
    lines: list[tuple[str, list[str]]] = []
    begun = 0
    # Only these end a line: a record is not broken by a separator that stands in a title.
    for number, line in enumerate(re.split("\r\n|\n|\r", text), 1):
        match = _LINE.fullmatch((line.lstrip("\ufeff") if number == 1 else line).rstrip())
        if match is None:
            if line.strip() and lines and lines[-1][0] != "ER":
                lines[-1][1].append(line.strip())  # a value that goes on in the next line
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag in ("TY", "ER") and lines:
            yield begun, _joined(lines)
            lines = []
        if tag == "ER":
            continue
        if not lines:
            begun = number
        lines.append((tag, [value]))
    if lines:
        yield begun, _joined(lines)


def _joined(lines: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    return [(tag, " ".join(filter(None, parts))) for tag, parts in lines]


def item_of(lines: list[tuple[str, str]]) -> Json:
    """The CSL item of a record: its tags and values in their order, TY first."""
    kind = lines[0][1].upper()
    item: Json = {"type": _TYPES.get(kind, "document")}
    people: dict[str, list[Json]] = {}
    dates: dict[str, str] = {}
    notes: list[str] = []
    keywords: list[str] = []
    numbers: list[str] = []
    first = last = ""
    for tag, value in lines[1:]:
        if not value:
            continue
        variable = "title" if tag == "BT" and kind in _WHOLE else _TEXTS.get(tag)
        if tag == "ID":
            item["id"] = value
        elif tag in _NAMES and value.strip(" ,.").casefold() not in _NOBODY:
            people.setdefault(_NAMES[tag], []).extend(map(listed, several(value)))
        elif tag in ("PY", "Y1", "DA", "Y2"):
            dates.setdefault(tag, value)
        elif tag == "SP":
            first = value
        elif tag == "EP":
            last = value
        elif tag == "SN":
            numbers.append(value)
        elif tag == "KW":
            keywords.append(value)
        elif tag == "N1":
            notes.append(value)
        elif variable is None or variable in item:
            notes.append(f"{tag}: {value}")
        else:
            item[variable] = value
    _complete(item, people, dates, numbers, notes)
    if first or last:
        item["page"] = f"{first}-{last}" if last else first
    if keywords:
        item["keyword"] = ", ".join(keywords)
    if notes:
        item["note"] = "\n".join(notes)
    return item


def _complete(
    item: Json, people: dict[str, list[Json]], dates: dict[str, str], numbers: list[str], notes: list[str]
) -> None:
    """Adds people, dates and numbers; a number that no variable is left for becomes a note."""
    item |= people
    if "DOI" not in item and _DOI.fullmatch(str(item.get("genre", ""))):
        item["DOI"] = item.pop("genre")
    for variable, tags in (("issued", ("DA", "PY", "Y1")), ("accessed", ("Y2",))):
        if date := _told(tags, dates):
            language = item.get("language")
            if (made := _date(date, language if isinstance(language, str) else None)) is not None:
                item[variable] = made
    if len(numbers) == 1:
        item["ISBN" if item["type"] in _WITH_ISBN else "ISSN"] = numbers[0]
    elif numbers:
        item["ISBN"], item["ISSN"], *more = numbers
        notes += [f"SN: {number}" for number in more]


def _told(tags: tuple[str, ...], said: dict[str, str]) -> str | None:
    """The first of the tags that holds a date; Web of Science has the day ("MAR 5", "MAR-APR", "SPR") apart from its year."""
    told = [said[tag] for tag in tags if tag in said]
    if len(told) < 2 or _YEAR.search(told[0]):
        return told[0] if told else None
    day, *years = told
    year = _YEAR.search(years[0])
    together = f"{day} {year[0]}" if year else ""
    return together if together and dates.of_edtf(together) else years[0]


def _date(value: str, language: str | None) -> Json | None:
    """ "2021/03/14/" or a part of it, else a date in words; None where it says that there is none."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        return dates.csl(value, language)
    found = [*match.groups()[:3]] if match[1] else [*match.groups()[4:7]]
    numbers: list[int] = []
    for part in found:
        if not part:
            break
        numbers.append(int(part))
    if not numbers[0]:
        return None
    if any(not 1 <= number <= most for number, most in zip(numbers[1:], (12, 31), strict=False)):
        return {"literal": value}
    season = (match[4] or "").strip() if match[1] else ""
    if season and len(numbers) == 1 and (read := dates.read(f"{season} {numbers[0]}")) and read.edtf:
        return dates.csl(read.edtf)
    return {
        "date-parts": [numbers],
        **({"literal": f"{numbers[0]} {season}"} if season and len(numbers) == 1 else {}),
    }
