"""Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), read and written. No context is ever fetched.

Ours carry the whole attribution in a body of the type schema:Quotation, so that reading them gives it back.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from urllib.parse import quote as percent

from onrecord.errors import InputError
from onrecord.exchange.annotations.portable import packed, unpacked
from onrecord.exchange.annotations.selectors import selected
from onrecord.exchange.annotations.values import as_list, load, nodes, text, types
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.selection import Selection
from onrecord.model.polarities import label
from onrecord.model.records import Json, Quote
from onrecord.statements.queries import pointed
from onrecord.text import embedded
from onrecord.text.clean import one_line
from onrecord.text.urls import is_web_url

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TEXT_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"
_OWN = {"onrecord": "urn:onrecord:", "onrecord:attribution": {"@type": "@json"}}


def looks_like(head: bytes) -> bool:
    """Whether a JSON file begins as Web Annotations do."""
    return b"http://www.w3.org/ns/anno" in head and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation for each target of each annotation: of a single one, an array, a page or a collection."""
    document, noted = load(stream, name)
    yield from noted
    found = list(annotations_in(document))
    if not found:
        raise InputError(f"{one_line(name)} holds no Web Annotation.")
    for number, annotation in enumerate(found, 1):
        where = f"annotation {number}"
        if identifier := text(annotation.get("id")) or text(annotation.get("@id")):
            where = f"{where} ({one_line(identifier)[:80]})"
        yield from _entries(annotation, where)


def pieces(selection: Selection) -> Iterator[str]:
    """A collection with everything that is selected on one page, an annotation an attribution."""
    yield from collection(
        quote for attributions in selection.statements() for quote in pointed(selection.reader, attributions)
    )


def collection(quotes: Iterable[Quote]) -> Iterator[str]:
    """The collection piece by piece; an annotation a line."""
    head = {"@context": [_CONTEXT, _OWN], "id": "urn:onrecord:annotations", "type": "AnnotationCollection"}
    page = (
        '"first": {"id": "urn:onrecord:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": ['
    )
    yield f"{embedded.dumps(head)[:-1]}, {page}"
    between = "\n"
    for quote in quotes:
        yield between + embedded.dumps(annotation(quote))
        between = ",\n"
    yield "\n]}}\n"


def annotation(quote: Quote) -> Json:
    """An annotation: the wording and where it stands as its target, the attribution, note and tags as its bodies."""
    source = quote.source
    selectors: list[Json] = [
        _filled(
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact or quote.text,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            }
        )
    ]
    if quote.spans:
        start, end = min(span.start for span in quote.spans), max(span.end for span in quote.spans)
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    if quote.passage and source.url:
        selectors.append(
            {"type": "FragmentSelector", "conformsTo": _TEXT_FRAGMENTS, "value": f":~:{quote.passage}"}
        )
    kept = next((snapshot for snapshot in source.snapshots if snapshot.sha256 == quote.snapshot), None)
    state: Json = _filled(
        {
            "sourceDate": kept.captured_at if kept else None,
            "cached": source.archive_url or (f"urn:sha256:{quote.snapshot}" if quote.snapshot else None),
        }
    )
    target: Json = {
        "type": "SpecificResource",
        "source": source.url or f"urn:onrecord:{percent(source.citekey, safe='')}",
        "selector": selectors,
        "state": {"type": "TimeState", **state} if state else None,
    }
    # What somebody denies, does not say or asks is not his to quote.
    asserted = quote.polarity == "asserted"
    bodies: list[Json] = [
        {
            "type": "schema:Quotation" if asserted else "schema:Claim",
            "purpose": "describing",
            "schema:text": quote.text,
            **(
                {"schema:spokenByCharacter": quote.speaker.name}
                if asserted
                else {"schema:description": f"{quote.speaker.name}: {label(quote.polarity)}."}
            ),
            "onrecord:attribution": packed(quote),
        }
    ]
    if quote.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": quote.note})
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in quote.tags]
    return {
        "id": f"urn:onrecord:{percent(quote.ref, safe='')}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": _filled(target),
    }


def annotations_in(document: object) -> Iterator[Json]:
    """The annotations in their order, however pages and collections hold them."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if "Annotation" in types(value) or "target" in value:
                yield value
            else:
                held = [value.get(field) for field in ("first", "items", "next", "@graph")]
                waiting += [part for part in reversed(held) if isinstance(part, dict | list)]


def _entries(item: Json, where: str) -> Iterator[Entry]:
    targets = as_list(item.get("target"))
    for number, target in enumerate(targets, 1):
        place = f"{where}, target {number}" if len(targets) > 1 else where
        words = selected(target) if isinstance(target, dict) else None
        if not isinstance(target, dict) or words is None:
            yield Refused(where=place, reason="It quotes nothing: it has no TextQuoteSelector.", kept=item)
            continue
        ours = next(
            (body["onrecord:attribution"] for body in _bodies(item) if "onrecord:attribution" in body), None
        )
        if isinstance(ours, dict) and len(targets) == 1:
            try:
                yield unpacked(ours, place)
            except InputError as error:
                yield Refused(where=place, reason=error.message, kept=item)
            continue
        yield QuoteEntry(
            where=place,
            text=words.exact,
            prefix=words.prefix,
            suffix=words.suffix,
            source=_source(target, place),
            note=_note(item),
            tags=tuple(
                value
                for body in _bodies(item)
                if "tagging" in as_list(body.get("purpose")) and (value := text(body.get("value")))
            ),
        )
    if not targets:
        yield Refused(where=where, reason="It has no target.", kept=item)


def _bodies(item: Json) -> list[Json]:
    return list(nodes(item.get("body")))


def _note(item: Json) -> str | None:
    """What is said about the words; the text of a body without a purpose is a comment (section 3.2.4)."""
    said = [
        value
        for body in _bodies(item)
        if "tagging" not in as_list(body.get("purpose")) and (value := text(body.get("value")))
    ]
    if (alone := text(item.get("bodyValue"))) is not None:
        said.append(alone)
    return "\n\n".join(said) or None


def _source(target: Json, where: str) -> SourceEntry | None:
    given = target.get("source")
    node = given if isinstance(given, dict) else {}
    url = text(given) or text(node.get("id")) or text(node.get("@id"))
    if not url or not is_web_url(url):
        return None
    title = text(node.get("title")) or text(node.get("name")) or text(node.get("schema:name"))
    item: Json = {"type": "webpage", "URL": url, **({"title": title} if title else {})}
    cached = next(
        (
            copy
            for state in nodes(target.get("state"))
            if (copy := text(state.get("cached"))) and is_web_url(copy)
        ),
        None,
    )
    return SourceEntry(where=where, csl=item, archive_url=cached)


def _filled(record: Json) -> Json:
    return {name: value for name, value in record.items() if value is not None}
