"""The article that a page describes in JSON-LD with the words of schema.org."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import TypeAlias

from onrecord.ingest.document import Author
from onrecord.model.record import fresh, mutable

# schema.org type: CSL type, where the first says enough for the second.
_ARTICLES: dict[str, str | None] = {
    **dict.fromkeys(
        (
            *("NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle"),
            *("OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle"),
        ),
        "article-newspaper",
    ),
    **dict.fromkeys(("ScholarlyArticle", "MedicalScholarlyArticle"), "article-journal"),
    **dict.fromkeys(("BlogPosting", "LiveBlogPosting"), "post-weblog"),
    **dict.fromkeys(("SocialMediaPosting", "DiscussionForumPosting"), "post"),
    "Report": "report",
    "Book": "book",
    **dict.fromkeys(("Article", "TechArticle", "AdvertiserContentArticle", "SatiricalArticle"), None),
}
_CONTAINERS = {
    *("Periodical", "Newspaper", "Magazine", "WebSite", "Blog", "Book", "CreativeWorkSeries", "BookSeries"),
}
# Between an article and its journal stand the issue and the volume, which are not what it is cited in.
_PARTS = {"PublicationIssue", "PublicationVolume"}
_ORGANISATIONS = {
    *(
        "GovernmentOffice",
        "LocalBusiness",
        "LibrarySystem",
        "Consortium",
        "Airline",
        "SportsOrganization",
        "PerformingGroup",
    ),
    *(
        "MedicalOrganization",
        "WorkersUnion",
        "Project",
        "FundingAgency",
        "School",
        "HighSchool",
        "OnlineBusiness",
    ),
    *("Organization", "NewsMediaOrganization", "NGO", "GovernmentOrganization", "Corporation"),
    *("EducationalOrganization", "CollegeOrUniversity", "ResearchOrganization", "PoliticalParty"),
}
_DEPTH = 20
_NODES = 10_000
_ENTRIES = 1_000

_Node: TypeAlias = dict[str, object]


@mutable
class Article:
    """The values as stated, in their order; nothing is cleaned yet."""

    titles: list[str] = fresh(default_factory=list)
    authors: list[Author] = fresh(default_factory=list)
    containers: list[str] = fresh(default_factory=list)
    publishers: list[str] = fresh(default_factory=list)
    dates: list[str] = fresh(default_factory=list)
    urls: list[str] = fresh(default_factory=list)
    languages: list[str] = fresh(default_factory=list)
    type: str | None = None


def article(scripts: Iterable[str], *, addresses: Sequence[str] = (), titles: Sequence[str] = ()) -> Article:
    """The node of an article type in the JSON-LD blocks of a page that is about this page; malformed blocks count as absent.

    That is the one of the page's own `addresses`, else the one headed as the page is (`titles`), else the first; none that has another
    address and another headline where the page states its own.
    """
    nodes: list[_Node] = []
    for script in scripts:
        try:
            nodes += _nodes(json.loads(script, strict=False), _DEPTH)
        except (ValueError, RecursionError):
            continue
    by_id = {identifier: node for node in reversed(nodes) if isinstance(identifier := node.get("@id"), str)}
    articles = [
        (node, kind)
        for node in nodes[:_NODES]
        if (kind := next((name for name in _types(node) if name in _ARTICLES), None)) is not None
    ]
    own = {_place(address) for address in addresses} - {""}
    headed = {_folded(title) for title in titles} - {""}
    best = max(articles, key=lambda article: _fits(article[0], own, headed), default=None)
    if best is None or _fits(best[0], own, headed) < 0:
        return Article()
    return _read(*best, by_id)


def _fits(node: _Node, own: set[str], headed: set[str]) -> int:
    """How sure it is that a node is about a page: 2 by its address, 1 by its headline, 0 nothing speaks against it, -1 it is not."""
    stated = [
        url
        for key in ("url", "mainEntityOfPage", "@id")
        for one in _as_list(node.get(key))
        for url in _urls(one)
    ]
    places = {_place(url) for url in stated if "/" in url} - {""}
    if places & own:
        return 2
    heads = {
        _folded(unescape(one))
        for key in ("headline", "name")
        for one in _as_list(node.get(key))
        if isinstance(one, str)
    }
    if any(
        head and (head in title or title in head)
        for head in heads
        for title in headed
        if min(len(head), len(title)) > 3
    ):
        return 1
    return -1 if places and own and heads and headed else 0


def _place(url: str) -> str:
    """What the spellings of a page's address have in common."""
    bare = re.sub(r"^(?:https?:)?//(?:www\.|m\.|amp\.|mobile\.)?", "", unescape(url).strip().lower())
    return re.sub(r"(?:/amp)?/?(?:\?.*)?(?:#.*)?$", "", bare, count=1)


def _folded(text: str) -> str:
    return "".join(letter for letter in unescape(text).casefold() if letter.isalnum())


def _read(node: _Node, kind: str, by_id: dict[str, _Node]) -> Article:
    def strings(key: str) -> list[str]:
        return [unescape(value) for value in _as_list(node.get(key)) if isinstance(value, str)]

    def related(key: str) -> Iterator[_Node | str]:
        return (found for value in _as_list(node.get(key)) if (found := _resolved(value, by_id)) is not None)

    # Of a live blog the entries may say what the whole does not: who wrote it, and since when.
    entries = [
        _read({**one, "liveBlogUpdate": None}, kind, by_id)
        for value in _as_list(node.get("liveBlogUpdate"))[:_ENTRIES]
        if isinstance(one := _resolved(value, by_id), dict)
    ]
    authors = [
        author for key in ("author", "creator") for value in related(key) for author in _authors(value)
    ]
    return Article(
        titles=strings("headline") + strings("name"),
        authors=authors or list(dict.fromkeys(author for entry in entries for author in entry.authors)),
        containers=[name for value in related("isPartOf") for name in _container_names(value, by_id, _DEPTH)],
        publishers=[name for value in related("publisher") for name in _names(value)],
        dates=strings("datePublished")
        or strings("coverageStartTime")
        or sorted(date for entry in entries for date in entry.dates)[:1],
        urls=strings("url")
        + [url for value in _as_list(node.get("mainEntityOfPage")) for url in _urls(value)],
        languages=[name for value in _as_list(node.get("inLanguage")) for name in _language_names(value)],
        type=_ARTICLES[kind],
    )


def _nodes(value: object, depth: int) -> Iterator[_Node]:
    """The top-level nodes, those in a @graph, and what a WebPage is about."""
    for node in _as_list(value):
        if isinstance(node, dict) and depth:
            yield node
            for key in ("@graph", "mainEntity"):
                yield from _nodes(node.get(key), depth - 1)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _types(node: _Node) -> list[str]:
    return [name.rpartition("/")[2] for name in _as_list(node.get("@type")) if isinstance(name, str)]


def _resolved(value: object, by_id: dict[str, _Node]) -> _Node | str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        identifier = value.get("@id")
        if "name" not in value and isinstance(identifier, str):
            return by_id.get(identifier, value)
        return value
    return None


def _names(value: _Node | str) -> list[str]:
    stated = value if isinstance(value, str) else value.get("name")
    return [unescape(name) for name in _as_list(stated) if isinstance(name, str)]


def _authors(value: _Node | str) -> list[Author]:
    """The authors of one value: of one node too there may be several names. Who is a person, too, is a person."""
    names = _names(value)
    if isinstance(value, str):
        return [Author(names[0])]
    family, given = (
        unescape(part) if isinstance(part := value.get(key), str) and part.strip() else None
        for key in ("familyName", "givenName")
    )
    types = _types(value)
    organisation = "Person" not in types and any(type_ in _ORGANISATIONS for type_ in types)
    if len(names) > 1:
        return [Author(name, organisation=organisation) for name in names]
    name = names[0] if names else " ".join(part for part in (given, family) if part)
    return [Author(name, family, given, organisation)]


def _container_names(value: _Node | str, by_id: dict[str, _Node], depth: int) -> Iterator[str]:
    if isinstance(value, str) or not depth:
        return
    types = set(_types(value))
    if types & _CONTAINERS:
        yield from _names(value)
    elif types & _PARTS or "WebPage" in types:
        for outer in _as_list(value.get("isPartOf")):
            found = _resolved(outer, by_id)
            if found is not None:
                yield from _container_names(found, by_id, depth - 1)


def _urls(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if isinstance(value, str):
        yield value


def _language_names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    if isinstance(value, str):
        yield value
