"""Zotero RDF: the statements of its translator, put back into items with Zotero's field names.

A work is an element with `z:itemType`; what it is part of, who made it and who published it stand inside it or are
pointed at by `rdf:resource`. Annotations are not in these files.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry
from onrecord.exchange.texts import no_field, notes, read_text
from onrecord.exchange.zotero import items
from onrecord.ingest.xml import parsed
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "bib": "http://purl.org/net/biblio#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
}
_BY_SPACE = {space: prefix for prefix, space in _SPACES.items()}
# Plain properties of a work or of what it is part of, by their prefixed names.
_PROPERTIES: Mapping[str, str] = {
    "dc:title": "title", "dcterms:abstract": "abstractNote", "dc:date": "date", "dcterms:issued": "date",
    "dcterms:dateSubmitted": "accessDate", "dc:rights": "rights", "dc:description": "extra", "bib:pages": "pages",
    "prism:edition": "edition", "prism:volume": "volume", "prism:number": "issue", "dc:coverage": "archiveLocation",
    "dcterms:alternative": "journalAbbreviation", "dc:type": "type", "dcterms:medium": "medium",
    "dc:language": "language", "dc:source": "archive",
}  # fmt: skip
_NUMBERED = {"journalArticle", "magazineArticle", "newspaperArticle"}
_IDENTIFIER = lazy(r"(ISSN|ISBN|DOI)[ :]\s*(\S.*)")


def looks_like(head: bytes) -> bool:
    """Whether an XML file begins as Zotero RDF does."""
    return _SPACES["z"].encode() in head and b"RDF" in head


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work an item. InputError: it is not Zotero RDF."""
    shown = one_line(name)
    written = read_text(stream, name, markup=True)
    yield from notes(written, no_field)
    root = parsed(written.text, name=shown, doctype=False)
    graph = _Graph(root)
    works = [one for one in root if isinstance(one.tag, str) and graph.is_work(one)]
    if not works:
        raise InputError(f"{shown} is not Zotero RDF: nothing in it has a z:itemType.")
    for number, work in enumerate(works, 1):
        item = graph.item(work)
        title = one_line(str(item.get("citationKey") or item.get("title") or ""))[:80]
        yield from items.entries(item, f"item {number} ({title})" if title else f"item {number}")


class _Graph:
    """The elements of a file, and which of them an address means."""

    def __init__(self, root: "_Element") -> None:
        self._about: dict[str, _Element] = {}
        for one in root.iter():
            if isinstance(one.tag, str) and (address := one.get(f"{{{_SPACES['rdf']}}}about")):
                self._about.setdefault(address, one)

    def is_work(self, node: "_Element") -> bool:
        return self._text(node, "z:itemType") not in (None, "attachment", "note")

    def item(self, node: "_Element") -> Json:
        """The fields of a work."""
        kind = self._text(node, "z:itemType") or ""
        item: Json = {"itemType": kind}
        self._read(node, item, kind, whole=True)
        waiting = self._nodes(node, "dcterms:isPartOf")
        seen: set[int] = set()
        while waiting:
            part = waiting.pop(0)
            if id(part) in seen:
                continue
            seen.add(id(part))
            self._read_part(part, item, kind)
            waiting += self._nodes(part, "dcterms:isPartOf")
        item["creators"] = list(self._creators(node))
        item["tags"] = [tag for one in self._properties(node, "dc:subject") if (tag := self._tag(one))]
        item["notes"] = [
            note
            for memo in self._nodes(node, "dcterms:isReferencedBy")
            if (note := self._text(memo, "rdf:value"))
        ]
        return item

    def _read(self, node: "_Element", item: Json, kind: str, *, whole: bool) -> None:
        for child in node:
            name, value = _prefixed(child), " ".join((child.text or "").split(" ")).strip()
            if name == "dc:identifier":
                self._identify(child, value, item)
            elif name == "dc:publisher":
                self._publish(child, item)
            elif name == "bib:presentedAt":
                for conference in self._targets(child):
                    if title := self._text(conference, "dc:title"):
                        item.setdefault("conferenceName", title)
            elif value and len(child) == 0 and (field := _PROPERTIES.get(name)):
                item.setdefault("number" if field == "issue" and kind not in _NUMBERED else field, value)
            elif whole and value and len(child) == 0 and name.startswith("z:"):
                item.setdefault(name[2:], value)

    def _read_part(self, part: "_Element", item: Json, kind: str) -> None:
        """What a work is part of: a section, a series, or what it was published in."""
        held: Json = {}
        self._read(part, held, kind, whole=False)
        tag = _prefixed(part)
        if tag == "bib:Part":
            names = {"title": "section"}
        elif tag == "bib:Series":
            names = {"title": "series", "journalAbbreviation": "seriesTitle", "extra": "seriesText"}
            if number := self._text(part, "dc:identifier"):
                held["seriesNumber"] = number
        else:
            names = {"title": "publicationTitle"}
        for name, value in held.items():
            item.setdefault(names.get(name, name), value)

    def _identify(self, child: "_Element", value: str, item: Json) -> None:
        for address in self._targets(child):
            if url := self._text(address, "rdf:value"):
                item.setdefault("url", url)
        if match := _IDENTIFIER.fullmatch(value):
            item.setdefault(match[1], match[2])

    def _publish(self, child: "_Element", item: Json) -> None:
        for organisation in self._targets(child):
            if name := self._text(organisation, "foaf:name"):
                item.setdefault("publisher", name)
            for address in self._nodes(organisation, "vcard:adr"):
                if place := self._text(address, "vcard:locality"):
                    item.setdefault("place", place)

    def _creators(self, node: "_Element") -> Iterator[Json]:
        for child in node:
            name = _prefixed(child)
            listed = [one for one in child if _prefixed(one) == "rdf:Seq"]
            if not listed or not name.endswith("s") or not name.startswith(("bib:", "z:")):
                continue
            for person in (target for li in listed[0] for target in self._targets(li)):
                family = self._text(person, "foaf:surname")
                given = self._text(person, "foaf:givenName") or self._text(person, "foaf:givenname")
                if family or given:
                    yield {
                        "creatorType": name.partition(":")[2][:-1],
                        "lastName": family or "",
                        "firstName": given or "",
                    }

    def _tag(self, subject: "_Element") -> str | None:
        if len(subject) == 0:
            return (subject.text or "").strip() or None
        return next(
            (self._text(one, "rdf:value") for one in subject if _prefixed(one) == "z:AutomaticTag"), None
        )

    def _properties(self, node: "_Element", name: str) -> list["_Element"]:
        return [one for one in node if _prefixed(one) == name]

    def _nodes(self, node: "_Element", name: str) -> list["_Element"]:
        return [target for one in self._properties(node, name) for target in self._targets(one)]

    def _targets(self, child: "_Element") -> list["_Element"]:
        """The elements inside a property, or the one that it points at."""
        pointed = self._about.get(child.get(f"{{{_SPACES['rdf']}}}resource") or "")
        return [one for one in child if isinstance(one.tag, str)] or (
            [pointed] if pointed is not None else []
        )

    def _text(self, node: "_Element", name: str) -> str | None:
        return next(
            (value for one in self._properties(node, name) if (value := (one.text or "").strip())), None
        )


def _prefixed(node: "_Element") -> str:
    """The name of an element with the prefix that this module has for its namespace."""
    if not isinstance(node.tag, str):
        return ""
    space, _, name = node.tag.removeprefix("{").rpartition("}")
    return f"{_BY_SPACE.get(space, '?')}:{name}"
