"""The words of office documents by the elements of XML that hold them, and where the letters of XML stand among its bytes."""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

# A letter, and where it stands among the bytes, end exclusive; None: nothing can be put in its place.
Letter = tuple[str, tuple[int, int] | None]


@record()
class Piece:
    """Words of a paragraph, and the element in which (`tail`: behind which) they stand; None: they stand for markup."""

    words: str
    element: _Element | None = None
    tail: bool = False


@record()
class Part:
    """A part of a document: its path in the archive ("": the file is the part), what it holds, and its paragraphs in order."""

    path: str
    content: bytes
    root: _Element
    paragraphs: Sequence[Sequence[Piece]]


class Letters:
    """Where the text of a part stands among its bytes, by the elements of its tree."""

    def __init__(self, part: Part) -> None:
        self.content = part.content
        self._texts, self._tails, self._starts = _by_element(part.content)
        elements = [one for one in part.root.iter() if isinstance(one.tag, str)]
        self._numbers = {one: number for number, one in enumerate(elements)}
        if len(elements) != len(self._texts):
            self._numbers = {}

    def of(self, piece: Piece) -> list[Letter]:
        """The letters of a piece as its element has them, all white space kept."""
        if piece.element is None:
            return [(one, None) for one in piece.words]
        whole = (piece.element.tail if piece.tail else piece.element.text) or ""
        number = self._numbers.get(piece.element)
        found = [] if number is None else (self._tails if piece.tail else self._texts)[number]
        if "".join([letter for letter, _ in found]) != whole:
            return [(one, None) for one in whole]
        return found

    def start_of(self, element: _Element) -> int:
        """Where the start tag of an element stands."""
        return self._starts[self._numbers[element]]


def _by_element(content: bytes) -> tuple[list[list[Letter]], list[list[Letter]], list[int]]:
    """The letters in each element in the order of the document, those behind it, and where it begins. All are empty where the
    bytes are not UTF-8: nothing of it can be changed then."""
    from xml.parsers import expat

    texts: list[list[Letter]] = []
    tails: list[list[Letter]] = []
    starts: list[int] = []
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return texts, tails, starts
    parser = expat.ParserCreate()
    parser.buffer_text = False
    open_: list[int] = []
    into: list[Letter] = []
    raw = True

    def start(_: str, __: object) -> None:
        nonlocal into
        open_.append(len(texts))
        into = []
        texts.append(into)
        tails.append([])
        starts.append(parser.CurrentByteIndex)

    def end(_: str) -> None:
        nonlocal into
        into = tails[open_.pop()]

    def letters(words: str) -> None:
        into.extend(
            _placed(content, parser.CurrentByteIndex, words) if raw else [(one, None) for one in words]
        )

    def opened() -> None:
        nonlocal raw
        raw = False

    def closed() -> None:
        nonlocal raw
        raw = True

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = letters
    parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = opened, closed
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return [], [], []
    return texts, tails, starts


def _placed(content: bytes, at: int, words: str) -> list[Letter]:
    """The letters of an event that begins at a byte: as they are, or one for a reference or a line end."""
    if content.startswith(words.encode(), at):
        found: list[Letter] = []
        for one in words:
            found.append((one, (at, at + len(one.encode()))))
            at += len(one.encode())
        return found
    if len(words) == 1 and content[at : at + 1] == b"&":
        return [(words, (at, content.index(b";", at) + 1))]
    if words == "\n" and content[at : at + 1] == b"\r":
        return [(words, (at, at + (2 if content[at + 1 : at + 2] == b"\n" else 1)))]
    return [(one, None) for one in words]
