"""ALTO (1 to 4, Library of Congress) to text: words in reading order, parted ones whole, pages as places."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.scanned import Block, Confidence, Page, Writer, in_utf8
from onrecord.ingest.xml import streamed

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = ("{*}Page", "{*}ElementRef", "{*}LayoutTag", "{*}StructureTag", "{*}OtherTag")
_MARGINS = frozenset(("TopMargin", "BottomMargin", "LeftMargin", "RightMargin"))
# What blocks are called by their tags (SegmOnto and the words of programs).
_KINDS = {
    "runningtitle": "margin", "numbering": "margin", "quiremarks": "margin", "header": "margin", "footer": "margin",
    "page-number": "margin", "pagenumber": "margin", "margintext:note": "note", "footnote": "note", "marginalia": "note",
    "margintext": "note",
}  # fmt: skip
_SOFT = "\u00ad"


def read_alto(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of the pages of a file. InputError: it is not well-formed, or has no page."""
    writer, confidence = Writer(name), Confidence()
    source, notes = in_utf8(data, name)
    for page in pages_of(source, name, confidence):
        writer.add(page)
    return writer.done("alto", confidence, Metadata(url=url), notes)


def pages_of(source: bytes, name: str, confidence: Confidence) -> Iterator[Page]:
    """The pages of a file in UTF-8, one after the other."""
    labels: dict[str, str] = {}
    order: list[str] = []
    for element in streamed(io.BytesIO(source), name=name, tag=_TAGS):
        kind = _name(element)
        if kind == "Page":
            yield _page(element, labels, order, confidence)
        elif kind == "ElementRef":
            order.append(element.get("REF", ""))
        else:
            labels[element.get("ID", "")] = _kind_of(element.get("LABEL") or element.get("TYPE") or "")


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _kind_of(label: str) -> str:
    words = label.lower().replace("zone", "").replace(" ", "").replace("_", "-")
    return next((kind for name, kind in _KINDS.items() if words.startswith(name)), "text")


def _page(page: "_Element", labels: dict[str, str], order: list[str], confidence: Confidence) -> Page:
    blocks = list(page.iter("{*}TextBlock"))
    ids = {one.get("ID"): one for one in blocks}
    if order and (listed := [ids[one] for one in order if one in ids]):
        known = {id(one) for one in listed}
        blocks = listed + [one for one in blocks if id(one) not in known]
    else:
        blocks = _followed(blocks, ids)
    margins = {
        id(block) for margin in page if _name(margin) in _MARGINS for block in margin.iter("{*}TextBlock")
    }
    made = Page(page.get("PRINTED_IMG_NR") or "")
    for block in blocks:
        tags = [labels.get(one, "text") for one in (block.get("TAGREFS") or "").split()]
        kind = "margin" if id(block) in margins else next((one for one in tags if one != "text"), "text")
        made.blocks.append(Block(list(_lines(block, confidence)), kind))
    if not made.label and not any(one.kind == "margin" for one in made.blocks):
        made.label = page.get("PHYSICAL_IMG_NR") or ""
    return made


def _followed(blocks: "list[_Element]", ids: "dict[str | None, _Element]") -> "list[_Element]":
    """Blocks in the order of the file, or as each names the one after it."""
    if not any(one.get("IDNEXT") for one in blocks):
        return blocks
    named = {one.get("IDNEXT") for one in blocks}
    found: dict[str | None, _Element] = {}
    for first in [one for one in blocks if one.get("ID") not in named] + blocks:
        block: _Element | None = first
        while block is not None and block.get("ID") not in found:
            found[block.get("ID")] = block
            block = ids.get(block.get("IDNEXT"))
    return list(found.values())


def _lines(block: "_Element", confidence: Confidence) -> Iterator[str]:
    """The lines of a block. A word in two parts stands whole in the first line, where the file tells the whole one."""
    whole = False
    for line in block.iter("{*}TextLine"):
        words: list[str] = []
        parts = [one for one in line if _name(one) in ("String", "SP", "HYP")]
        for at, one in enumerate(parts):
            kind = _name(one)
            if kind == "SP":
                words.append(" ")
            elif kind == "HYP":
                if not whole:
                    words.append(_SOFT)
            else:
                word = one.get("CONTENT", "")
                confidence.take(word, one.get("WC"))
                part, told = (one.get("SUBS_TYPE") or "").lower(), one.get("SUBS_CONTENT") or ""
                if at and _name(parts[at - 1]) == "String":
                    words.append(" ")
                if part == "hyppart2" and whole:
                    whole = False
                    continue
                if part == "hyppart1" and told:
                    whole = True
                    word = told
                elif part == "hyppart1":
                    word = word.rstrip("-\u2010\u00ac\u00ad") + (
                        "" if any(_name(next_) == "HYP" for next_ in parts[at + 1 :]) else _SOFT
                    )
                words.append(word)
        yield "".join(words)
