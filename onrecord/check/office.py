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
        if any(signature.encode() in self.data for signature in _SIGNATURES):
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
        parts = {number: self._edited(number, each) for number, each in edits.items()}
        data = self._packed(parts)
        pieces: list[str] = []
        behind = 0
        for change in changes:
            pieces += (self.text[behind : change.start], change.new)
            behind = change.end
        wanted = "".join([*pieces, self.text[behind:]])
        if _text(self._parts_of(data, self._name)) != wanted.rstrip("\n"):
            raise InputError(_STRANGE.format(self._name))
        return data

    def _packed(self, parts: dict[int, bytes]) -> bytes:
        if any(not self._parts[number].path for number in parts):
            return parts[0]
        try:
            return with_parts(
                self.data, {self._parts[number].path: content for number, content in parts.items()}
            )
        except Unfit:
            raise InputError(_STRANGE.format(self._name)) from None

    def _ranges(self, change: Change) -> list[tuple[Place, str]]:
        """What to replace in the parts. Unplaced: some of it is no text of the file."""
        new = change.new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if change.start == change.end:
            return [(self._point(change.start), new)]
        places: list[Place] = []
        for place in self._places[change.start : change.end]:
            if place is None:
                raise Unplaced
            if places and places[-1][0] == place[0] and places[-1][2] == place[1]:
                places[-1] = places[-1][0], places[-1][1], place[2]
            else:
                places.append(place)
        return [(place, "" if number else new) for number, place in enumerate(places)]

    def _point(self, offset: int) -> Place:
        """Where words are put in: behind the word in front, or before what follows."""
        before = self._places[offset - 1] if 0 < offset <= len(self._places) else None
        after = self._places[offset] if offset < len(self._places) else None
        if before is not None and (after is None or not self.text[offset - 1].isspace()):
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
        marks: list[tuple[int, int, str]] = []
        for piece in (piece for paragraph in part.paragraphs for piece in paragraph):
            element = piece.element
            if element is None or element.tag != _WORD_TEXT or any(map(_preserves, element.attrib.items())):
                continue
            placed = [place for _, place in letters.of(piece) if place is not None]
            if not placed:
                continue
            low, high = placed[0][0], placed[-1][1]
            inside = [edit for edit in edits if low <= edit[0] and edit[1] <= high]
            text = part.content[low:high].decode()
            changed = _replaced(part.content, low, high, inside).decode()
            if changed.strip() != changed and text.strip() == text:
                tag_end = letters.start_of(element) + 1
                while part.content[tag_end : tag_end + 1] not in (b" ", b">", b"/", b"\t", b"\r", b"\n"):
                    tag_end += 1
                marks.append((tag_end, tag_end, _PRESERVE))
        return marks


def _replaced(content: bytes, low: int, high: int, edits: Sequence[tuple[int, int, str]]) -> bytes:
    """A range of the bytes with edits in it."""
    content_with, behind = bytearray(), low
    for start, end, new in sorted(edits):
        content_with += content[behind:start] + new.encode()
        behind = end
    return bytes(content_with + content[behind:high])


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
    places: list[Place | None] = []
    for number, part in enumerate(parts):
        for paragraph in part.paragraphs:
            words = stored_form("".join([piece.words for piece in paragraph])).strip()
            if not words:
                continue
            if not text.startswith(words, len(places)):
                return [None] * len(text)
            places += _aligned(
                words, [letter for piece in paragraph for letter in letters[number].of(piece)], number
            )
            places += [None] * len("\n\n")
    return [*places, *[None] * len(text)][: len(text)]


def _aligned(words: str, letters: Sequence[Letter], number: int) -> list[Place | None]:
    """The letters of a paragraph by those of its elements: white space may be more there, and control characters."""
    places: list[Place | None] = []
    number_of_letter = 0
    for character in words:
        space = character.isspace()
        while (
            number_of_letter < len(letters)
            and letters[number_of_letter][0] != character
            and not (space and letters[number_of_letter][0].isspace())
        ):
            if not (letters[number_of_letter][0].isspace() or not stored_form(letters[number_of_letter][0])):
                return [None] * len(words)
            number_of_letter += 1
        if number_of_letter == len(letters):
            return [None] * len(words)
        place = letters[number_of_letter][1]
        places.append(None if place is None else (number, *place))
        number_of_letter += 1
        if space:
            # All of the white space that is one space here.
            while (
                number_of_letter < len(letters)
                and letters[number_of_letter][0].isspace()
                and len(places) < len(words)
                and not words[len(places)].isspace()
            ):
                number_of_letter += 1
    return places
