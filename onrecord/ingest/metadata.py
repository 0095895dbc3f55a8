"""What a web page says about itself.

Several vocabularies say the same things; for each value the first that states a usable one wins:

1. JSON-LD, the node of an article type (schema.org `Article` and its kinds) that is about this page
2. `citation_*` (Highwire tags, as read by Google Scholar)
3. OpenGraph and `article:*`
4. Dublin Core (`DC.*`, `dcterms.*`)
5. HTML itself: <title>, the masthead, <meta name="author">, <html lang>

The address is the exception: rel=canonical is made for it and comes first. Where the page was fetched, an
address on another host is not believed: a page must not pass for one of somebody else's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from urllib.parse import urljoin, urlsplit

from onrecord.ingest import authors as authors_in
from onrecord.ingest import bare_byline, jsonld, masthead, page_dates, shown_authors
from onrecord.ingest.document import Author, Metadata
from onrecord.ingest.plain import LONGEST_LINE, clean
from onrecord.ingest.titles import usable_title

__all__ = ["clean", "page_metadata", "primary_language"]
from onrecord.text import wrapped
from onrecord.text.names import without_life
from onrecord.text.organisations import is_organisation
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_NAME = 300
_MAX_URL = 2000

_LANGUAGE = lazy(r"(?a)([a-zA-Z]{2,3})(?:[-_][\w-]*)?")
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
    *(
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "article.published",
    ),
    *(
        "article:published",
        "article:publish_date",
        "og:published_time",
        "og:pubdate",
        "rnews:datepublished",
        "bt:pubdate",
    ),
    *(
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "originalpublicationdate",
        "article_date_original",
    ),
    *(
        "publication_date",
        "publicationdate",
        "published_at",
        "published-date",
        "article.created",
        "displaydate",
    ),
    *(
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
    ),
    *("citation_year", "datecreated", "created"),
)
_CONTAINER = (
    *("citation_journal_title", "citation_conference_title", "citation_inbook_title", "og:site_name"),
    *("dcterms.ispartof", "dc.relation.ispartof"),
)
# What a page calls the whole that it belongs to, where it does not say what kind of whole that is.
_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_PUBLISHER = (
    *("citation_publisher", "citation_dissertation_institution", "citation_technical_report_institution"),
    *("article:publisher", "dc.publisher", "dcterms.publisher"),
)
_LANGUAGES = ("citation_language", "og:locale", "dc.language", "dcterms.language", "content-language")
_URL = ("citation_abstract_html_url", "citation_public_url", "og:url")
_WEBLOG = lazy(r"(?i)blog|wordpress|ghost|jekyll|hugo|substack|movable type")
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
    head = masthead.read(tree)
    shown = [*_stated(tags, _TITLE), *head.headings, *_text_of(tree, "title")]
    own = [one for one in (*_canonical(tree), *_stated(tags, _URL), url) if one]
    article = jsonld.article(
        (script.text or "" for script in tree.iter("script") if _is_json_ld(script)),
        addresses=own,
        titles=shown,
    )
    title, site = masthead.divided(
        next(_text_of(tree, "title"), ""), [*head.headings, *_stated(tags, _TITLE)]
    )
    sites = [*_stated(tags, _SITE), *([site] if site else ()), *head.names]
    # Who publishes an article of a paper or a site is the paper; who publishes a journal is not the journal.
    paper = article.publishers if article.type in (None, "article-newspaper", "post-weblog", "post") else []
    container = _first_name((*article.containers, *_stated(tags, _CONTAINER), *paper, *sites))
    publisher = _first_name((*article.publishers, *_stated(tags, _PUBLISHER)))
    byline = shown_authors.shown(tree, (*_stated(tags, _TITLE), title)[:1])
    issued = page_dates.issued(tree, (*article.dates, *_stated(tags, _ISSUED)), _locale(tree, tags))
    return Metadata(
        title=_first(
            usable_title(found)
            for value in (*article.titles, *_stated(tags, _TITLE), title)
            if (found := clean(value, LONGEST_LINE))
        ),
        authors=_authors(
            article.authors,
            byline,
            tags,
            [*article.containers, *paper, *_stated(tags, (*_SITE, *_CONTAINER)), *sites],
        )
        or tuple(bare_byline.below_headline(tree)),
        container_title=container,
        publisher=publisher if publisher != container else None,
        issued=issued.edtf if issued else None,
        notes=(f"The page's own date: {issued.doubt} The year is kept.",) if issued and issued.doubt else (),
        url=_first(_page_addresses(tree, tags, article.urls, url)) or url,
        language=_first(
            map(primary_language, (*article.languages, *_stated(tags, _LANGUAGES), *_html_language(tree)))
        ),
        type=article.type
        or next((kind for tag, kind in _TYPE_OF_TAG.items() if tags.get(tag)), None)
        or (_of_bylined(tags, container) if byline and issued else None),
    )


def _of_bylined(tags: dict[str, list[str]], container: str | None) -> str:
    """The type of a page that shows a date and who wrote it: an article, of a weblog where it says that it is one."""
    told = f"{container or ''} {' '.join(tags.get('generator', ()))}"
    return "post-weblog" if _WEBLOG.search(told) else "article-newspaper"


def _locale(tree: "HtmlElement", tags: dict[str, list[str]]) -> str | None:
    """The language of a page with its region where one is stated."""
    stated = [*_html_language(tree), *_stated(tags, _LANGUAGES)]
    return next((one for one in stated if len(one.strip()) > 3), next(iter(stated), None))


def primary_language(value: str) -> str | None:
    """The primary subtag of a BCP 47 tag ("en" of "en-GB" or "en_GB"); None if it names no language."""
    match = _LANGUAGE.fullmatch(value.strip())
    language = match[1].lower() if match else None
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


def _first_name(values: Iterable[str]) -> str | None:
    return _first(clean(value, _MAX_NAME) for value in values if not _is_address(value))


def _is_address(value: str) -> bool:
    return re.match(r"\s*(?:https?:)?//|\s*www\.", value, re.IGNORECASE) is not None


def _authors(
    stated: Iterable[Author], shown: Iterable[Author], tags: dict[str, list[str]], site: Sequence[str]
) -> tuple[Author, ...]:
    groups: Iterator[Iterable[Author]] = iter(
        (
            stated,
            *([_author_named(value, names) for value in _stated(tags, names)] for names in _AUTHOR),
            shown,
        )
    )
    return next(filter(None, (authors_in.usable(group, site=site) for group in groups)), ())


def _author_named(value: str, tags: Sequence[str]) -> Author:
    """ "Family, Given" is how Highwire and Dublin Core tags separate a name; one comma, and only one."""
    value = without_life(value)
    family, comma, given = (part.strip() for part in value.partition(","))
    separated = tags != _AUTHOR[-1] and ";" not in value and "<" not in value
    if separated and comma and family and given and "," not in given and not is_organisation(given):
        return Author(f"{given} {family}", family, given)
    return Author(value)


def _canonical(tree: "HtmlElement") -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""


def _page_addresses(
    tree: "HtmlElement", tags: dict[str, list[str]], in_json_ld: Iterable[str], base: str | None
) -> Iterator[str | None]:
    for stated in (*_canonical(tree), *in_json_ld, *_stated(tags, _URL)):
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
    if base and _site(host) not in (_site(urlsplit(base).hostname or ""), *_sites_within(base)):
        return None
    return address


def _sites_within(base: str) -> tuple[str, ...]:
    """The site of the page that an archive's copy or an AMP cache's page is of; of an archive that does not tell, any host of it."""
    page = wrapped.meant(base)
    return (_site(urlsplit(page.url).hostname or ""),) if page.url != base else ()


def _site(host: str) -> str:
    host = wrapped.same_archive(host.lower().rstrip("."))
    return re.sub(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)", "", host.lower().rstrip("."))
