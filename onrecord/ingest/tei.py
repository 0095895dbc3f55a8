"""TEI (P5) to text: paragraphs, page breaks as places, `<said who>`, `<sp who>` and `<u who>` (ParlaMint) as turns."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Author, Metadata, Place, Reading, Turn
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.xml import parsed
from onrecord.text import dates

if TYPE_CHECKING:
    from lxml.etree import _Element

_T = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BLOCKS = frozenset("p head l ab item stage opener closer salute signed dateline row u seg".split())
_UNREAD = frozenset("note figure fw sic orig abbr del speaker".split())
_LOOKS = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus)[\s>]")


def looks_like_tei(data: bytes) -> bool:
    """Whether the root of an XML document is TEI's."""
    return _LOOKS.search(data[:4096].replace(b"\0", b"")) is not None


def read_tei(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a TEI document, a blank line between paragraphs.

    Of two readings side by side (sic and corr, orig and reg, abbr and expan) the corrected one is taken.
    InputError: it is not well-formed, or has no text.
    """
    decoded = decode(data, name=name, markup=True)
    root = parsed(decoded.text, name=name, doctype=True)
    body = root.find(f".//{_T}text")
    if body is None:
        raise InputError(f"{name} is TEI without a <text>.")
    writer = _Writer(_people(root))
    writer.write(body)
    text, places, turns = writer.done()
    if not text.strip():
        raise InputError(f"{name} holds no readable text.")
    return Reading(text, "tei", _metadata(root, url), places, turns, decoded.notes(text), decoded.damaged)


class _Writer:
    """Puts the text together while it walks the tree, and keeps where pages and speeches are."""

    def __init__(self, people: dict[str, str]) -> None:
        self.people = people
        self.pieces: list[str] = []
        self.length = 0
        self.places: list[Place] = []
        self.turns: list[Turn] = []
        self.blank = True
        self.space = False

    def write(self, root: "_Element") -> None:
        """Walks without recursion: documents may be deep."""
        waiting: list[tuple[_Element, bool, int]] = [(root, False, 0)]
        while waiting:
            element, leaving, started = waiting.pop()
            if not isinstance(element.tag, str):
                self._words(element.tail)
                continue
            tag = element.tag.removeprefix(_T)
            if leaving:
                self._leave(element, tag, started)
                self._words(element.tail if element is not root else None)
                continue
            if tag in _UNREAD:
                self._words(element.tail)
                continue
            if tag in _BLOCKS:
                self._block()
            if tag == "pb" and element.get("n"):
                self.places.append(Place(self.length, "page", in_one_line(element.get("n"))[:40]))
            if tag == "lb":
                self._words(" ")
            waiting.append((element, True, self.length))
            self._words(element.text)
            waiting += [(child, False, 0) for child in reversed(list(element))]

    def _leave(self, element: "_Element", tag: str, started: int) -> None:
        speaker = self._speaker(element, tag)
        if speaker and started < self.length:
            self.turns.append(Turn(started, self.length, speaker))
        if tag in _BLOCKS:
            self._block()

    def _speaker(self, element: "_Element", tag: str) -> str | None:
        if tag not in ("said", "sp", "u"):
            return None
        who = (element.get("who") or "").split()
        named = self.people.get(who[0].rpartition("#")[2]) if who else None
        label = element.find(f"{_T}speaker")
        spoken = in_one_line("".join(label.itertext())).rstrip(".:") if label is not None else ""
        return named or spoken or (who[0].rpartition("#")[2] if who else None)

    def _words(self, text: str | None) -> None:
        if not text:
            return
        words = " ".join(stored_form(text).split())
        if text[0].isspace() and not self.blank:
            self.space = True
        if words:
            self._put((" " if self.space else "") + words)
            self.space = text[-1].isspace()
            self.blank = False

    def _block(self) -> None:
        if not self.blank:
            self._put("\n\n")
        self.blank, self.space = True, False

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def done(self) -> tuple[str, tuple[Place, ...], tuple[Turn, ...]]:
        text = "".join(self.pieces).rstrip() + "\n" if self.pieces else ""
        places = tuple(place for place in self.places if place.start < len(text))
        return text, places, tuple(_outer(text, self.turns))


def _outer(text: str, turns: list[Turn]) -> Iterator[Turn]:
    """The turns that stand in no other one, without the white space around them."""
    until = 0
    for turn in sorted(turns, key=lambda one: (one.start, -one.end)):
        start, end = turn.start, min(turn.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if until <= start < end:
            yield Turn(start, end, turn.speaker)
            until = end


def _people(root: "_Element") -> dict[str, str]:
    """Names by the ids of `<person>` and `<org>` in the header."""
    found: dict[str, str] = {}
    for tag, name in (("person", "persName"), ("personGrp", "persName"), ("org", "orgName")):
        for element in root.iter(f"{_T}{tag}"):
            called = next(element.iter(f"{_T}{name}"), None)
            label = _called(called) if called is not None else ""
            if element.get(_ID) and label:
                found[element.get(_ID, "")] = label
    return found


def _called(name: "_Element") -> str:
    """A name as people write it: ParlaMint has the family name first."""
    parts = {
        kind: " ".join(
            filter(None, (in_one_line("".join(one.itertext())) for one in name.findall(f"{_T}{kind}")))
        )
        for kind in ("forename", "nameLink", "surname")
    }
    if parts["forename"] and parts["surname"]:
        return " ".join(filter(None, parts.values()))
    return in_one_line(" ".join(name.itertext()))


def _sitting(root: "_Element") -> str | None:
    """The day of a debate: when it was held, and not when its corpus was published."""
    if root.find(f".//{_T}u") is None:
        return None
    paths = (
        f"{_T}profileDesc/{_T}settingDesc/{_T}setting/{_T}date",
        f"{_T}fileDesc/{_T}sourceDesc/{_T}bibl/{_T}date",
    )
    found = (one for path in paths for one in root.iterfind(f"{_T}teiHeader/{path}"))
    return next((day for one in found if (day := _date(one.get("when") or _text_of(one)))), None)


def _metadata(root: "_Element", url: str | None) -> Metadata:
    header = root.find(f"{_T}teiHeader")
    if header is None:
        return Metadata(url=url)
    statement = header.find(f"{_T}fileDesc/{_T}titleStmt")
    authors = statement.findall(f"{_T}author") if statement is not None else []
    published = header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}date")
    language = root.get(_LANGUAGE)
    return Metadata(
        title=_text_of(statement.find(f"{_T}title")) if statement is not None else None,
        authors=tuple(Author(name) for one in authors if (name := _text_of(one))),
        publisher=_text_of(header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}publisher")),
        issued=_sitting(root)
        or (_date(published.get("when") or _text_of(published)) if published is not None else None),
        language=language.split("-")[0].lower() if language else None,
        url=url,
    )


def _text_of(element: "_Element | None") -> str | None:
    return in_one_line(" ".join(element.itertext())) or None if element is not None else None


def _date(text: str | None) -> str | None:
    """A date of one piece as EDTF; None for anything else."""
    found = dates.of_edtf(text)
    return found if found and "/" not in found else None
