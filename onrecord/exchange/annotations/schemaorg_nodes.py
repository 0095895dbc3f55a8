"""Nodes of https://schema.org as quotations, claims, works and names; those that a node points at are known by their `@id`."""

from collections.abc import Iterator, Mapping

from onrecord.errors import InputError
from onrecord.exchange.annotations.portable import unpacked
from onrecord.exchange.annotations.values import as_list, nodes, text, types
from onrecord.exchange.entries import ClaimEntry, NameEntry, QuoteEntry, SourceEntry
from onrecord.model.records import Json
from onrecord.text import dates, edtf
from onrecord.text.locators import parse_locator
from onrecord.text.urls import is_web_url

_CSL_TYPES = {
    "NewsArticle": "article-newspaper", "ScholarlyArticle": "article-journal", "Article": "article", "Book": "book",
    "WebPage": "webpage", "BlogPosting": "post-weblog", "SocialMediaPosting": "post", "Report": "report",
    "Chapter": "chapter", "Movie": "motion_picture", "Thesis": "thesis", "Message": "personal_communication",
    "Conversation": "interview",
}  # fmt: skip
_KINDS = {"Person": "person", "Organization": "organisation", "NewsMediaOrganization": "organisation"}


class Nodes:
    """What stands at a place of the file, with the nodes that it may point at."""

    def __init__(self, by_id: Mapping[str, Json], where: str) -> None:
        self._by_id = by_id
        self.where = where

    def related(self, node: Json, *fields: str) -> Iterator[Json]:
        for field in fields:
            for one in nodes(node.get(field)):
                yield self._by_id.get(text(one.get("@id")) or "", one)

    def quote(self, node: Json) -> QuoteEntry | None:
        own = node.get("onrecord:attribution")
        if isinstance(own, dict):
            return unpacked(own, self.where)
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
            where=self.where,
            text=words,
            speaker=self.name(node, "spokenByCharacter") or self.name(node, "creator", "author"),
            source=self.source(node, "isPartOf", "isBasedOn", "citation"),
            said=date_of(node.get("dateCreated")),
            language=text(node.get("inLanguage")),
            place=next((text(one.get("name")) for one in self.related(node, "locationCreated")), None),
            translator=self.name(node, "translator"),
            locator_label=label,
            locator=place,
            note=text(node.get("description")),
        )

    def claim(self, node: Json) -> ClaimEntry | None:
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
            where=self.where,
            text=words,
            note=text(node.get("description")),
            stances=tuple(
                (stance, quote)
                for stance, fields in stances
                for one in self.related(node, *fields)
                if is_quotation(one) and (quote := self.quote(one))
            ),
        )

    def names(self, node: Json, *fields: str) -> list[NameEntry]:
        """Who is named in the first of `fields` that names anybody."""
        for field in fields:
            plain = [
                NameEntry(name=one.strip())
                for one in as_list(node.get(field))
                if isinstance(one, str) and one.strip()
            ]
            named = plain + [
                _person(one, name)
                for one in self.related(node, field)
                if (name := text(one.get("name")) or _in_parts(one))
            ]
            if named:
                return named
        return []

    def name(self, node: Json, *fields: str) -> NameEntry | None:
        """Who is named; several together are a group."""
        named = self.names(node, *fields)
        if len(named) < 2:
            return named[0] if named else None
        names = [one.name for one in named]
        return NameEntry(name=f"{', '.join(names[:-1])} and {names[-1]}", kind="group")

    def source(self, node: Json, *fields: str) -> SourceEntry | None:
        """The work in the first of `fields` that names one."""
        return next((source for field in fields for source in self.sources(node, field)), None)

    def sources(self, node: Json, field: str) -> Iterator[SourceEntry]:
        """The works that a field names, as nodes or by their addresses."""
        for one in self.related(node, field):
            if item := self.item(one):
                yield SourceEntry(where=self.where, csl=item, archive_url=text(one.get("archivedAt")))
        for url in as_list(node.get(field)):
            if isinstance(url, str) and is_web_url(url.strip()):
                yield SourceEntry(where=self.where, csl={"type": "webpage", "URL": url.strip()})

    def item(self, work: Json) -> Json:
        """A work as its CSL item; empty where it has neither a title nor an address."""
        url = text(work.get("url")) or text(work.get("contentUrl"))
        title = text(work.get("name")) or text(work.get("headline"))
        if not title and not url:
            return {}
        author, date = self.name(work, "author"), date_of(work.get("datePublished"))
        item: Json = {
            "id": text(work.get("identifier")),
            "type": next((_CSL_TYPES[type_] for type_ in sorted(types(work)) if type_ in _CSL_TYPES), None)
            or ("webpage" if url and not title else "document"),
            "title": title,
            "URL": url if url and is_web_url(url) else None,
            "container-title": next((text(one.get("name")) for one in self.related(work, "isPartOf")), None),
            "publisher": next((text(one.get("name")) for one in self.related(work, "publisher")), None),
            "author": [{"literal": author.name}] if author else None,
            "issued": edtf.csl_date(edtf.parse(date)) if date else None,
            "ISBN": text(work.get("isbn")),
            "language": text(work.get("inLanguage")),
        }
        return {name: value for name, value in item.items() if value}


def _in_parts(node: Json) -> str | None:
    """The name of a person of whom only its parts are given."""
    return " ".join(filter(None, (text(node.get("givenName")), text(node.get("familyName"))))) or None


def _person(node: Json, name: str) -> NameEntry:
    kinds = types(node)
    items = (one for one in as_list(node.get("sameAs")) if isinstance(one, str) and "wikidata.org/" in one)
    return NameEntry(
        name=name,
        family=text(node.get("familyName")),
        given=text(node.get("givenName")),
        kind=next((_KINDS[kind] for kind in sorted(kinds) if kind in _KINDS), None),
        wikidata_id=next(items, None),
        unnamed=kinds == {"Thing"},
    )


def is_quotation(node: Json) -> bool:
    """Whether a node is a quotation: also what our own export has as a Claim, because its speaker denied it or asked."""
    return "Quotation" in types(node) or isinstance(node.get("onrecord:attribution"), dict)


def date_of(value: object) -> str | None:
    """The EDTF of a date; a moment is cut to its day: nobody asks for the minute of a statement."""
    return dates.of_edtf(text(value))
