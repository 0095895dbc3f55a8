"""Books in markup to text: pages and chapters as places, notes apart at the end, struck text left out."""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from onrecord.ingest.document import Place
from onrecord.ingest.html import seen_blocks
from onrecord.ingest.plain import clean
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The label and the value of a place.
_At = tuple[str, str]
# Around the number of a place while the text is put together; `fit_for` takes them out of what is read.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SIGN = lazy(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")
_BETWEEN_SPACES = lazy(f" ((?:{_OPEN}[0-9]{{1,9}}{_CLOSE})+) ")
_AT_BEGINNING = lazy(f"\\A((?:{_OPEN}[0-9]{{1,9}}{_CLOSE})+) +")
_NOTES = {"footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes", "doc-footnote", "doc-endnote",
          "doc-endnotes"}  # fmt: skip
_TO_NOTES = {"noteref", "doc-noteref", "doc-backlink", "backlink"}
_PAGES = {"pagebreak", "doc-pagebreak"}
_NOTE_MARK = lazy(r"(?i)[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z])[\])]?")
_NUMBER = lazy(r"(?i)(\d+[a-z]?|[ivxlcdm]+)\W*\Z")
_LONGEST_VALUE = 100
_WORDS = r"chapter|chap\.?|ch\.|kapitel|kap\.|chapitre|chap\.|capítulo|cap\.|capitolo|hoofdstuk|rozdział|kapitola|глава|розділ|κεφάλαιο"
_NUMERAL = r"(?P<number>\d{1,4}|[IVXLCDM]{1,8})"
_CHAPTER = lazy(
    rf"(?is)(?:(?:{_WORDS})\s+{_NUMERAL}\b.*|(?P<bare>\d{{1,4}}|[IVXLCDM]{{1,8}})(?:\s*[.:)–—]\s*\D.*|[.:]?)|第\s*(?P<east>[\d〇一二三四五六七八九十百]+)\s*[章回].*)",
)
_PART = lazy(rf"(?is)(?:part|teil|partie|parte|deel|część|часть|частина)\s+{_NUMERAL}\b.*")


def chapter(heading: str) -> tuple[str, str] | None:
    """The label and the value of the place that a heading begins: its number, else its words; None for an empty one.

    >>> chapter("Chapter 3: The Wind"), chapter("Preface")
    (('chapter', '3'), ('chapter', 'Preface'))
    """
    words = in_value(heading)
    if not words:
        return None
    if match := _PART.fullmatch(words):
        return "part", match["number"]
    match = _CHAPTER.fullmatch(words)
    number = match and (match["number"] or match["bare"] or match["east"])
    return "chapter", number or words


def in_value(text: str) -> str | None:
    """Text as a locator may have it: one line that is no longer than one."""
    line = clean(_SIGN.sub("", text), 10_000)
    return line[:_LONGEST_VALUE].strip() if line and line.isprintable() else None


def fit_for(markup: str) -> str:
    """Markup without the characters that stand for places here."""
    return markup.replace(_OPEN, "").replace(_CLOSE, "")


def page_value(text: str) -> str | None:
    """The number of a page in what a book calls it: "12", "page 12", "xii", "pg_12"."""
    match = _NUMBER.search((text or "").strip())
    return match[1] if match else None


class Book:
    """Puts a book together, one piece of markup after the other."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._notes: list[str] = []
        self._marked: list[_At] = []
        self._page: _At | None = None
        self._chapter: _At | None = None
        self._led: dict[str, str] = {}

    def add(
        self,
        tree: "HtmlElement",
        *,
        file: str = "",
        beginning: str = "",
        ids: Mapping[str, _At] = MappingProxyType({}),
        headings: tuple[str, ...] = (),
    ) -> None:
        """The text of a tree, which is changed. `file` is what links from other files call it.

        Chapters begin where `beginning`, the title of the whole, has words, at the elements with `ids`, and at `headings`.
        """
        if beginning and (place := chapter(beginning)):
            self._blocks.append(self._sign(place))
        notes: list[tuple[HtmlElement, str]] = []
        within: set[HtmlElement] = set()
        for element in list(tree.iter()):
            if not isinstance(element.tag, str):
                continue
            kinds = _kinds(element)
            if element.getparent() in within:
                within.add(element)
            elif kinds & _NOTES and element is not tree:
                within.add(element)
                notes.append((element, self._here()))
            if kinds & _PAGES:
                self._turn(element)
            elif kinds & _TO_NOTES or _is_note_mark(element):
                self._leads(element, file)
                _take_out(element)
            elif element.get("id") in ids:
                self._begin(element, ids[element.get("id", "")])
            elif element.tag in headings and (place := chapter(" ".join(element.itertext()))):
                self._begin(element, place)
        for element, sign in notes:
            if element.getparent() is not None:
                for one in element.iter():
                    if isinstance(one.tag, str) and (led := self._led.get(f"{file}#{one.get('id')}")):
                        one.text = led + (one.text or "")
                element.drop_tree()
                blocks = seen_blocks(element)
                self._notes += [sign + blocks[0], *blocks[1:]] if blocks else []
        self._blocks += seen_blocks(tree)

    def done(self) -> tuple[str, tuple[Place, ...]]:
        """The whole text, and its pages, or where it has none its chapters."""
        label = "page" if len({at for at in self._marked if at[0] == "page"}) > 1 else None
        text: list[str] = []
        places: list[Place] = []
        length = 0
        waiting = ""
        for block in (*self._blocks, *self._notes):
            if not _SIGN.sub("", block).strip():
                waiting += block.strip()
                continue
            if text:
                text.append("\n\n")
                length += 2
            pieces = _SIGN.split(_spaced(waiting + block))
            waiting = ""
            for number, piece in enumerate(pieces):
                if number % 2 == 0:
                    text.append(piece)
                    length += len(piece)
                elif int(piece) < len(self._marked):
                    place = self._marked[int(piece)]
                    if (place[0] == "page") == (label is not None) and (
                        not places or (places[-1].label, places[-1].value) != place
                    ):
                        places.append(Place(length, *place))
        return ("".join(text) + "\n" if text else ""), _last_of_each(places)

    def _sign(self, place: _At) -> str:
        """What stands in the text where a place begins."""
        if place[0] == "page":
            self._page = place
        else:
            self._chapter = place
        self._marked.append(place)
        return f"{_OPEN}{len(self._marked) - 1}{_CLOSE}"

    def _here(self) -> str:
        """The sign of the page and the chapter that something stands in."""
        return "".join(self._sign(at) for at in (self._page, self._chapter) if at)

    def _leads(self, link: "HtmlElement", file: str) -> None:
        """Remembers where a note is called for: that is where it is printed."""
        path, _, place = (link.get("href") or "").partition("#")
        if place:
            self._led.setdefault(f"{posixpath.basename(path) or file}#{place}", self._here())

    def _turn(self, element: "HtmlElement") -> None:
        """A page begins; the number that is printed there is no part of the text."""
        called = (
            element.get("title") or element.get("aria-label") or element.text_content() or element.get("id")
        )
        value = page_value(called or "")
        for child in list(element):
            element.remove(child)
        element.tag, element.text = "span", self._sign(("page", value)) if value else None

    def _begin(self, element: "HtmlElement", place: _At) -> None:
        element.text = self._sign(place) + (element.text or "")
        if element.tag in ("img", "br", "hr", "svg", "image"):
            element.tag = "span"


def _kinds(element: "HtmlElement") -> set[str]:
    stated = (element.get("epub:type") or "", element.get("role") or "", element.get("class") or "")
    kinds = {word for one in stated[:2] for word in one.split()}
    return kinds | ({"pagebreak"} if "pagebreak" in stated[2].split() else set())


def _is_note_mark(element: "HtmlElement") -> bool:
    """Whether it is the raised number of a note that leads there: "said.¹" is printed, and nobody said "1"."""
    if element.tag != "a" or "#" not in (element.get("href") or ""):
        return False
    words = element.text_content().strip()
    if not _NOTE_MARK.fullmatch(words):
        return False
    above = element.getparent()
    return (
        words[0] in "[(*†‡§¶"
        or element.find(".//sup") is not None
        or (above is not None and above.tag == "sup")
    )


def _take_out(element: "HtmlElement") -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def _spaced(block: str) -> str:
    """A block without the second of two spaces that stand around a sign."""
    return _AT_BEGINNING.sub(r"\1", _BETWEEN_SPACES.sub(r" \1", block))


def _last_of_each(places: list[Place]) -> tuple[Place, ...]:
    """Of places that begin together the last."""
    return tuple(
        place
        for index, place in enumerate(places)
        if index + 1 == len(places) or places[index + 1].start > place.start
    )
