"""PAGE XML (PRImA, 2009 to 2019; Transkribus, OCR-D, eScriptorium) to text: regions in reading order, pages as places."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.scanned import Block, Confidence, Page, Writer, in_utf8
from onrecord.ingest.xml import stepped
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_REGIONS = ("TextRegion", "TableCell")
_TAGS = tuple(f"{{*}}{one}" for one in (*_REGIONS, "Page", "ReadingOrder", "TextLine", "Word"))
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
    """The pages of a file in UTF-8. Of a page no more is kept than its words."""
    page: _Page | None = None
    for ends, element in stepped(io.BytesIO(source), name=name, tag=_TAGS):
        kind = _name(element)
        if kind == "Page":
            if ends and page is not None:
                yield page.made()
            page = None if ends else _Page()
        elif page is None:
            continue
        elif kind in _REGIONS:
            if ends:
                page.end_region(element, confidence)
            else:
                page.begin_region(element)
        elif kind == "TextLine":
            if ends:
                page.end_line(element, confidence)
            else:
                page.words = []
        elif ends and kind == "Word" and (word := _said(element, confidence)):
            page.words.append(word)
            page.spelled += 1
        elif ends and kind == "ReadingOrder" and not page.order:
            page.order = {id_: index for index, id_ in enumerate(_ordered(element))}


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


@dataclass
class _Region:
    """A region while it is read. `lines` are those of its own, each with the index that the file gives it; `above` the ids around it."""

    id: str
    kind: str
    index: int
    above: tuple[str, ...]
    lines: list[tuple[int, str]] = field(default_factory=list)
    has_parts: bool = False


@dataclass
class _Page:
    """A page while it is read: its regions that hold words in the order of the file, and those that one is in."""

    regions: list[tuple[_Region, Block]] = field(default_factory=list)
    open: list[_Region] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    spelled: int = 0
    order: dict[str, int] = field(default_factory=dict)

    def begin_region(self, element: "_Element") -> None:
        """Enters a region."""
        above = tuple(one.id for one in reversed(self.open))
        if self.open and _name(element) == "TextRegion":
            self.open[-1].has_parts = True
        region = _Region(element.get("id", ""), _kind(element), _stated_index(element), above)
        self.open.append(region)
        # In the order of the file a region stands before those within it.
        self.regions.append((region, Block([], region.kind)))

    def end_line(self, element: "_Element", confidence: Confidence) -> None:
        """Takes a line of the region that one is in: as the file states it, else word by word."""
        stated = _said(element, None if self.spelled else confidence)
        line = stated if stated is not None else " ".join(self.words)
        if self.open:
            self.open[-1].lines.append((_stated_index(element), line))
        self.words, self.spelled = [], 0

    def end_region(self, element: "_Element", confidence: Confidence) -> None:
        """Leaves a region, of which only the whole text may be known."""
        region = self.open.pop()
        region.lines.sort(key=lambda line: line[0])
        lines = [line for _, line in region.lines]
        if not lines and not region.has_parts:
            lines = (_said(element, None) or "").split("\n")
        next(block for one, block in reversed(self.regions) if one is region).lines = lines

    def made(self) -> Page:
        """The page, its regions in their order."""
        regions = [region for region in self.regions if any(region[1].lines)]
        if self.order:
            regions.sort(key=lambda region: self._listed(region[0]))
        else:
            regions.sort(key=lambda region: region[0].index)
        return Page("", [block for _, block in regions])

    def _listed(self, region: _Region) -> int:
        """The place that the order gives a region by its own id, else by that of one around it."""
        return next((self.order[one] for one in (region.id, *region.above) if one in self.order), _LAST)


def _ordered(order: "_Element | None") -> Iterator[str]:
    """The ids of regions as the reading order has them, groups within groups."""
    if order is None:
        return
    waiting = [iter(order)]
    while waiting:
        region = next(waiting[-1], None)
        if region is None:
            waiting.pop()
            continue
        if not isinstance(region.tag, str):
            continue
        if reference := region.get("regionRef"):
            yield reference
        children = [child for child in region if isinstance(child.tag, str)]
        if any(child.get("index") for child in children):
            children.sort(key=lambda child: _number(child.get("index")))
        waiting.append(iter(children))


def _number(written: str | None) -> int:
    return (
        int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else _LAST
    )


def _stated_index(element: "_Element") -> int:
    match = _INDEX.search((element.get("custom") or "")[:2000])
    return int(match[1]) if match else _LAST


def _kind(region: "_Element") -> str:
    match = _TYPE.search((region.get("custom") or "")[:2000])
    return _KINDS.get(region.get("type") or (match[1] if match else ""), "text")


def _said(element: "_Element", confidence: Confidence | None) -> str | None:
    """The first reading of an element; None where it has none."""
    readings = sorted(
        element.iterchildren("{*}TextEquiv"), key=lambda reading: _number(reading.get("index") or "0")
    )
    for reading in readings:
        text = reading.find("{*}Unicode")
        if text is None:
            text = reading.find("{*}PlainText")
        if text is not None:
            words = "".join(map(str, text.itertext()))
            if confidence is not None and words.strip():
                confidence.take(words, reading.get("conf"))
            return words
    return None
