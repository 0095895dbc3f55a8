"""PAGE XML (PRImA, 2009 to 2019; Transkribus, OCR-D, eScriptorium) to text: regions in reading order, pages as places."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.scanned import Block, Confidence, Page, Writer, in_utf8
from onrecord.ingest.xml import streamed
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "header": "margin", "footer": "margin", "page-number": "margin", "catch-word": "margin", "signature-mark": "margin",
    "footnote": "note", "footnote-continued": "note", "endnote": "note", "marginalia": "note",
}  # fmt: skip
_INDEX = lazy(r"readingOrder\s*\{[^}]{0,200}?index\s*:\s*(\d{1,6})")
_TYPE = lazy(r"structure\s*\{[^}]{0,200}?type\s*:\s*([\w-]{1,40})")
_LAST = 1 << 30


def read_pagexml(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a file. InputError: it is not well-formed, or has no page."""
    writer, confidence = Writer(name), Confidence()
    source, notes = in_utf8(data, name)
    for page in pages_of(source, name, confidence):
        writer.add(page)
    return writer.done("page-xml", confidence, Metadata(url=url), notes)


def pages_of(source: bytes, name: str, confidence: Confidence) -> Iterator[Page]:
    """The pages of a file in UTF-8."""
    for page in streamed(io.BytesIO(source), name=name, tag="{*}Page"):
        regions = [one for one in page.iter() if isinstance(one.tag, str) and _holds_lines(one)]
        order = {id_: at for at, id_ in enumerate(_ordered(page.find("{*}ReadingOrder")))}
        if order:
            regions.sort(key=lambda one: order.get(_listed_id(one, order), _LAST))
        else:
            regions.sort(key=_stated_index)
        yield Page("", [Block(list(_lines(one, confidence)), _kind(one)) for one in regions])


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _holds_lines(element: "_Element") -> bool:
    """Whether an element is a region with lines of its own, or one of which only the whole text is known."""
    kind = _name(element)
    if kind not in ("TextRegion", "TableCell"):
        return False
    children = {_name(one) for one in element if isinstance(one.tag, str)}
    return "TextLine" in children or ("TextEquiv" in children and "TextRegion" not in children)


def _ordered(order: "_Element | None") -> Iterator[str]:
    """The ids of regions as the reading order has them, groups within groups."""
    if order is None:
        return
    waiting = [iter(order)]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
            continue
        if not isinstance(one.tag, str):
            continue
        if reference := one.get("regionRef"):
            yield reference
        children = [child for child in one if isinstance(child.tag, str)]
        if any(child.get("index") for child in children):
            children.sort(key=lambda child: _number(child.get("index")))
        waiting.append(iter(children))


def _listed_id(region: "_Element", order: dict[str, int]) -> str:
    """The id by which the order knows a region: its own, else that of one around it."""
    own: str = region.get("id", "")
    above: list[str] = [own, *(one.get("id", "") for one in region.iterancestors())]
    return next((one for one in above if one in order), own)


def _number(written: str | None) -> int:
    return (
        int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else _LAST
    )


def _stated_index(element: "_Element") -> int:
    found = _INDEX.search((element.get("custom") or "")[:2000])
    return int(found[1]) if found else _LAST


def _kind(region: "_Element") -> str:
    found = _TYPE.search((region.get("custom") or "")[:2000])
    return _KINDS.get(region.get("type") or (found[1] if found else ""), "text")


def _lines(region: "_Element", confidence: Confidence) -> Iterator[str]:
    lines = list(region.iterchildren("{*}TextLine"))
    if not lines:
        yield from (_said(region, None) or "").split("\n")
        return
    lines.sort(key=_stated_index)
    for line in lines:
        words = list(line.iterchildren("{*}Word"))
        stated = _said(line, None if words else confidence)
        spelled = " ".join(word for one in words if (word := _said(one, confidence)))
        yield stated if stated is not None else spelled


def _said(element: "_Element", confidence: Confidence | None) -> str | None:
    """The first reading of an element; None where it has none."""
    readings = sorted(element.iterchildren("{*}TextEquiv"), key=lambda one: _number(one.get("index") or "0"))
    for one in readings:
        text = one.find("{*}Unicode")
        if text is None:
            text = one.find("{*}PlainText")
        if text is not None:
            words = "".join(map(str, text.itertext()))
            if confidence is not None and words.strip():
                confidence.take(words, one.get("conf"))
            return words
    return None
