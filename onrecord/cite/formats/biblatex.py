"""biblatex entries, with its own types and fields (biblatex manual 3, sections 2.1 and 2.2).

As in BibTeX there is one entry a source: `note`, which styles print, carries what is in doubt; `annotation`
lists the quotations. Dates stay EDTF, which biblatex reads.
"""

from collections.abc import Iterable, Iterator

from onrecord.cite import archived, csl, keys
from onrecord.cite.attribution import doubt_notes
from onrecord.cite.bibtex import (
    LANGUAGES,
    bare_date,
    escaped,
    in_words,
    name_field,
    page_range,
    remarks,
    titled,
    verbatim,
)
from onrecord.cite.by_source import Work
from onrecord.cite.formats.dates import iso
from onrecord.model.records import Json
from onrecord.text.patterns import lazy

# CSL type: entry type, entrysubtype.
_TYPES = {
    "article": ("article", ""), "article-journal": ("article", ""),
    "article-magazine": ("article", "magazine"), "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", "bill"), "book": ("book", ""), "broadcast": ("video", "broadcast"),
    "chapter": ("incollection", ""), "classic": ("book", ""), "dataset": ("dataset", ""),
    "document": ("misc", ""), "entry": ("inreference", ""), "entry-dictionary": ("inreference", ""),
    "entry-encyclopedia": ("inreference", ""), "event": ("misc", "event"), "figure": ("image", ""),
    "graphic": ("image", ""), "hearing": ("misc", "hearing"), "interview": ("misc", "interview"),
    "legal_case": ("jurisdiction", ""), "legislation": ("legislation", ""), "manuscript": ("unpublished", ""),
    "motion_picture": ("movie", ""), "musical_score": ("music", ""), "pamphlet": ("booklet", ""),
    "paper-conference": ("inproceedings", ""), "patent": ("patent", ""), "performance": ("performance", ""),
    "periodical": ("periodical", ""), "personal_communication": ("letter", ""), "post": ("online", "post"),
    "post-weblog": ("online", "weblog"), "regulation": ("legislation", ""), "report": ("report", ""),
    "review": ("review", ""), "review-book": ("review", ""), "software": ("software", ""),
    "song": ("audio", ""), "speech": ("misc", "speech"), "standard": ("standard", ""), "thesis": ("thesis", ""),
    "treaty": ("legal", ""), "webpage": ("online", ""),
}  # fmt: skip
# What an entry type is where no subtype says more.
_UNSAID = {kind: csl_type for csl_type, (kind, subtype) in reversed(_TYPES.items()) if not subtype} | {
    "article": "article-journal",
    "inreference": "entry-encyclopedia",
}
_CONTAINERS = {
    "article": "journaltitle", "review": "journaltitle", "incollection": "booktitle",
    "inreference": "booktitle", "inproceedings": "booktitle",
}  # fmt: skip
_PUBLISHERS = {
    "thesis": "institution", "report": "institution", "online": "organization", "standard": "organization",
    "misc": "organization", "dataset": "organization", "software": "organization",
}  # fmt: skip
_PLAIN_FIELDS = {
    "title-short": "shorttitle", "volume": "volume", "issue": "number", "number": "number",
    "collection-number": "number", "page": "pages",
    "number-of-pages": "pagetotal", "edition": "edition", "collection-title": "series",
    "publisher-place": "location", "event-title": "eventtitle", "event-place": "venue", "genre": "type",
    "version": "version", "ISBN": "isbn", "ISSN": "issn",
    "number-of-volumes": "volumes", "keyword": "keywords", "abstract": "abstract",
}  # fmt: skip
_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
_ARXIV = lazy(r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/([A-Za-z0-9./-]+?)(?:\.pdf)?(?:[?#].*)?$")


def write(works: Iterable[Work]) -> Iterator[str]:
    """The entries, piece by piece: joined, the pieces are the file without its last line end."""
    for number, work in enumerate(works):
        yield "\n\n" * bool(number) + _entry(work)


def _entry(work: Work) -> str:
    source = work.source
    doubts = [note for quote in work.quotes for note in doubt_notes(quote)]
    item = csl.with_notes(csl.item(source), doubts)
    kind, subtype = _TYPES.get(source.type, ("misc", ""))
    if not subtype and _UNSAID[kind] != source.type:
        subtype = source.type
    fields: dict[str, str] = {}
    if subtype:
        fields["entrysubtype"] = subtype
    for role, field in _NAMES.items():
        people = item.get(role)
        if isinstance(people, list):
            fields[field] = " and ".join(map(name_field, people))
    for variable, field in (
        ("title", "title"),
        ("container-title", _CONTAINERS.get(kind, "titleaddon")),
        ("publisher", _PUBLISHERS.get(kind, "publisher")),
    ):
        if text := item.get(variable):
            # Braces of their own keep the capitals of a title.
            words = titled(str(text)) if "title" in variable else escaped(str(text))
            fields[field] = f"{{{words}}}" if variable == "title" else words
    for variable, field in _PLAIN_FIELDS.items():
        if (value := item.get(variable)) and field not in fields:
            fields[field] = titled(str(value)) if "title" in variable else escaped(str(value))
    if "pages" in fields:
        fields["pages"] = page_range(fields["pages"])
    fields |= _dates(item, source.issued)
    fields |= _addresses(item)
    if kept := archived.sentence(source):
        fields["addendum"] = escaped(kept)
    if language := LANGUAGES.get(str(item.get("language", "")).partition("-")[0].lower()):
        fields["langid"] = language
    if note := item.get("note"):
        fields["note"] = escaped(str(note))
    if noted := remarks(item, work):
        fields["annotation"] = noted
    if aliases := dict.fromkeys([*work.aliases, *source.aliases]):
        fields["ids"] = ", ".join(map(keys.safe, aliases))
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items()]
    return "\n".join([f"@{kind}{{{keys.safe(source.citekey)},", *lines, "}"])


def _dates(item: Json, issued: str | None) -> dict[str, str]:
    fields: dict[str, str] = {}
    for variable, field in (("issued", "date"), ("original-date", "origdate"), ("event-date", "eventdate")):
        date = item.get(variable)
        if not isinstance(date, dict):
            continue
        written = bare_date(issued) if variable == "issued" and issued else iso(date)
        if written:
            fields[field] = written
        elif variable == "issued" and (words := date.get("literal") or date.get("raw")):
            fields["year"] = in_words(str(words))
    return fields


def _addresses(item: Json) -> dict[str, str]:
    fields: dict[str, str] = {}
    address = str(item.get("URL", ""))
    if paper := _ARXIV.match(address):
        fields |= {"eprint": verbatim(paper[1]), "eprinttype": "arxiv"}
    if doi := item.get("DOI"):
        fields["doi"] = verbatim(str(doi))
    if address:
        fields["url"] = verbatim(address)
    accessed = item.get("accessed")
    if address and isinstance(accessed, dict) and (day := iso(accessed)):
        fields["urldate"] = day
    return fields
