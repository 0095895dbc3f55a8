"""Recognised text of scanned pages put together: paragraphs, pages as places, words parted at line ends made whole.

What ALTO, PAGE and hOCR have in common; each of them gives pages of blocks of lines.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Metadata, Place, Reading
from onrecord.ingest.plain import clean, stored_form
from onrecord.text.patterns import lazy

# What stands at the end of a line for a word that goes on, and for nothing else: a soft hyphen, ¬, ⸗.
_PARTED = ("\u00ad", "\u00ac", "\u2e17")
_HYPHENS = ("-", "\u2010")
_ENDS_SENTENCE = lazy(r"[.!?:…。！？][\"”’»)\]」』]*$")
_NUMBER = lazy(r"(?i)\W*(\d{1,5}[a-z]?|[ivxlcdm]{1,12})\W*")
_DECLARED = lazy(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]{1,40})[\"']")
_MOST_TEXT = 50_000_000
_UNSURE = 0.5
# How many doubtful words a note shows.
_SHOWN = 5


@dataclass
class Block:
    """The lines of a paragraph in their order. `kind`: "text", "note", or "margin" (running heads and feet, page numbers)."""

    lines: list[str]
    kind: str = "text"


@dataclass
class Page:
    """A page. `label` is what the file says that it is called, "" where it says nothing."""

    label: str = ""
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Confidence:
    """How sure the recognition was of the words: from 0 to 1 each."""

    words: int = 0
    total: float = 0.0
    doubtful: int = 0
    shown: list[str] = field(default_factory=list)

    def take(self, word: str, stated: str | None, scale: float = 1.0) -> None:
        """Counts a word; one without a usable figure is passed over."""
        try:
            sure = float(stated or "") / scale
        except ValueError:
            return
        if not 0 <= sure <= 1:
            return
        self.words += 1
        self.total += sure
        if sure < _UNSURE:
            self.doubtful += 1
            if len(self.shown) < _SHOWN and (line := clean(word)):
                self.shown.append(line[:40])

    def notes(self) -> tuple[str, ...]:
        """What a person should know of it: the figures themselves are not kept."""
        if not self.words:
            return ()
        said = f"its {self.words:,} words were recognised with a confidence of {100 * self.total / self.words:.0f} % on average"
        if not self.doubtful:
            return (said,)
        some = ", ".join(f"“{one}”" for one in self.shown) + (" …" if self.doubtful > len(self.shown) else "")
        return (f"{said}; less than {100 * _UNSURE:.0f} % for {self.doubtful:,}: {some}",)


def in_utf8(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """Markup in UTF-8 with what a person should know of its reading; untouched where it is that already."""
    declared = _DECLARED.match(data)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and (
        declared is None or declared[1].lower() in (b"utf-8", b"us-ascii")
    ):
        try:
            for _ in codecs.iterdecode(
                (data[at : at + 1_000_000] for at in range(0, len(data), 1_000_000)), "utf-8"
            ):
                pass
        except UnicodeDecodeError:
            pass
        else:
            return data, ()
    decoded = decode(data, name=name, markup=True)
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", decoded.text).encode(), decoded.notes(decoded.text)


class Writer:
    """Puts pages together, one after the other."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[Place] = []
        self._notes: list[tuple[str, str]] = []
        self._last = ""
        self._pages = 0

    def add(self, page: Page) -> None:
        """Takes a page. InputError: the text is longer than is read."""
        self._pages += 1
        label = clean(page.label) or _printed(page.blocks) or str(self._pages)
        label = label[:40]
        begins = True
        for block in page.blocks:
            text = _running(block.lines)
            if not text or block.kind == "margin":
                continue
            if block.kind == "note":
                self._notes.append((label, text))
                continue
            if begins and self._goes_on(text):
                if self._last.endswith(_PARTED):
                    self._drop_last()
                elif self._last.endswith(_HYPHENS):
                    self._put("\n")
                else:
                    self._put(" ")
            elif self._pieces:
                self._put("\n\n")
            if begins:
                self._places.append(Place(self._length, "page", label))
                begins = False
            self._put(text)
            self._last = text
        if self._length > _MOST_TEXT:
            raise InputError(f"{self._name} holds more than {_MOST_TEXT // 1_000_000} MB of text; split it.")

    def done(
        self, extractor: str, confidence: Confidence, metadata: Metadata, notes: tuple[str, ...]
    ) -> Reading:
        """The whole text; notes of pages stand at its end. InputError: there is no page at all."""
        if not self._pages:
            raise InputError(f"{self._name} holds no page of recognised text.")
        if self._last.endswith(_PARTED):
            self._drop_last()
        for label, text in self._notes:
            self._put("\n\n" if self._pieces else "")
            self._places.append(Place(self._length, "page", label))
            self._put(text.rstrip("".join(_PARTED)))
        text = "".join(self._pieces)
        return Reading(
            f"{text}\n" if text else "",
            extractor,
            metadata,
            _each_once(self._places),
            notes=notes + confidence.notes(),
        )

    def _goes_on(self, text: str) -> bool:
        """Whether the first paragraph of a page is the rest of the last one before it."""
        if not self._last:
            return False
        return self._last.endswith(_PARTED) or (
            _ENDS_SENTENCE.search(self._last) is None and text[0].islower()
        )

    def _drop_last(self) -> None:
        self._pieces[-1] = self._pieces[-1][:-1]
        self._length -= 1

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _each_once(places: list[Place]) -> tuple[Place, ...]:
    return tuple(
        place
        for index, place in enumerate(places)
        if index == 0 or (place.label, place.value) != (places[index - 1].label, places[index - 1].value)
    )


def _printed(blocks: Iterable[Block]) -> str:
    """The number that a page prints in its margin; "" where none does."""
    for block in blocks:
        if block.kind == "margin":
            for line in block.lines:
                if match := _NUMBER.fullmatch(line.strip()):
                    return match[1]
    return ""


def _running(lines: Iterable[str]) -> str:
    """Lines as running text: parted words are whole again where a sign tells; a hyphen that may be the word's own stays.

    The sign at the very end stays too: the word may go on on the next page.
    """
    texts: list[str] = []
    for line in lines:
        words = " ".join(stored_form(line).split())
        if not words:
            continue
        if texts:
            if texts[-1].endswith(_PARTED):
                texts[-1] = texts[-1][:-1]
            else:
                texts.append("\n" if texts[-1].endswith(_HYPHENS) else " ")
        texts.append(words)
    return "".join(texts)
