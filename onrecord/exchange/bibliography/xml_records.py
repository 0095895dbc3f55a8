"""Bibliographies in XML: EndNote's, and MODS of libraries (https://www.loc.gov/standards/mods/)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.bibliography.plain_names import listed, several
from onrecord.exchange.entries import Entry, Refused, SourceEntry
from onrecord.ingest.xml import streamed
from onrecord.model.records import Json
from onrecord.text import dates
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_MODS = "{http://www.loc.gov/mods/v3}"
_ENDNOTE = lazy(rb"<xml>\s*<records>|<records>\s*<record>[\s\S]{0,4000}?<ref-type")
_YEAR = lazy(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_COPYRIGHT = lazy(r"(?i)^\s*\[?(?:c|©|cop\.|copyright|p|℗)\s*(?=\d{4}\b)")
_TYPES = {
    "journal article": "article-journal", "electronic article": "article-journal", "newspaper article": "article-newspaper",
    "magazine article": "article-magazine", "book": "book", "edited book": "book", "electronic book": "book",
    "book section": "chapter", "conference paper": "paper-conference", "conference proceedings": "paper-conference",
    "report": "report", "government document": "report", "thesis": "thesis", "web page": "webpage", "blog": "post-weblog",
    "personal communication": "personal_communication", "interview": "interview", "film or broadcast": "motion_picture",
    "map": "map", "patent": "patent", "legal rule or regulation": "legislation", "statute": "legislation", "bill": "bill",
    "case": "legal_case", "hearing": "hearing", "dataset": "dataset", "manuscript": "manuscript", "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary", "pamphlet": "pamphlet", "artwork": "graphic",
}  # fmt: skip
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_GENRES = {
    "article": "article-journal", "journal article": "article-journal", "newspaper article": "article-newspaper", "book": "book",
    "book chapter": "chapter", "chapter": "chapter", "thesis": "thesis", "report": "report", "web site": "webpage",
    "conference publication": "paper-conference", "letter": "personal_communication", "speech": "speech", "interview": "interview",
}  # fmt: skip
_PATHS = {
    "title": "titles/title", "container-title": "titles/secondary-title", "collection-title": "titles/tertiary-title",
    "page": "pages", "volume": "volume", "issue": "number", "publisher": "publisher", "publisher-place": "pub-location",
    "edition": "edition", "ISBN": "isbn", "DOI": "electronic-resource-num", "URL": "urls/related-urls/url",
    "abstract": "abstract", "note": "notes", "language": "language", "call-number": "call-num",
}  # fmt: skip
_ROLES = {"aut": "author", "author": "author", "creator": "author", "edt": "editor", "editor": "editor", "trl": "translator",
          "translator": "translator", "ive": "author", "ivr": "interviewer"}  # fmt: skip


def is_endnote(head: bytes) -> bool:
    """Whether an XML file begins as EndNote's do."""
    return _ENDNOTE.search(head) is not None


def is_mods(head: bytes) -> bool:
    """Whether an XML file speaks MODS."""
    return b"http://www.loc.gov/mods/v3" in head


def read_endnote(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a record. InputError: it is no XML, or holds no record."""
    yield from _works(stream, name, "record", _of_endnote, "EndNote")


def read_mods(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a record. InputError: it is no XML, or holds no record."""
    yield from _works(stream, name, f"{_MODS}mods", _of_mods, "MODS")


def _works(stream: BinaryIO, name: str, tag: str, make: object, called: str) -> Iterator[Entry]:
    assert callable(make)
    number = 0
    for number, one in enumerate(streamed(stream, name=one_line(name), tag=tag), 1):
        item = {field: value for field, value in make(one).items() if value}
        where = f"record {number}"
        if item.get("title") or item.get("author"):
            yield SourceEntry(where=where, csl=item)
        else:
            yield Refused(where=where, reason="It has neither a title nor an author.")
    if not number:
        raise InputError(f"{one_line(name)} holds no record of {called}.")


def _said(element: _Element | None) -> str | None:
    """The words of an element; EndNote wraps them in styles."""
    return " ".join("".join(map(str, element.itertext())).split()) or None if element is not None else None


def _titled(element: _Element | None) -> str | None:
    """The words of a title with what CSL marks in one: EndNote has `face="italic"` for `<i>`."""
    if element is None:
        return None
    pieces = [element.text or ""]
    for part in element:
        words, face = "".join(map(str, part.itertext())), (part.get("face") or "").split()
        for name, tag in _FACES.items():
            if name in face and words.strip():
                inner = words.strip()
                begin = words.index(inner)
                words = f"{words[:begin]}<{tag}>{inner}</{tag}>{words[begin + len(inner) :]}"
        pieces += [words, part.tail or ""]
    return " ".join("".join(pieces).split()) or None


def _date(text: str | None) -> Json | None:
    return dates.csl(text) if text else None


def _person(name: str | None) -> Json | None:
    # EndNote writes an organisation with a comma at its end.
    return listed(name) if name and name.strip(" ,") else None


def _of_year(day: str | None, year: str | None) -> str | None:
    """A day of a year: EndNote has "Mar 5" and the year apart, where the two are no date together the year alone."""
    if day and (_YEAR.fullmatch(day) or not year):
        return day
    together = f"{day} {year}" if day and year and year not in day else day
    return together if together and dates.of_edtf(together) else year


def _of_endnote(element: _Element) -> Json:
    kind = element.find("ref-type")
    item: Json = {
        "id": _said(element.find("label")) or "",
        "type": _TYPES.get((kind.get("name") or "").lower() if kind is not None else "", "document"),
    }
    item |= {
        variable: (_titled if "title" in variable else _said)(element.find(path))
        for variable, path in _PATHS.items()
    }
    year = _said(element.find("dates/year"))
    day = _said(element.find("dates/pub-dates/date"))
    item["issued"] = _date(_of_year(day, year))
    for variable, group in (
        ("author", "authors"),
        ("editor", "secondary-authors"),
        ("translator", "subsidiary-authors"),
    ):
        written = (_said(each) or "" for each in element.iterfind(f"contributors/{group}/author"))
        named = (_person(name) for whole in written for name in several(whole))
        item[variable] = [each for each in named if each]
    item["keyword"] = ", ".join(
        word for each in element.iterfind("keywords/keyword") if (word := _said(each))
    )
    return item


def _issued(record: _Element) -> Json | None:
    """When it appeared: what is coded goes before what a title page says, and "c1998" is the year of a copyright."""
    coded: list[tuple[_Element, str]] = []
    worded: list[str] = []
    for part in record.iterfind(f"{_MODS}originInfo/{_MODS}dateIssued"):
        if words := _said(part):
            coded += [(part, words)] if part.get("encoding") else []
            worded += [] if part.get("encoding") else [_COPYRIGHT.sub("", words)]
    starts = [words for part, words in coded if part.get("point") != "end"]
    ends = [words for part, words in coded if part.get("point") == "end"]
    if starts:
        sure = "?" if any(part.get("qualifier") == "questionable" for part, _ in coded) else ""
        about = "~" if any(part.get("qualifier") == "approximate" for part, _ in coded) else ""
        # MARC has "19uu" for what is not known of a year, and 9999 for what goes on.
        first, *last = [words.replace("u", "X") for words in (starts[0], *ends[:1])]
        stretch = f"{first}/{'..' if last[0] == '9999' else last[0]}" if last and last[0] != first else first
        return _date(f"{stretch}{sure or about}" if "/" not in stretch else stretch)
    return _date(worded[0]) if worded else None


def _of_mods(record: _Element) -> Json:
    def find(path: str, within: _Element = record) -> str | None:
        return _said(within.find("/".join(f"{_MODS}{part}" for part in path.split("/"))))

    def marked(element: str, kind: str) -> str | None:
        found = (
            each for each in record.findall(f"{_MODS}{element}") if (each.get("type") or "").lower() == kind
        )
        return next((said for each in found if (said := _said(each))), None)

    genre = next((word for each in record.findall(f"{_MODS}genre") if (word := _said(each))), "")
    host = next((each for each in record.findall(f"{_MODS}relatedItem") if each.get("type") == "host"), None)
    parts = [find("titleInfo/nonSort"), find("titleInfo/title")]
    title, below = " ".join(filter(None, parts)), find("titleInfo/subTitle")
    people: dict[str, list[Json]] = {}
    item: Json = {
        "id": record.get("ID") or "",
        "type": _GENRES.get((genre or "").lower(), "chapter" if host is not None else "book"),
        "title": f"{title}: {below}" if title and below else title or None,
        "publisher": find("originInfo/publisher"),
        "publisher-place": find("originInfo/place/placeTerm"),
        "edition": find("originInfo/edition"),
        "issued": _issued(record) or _date(find("originInfo/dateCreated")),
        "abstract": find("abstract"),
        "language": find("language/languageTerm"),
        "URL": find("location/url"),
        "DOI": marked("identifier", "doi"),
        "ISBN": marked("identifier", "isbn"),
        "ISSN": marked("identifier", "issn"),
        "keyword": ", ".join(
            word for each in record.iterfind(f"{_MODS}subject/{_MODS}topic") if (word := _said(each))
        ),
    }
    if host is not None:
        item["container-title"] = find("titleInfo/title", host)
        item["issued"] = item["issued"] or _date(
            find("originInfo/dateIssued", host) or find("part/date", host)
        )
    for detail in record.iter(f"{_MODS}detail"):
        variable = {"volume": "volume", "issue": "issue", "number": "issue"}.get(detail.get("type") or "")
        if variable:
            item[variable] = _said(detail.find(f"{_MODS}number"))
    for extent in record.iter(f"{_MODS}extent"):
        first, last = find("start", extent), find("end", extent)
        item["page"] = "-".join(filter(None, (first, last))) or None
    for name in record.findall(f"{_MODS}name"):
        role = _said(name.find(f"{_MODS}role/{_MODS}roleTerm")) or "aut"
        variable = _ROLES.get(role.lower(), "contributor")
        parted = {part.get("type"): _said(part) for part in name.findall(f"{_MODS}namePart")}
        whole = parted.get(None) or find("displayForm", name)
        if parted.get("family") and parted.get("given"):
            person: Json | None = {"family": parted["family"], "given": parted["given"]}
        else:
            only = whole or parted.get("family") or parted.get("given")
            person = {"literal": only} if only and name.get("type") == "corporate" else _person(only)
        if person:
            people.setdefault(variable, []).append(person)
    return item | people
