"""A text that is put together from a tree, with the places and the speeches in it."""

from collections.abc import Iterator

from onrecord.ingest.document import Place, Turn
from onrecord.ingest.plain import in_one_line, stored_form


class SpeechText:
    """Puts a text together, a blank line between paragraphs, and keeps where pages, columns and speeches are."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.places: list[Place] = []
        self.turns: list[Turn] = []
        self.blank = True
        self.space = False

    def words(self, text: str | None) -> None:
        """Words of a paragraph, with white space as in running text."""
        if not text:
            return
        words = " ".join(stored_form(text).split())
        if text[0].isspace() and not self.blank:
            self.space = True
        if words:
            self._put((" " if self.space else "") + words)
            self.space = text[-1].isspace()
            self.blank = False

    def block(self) -> None:
        """The end of a paragraph, and the beginning of the next."""
        if not self.blank:
            self._put("\n\n")
        self.blank, self.space = True, False

    def place(self, label: str, value: str | None) -> None:
        """From here on this page or column; nothing where it is the one before, or none."""
        value = in_one_line(value)[:40]
        if value and (not self.places or (self.places[-1].label, self.places[-1].value) != (label, value)):
            self.places.append(Place(self.length, label, value))

    def said(
        self,
        start: int,
        speaker: str | None,
        printed: str | None = None,
        end: int | None = None,
        *,
        unnamed: bool = False,
    ) -> None:
        """What stands from `start` up to `end`, or up to here, is a speech."""
        end = self.length if end is None else end
        if speaker and start < end:
            self.turns.append(Turn(start, end, speaker, printed if printed != speaker else None, unnamed))

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def done(self) -> tuple[str, tuple[Place, ...], tuple[Turn, ...]]:
        """The text with a line end, and what it holds; a speech within another one is none of its own."""
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
            yield Turn(start, end, turn.speaker, turn.printed, turn.unnamed)
            until = end
