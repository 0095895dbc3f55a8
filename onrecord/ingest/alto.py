"""ALTO (1 to 4, Library of Congress) to text: words in reading order, parted ones whole, pages as places."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.scanned import Block, Confidence, Page, Writer, in_utf8
from onrecord.ingest.xml import stepped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_MARGINS = ("TopMargin", "BottomMargin", "LeftMargin", "RightMargin")
_TAGS = tuple(
    f"{{*}}{one}"
    for one in (*_MARGINS, "Page", "ElementRef", "LayoutTag", "StructureTag", "OtherTag", "TextBlock", "TextLine", "String", "SP", "HYP")
)  # fmt: skip
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
    """The pages of a file in UTF-8, one after the other. Of a page no more is kept than its words."""
    labels: dict[str, str] = {}
    order: list[str] = []
    page = _Page()
    for ends, element in stepped(io.BytesIO(source), name=name, tag=_TAGS):
        kind = _name(element)
        if not ends:
            page.margins += kind in _MARGINS
            if kind == "Page":
                page = _Page()
        elif kind == "Page":
            yield page.made(element, order)
            page = _Page()
        elif kind == "ElementRef":
            order.append(element.get("REF", ""))
        elif kind in _MARGINS:
            page.margins -= 1
        elif kind in ("String", "SP", "HYP"):
            page.take(kind, element, confidence)
        elif kind == "TextLine":
            page.end_line()
        elif kind == "TextBlock":
            page.end_block(element, labels)
        else:
            labels[element.get("ID", "")] = _kind_of(element.get("LABEL") or element.get("TYPE") or "")


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _kind_of(label: str) -> str:
    words = label.lower().replace("zone", "").replace(" ", "").replace("_", "-")
    return next((kind for name, kind in _KINDS.items() if words.startswith(name)), "text")


@dataclass
class _Part:
    """A block of text with what the file calls it, and the next one."""

    id: str | None
    next: str | None
    block: Block


@dataclass
class _Page:
    """A page while it is read. `margins` counts the margins that one is in, `whole` says that a parted word was told whole."""

    parts: list[_Part] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    words: list[tuple[str, str, str, str]] = field(default_factory=list)
    margins: int = 0
    whole: bool = False

    def take(self, kind: str, element: "_Element", confidence: Confidence) -> None:
        """Takes a word, a space or a hyphen of a line."""
        word = element.get("CONTENT", "")
        if kind == "String":
            confidence.take(word, element.get("WC"))
        part = (element.get("SUBS_TYPE") or "").lower()
        self.words.append((kind, word, part, element.get("SUBS_CONTENT") or ""))

    def end_line(self) -> None:
        """Ends a line. A word in two parts stands whole in the first line, where the file tells the whole one."""
        words: list[str] = []
        for index, (kind, word, part, told) in enumerate(self.words):
            if kind == "SP":
                words.append(" ")
            elif kind == "HYP":
                if not self.whole:
                    words.append(_SOFT)
            else:
                if index and self.words[index - 1][0] == "String":
                    words.append(" ")
                if part == "hyppart2" and self.whole:
                    self.whole = False
                    continue
                if part == "hyppart1" and told:
                    self.whole = True
                    word = told
                elif part == "hyppart1":
                    parted = any(one[0] == "HYP" for one in self.words[index + 1 :])
                    word = word.rstrip("-\u2010\u00ac\u00ad") + ("" if parted else _SOFT)
                words.append(word)
        self.words.clear()
        self.lines.append("".join(words))

    def end_block(self, element: "_Element", labels: dict[str, str]) -> None:
        """Ends a block."""
        tags = [labels.get(one, "text") for one in (element.get("TAGREFS") or "").split()]
        kind = "margin" if self.margins else next((tag for tag in tags if tag != "text"), "text")
        self.parts.append(_Part(element.get("ID"), element.get("IDNEXT"), Block(self.lines, kind)))
        self.lines, self.whole = [], False

    def made(self, element: "_Element", order: list[str]) -> Page:
        """The page, its blocks in their order."""
        ids = {part.id: part for part in self.parts}
        if order and (listed := [ids[one] for one in order if one in ids]):
            known = {id(one) for one in listed}
            parts = listed + [part for part in self.parts if id(part) not in known]
        else:
            parts = _followed(self.parts, ids)
        made = Page(element.get("PRINTED_IMG_NR") or "", [part.block for part in parts])
        if not made.label and not any(block.kind == "margin" for block in made.blocks):
            made.label = element.get("PHYSICAL_IMG_NR") or ""
        return made


def _followed(parts: list[_Part], ids: dict[str | None, _Part]) -> list[_Part]:
    """Blocks in the order of the file, or as each names the one after it."""
    if not any(one.next for one in parts):
        return parts
    named = {one.next for one in parts}
    by_id: dict[str | None, _Part] = {}
    for first in [one for one in parts if one.id not in named] + parts:
        part: _Part | None = first
        while part is not None and part.id not in by_id:
            by_id[part.id] = part
            part = ids.get(part.next)
    return list(by_id.values())
