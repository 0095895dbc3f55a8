"""From an entry's fields to a CSL item: both dialects at once, since files mix them.

What is the same record in both directions is read as `onrecord.cite.bibtex` and `onrecord.cite.formats.biblatex` write it.
A field without a variable in CSL stays in `custom.bibtex`; a file's path means nothing on another machine and goes.
"""

import re
from collections.abc import Mapping

from onrecord.cite import csl
from onrecord.cite.bibtex import LANGUAGES
from onrecord.exchange.bibliography.bib_dates import dated, year_and_month
from onrecord.exchange.bibliography.bib_names import names
from onrecord.model.records import Json
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.text.latex import decode, verbatim
from onrecord.text.patterns import lazy

_TYPES = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "collection": "book", "conference": "paper-conference", "dataset": "dataset",
    "electronic": "webpage", "image": "figure", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case",
    "legal": "treaty", "legislation": "legislation", "letter": "personal_communication", "manual": "book",
    "mastersthesis": "thesis", "movie": "motion_picture", "music": "musical_score", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "newsarticle": "article-newspaper",
    "online": "webpage", "patent": "patent", "performance": "performance", "periodical": "periodical",
    "phdthesis": "thesis", "proceedings": "book", "reference": "book", "report": "report", "review": "review",
    "software": "software", "softwareversion": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "webpage": "webpage", "www": "webpage",
}  # fmt: skip
_SUBTYPES = {
    "magazine": "article-magazine", "newspaper": "article-newspaper", "weblog": "post-weblog", "blog": "post-weblog",
}  # fmt: skip
_NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
    "director": "director",
}  # fmt: skip
# In the order in which they count, where several fields say one variable.
_TEXTS = {
    "journaltitle": "container-title", "journal": "container-title", "booktitle": "container-title",
    "titleaddon": "container-title", "howpublished": "container-title", "shortjournal": "container-title-short",
    "shorttitle": "title-short", "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "location": "publisher-place", "address": "publisher-place",
    "series": "collection-title", "volume": "volume", "volumes": "number-of-volumes", "edition": "edition",
    "pagetotal": "number-of-pages", "numpages": "number-of-pages", "chapter": "chapter-number", "type": "genre",
    "part": "part-number", "eventtitle": "event-title", "venue": "event-place", "version": "version", "isbn": "ISBN",
    "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID", "abstract": "abstract", "keywords": "keyword",
    "keyword": "keyword", "note": "note", "annotation": "annote", "annote": "annote", "pubstate": "status",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "origtitle": "original-title",
    "language": "language",
}  # fmt: skip
_DATES = {"origdate": "original-date", "eventdate": "event-date", "urldate": "accessed"}
_SUBTITLES = {
    "subtitle": "title", "booksubtitle": "container-title", "journalsubtitle": "container-title",
}  # fmt: skip
_GENRES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "mathesis": "Master’s thesis",
    "techreport": "Technical report", "resreport": "Research report",
}  # fmt: skip
_NUMBERED = (
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "periodical",
    "review",
    "review-book",
)
_READ_APART = frozenset((
    "title", "date", "year", "month", "day", "number", "issue", "pages", "eid", "doi", "url", "langid", "entrysubtype",
    "file", "ids", "crossref", "xdata", "addendum", *_NAMES, *_TEXTS, *_DATES, *_SUBTITLES,
))  # fmt: skip
_OF_LANGID = {name: code for code, name in LANGUAGES.items()} | {
    "american": "en-US", "british": "en-GB", "ukenglish": "en-GB", "usenglish": "en-US", "australian": "en-AU",
    "canadian": "en-CA", "ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "nswissgerman": "de-CH",
    "brazilian": "pt-BR", "brazil": "pt-BR", "portuges": "pt", "francais": "fr", "danish": "da", "finnish": "fi",
    "norwegian": "no", "nynorsk": "nn", "czech": "cs", "slovak": "sk", "slovene": "sl", "hungarian": "hu",
    "greek": "el", "latin": "la", "hebrew": "he", "arabic": "ar", "japanese": "ja", "korean": "ko", "chinese": "zh",
    "bulgarian": "bg", "romanian": "ro", "croatian": "hr", "serbian": "sr", "catalan": "ca", "estonian": "et",
    "latvian": "lv", "lithuanian": "lt", "icelandic": "is", "vietnamese": "vi", "indonesian": "id",
}  # fmt: skip
_ADDRESS = lazy(r"\\url\s*\{|https?://\S+$")


def item(kind: str, key: str, fields: Mapping[str, str]) -> Json:
    """The CSL item of an entry of this type; `fields` as they are written, with what it inherits."""
    subtype = said(fields.get("entrysubtype", "")).lower()
    type_ = _SUBTYPES.get(subtype, subtype if subtype in SOURCE_TYPES else _TYPES.get(kind, "document"))
    record: Json = {"type": type_}
    if key:
        record["id"] = key
    kept: dict[str, str] = {}
    for field, variable in _NAMES.items():
        people, others = names(fields.get(field, ""))
        if people:
            record[variable] = people
        if others:
            kept[f"{field}-and-others"] = "yes"
    if title := titled(fields.get("title", "")):
        record["title"] = title
    for field, variable in _TEXTS.items():
        written = fields.get(field, "")
        if field == "howpublished" and _ADDRESS.match(written):
            continue
        if not (text := titled(written) if "title" in variable else said(written)):
            continue
        if variable in record:
            kept[field] = text
        else:
            record[variable] = text
    for field, variable in _SUBTITLES.items():
        if text := titled(fields.get(field, "")):
            record[variable] = f"{record[variable]}: {text}" if variable in record else text
    _say_genre(record, kind)
    _say_numbers(record, kept, fields)
    _say_dates(record, fields)
    _say_addresses(record, fields)
    if "language" not in record and (language := said(fields.get("langid", ""))):
        record["language"] = _OF_LANGID.get(language.lower(), language)
    kept |= {
        field: text
        for field, written in fields.items()
        if field not in _READ_APART and not field.startswith("bdsk-") and (text := said(written))
    }
    if subtype and subtype not in _SUBTYPES and subtype not in SOURCE_TYPES:
        kept["entrysubtype"] = subtype
    if kept:
        record["custom"] = {"bibtex": kept}
    return record


def titled(written: str) -> str:
    """A title in Unicode, in one line; italics and the like are tags in it."""
    return csl.clean(decode(written, marks=True)) if written else ""


def said(written: str) -> str:
    """A value in Unicode, in one line."""
    return csl.clean(decode(written)) if written else ""


def _say_genre(record: Json, kind: str) -> None:
    genre = str(record.get("genre", ""))
    if kind in ("mastersthesis", "phdthesis") and not genre:
        record["genre"] = _GENRES[kind]
    elif kind == "phdthesis" and genre == "Thesis":
        del record["genre"]  # our own word where nobody said which degree
    elif genre in _GENRES:
        record["genre"] = _GENRES[genre]


def _say_numbers(record: Json, kept: dict[str, str], fields: Mapping[str, str]) -> None:
    number, issue = said(fields.get("number", "")), said(fields.get("issue", ""))
    if number:
        if record["type"] in _NUMBERED:
            record["issue"] = number
        elif "collection-title" in record:
            record["collection-number"] = number
        else:
            record["number"] = number
    if issue:
        if "issue" in record:
            kept["issue"] = issue
        else:
            record["issue"] = issue
    pages = said(fields.get("pages", "")) or said(fields.get("eid", ""))
    if pages:
        record["page"] = re.sub(r"(?<=\d)–(?=\d)", "-", pages)


def _say_dates(record: Json, fields: Mapping[str, str]) -> None:
    year, month, day = (fields.get(name, "") for name in ("year", "month", "day"))
    words = said(year) if year.startswith("{") else ""
    issued = dated(fields.get("date", "")) or (
        # In braces of its own it is nothing to count with.
        {"literal": words} if words else year_and_month(said(year), said(month), said(day))
    )
    if issued:
        record["issued"] = issued
    for field, variable in _DATES.items():
        if date := dated(fields.get(field, "")):
            record[variable] = date


def _say_addresses(record: Json, fields: Mapping[str, str]) -> None:
    howpublished = fields.get("howpublished", "")
    url = fields.get("url", "") or (howpublished if _ADDRESS.match(howpublished) else "")
    if url := csl.clean(verbatim(url)):
        record["URL"] = url
    if doi := csl.clean(verbatim(fields.get("doi", ""))):
        record["DOI"] = doi
    eprint = csl.clean(verbatim(fields.get("eprint", "")))
    where = said(fields.get("eprinttype", "") or fields.get("archiveprefix", "")).lower()
    if eprint and "URL" not in record and where == "arxiv":
        record["URL"] = f"https://arxiv.org/abs/{eprint.removeprefix('arXiv:')}"
