"""What a web page says about itself.

Several vocabularies say the same things; for each value the first that states a usable one wins:

1. JSON-LD, the first node of an article type (schema.org `Article` and its kinds)
2. `citation_*` (Highwire tags, as read by Google Scholar)
3. OpenGraph and `article:*`
4. Dublin Core (`DC.*`, `dcterms.*`)
5. HTML itself: <title>, <meta name="author">, <html lang>

The address is the exception: rel=canonical is made for it and comes first. Where the page was fetched, an
address on another host is not believed: a page must not pass for one of somebody else's.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from onrecord.ingest import jsonld
from onrecord.ingest.document import Author, Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_TITLE = 1000
_MAX_NAME = 300
_MAX_URL = 2000
_MAX_AUTHORS = 100

# Line-, direction- and width-changing characters that have no business in a name. The zero-width joiners
# (U+200C, U+200D) stay: Persian and Indian names are spelled with them.
_NOT_IN_NAMES = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_DATE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}.*)?)?|/(\d{1,2})(?:/(\d{1,2}))?|\.(\d{1,2})\.(\d{1,2}))?",
    re.ASCII,
)
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_][\w-]*)?", re.ASCII)
_NO_LANGUAGE = {"und", "mul", "zxx", "mis"}

_TITLE = (*("citation_title", "og:title", "dc.title", "dcterms.title"),)
_AUTHOR = (
    ("citation_author",),
    ("article:author", "og:article:author"),
    ("dc.creator", "dcterms.creator"),
    ("author",),
)
_ISSUED = (
    *("citation_publication_date", "citation_date", "citation_online_date"),
    *("article:published_time", "og:article:published_time", "datepublished"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date"),
)
_CONTAINER = (
    *("citation_journal_title", "citation_conference_title", "citation_inbook_title", "og:site_name"),
    *("dcterms.ispartof", "dc.relation.ispartof"),
)
_PUBLISHER = (
    *("citation_publisher", "citation_dissertation_institution", "citation_technical_report_institution"),
    *("article:publisher", "dc.publisher", "dcterms.publisher"),
)
_LANGUAGES = ("citation_language", "og:locale", "dc.language", "dcterms.language", "content-language")
_URL = ("citation_abstract_html_url", "citation_public_url", "og:url")
_TYPE_OF_TAG = {
    "citation_journal_title": "article-journal",
    "citation_conference_title": "paper-conference",
    "citation_inbook_title": "chapter",
    "citation_dissertation_institution": "thesis",
    "citation_technical_report_institution": "report",
}


def page_metadata(tree: "HtmlElement", *, url: str | None = None) -> Metadata:
    """The metadata of a parsed page; `url` is the address that it was fetched from."""
    tags = _meta_tags(tree)
    article = jsonld.article(script.text or "" for script in tree.iter("script") if _is_json_ld(script))
    return Metadata(
        title=_first_clean((*article.titles, *_stated(tags, _TITLE), *_text_of(tree, "title")), _MAX_TITLE),
        authors=_authors(article.authors, tags),
        container_title=_first_name((*article.containers, *_stated(tags, _CONTAINER))),
        publisher=_first_name((*article.publishers, *_stated(tags, _PUBLISHER))),
        issued=_first(map(iso_date, (*article.dates, *_stated(tags, _ISSUED)))),
        url=_first(_page_addresses(tree, tags, article.urls, url)) or url,
        language=_first(
            map(primary_language, (*article.languages, *_stated(tags, _LANGUAGES), *_html_language(tree)))
        ),
        type=article.type or next((kind for tag, kind in _TYPE_OF_TAG.items() if tags.get(tag)), None),
    )


def clean(value: str, longest: int = _MAX_TITLE) -> str | None:
    """One line without control, direction or invisible characters; None if nothing is left or it is too long."""
    line = " ".join(_NOT_IN_NAMES.sub("", " ".join(value.split())).split())
    return line if line and len(line) <= longest else None


def iso_date(value: str) -> str | None:
    """The day, month or year of a date written year first (2023-08-08T10:00Z, 2023/8/8, 2023-08, 2023) as EDTF;
    None for every other writing and for days that do not exist."""
    found = _DATE.fullmatch(value.strip())
    if not found:
        return None
    year, *rest = found.groups()
    parts = [int(part) for part in rest if part]
    try:
        date(int(year), *parts, *[1] * (2 - len(parts)))
    except ValueError:
        return None
    return "-".join([year, *(f"{part:02}" for part in parts)])


def primary_language(value: str) -> str | None:
    """The primary subtag of a BCP 47 tag ("en" of "en-GB" or "en_GB"); None if it names no language."""
    found = _LANGUAGE.fullmatch(value.strip())
    language = found[1].lower() if found else None
    return None if language in _NO_LANGUAGE else language


def _meta_tags(tree: "HtmlElement") -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = element.get(attribute)
            if key and content:
                tags.setdefault(key.strip().lower(), []).append(content)
    return tags


def _is_json_ld(script: "HtmlElement") -> bool:
    return (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _stated(tags: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    return (value for name in names for value in tags.get(name, ()))


def _text_of(tree: "HtmlElement", tag: str) -> Iterator[str]:
    element = next(tree.iter(tag), None)
    if element is not None:
        yield element.text_content()


def _html_language(tree: "HtmlElement") -> Iterator[str]:
    root = next(tree.iter("html"), None)
    for attribute in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        if root is not None and root.get(attribute):
            yield root.get(attribute)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _first_clean(values: Iterable[str], longest: int) -> str | None:
    return _first(clean(value, longest) for value in values)


def _first_name(values: Iterable[str]) -> str | None:
    return _first(clean(value, _MAX_NAME) for value in values if not _is_address(value))


def _is_address(value: str) -> bool:
    return re.match(r"\s*(?:https?:)?//|\s*www\.", value, re.IGNORECASE) is not None


def _authors(stated: Iterable[Author], tags: dict[str, list[str]]) -> tuple[Author, ...]:
    groups: Iterator[Iterable[Author]] = iter(
        (stated, *([_author_named(value) for value in _stated(tags, names)] for names in _AUTHOR))
    )
    for group in groups:
        usable = [author for author in map(_clean_author, group) if author is not None]
        if usable:
            return tuple(dict.fromkeys(usable[:_MAX_AUTHORS]))
    return ()


def _author_named(value: str) -> Author:
    """ "Family, Given" is how Highwire and Dublin Core tags separate a name; one comma, and only one."""
    family, comma, given = value.partition(",")
    if comma and family.strip() and given.strip() and "," not in given:
        return Author(f"{given.strip()} {family.strip()}", family, given)
    return Author(value)


def _clean_author(author: Author) -> Author | None:
    name = clean(re.sub(r"^\s*by\s+", "", author.name, flags=re.IGNORECASE), _MAX_NAME)
    if not name or _is_address(name):
        return None
    family, given = (clean(part, _MAX_NAME) if part else None for part in (author.family, author.given))
    return Author(name, family, given, author.organisation)


def _page_addresses(
    tree: "HtmlElement", tags: dict[str, list[str]], in_json_ld: Iterable[str], base: str | None
) -> Iterator[str | None]:
    canonical = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for stated in (*canonical, *in_json_ld, *_stated(tags, _URL)):
        yield _address(stated, base)


def _address(stated: str, base: str | None) -> str | None:
    """An absolute http(s) address, printable and without credentials; on the host of `base` where that is known."""
    stated = unescape(stated).strip()
    try:
        address = urljoin(base or "", stated)
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        return None
    if len(address) > _MAX_URL or not address.isprintable() or " " in address:
        return None
    if base and _site(host) != _site(urlsplit(base).hostname or ""):
        return None
    return address


def _site(host: str) -> str:
    return re.sub(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)", "", host.lower().rstrip("."))
