"""hOCR (1.0 to 1.2: Tesseract, OCRopus, ocrodjvu) to text: paragraphs, parted words whole, pages as places."""

import io
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.html_markup import is_crowded
from onrecord.ingest.scanned import Block, Confidence, Page, Writer, in_utf8
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_LOOKS = lazy(rb"(?i)class\s*=\s*[\"']ocr_page\b|name\s*=\s*[\"']ocr-system\b")
_LOGICAL = lazy(r"\blpageno\s+[\"']?([\w.-]{1,40})")
_PHYSICAL = lazy(r"\bppageno\s+(\d{1,7})")
_SURE = lazy(r"\bx_wconf\s+(-?[\d.]{1,20})")
_LINES = frozenset("ocr_line ocrx_line ocr_header ocr_footer ocr_caption ocr_textfloat ocr_pageno".split())
_PARAGRAPHS = frozenset(
    "ocr_par ocr_blockquote ocr_title ocr_author ocr_abstract ocr_chapter ocr_section ocr_footnote ocr_display".split()
)
_AREAS = frozenset("ocr_carea ocrx_block ocr_column".split())
_SNIFFED = 20_000


def looks_like_hocr(data: bytes) -> bool:
    """Whether a page of HTML is recognised text."""
    return _LOOKS.search(data[:_SNIFFED].replace(b"\0", b"")) is not None


def read_hocr(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of the pages of a file. InputError: it has none."""
    writer, confidence = Writer(name), Confidence()
    source, notes = in_utf8(data, name)
    for page in pages_of(source, name, confidence):
        writer.add(page)
    return writer.done("hocr", confidence, Metadata(url=url), notes)


def pages_of(source: bytes, name: str, confidence: Confidence) -> Iterator[Page]:
    """The pages of a file in UTF-8, one after the other; each is gone when the next one comes."""
    from lxml import etree

    if is_crowded(source.decode("utf-8", "replace")):
        raise InputError(f"{name} has an element with thousands of attributes; it is not read.")
    try:
        for _, element in etree.iterparse(
            io.BytesIO(source), events=("end",), html=True, encoding="utf-8", no_network=True, huge_tree=False,
            remove_comments=True,
        ):  # fmt: skip
            if "ocr_page" in _classes(element):
                yield _page(element, confidence)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError:
        raise InputError(f"{name} is damaged, or nests its elements too deeply to be read.") from None


def _classes(element: "_Element") -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _page(page: "_Element", confidence: Confidence) -> Page:
    told = page.get("title") or ""
    logical, physical = _LOGICAL.search(told), _PHYSICAL.search(told)
    made = Page(logical[1] if logical else "")
    last: _Element | None = None
    for element in page.iter():
        kinds = set(_classes(element))
        if "ocrx_word" in kinds:
            sure = _SURE.search(element.get("title") or "")
            confidence.take(_words(element), sure[1] if sure else None, 100.0)
        if kinds & _LINES and not any(
            _LINES.intersection(_classes(one)) for one in element.iterdescendants()
        ):
            holder, kind = _around(element, page)
            if holder is not last or made.blocks[-1].kind != kind:
                made.blocks.append(Block([], kind))
                last = holder
            made.blocks[-1].lines.append(_words(element))
    if not made.blocks:
        made.blocks = [Block([line]) for line in "".join(map(str, page.itertext())).split("\n\n")]
    if not made.label and physical and not any(block.kind == "margin" for block in made.blocks):
        made.label = str(int(physical[1]) + 1)
    return made


def _words(element: "_Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _around(line: "_Element", page: "_Element") -> "tuple[_Element, str]":
    """The paragraph, else the area, that a line stands in, and the kind of block that this is."""
    above = []
    for one in (line, *line.iterancestors()):
        if one is page:
            break
        above.append((one, set(_classes(one))))
    kinds = set().union(*(found for _, found in above))
    # Tesseract calls the lines of a heading so, which stand in paragraphs.
    margin = kinds & {"ocr_footer", "ocr_pageno"} or ("ocr_header" in kinds and "ocr_par" not in kinds)
    kind = "note" if "ocr_footnote" in kinds else "margin" if margin else "text"
    for wanted in (_PARAGRAPHS, _AREAS):
        for one, found in above:
            if found & wanted:
                return one, kind
    return page, kind
