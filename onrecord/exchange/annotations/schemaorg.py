"""Quotation, Claim and ClaimReview of https://schema.org in JSON-LD, in a file or in a page's scripts: reading.

What `schemaorg_graph` wrote carries whole attributions, which come back as they were. No context is fetched; a node that points at another of the same file (`@id`) is that one.
"""

import math
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.portable import unpacked, unpacked_source
from onrecord.exchange.annotations.values import as_list, load, nodes, parsed, text, types
from onrecord.exchange.entries import (
    ClaimEntry,
    Entry,
    NameEntry,
    QuoteEntry,
    Refused,
    ReviewEntry,
    SourceEntry,
)
from onrecord.exchange.texts import field_in_json, notes, read_text
from onrecord.model.records import Json
from onrecord.text import edtf
from onrecord.text.clean import one_line
from onrecord.text.locators import parse_locator
from onrecord.text.urls import is_web_url

_SCRIPT = re.compile(
    r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>(.*?)(?:</script|\Z)", re.DOTALL | re.IGNORECASE
)
_CSL_TYPES = {
    "NewsArticle": "article-newspaper", "ScholarlyArticle": "article-journal", "Article": "article", "Book": "book",
    "WebPage": "webpage", "BlogPosting": "post-weblog", "SocialMediaPosting": "post", "Report": "report",
    "Chapter": "chapter", "Movie": "motion_picture", "Thesis": "thesis", "Message": "personal_communication",
    "Conversation": "interview",
}  # fmt: skip
_KINDS = {"Person": "person", "Organization": "organisation", "NewsMediaOrganization": "organisation"}
_TAKEN = {"Quotation", "Claim", "ClaimReview"}


def looks_like(head: bytes) -> bool:
    """Whether a file speaks of quotations or claims in the words of schema.org."""
    return b"schema.org" in head and any(name.encode() in head for name in _TAKEN)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation or a claim for each node of these types; what else a page describes is passed over."""
    begins = stream.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")
    stream.seek(0)
    if begins.startswith(b"<"):
        read = read_text(stream, name, markup=True)
        noted = list(notes(read, field_in_json))
        documents = list(_scripts(read.text, name))
    else:
        document, noted = load(stream, name)
        documents = [document]
    yield from noted
    found = list(_all(documents))
    by_id = {
        identifier: node
        for node in reversed(found)
        if len(node) > 1 and (identifier := text(node.get("@id")))
    }
    wanted = [node for node in found if _TAKEN & types(node) and len(node) > 2]
    if not wanted:
        raise InputError(f"{one_line(name)} holds no Quotation, Claim or ClaimReview of schema.org.")
    for number, node in enumerate(wanted, 1):
        yield _Reading(by_id, f"node {number}").entry(node)


def _scripts(page: str, name: str) -> Iterator[object]:
    return (
        parsed(script[1], f"{name}, script {number}")
        for number, script in enumerate(_SCRIPT.finditer(page), 1)
    )


def _all(documents: list[object]) -> Iterator[Json]:
    waiting = documents[::-1]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            yield one
            held = [one.get(field) for field in ("@graph", "mainEntity", "hasPart", "review")]
            waiting += [part for part in reversed(held) if isinstance(part, dict | list)]


class _Reading:
    """One node, with those that it may point at."""

    def __init__(self, by_id: dict[str, Json], where: str) -> None:
        self._by_id = by_id
        self._where = where

    def entry(self, node: Json) -> Entry:
        try:
            return self._entry(node) or Refused(
                where=self._where, reason="It has no text, or nobody's verdict.", kept=node
            )
        except InputError as error:
            return Refused(where=self._where, reason=error.message, kept=node)

    def _entry(self, node: Json) -> Entry | None:
        kinds = types(node)
        if _is_quotation(node):
            return self._quote(node)
        return self._review(node) if "ClaimReview" in kinds else self._claim(node)

    def _related(self, node: Json, *fields: str) -> Iterator[Json]:
        for field in fields:
            for one in nodes(node.get(field)):
                yield self._by_id.get(text(one.get("@id")) or "", one)

    def _quote(self, node: Json) -> QuoteEntry | None:
        own = node.get("onrecord:attribution")
        if isinstance(own, dict):
            return unpacked(own, self._where)
        words = text(node.get("text")) or text(node.get("articleBody"))
        if words is None:
            return None
        place = text(node.get("pagination"))
        label = "page" if place else None
        if place is None and (position := text(node.get("position"))):
            try:
                locator = parse_locator(position)
                label, place = locator.label, locator.value
            except InputError:
                label = None
        return QuoteEntry(
            where=self._where,
            text=words,
            speaker=self._name(node, "spokenByCharacter") or self._name(node, "creator", "author"),
            source=self._source(node, "isPartOf", "isBasedOn", "citation"),
            said=_date(node.get("dateCreated")),
            language=text(node.get("inLanguage")),
            place=next((text(one.get("name")) for one in self._related(node, "locationCreated")), None),
            translator=self._name(node, "translator"),
            locator_label=label,
            locator=place,
            note=text(node.get("description")),
        )

    def _claim(self, node: Json) -> ClaimEntry | None:
        words = text(node.get("text")) or text(node.get("name"))
        if words is None:
            return None
        stances = (
            # schema.org has a word for what asserts a claim only.
            ("asserts", ("firstAppearance", "appearance", "onrecord:assertedBy")),
            ("denies", ("onrecord:deniedBy",)),
            ("questions", ("onrecord:questionedBy",)),
        )
        return ClaimEntry(
            where=self._where,
            text=words,
            note=text(node.get("description")),
            stances=tuple(
                (stance, quote)
                for stance, fields in stances
                for one in self._related(node, *fields)
                if _is_quotation(one) and (quote := self._quote(one))
            ),
        )

    def _review(self, node: Json) -> ClaimEntry | None:
        claim = next(
            (made for one in self._related(node, "itemReviewed") if (made := self._claim(one))), None
        )
        words = text(node.get("claimReviewed")) or (claim.text if claim else None)
        reviewer, rated = (
            self._name(node, "author", "publisher"),
            next(self._related(node, "reviewRating"), {}),
        )
        verdict = text(rated.get("alternateName")) or text(rated.get("name"))
        if words is None or reviewer is None or verdict is None:
            return None
        # schema.org: where they are left out, the best is 5 and the worst 1.
        rating, best, worst = (
            _number(rated.get(f), d)
            for f, d in (("ratingValue", None), ("bestRating", 5.0), ("worstRating", 1.0))
        )
        on_scale = (
            rating is not None
            and best is not None
            and worst is not None
            and worst <= rating <= best
            and worst < best
        )
        url = text(node.get("url"))
        item: Json = {
            "type": "webpage",
            "URL": url,
            "title": text(node.get("name")) or text(node.get("headline")),
        }
        review = ReviewEntry(
            reviewer=reviewer,
            verdict=verdict,
            rating=rating if on_scale else None,
            best=best if on_scale else None,
            worst=worst if on_scale else None,
            published=_date(node.get("datePublished") or node.get("onrecord:published")),
            source=self._reviewed_in(node, {k: v for k, v in item.items() if v}),
        )
        return ClaimEntry(
            where=self._where, text=words, stances=claim.stances if claim else (), reviews=(review,)
        )

    def _reviewed_in(self, node: Json, item: Json) -> SourceEntry | None:
        own = node.get("onrecord:source")
        if isinstance(own, dict):
            return unpacked_source(own, self._where)
        url = item.get("URL")
        return SourceEntry(where=self._where, csl=item) if isinstance(url, str) and is_web_url(url) else None

    def _name(self, node: Json, *fields: str) -> NameEntry | None:
        """Who is named; several together are a group."""
        for field in fields:
            plain = [
                NameEntry(name=one.strip())
                for one in as_list(node.get(field))
                if isinstance(one, str) and one.strip()
            ]
            named = plain + [
                _person(one, name) for one in self._related(node, field) if (name := text(one.get("name")))
            ]
            if named:
                names = [one.name for one in named]
                together = f"{', '.join(names[:-1])} and {names[-1]}"
                return named[0] if len(named) == 1 else NameEntry(name=together, kind="group")
        return None

    def _source(self, node: Json, *fields: str) -> SourceEntry | None:
        for field in fields:
            for one in self._related(node, field):
                if item := self._item(one):
                    return SourceEntry(where=self._where, csl=item, archive_url=text(one.get("archivedAt")))
            url = text(node.get(field))
            if url and is_web_url(url):
                return SourceEntry(where=self._where, csl={"type": "webpage", "URL": url})
        return None

    def _item(self, work: Json) -> Json:
        url, title = text(work.get("url")), text(work.get("name")) or text(work.get("headline"))
        if not title and not url:
            return {}
        author, date = self._name(work, "author"), _date(work.get("datePublished"))
        item: Json = {
            "id": text(work.get("identifier")),
            "type": next((_CSL_TYPES[one] for one in sorted(types(work)) if one in _CSL_TYPES), "document"),
            "title": title,
            "URL": url if url and is_web_url(url) else None,
            "container-title": next((text(one.get("name")) for one in self._related(work, "isPartOf")), None),
            "publisher": next((text(one.get("name")) for one in self._related(work, "publisher")), None),
            "author": [{"literal": author.name}] if author else None,
            "issued": edtf.csl_date(edtf.parse(date)) if date else None,
            "ISBN": text(work.get("isbn")),
            "language": text(work.get("inLanguage")),
        }
        return {name: value for name, value in item.items() if value}


def _person(node: Json, name: str) -> NameEntry:
    kinds = types(node)
    items = (one for one in as_list(node.get("sameAs")) if isinstance(one, str) and "wikidata.org/" in one)
    return NameEntry(
        name=name,
        family=text(node.get("familyName")),
        given=text(node.get("givenName")),
        kind=next((_KINDS[one] for one in sorted(kinds) if one in _KINDS), None),
        wikidata_id=next(items, None),
        unnamed=kinds == {"Thing"},
    )


def _is_quotation(node: Json) -> bool:
    """Whether a node is a quotation: also what our own export has as a Claim, because its speaker denied it or asked."""
    return "Quotation" in types(node) or isinstance(node.get("onrecord:attribution"), dict)


def _date(value: object) -> str | None:
    given = text(value)
    if given is None:
        return None
    try:
        # A moment is cut to its day: nobody asks for the minute of a statement.
        return edtf.parse(given.partition("T")[0]).text
    except InputError:
        return None


def _number(value: object, otherwise: float | None) -> float | None:
    if value is None:
        return otherwise
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
