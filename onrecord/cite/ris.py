"""RIS: one record a source, a line a field, the quotations and what is in doubt about them as notes (N1).

A line end inside a value would begin another field, or another record; every value is folded to one line.
"""

from __future__ import annotations

from onrecord.cite import archived, csl
from onrecord.cite.by_source import Work, annotation
from onrecord.model.records import Json
from onrecord.text.markup import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "JOUR",
    "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK",
    "dataset": "DATA", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE",
    "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB",
    "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP",
    "paper-conference": "CPAPER", "patent": "PAT", "periodical": "SER", "personal_communication": "PCOMM",
    "post": "ELEC", "post-weblog": "BLOG", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
    "software": "COMP", "song": "SOUND", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
NAME_TAGS = {"author": "AU", "editor": "ED", "translator": "A4"}
TEXT_TAGS = {
    "title": "TI", "container-title": "T2", "publisher": "PB", "publisher-place": "CY", "volume": "VL",
    "issue": "IS", "edition": "ET", "DOI": "DO", "ISBN": "SN", "ISSN": "SN", "language": "LA", "URL": "UR",
    "title-short": "ST", "container-title-short": "J2", "collection-title": "T3", "abstract": "AB", "genre": "M3",
    "call-number": "CN",
}  # fmt: skip


def write(works: Iterable[Work]) -> Iterator[str]:
    """The records, piece by piece: joined, the pieces are the file without its last line end."""
    for number, work in enumerate(works):
        yield "\n\n" * bool(number) + "\n".join(_record(work))


def _record(work: Work) -> Iterator[str]:
    source = work.source
    item = csl.item(source)
    yield _line("TY", TYPES.get(source.type, "GEN"))
    yield _line("ID", source.citekey)
    for variable, tag in NAME_TAGS.items():
        people = item.get(variable)
        for person in people if isinstance(people, list) else []:
            yield _line(tag, _name(person))
    for variable, tag in TEXT_TAGS.items():
        if value := item.get(variable):
            # RIS has no markup: readers would print it as letters.
            yield _line(tag, plain(str(value)) if "title" in variable else str(value))
    yield from _pages(item)
    yield from _dates(item)
    for keyword in str(item.get("keyword", "")).split(","):
        if csl.clean(keyword):
            yield _line("KW", keyword)
    for line in str(item.get("note", "")).splitlines():
        if csl.clean(line):
            yield _line("N1", line)
    for quote in work.quotes:
        yield _line("N1", annotation(quote))
    if kept := archived.sentence(source):
        yield _line("N1", kept)
    yield "ER  - "


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {csl.clean(value)}"


def _name(name: Json) -> str:
    parts = list(filter(None, csl.person(name)))
    if name.get("literal") or len(parts) == 1 or any("," in part for part in parts):
        # In one piece: the comma at the end keeps readers from taking the last word for a family name.
        return f"{csl.full_name(name)},"
    return ", ".join(parts)


def _pages(item: Json) -> Iterator[str]:
    first, _, last = str(item.get("page", "")).replace("–", "-").partition("-")
    if first.strip():
        yield _line("SP", first)
    if last.strip():
        yield _line("EP", last)


def _dates(item: Json) -> Iterator[str]:
    for variable, tag in (("issued", "DA"), ("accessed", "Y2")):
        date = item.get(variable)
        parts = date.get("date-parts") if isinstance(date, dict) else None
        if not isinstance(date, dict) or not isinstance(parts, list) or len(parts) != 1:
            if variable == "issued" and isinstance(date, dict) and (when := _in_words(date)):
                yield _line("N1", f"Date: {when}")
            continue
        year, month, day = [*parts[0], 0, 0][:3]
        if date.get("circa") or not 0 < year <= 9999 or month > 12:
            if variable == "issued" and (when := _in_words(date)):
                yield _line("N1", f"Date: {when}")
            continue
        if variable == "issued":
            yield _line("PY", f"{year:04}")
        yield _line(
            tag, "/".join([f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else "", ""])
        )


def _in_words(date: Json) -> str | None:
    words = csl.year(date) or date.get("literal") or date.get("raw")
    return str(words) if words else None
