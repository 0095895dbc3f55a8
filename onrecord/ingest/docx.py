"""Word documents (Office Open XML, ECMA-376) to text: paragraphs, tables cell by cell, notes at the end.

Nothing is unpacked but the four parts that are read, and of these no more than a limit.
"""

import io
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.labels import as_label
from onrecord.ingest.pieces import Part, Piece
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.quoting_styles import Quoting, by_indentation
from onrecord.ingest.transcript import transcript_in
from onrecord.ingest.xml import outermost, parsed, refuse_crowded
from onrecord.ingest.zipped import Archive, unzipped
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = "word/document.xml"
_TEXTS = (_BODY, "word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = lazy(r"(?i)head|berschrift|titre|titolo|speaker|name|sprecher")
_LONGEST_LABEL = 80
# In twentieths of a point: a quarter of an inch.
_LEAST_INDENT = 360
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "\u2011"}
_TRACKED = tuple(
    f"{_W}{one}"
    for one in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "cellIns",
        "cellDel",
    )
)
# What was deleted is no part of the text, and field codes are for Word.
_UNREAD = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _MC_FALLBACK}


def read_docx(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a Word document, one blank line between paragraphs.

    InputError: it is damaged, protected, unpacks to too much, or holds no text.
    """
    paragraphs: list[str] = []
    labels: set[str] = set()
    with unzipped(data, name, "a Word document") as archive:
        if _BODY not in archive.paths:
            raise InputError(f"{name} is a zip archive, but no Word document.")
        for part in _TEXTS:
            for paragraph in _paragraphs(archive, part, name):
                if words := _words(paragraph):
                    paragraphs.append(words)
                if part == _BODY and (label := _label(paragraph)):
                    labels.add(label)
        core = archive.part("docProps/core.xml")
    metadata = _metadata(None if core is None else parsed(core, name=name, doctype=False), url)
    text = "\n\n".join(paragraphs)
    text = f"{text}\n" if text else ""
    turns, places = transcript_in(text, frozenset(labels))
    return Reading(text, "docx", metadata, places, turns)


def set_apart(data: bytes, name: str) -> list[tuple[str, bool]]:
    """The paragraphs of the text that `read_docx` gives, and whether each is a block quotation: by its style, or because its
    writer indented it on the left and indents few others."""
    quoting = Quoting()
    found: list[tuple[str, bool, bool]] = []
    with unzipped(data, name, "a Word document") as archive:
        source = archive.part("word/styles.xml")
        styles = None if source is None else parsed(source, name=name, doctype=False)
        for style in () if styles is None else styles.iter(f"{_W}style"):
            called, based = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
            quoting.add(
                style.get(f"{_W}styleId", ""),
                "" if called is None else called.get(f"{_W}val", ""),
                "" if based is None else based.get(f"{_W}val", ""),
            )
        for part in _TEXTS:
            for paragraph in _paragraphs(archive, part, name):
                if words := _words(paragraph):
                    found.append((words, quoting.holds(_style(paragraph)), _is_indented(paragraph)))
    return by_indentation(found)


def parts_of(data: bytes, name: str) -> list[Part]:
    """The parts of which `read_docx` makes the text, with the pieces of their paragraphs."""
    found: list[Part] = []
    with unzipped(data, name, "a Word document") as archive:
        for path in _TEXTS:
            content = archive.part(path)
            if content is not None:
                root = parsed(content, name=name, doctype=False)
                found.append(Part(path, content, root, [[*_pieces(one)] for one in root.iter(f"{_W}p")]))
    return found


def has_changes(part: Part) -> bool:
    """Whether changes are tracked in a part, which somebody is to accept or reject."""
    return next(part.root.iter(*_TRACKED), None) is not None


def _paragraphs(archive: Archive, path: str, name: str) -> Iterator["_Element"]:
    """The paragraphs of a part, those in text boxes behind the one that they stand in; each is gone when the next ones come."""
    source = archive.part(path)
    if source is None:
        return
    refuse_crowded(source, name)
    rows = (f"{_W}tr", f"{_W}tbl", f"{_W}footnote", f"{_W}endnote", f"{_W}sectPr")
    for paragraph in outermost(io.BytesIO(source), name=name, tag=f"{_W}p", emptied=rows):
        yield from paragraph.iter(f"{_W}p")


def _words(paragraph: "_Element") -> str:
    return stored_form("".join(_runs(paragraph))).strip()


def _style(paragraph: "_Element") -> str:
    """The id of its style; "" where it has none."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _is_indented(paragraph: "_Element") -> bool:
    """Whether all lines of a paragraph are indented on the left, which is no item of a list and no entry of a bibliography."""
    indented = paragraph.find(f"{_W}pPr/{_W}ind")
    if indented is None or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return False
    left = indented.get(f"{_W}left") or indented.get(f"{_W}start") or "0"
    hangs = indented.get(f"{_W}hanging", "0")
    return left.isdigit() and int(left) >= _LEAST_INDENT and hangs in ("0", "")


def _runs(element: "_Element") -> Iterator[str]:
    return (piece.words for piece in _pieces(element))


def _pieces(element: "_Element") -> Iterator[Piece]:
    """The words of a paragraph, without those of paragraphs inside it (text boxes): they come on their own."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{_W}t":
            yield Piece(child.text or "", child)
        elif child.tag in _BREAKS:
            yield Piece(_BREAKS[child.tag])
        elif child.tag != f"{_W}p" and child.tag not in _UNREAD and not _is_struck(child):
            waiting.append(iter(child))


def _is_struck(run: "_Element") -> bool:
    """Whether a run is struck through: nobody says it any more."""
    if run.tag != f"{_W}r":
        return False
    marks = (run.find(f"{_W}rPr/{_W}{mark}") for mark in ("strike", "dstrike"))
    return any(one is not None and one.get(f"{_W}val") not in ("0", "false", "off") for one in marks)


def _label(paragraph: "_Element") -> str | None:
    """The name that stands in bold at the head of a paragraph, or has a style of its own, or is a heading; None for none."""
    apart = _APART.search(_style(paragraph))
    words: list[str] = []
    for run in paragraph.iter(f"{_W}r"):
        text = "".join(_runs(run))
        if text.strip() and not (apart or _emphasised(run)):
            break
        words.append(text)
        if "\n" in text:
            break
    return as_label("".join(words)[:_LONGEST_LABEL].split("\n")[0])


def _emphasised(run: "_Element") -> bool:
    for tag in ("b", "i", "u", "smallCaps", "rStyle"):
        found = run.find(f"{_W}rPr/{_W}{tag}")
        if found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off", "none"):
            return True
    return False


def _metadata(core: "_Element | None", url: str | None) -> Metadata:
    """Title and author. When the file was made is no date of publication."""
    if core is None:
        return Metadata(url=url)
    title = in_one_line(core.findtext(f"{_DC}title"))
    authors = (in_one_line(one) for one in (core.findtext(f"{_DC}creator") or "").split(";"))
    return Metadata(
        title=title or None,
        authors=tuple(Author(one) for one in authors if one),
        url=url,
    )
