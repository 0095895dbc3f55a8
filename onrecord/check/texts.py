"""Stored copies while a draft is checked: made ready for matching, and who says what in them."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from functools import cached_property, lru_cache

from onrecord.db.observations import newest_copy
from onrecord.db.reader import Reader, array
from onrecord.extract import Proposal, extract
from onrecord.ingest.labels import is_placeholder
from onrecord.matching import Prepared
from onrecord.matching.passage import sentences_around
from onrecord.statements.voices import marked_up, plain
from onrecord.text import marks
from onrecord.text.fold import text_key
from onrecord.text.locators import Locator, Locators
from onrecord.text.patterns import lazy
from onrecord.text.redacted import is_intact
from onrecord.text.signs import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.ingest.document import Turn

# Of the copies that are held at once: how long they are together, and how many there are however long they are.
_MOST_LETTERS, _FEWEST = 1_500_000, 4
# Around a passage, for a person to look at.
_FAR = 160
# Formats whose speakers stand in their text, where extraction finds them.
_OF_WORDS = ("text/plain", "application/pdf")
_LABEL = lazy(rf"[\W_]*(?P<who>[^\W_][\w.'’@-]*(?: [\w.'’@-]+){{0,3}})[*_ ]*[:：][*_ ]*[{re.escape(MARKS)}]")


class Copy:
    """A stored copy: its number in the table, its source's citekey and id, its text made ready, whether that is still the one
    that was hashed, and who are its authors."""

    def __init__(
        self,
        id_: int,
        source: int,
        citekey: str,
        text: str,
        intact: bool,
        authors: tuple[str, ...],
        places: Sequence[Sequence[int | str]] = (),
        turns: Callable[[], tuple[Sequence[Turn], Sequence[tuple[str, str | None]]]] = lambda: ((), ()),
        title: str = "",
    ) -> None:
        self.title = title
        self.id = id_
        self.source = source
        self.citekey = citekey
        self.ready = Prepared(text)
        self.intact = intact
        self.authors = authors
        self.places = places
        self._marked_up = turns

    @cached_property
    def marked_up(self) -> tuple[Sequence[Turn], Sequence[tuple[str, str | None]]]:
        """What its format itself gives to a speaker: the turns of captions, block quotations with who signs them."""
        return self._marked_up()

    def turn_of(self, start: int, end: int) -> str | None:
        """To whom the format gives all that stands there; None: to nobody, or to nobody who has a name."""
        turns, blocks = self.marked_up
        whose = {turn.speaker for turn in turns if turn.start < end and start < turn.end and not turn.unnamed}
        only = whose.pop() if len(whose) == 1 else None
        if only is None:
            first, last = self.ready.speech.paragraphs[self.ready.speech.paragraph_at(start)]
            passage = plain(self.text[first:last])
            only = next((signature for block, signature in blocks if passage and passage in block), None)
        return None if only is None or is_placeholder(only) else only

    def label_of(self, start: int) -> str | None:
        """Of the quotation that holds a place, what stands in front of it with a colon where its paragraph begins: a name, a handle."""
        paragraph = self.ready.speech.paragraph_at(start)
        first = self.ready.speech.paragraphs[paragraph][0]
        label = _LABEL.fullmatch(self.text[first : self.ready.speech.limits_at(start)[0]])
        return label["who"] if label else None

    @property
    def text(self) -> str:
        return self.ready.text

    @cached_property
    def proposals(self) -> list[Proposal]:
        return extract(self.text, author=self.authors[0] if len(self.authors) == 1 else None)

    def told(self, start: int, end: int) -> Proposal | None:
        """Who says what stands there, as the text has it."""
        there = [proposal for proposal in self.proposals if proposal.start < end and start < proposal.end]
        return min(
            there,
            key=lambda proposal: (
                proposal.speaker is None,
                abs(proposal.start - start) + abs(proposal.end - end),
            ),
            default=None,
        )

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of it stands in quotation marks."""
        return marks.quoted_at(self.text, start, end)

    def sentence(self, start: int, end: int) -> tuple[str, str, str]:
        """The sentences around a place without what stands there, and what of them stands in front of it and behind it."""
        low, high = start, end
        if self.is_quoted(start, end):
            # What else the speaker says there tells nothing of what is done with it.
            low = min(start, self.ready.speech.limits_at(start)[0])
            high = max(end, self.ready.speech.limits_at(end - 1)[1])
        elif self.text[end - 1] in ".!?":
            first, _ = sentences_around(self.text, start, end)
            return self.text[first:start], self.text[first:start], ""
        first, last = sentences_around(self.text, low, high)
        before, after = self.text[first:low], self.text[high:last]
        return f"{before} {after}", before, after

    def is_headline(self, start: int) -> bool:
        """Whether a place stands in the paragraph that is the title of the source."""
        first, last = self.ready.speech.paragraphs[self.ready.speech.paragraph_at(start)]
        return bool(self.title) and text_key(self.text[first:last]) == text_key(self.title)

    def place_at(self, offset: int) -> Locator | None:
        """The page, or what else the copy counts, at an offset; None where it counts nothing."""
        return Locators(self.text, self.places).at(offset) if self.places else None

    def paragraph_at(self, offset: int) -> str:
        return Locators(self.text).at(offset).value

    def around(self, start: int, end: int) -> str:
        """The sentences around a place, as one line."""
        first, last = sentences_around(self.text, start, end)
        before, after = self.text[max(first, start - _FAR) : start], self.text[end : min(last, end + _FAR)]
        if first < start - _FAR:
            before = f"… {before.partition(' ')[2] or before}"
        if last > end + _FAR:
            after = f"{after.rpartition(' ')[0] or after} …"
        return " ".join(f"{before}{self.text[start:end]}{after}".split())


class Copies:
    """The stored copies of a database, of which a few are held at once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._held: OrderedDict[int, Copy] = OrderedDict()
        self._letters = 0
        self.newest = lru_cache(maxsize=1_000)(self._newest)

    def get(self, id_: int) -> Copy:
        """A copy; those used last are held."""
        if id_ in self._held:
            self._held.move_to_end(id_)
            return self._held[id_]
        copy = self._held[id_] = self._get(id_)
        self._letters += len(copy.text)
        while self._letters > _MOST_LETTERS and len(self._held) > _FEWEST:
            self._letters -= len(self._held.popitem(last=False)[1].text)
        return copy

    def _get(self, id_: int) -> Copy:
        [(source, citekey, text, digest, extractor, places, media, title)] = self.reader.rows(
            "SELECT s.id, s.citekey, n.text, n.sha256, n.extractor, n.places, n.media_type, s.title FROM snapshots AS n JOIN sources AS s ON s.id = n.source_id "
            "WHERE n.id = ?",
            (id_,),
        )
        authors = self.reader.column(
            "SELECT coalesce(c.named_as, p.name) FROM creators AS c JOIN speakers AS p ON p.id = c.speaker_id "
            "WHERE c.source_id = ? AND c.role = 'author' ORDER BY c.position",
            (source,),
        )
        return Copy(
            id_,
            source,
            citekey,
            text,
            is_intact(text, digest, extractor),
            tuple(authors),
            json.loads(places) if places else (),
            lambda: ((), ()) if media in _OF_WORDS else marked_up(self.reader, id_, text, media, extractor),
            title or "",
        )

    def of(self, attributions: list[int]) -> dict[int, tuple[int | None, int | None]]:
        """For each attribution the copy it was recorded from, and the newest of its source."""
        rows = self.reader.rows(
            f"SELECT a.id, a.snapshot_id, {newest_copy('a.source_id')} FROM attributions AS a "
            "WHERE a.id IN (SELECT value FROM json_each(?))",
            (array(attributions),),
        )
        return {row: (recorded, newest) for row, recorded, newest in rows}

    def _newest(self, source: int) -> int | None:
        snapshot = self.reader.value(f"SELECT {newest_copy('?1')}", (source,))
        return None if snapshot is None else int(snapshot)
