"""Annotations as Hypothesis gives them: the answer of its search API (`rows`), an array of annotations, or a table.

Shapes: https://h.readthedocs.io/en/latest/api-reference/v1/ (Annotation, search results).
"""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations import hypothesis_table
from onrecord.exchange.annotations.selectors import page, seconds, selected
from onrecord.exchange.annotations.values import LARGEST, as_list, load, nodes, text
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import no_field, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.urls import is_web_url

_LARGEST_TABLE = 32 << 20


def looks_like(head: bytes) -> bool:
    """Whether a JSON or CSV file begins as an export of Hypothesis does."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if hypothesis_table.is_heading(start.split(b"\n", 1)[0].decode("ascii", "replace")):
        return True
    named = b'"TextQuoteSelector"' in head or b'"document"' in head
    return start[:1] in (b"{", b"[") and named and b'"uri"' in head and b'"target"' in head


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation an annotation; page notes and replies quote nothing and are refused."""
    data = stream.read(LARGEST + 1)
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) and looks_like(data[:4096]):
        written = read_text(BytesIO(data), name, largest=_LARGEST_TABLE)
        yield from notes(written, no_field)
        yield from hypothesis_table.entries(written.text, name)
        return
    document, noted = load(BytesIO(data), name)
    yield from noted
    if isinstance(document, dict):
        for field in ("rows", "annotations"):
            if isinstance(document.get(field), list):
                document = document[field]
                break
        else:
            document = [document] if "target" in document else None
    if not isinstance(document, list):
        raise InputError(f"{one_line(name)} holds no annotations of Hypothesis: no list, and no `rows`.")
    for number, one in enumerate(document, 1):
        yield _entry(one, f"annotation {number}")


def _entry(value: object, where: str) -> Entry:
    if not isinstance(value, dict):
        return Refused(where=where, reason="It is not an annotation.", kept={})
    if identifier := text(value.get("id")):
        where = f"{where} ({one_line(identifier)[:80]})"
    if value.get("references"):
        return Refused(where=where, reason="It answers another annotation and quotes nothing.", kept=value)
    target, words = next(
        ((target, found) for target in nodes(value.get("target")) if (found := selected(target))), ({}, None)
    )
    if words is None:
        return Refused(where=where, reason="It is a note on the whole page and quotes nothing.", kept=value)
    printed, index = page(target)
    seconds_in = seconds(target) if printed is None else None
    return QuoteEntry(
        where=where,
        text=words.exact,
        locator_label="page" if printed else "timestamp" if seconds_in else None,
        locator=printed or seconds_in,
        page_index=index,
        prefix=words.prefix,
        suffix=words.suffix,
        source=SourceEntry(where=where, csl=_page(value)) if _page(value) else None,
        note=text(value.get("text")),
        tags=tuple(tag for tag in as_list(value.get("tags")) if isinstance(tag, str) and tag.strip()),
    )


def _page(item: Json) -> Json:
    document = item.get("document")
    title = text(document.get("title")) if isinstance(document, dict) else None
    targets = next((url for target in nodes(item.get("target")) if (url := text(target.get("source")))), None)
    url = text(item.get("uri")) or targets
    made: Json = {"title": title, "URL": url if url and is_web_url(url) else None}
    kept = {name: value for name, value in made.items() if value}
    return {"type": "webpage" if "URL" in kept else "document", **kept} if kept else {}
