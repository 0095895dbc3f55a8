"""Quotation, Claim, ClaimReview and MediaReview of https://schema.org in JSON-LD, in a file or in a page's scripts: reading.

A file may be one node, a graph, a DataFeed, a list, a node a line, or what Google's Fact Check Tools API answers; its
long lists are read element by element. What `schemaorg_graph` wrote carries whole attributions, which come back as they
were. No context is fetched; a node that points at another of the same file (`@id`) is that one.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations import claimreviews, factchecks
from onrecord.exchange.annotations.json_items import Item, items, objects
from onrecord.exchange.annotations.schemaorg_nodes import Nodes, is_quotation
from onrecord.exchange.annotations.values import parsed, text, types
from onrecord.exchange.entries import Entry, Noted, Refused
from onrecord.exchange.texts import field_in_json, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_SCRIPT = lazy(r"(?is)<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>(.*?)(?:</script|\Z)")
_TAKEN = {"Quotation", "Claim", *claimreviews.REVIEWS}
_LISTS = frozenset(("@graph", "dataFeedElement", "itemListElement")) | factchecks.LISTS
# Where other nodes stand in one that is not taken itself, or beside a review.
_HOLDING = (
    "@graph", "mainEntity", "hasPart", "review", "dataFeedElement", "itemListElement", "item",
    "associatedClaimReview", "associatedMediaReview", "associatedReview",
)  # fmt: skip


def looks_like(head: bytes) -> bool:
    """Whether a file speaks of quotations or claims in the words of schema.org, or is an answer of the Fact Check Tools API."""
    if b"schema.org" in head and b"@type" in head and any(name.encode() in head for name in _TAKEN):
        return True
    # A line of a feed may lack what says that its words are those of schema.org.
    if (
        b'"@type"' in head
        and b'"claimReviewed"' in head
        and any(f'"{name}"'.encode() in head for name in _TAKEN)
    ):
        return True
    return any(name in head for name in factchecks.TELLING) and b'"textualRating"' in head


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation or a claim for each node of these types; what else a page describes is passed over."""
    begins = stream.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")
    stream.seek(0)
    if begins.startswith(b"<"):
        written = read_text(stream, name, markup=True)
        scripts = [Item(line=1, value=script) for script in _scripts(written.text, name)]
        noted = list(notes(written, field_in_json))

        def again() -> Iterator[Item | Noted]:
            return iter((*noted, *scripts))

    else:

        def again() -> Iterator[Item | Noted]:
            stream.seek(0)
            return items(stream, name, _LISTS)

    number = 0
    for one in _read(again, _pointed_at(again)):
        number += not isinstance(one, Noted)
        yield one
    if not number:
        raise InputError(f"{one_line(name)} holds no Quotation, Claim or ClaimReview of schema.org.")


def _scripts(page: str, name: str) -> Iterator[object]:
    return (
        parsed(script[1], f"{name}, script {number}")
        for number, script in enumerate(_SCRIPT.finditer(page), 1)
    )


def _pointed_at(again: Callable[[], Iterator[Item | Noted]]) -> dict[str, Json]:
    """The nodes that others point at; a feed has none, however long it is."""
    pointed = {
        identifier
        for item in again()
        if isinstance(item, Item)
        for node in objects(item.value)
        if len(node) <= 2 and (identifier := text(node.get("@id")))
    }
    nodes_by_id: dict[str, Json] = {}
    for item in again() if pointed else ():
        for node in _all(item.value) if isinstance(item, Item) else ():
            identifier = text(node.get("@id"))
            if identifier in pointed and len(node) > 1:
                nodes_by_id.setdefault(identifier or "", node)
    return nodes_by_id


def _read(again: Callable[[], Iterator[Item | Noted]], by_id: dict[str, Json]) -> Iterator[Entry]:
    number = 0
    for item in again():
        if isinstance(item, Noted):
            yield item
            continue
        if item.broken:
            yield Refused(where=f"line {item.line}", reason=f"{item.broken[:1].upper()}{item.broken[1:]}")
            continue
        for node in _all(item.value):
            if _TAKEN & types(node) and len(node) > 2:
                number += 1
                yield from _entries(Nodes(by_id, f"node {number}"), node)


def _all(document: object) -> Iterator[Json]:
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if (answered := factchecks.reviews(value)) is not None:
                waiting += reversed(answered)
                continue
            yield value
            held = [value.get(field) for field in _HOLDING]
            waiting += [part for part in reversed(held) if isinstance(part, dict | list)]


def _entries(nodes: Nodes, node: Json) -> Iterator[Entry]:
    try:
        if not is_quotation(node) and claimreviews.REVIEWS & types(node):
            yield from claimreviews.entries(nodes, node)
            return
        made = nodes.quote(node) if is_quotation(node) else nodes.claim(node)
        yield made or Refused(where=nodes.where, reason="It has no text.", kept=node)
    except InputError as error:
        yield Refused(where=nodes.where, reason=error.message, kept=node)
