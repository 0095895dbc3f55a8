"""OpenDocument texts (ODF 1.3: .odt, .ott, .fodt) to text: paragraphs, tables cell by cell, notes at the end."""

from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.metadata import primary_language
from onrecord.ingest.pieces import Part, Piece
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.quoting_styles import Quoting, by_indentation
from onrecord.ingest.xml import parsed
from onrecord.ingest.zipped import Archive, unzipped
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _STYLE, _META = (_NS % one for one in ("office", "text", "style", "meta"))
_FO_DISPLAY = f"{_TEXT}display"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}
# What was deleted, remarks in the margin, lists of headings and the numbers of notes are no part of the text.
_UNREAD = {
    f"{_TEXT}{one}"
    for one in (
        "tracked-changes", "note-citation", "ruby-text", "table-of-content", "alphabetical-index", "bibliography",
        "sequence-decls", "variable-decls",
    )
} | {f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_OFFICE}scripts"}  # fmt: skip
_MOST_SPACES = 1000
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LENGTH = lazy(r"(-?\d+(?:\.\d+)?)([a-z]+)")
_UNITS = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72, "pc": 1 / 6}
# In inches.
_LEAST_INDENT = 0.25


def read_odt(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a document, one blank line between paragraphs.

    InputError: it is damaged, protected, unpacks to too much, or holds no text.
    """
    content, styles, meta = _parts(data, name)
    text = "\n\n".join(words for words, _ in _in_order(content, styles, name))
    return Reading(f"{text}\n" if text else "", "odt", _metadata(content if meta is None else meta, url))


def set_apart(data: bytes, name: str) -> list[tuple[str, bool]]:
    """The paragraphs of the text that `read_odt` gives, and whether each is a block quotation: by its style, or because its
    writer indented it on the left and indents few others."""
    content, styles, _ = _parts(data, name)
    quoting = Quoting()
    for part in (content, styles):
        for style in () if part is None else part.iter(f"{_STYLE}style"):
            own = style.get(f"{_STYLE}name", "")
            quoting.add(
                own, style.get(f"{_STYLE}display-name", own), style.get(f"{_STYLE}parent-style-name", "")
            )
    indented = _indented(content)
    return by_indentation(
        [
            (words, quoting.holds(style), style in indented)
            for words, style in _in_order(content, styles, name)
        ]
    )


def parts_of(data: bytes, name: str) -> list[Part]:
    """The one part of which `read_odt` makes the text, with the pieces of its paragraphs."""
    flat = not data.startswith(b"PK")
    if flat:
        path, source = "", data
    else:
        with unzipped(data, name, "an OpenDocument file") as archive:
            path, source = "content.xml", archive.part("content.xml") or b""
    content, styles, _ = _parts(data, name)
    root = content if flat else parsed(source, name=name, doctype=False)
    return [Part(path, source, root, [pieces for pieces, _ in _in_pieces(root, styles, name)])]


def has_changes(part: Part) -> bool:
    """Whether changes are tracked in a part, which somebody is to accept or reject."""
    return next(part.root.iter(f"{_TEXT}changed-region"), None) is not None


def _indented(content: "_Element") -> set[str]:
    """The styles that a writer made by indenting paragraphs by hand, but for lists."""
    styles: set[str] = set()
    for style in content.iter(f"{_STYLE}style"):
        looks = style.find(f"{_STYLE}paragraph-properties")
        if looks is None or style.get(f"{_STYLE}list-style-name"):
            continue
        if (
            _length(looks.get(f"{_FO}margin-left", "")) >= _LEAST_INDENT
            and _length(looks.get(f"{_FO}text-indent", "")) >= 0
        ):
            styles.add(style.get(f"{_STYLE}name", ""))
    return styles


def _length(text: str) -> float:
    """A length in inches; 0 where it is none."""
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _UNITS.get(match[2], 0.0) if match else 0.0


def _parts(data: bytes, name: str) -> "tuple[_Element, _Element | None, _Element | None]":
    """Text, styles and what is said of the document; a document in one file has its styles beside its text."""
    if not data.startswith(b"PK"):
        return parsed(data, name=name, doctype=False), None, None
    with unzipped(data, name, "an OpenDocument file") as archive:
        manifest = archive.part("META-INF/manifest.xml")
        if manifest and b"encryption-data" in manifest:
            raise InputError(f"{name} is protected with a password; save a copy without one and add that.")
        content, styles, meta = (_part(archive, f"{one}.xml", name) for one in ("content", "styles", "meta"))
    if content is None:
        raise InputError(f"{name} is a zip archive, but no OpenDocument file.")
    return content, styles, meta


def _in_order(content: "_Element", styles: "_Element | None", name: str) -> list[tuple[str, str]]:
    """The paragraphs with their styles; those of notes at the end."""
    return [
        (stored_form("".join([piece.words for piece in pieces])).strip(), style)
        for pieces, style in _in_pieces(content, styles, name)
    ]


def _in_pieces(content: "_Element", styles: "_Element | None", name: str) -> list[tuple[list[Piece], str]]:
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError(f"{name} is an OpenDocument file without a text.")
    struck = _struck(part for part in (content, styles) if part is not None)
    notes: list[_Element] = []
    paragraphs = [*_paragraphs(body, struck, notes)]
    for note in notes:
        paragraphs += _paragraphs(note, struck, [])
    return paragraphs


def _part(archive: Archive, path: str, name: str) -> "_Element | None":
    source = archive.part(path)
    return parsed(source, name=name, doctype=False) if source else None


def _struck(parts: "Iterator[_Element]") -> set[str]:
    """The names of styles whose words are struck through or hidden."""
    styles: set[str] = set()
    for part in parts:
        for style in part.iter(f"{_STYLE}style"):
            for looks in style.iterfind(f"{_STYLE}text-properties"):
                kinds = (looks.get(f"{_STYLE}text-line-through-{kind}", "none") for kind in ("style", "type"))
                if any(kind != "none" for kind in kinds) or looks.get(_FO_DISPLAY) == "none":
                    styles.add(style.get(f"{_STYLE}name", ""))
    return styles


def _paragraphs(
    root: "_Element", struck: set[str], notes: "list[_Element]"
) -> Iterator[tuple[list[Piece], str]]:
    """The paragraphs of a tree in their order, each with the name of its style; the bodies of notes are put into `notes`."""
    waiting = [iter(root)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in _PARAGRAPHS:
            inside: list[_Element] = []
            pieces = list(_pieces(child, struck, notes, inside))
            style = child.get(f"{_TEXT}style-name", "")
            if style not in struck and stored_form("".join([piece.words for piece in pieces])).strip():
                yield pieces, style
            # Text boxes come on their own.
            waiting += [iter([one]) for one in reversed(inside)]
        elif child.tag not in _UNREAD:
            waiting.append(iter(child))


def _pieces(
    paragraph: "_Element", struck: set[str], notes: "list[_Element]", inside: "list[_Element]"
) -> Iterator[Piece]:
    yield Piece(_one_space(paragraph.text), paragraph)
    waiting = [iter(paragraph)]
    ends = [Piece("")]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            yield ends.pop()
            continue
        tail = Piece(_one_space(child.tail), child, tail=True)
        if child.tag == f"{_TEXT}note":
            notes += child.iterfind(f"{_TEXT}note-body")
        elif child.tag in _PARAGRAPHS:
            inside.append(child)
        elif child.tag == f"{_TEXT}s":
            yield Piece(" " * _count(child))
        elif child.tag in _BREAKS:
            yield Piece(_BREAKS[child.tag])
        elif (
            isinstance(child.tag, str)
            and child.tag not in _UNREAD
            and child.get(f"{_TEXT}style-name", "") not in struck
        ):
            yield Piece(_one_space(child.text), child)
            waiting.append(iter(child))
            ends.append(tail)
            continue
        yield tail


def _one_space(text: str | None) -> str:
    """White space of the file as the one space that it is; more stand as elements."""
    if not text:
        return ""
    words = " ".join(text.split())
    if not words:
        return " "
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def _count(spaces: "_Element") -> int:
    written = spaces.get(f"{_TEXT}c", "1")
    return (
        min(int(written), _MOST_SPACES) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    )


def _metadata(meta: "_Element", url: str | None) -> Metadata:
    """Title, author and language. When the file was made is no date of publication."""
    told = meta.find(f"{_OFFICE}meta")
    if told is None:
        return Metadata(url=url)
    author = in_one_line(told.findtext(f"{_META}initial-creator")) or in_one_line(
        told.findtext(f"{_DC}creator")
    )
    return Metadata(
        title=in_one_line(told.findtext(f"{_DC}title")) or None,
        authors=tuple(Author(one) for one in map(in_one_line, author.split(";")) if one),
        language=primary_language(in_one_line(told.findtext(f"{_DC}language"))),
        url=url,
    )
