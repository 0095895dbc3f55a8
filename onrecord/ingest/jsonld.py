"""The article that a page describes in JSON-LD with the words of schema.org."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias

from onrecord.ingest.document import Author

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
    "BlogPosting": "post-weblog",
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
    *("Organization", "NewsMediaOrganization", "NGO", "GovernmentOrganization", "Corporation"),
    *("EducationalOrganization", "CollegeOrUniversity", "ResearchOrganization", "PoliticalParty"),
}
_DEPTH = 20
_NODES = 10_000

_Node: TypeAlias = dict[str, object]


@dataclass(slots=True)
class Article:
    """The values as stated, in their order; nothing is cleaned yet."""

    titles: list[str] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    containers: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    type: str | None = None


def article(scripts: Iterable[str]) -> Article:
    """The first node of an article type in the JSON-LD blocks of a page; malformed blocks count as absent."""
    nodes: list[_Node] = []
    for script in scripts:
        try:
            nodes += _nodes(json.loads(script, strict=False), _DEPTH)
        except (ValueError, RecursionError):
            continue
    by_id = {identifier: node for node in reversed(nodes) if isinstance(identifier := node.get("@id"), str)}
    for node in nodes[:_NODES]:
        kind = next((name for name in _types(node) if name in _ARTICLES), None)
        if kind is not None:
            return _read(node, kind, by_id)
    return Article()


def _read(node: _Node, kind: str, by_id: dict[str, _Node]) -> Article:
    def strings(key: str) -> list[str]:
        return [unescape(value) for value in _as_list(node.get(key)) if isinstance(value, str)]

    def related(key: str) -> Iterator[_Node | str]:
        return (found for value in _as_list(node.get(key)) if (found := _resolved(value, by_id)) is not None)

    return Article(
        titles=strings("headline") + strings("name"),
        authors=[author for value in related("author") if (author := _author(value)) is not None],
        containers=[name for value in related("isPartOf") for name in _container_names(value, by_id, _DEPTH)],
        publishers=[name for value in related("publisher") for name in _names(value)],
        dates=strings("datePublished"),
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


def _author(value: _Node | str) -> Author | None:
    names = _names(value)
    if isinstance(value, str):
        return Author(names[0])
    family, given = (
        unescape(part) if isinstance(part := value.get(key), str) and part.strip() else None
        for key in ("familyName", "givenName")
    )
    if not names:
        names = [" ".join(part for part in (given, family) if part)]
    return Author(names[0], family, given, bool(_ORGANISATIONS.intersection(_types(value))))


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
