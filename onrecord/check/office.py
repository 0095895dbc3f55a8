"""Drafts of word processors: which letters of a Word or OpenDocument file a change of its text touches, and the file with them.

Only the text inside the elements that hold these words is changed: where a wording runs through several, the new words take the
looks of the first.
"""

from __future__ import annotations

from onrecord.check.change import Change, Unplaced
from onrecord.errors import InputError
from onrecord.ingest.pieces import Letter, Letters, Part
from onrecord.ingest.plain import stored_form
from onrecord.outputs.archive import Unfit, with_parts
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ingest.document import Document

    # A part by its number, and a range of its bytes.
    Place = tuple[int, int, int]

_TRACKED = "{} has tracked changes, and is not written: accept or reject them where you wrote it, and check it again."
_SIGNED = "{} is signed, and is not written: its signature would no longer hold."
_STRANGE = "{} is packed in a way that cannot be changed in place, and is not written: save it again where you wrote it."
_SIGNATURES = ("_xmlsignatures/", "META-INF/documentsignatures.xml")
_PRESERVE = ' xml:space="preserve"'
_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


class Office:
    """The file of a draft: `data` with `text` in it. `locked` says in a sentence why it is not to be written ("": it is)."""

    def __init__(self, read: Document, name: str) -> None:
        if read.media_type.endswith("wordprocessingml.document"):
            from onrecord.ingest.docx import has_changes, parts_of
        else:
            from onrecord.ingest.odt import has_changes, parts_of

        self.data, self.text = read.original, read.text
        self._name = one_line(name)
        self._parts_of = parts_of
        self._parts = parts_of(read.original, name)
        self._letters = [Letters(part) for part in self._parts]
        self._places = _places(read.text, self._parts, self._letters)
        self.locked = self._lock(any(map(has_changes, self._parts)))

    def _lock(self, tracked: bool) -> str:
        if tracked:
            return _TRACKED.format(self._name)
        if any(one.encode() in self.data for one in _SIGNATURES):
            return _SIGNED.format(self._name)
        return ""

    def fits(self, change: Change) -> bool:
        """Whether a change of the text can be made in the file."""
        try:
            self._ranges(change)
        except Unplaced:
            return False
        return True

    def with_changes(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes of its text. InputError: it is packed in a way that does not allow it."""
        edits: dict[int, list[tuple[int, int, str]]] = {}
        for change in changes:
            for (part, start, end), new in self._ranges(change):
                edits.setdefault(part, []).append((start, end, new))
        made = {number: self._edited(number, each) for number, each in edits.items()}
        data = self._packed(made)
        pieces: list[str] = []
        at = 0
        for change in changes:
            pieces += (self.text[at : change.start], change.new)
            at = change.end
        wanted = "".join([*pieces, self.text[at:]])
        if _text(self._parts_of(data, self._name)) != wanted.rstrip("\n"):
            raise InputError(_STRANGE.format(self._name))
        return data

    def _packed(self, made: dict[int, bytes]) -> bytes:
        if any(not self._parts[number].path for number in made):
            return made[0]
        try:
            return with_parts(
                self.data, {self._parts[number].path: content for number, content in made.items()}
            )
        except Unfit:
            raise InputError(_STRANGE.format(self._name)) from None

    def _ranges(self, change: Change) -> list[tuple[Place, str]]:
        """What to replace in the parts. Unplaced: some of it is no text of the file."""
        new = change.new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if change.start == change.end:
            return [(self._point(change.start), new)]
        found: list[Place] = []
        for place in self._places[change.start : change.end]:
            if place is None:
                raise Unplaced
            if found and found[-1][0] == place[0] and found[-1][2] == place[1]:
                found[-1] = found[-1][0], found[-1][1], place[2]
            else:
                found.append(place)
        return [(place, "" if number else new) for number, place in enumerate(found)]

    def _point(self, at: int) -> Place:
        """Where words are put in: behind the word in front, or before what follows."""
        before = self._places[at - 1] if 0 < at <= len(self._places) else None
        after = self._places[at] if at < len(self._places) else None
        if before is not None and (after is None or not self.text[at - 1].isspace()):
            return before[0], before[2], before[2]
        if after is None:
            raise Unplaced
        return after[0], after[1], after[1]

    def _edited(self, number: int, edits: list[tuple[int, int, str]]) -> bytes:
        """A part with edits, and the mark that white space counts where the new words begin or end with some."""
        content = self._parts[number].content
        return _replaced(content, 0, len(content), edits + self._spaces(number, edits))

    def _spaces(self, number: int, edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """Marks for the elements that begin or end with white space now, and did not: it is left out otherwise."""
        part, letters = self._parts[number], self._letters[number]
        found: list[tuple[int, int, str]] = []
        for piece in (piece for paragraph in part.paragraphs for piece in paragraph):
            element = piece.element
            if element is None or element.tag != _WORD_TEXT or any(map(_preserves, element.attrib.items())):
                continue
            placed = [place for _, place in letters.of(piece) if place is not None]
            if not placed:
                continue
            low, high = placed[0][0], placed[-1][1]
            inside = [one for one in edits if low <= one[0] and one[1] <= high]
            text = part.content[low:high].decode()
            made = _replaced(part.content, low, high, inside).decode()
            if made.strip() != made and text.strip() == text:
                at = letters.start_of(element) + 1
                while part.content[at : at + 1] not in (b" ", b">", b"/", b"\t", b"\r", b"\n"):
                    at += 1
                found.append((at, at, _PRESERVE))
        return found


def _replaced(content: bytes, low: int, high: int, edits: Sequence[tuple[int, int, str]]) -> bytes:
    """A range of the bytes with edits in it."""
    made, at = bytearray(), low
    for start, end, new in sorted(edits):
        made += content[at:start] + new.encode()
        at = end
    return bytes(made + content[at:high])


def _preserves(attribute: tuple[str | bytes, str | bytes]) -> bool:
    return attribute == ("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _text(parts: Sequence[Part]) -> str:
    """The text of a document, of which each paragraph stands between blank lines."""
    words = (
        stored_form("".join([piece.words for piece in paragraph])).strip()
        for part in parts
        for paragraph in part.paragraphs
    )
    return "\n\n".join(filter(None, words))


def _places(text: str, parts: Sequence[Part], letters: Sequence[Letters]) -> list[Place | None]:
    """The place of each letter of the text; None for those that stand for markup, and for all of a paragraph that is not read as
    it stands."""
    found: list[Place | None] = []
    for number, part in enumerate(parts):
        for paragraph in part.paragraphs:
            words = stored_form("".join([piece.words for piece in paragraph])).strip()
            if not words:
                continue
            if not text.startswith(words, len(found)):
                return [None] * len(text)
            found += _aligned(
                words, [one for piece in paragraph for one in letters[number].of(piece)], number
            )
            found += [None] * len("\n\n")
    return [*found, *[None] * len(text)][: len(text)]


def _aligned(words: str, letters: Sequence[Letter], number: int) -> list[Place | None]:
    """The letters of a paragraph by those of its elements: white space may be more there, and control characters."""
    found: list[Place | None] = []
    at = 0
    for one in words:
        space = one.isspace()
        while at < len(letters) and letters[at][0] != one and not (space and letters[at][0].isspace()):
            if not (letters[at][0].isspace() or not stored_form(letters[at][0])):
                return [None] * len(words)
            at += 1
        if at == len(letters):
            return [None] * len(words)
        place = letters[at][1]
        found.append(None if place is None else (number, *place))
        at += 1
        if space:
            # All of the white space that is one space here.
            while (
                at < len(letters)
                and letters[at][0].isspace()
                and len(found) < len(words)
                and not words[len(found)].isspace()
            ):
                at += 1
    return found
