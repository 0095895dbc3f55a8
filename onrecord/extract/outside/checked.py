"""What is said of a wording, compared with the text: who speaks, by which words, in which form, and whether it is denied."""

from __future__ import annotations

from functools import cached_property

from onrecord.extract.engine import Extraction
from onrecord.extract.outside.given import Given, GivenName, shortened
from onrecord.extract.outside.places import Chain, gap, spans_of
from onrecord.extract.proposal import Form, Hop, Mention
from onrecord.matching import Prepared, Span
from onrecord.model.polarities import named
from onrecord.text.clean import one_line
from onrecord.text.namekeys import name_words
from onrecord.text.polarity import Polarity, reading_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.ingest.document import Document, Turn

_POLARITIES: tuple[Polarity, ...] = ("asserted", "denied", "not_said", "asked")
# A cue, and the clause before it that may deny it, is no longer.
_CLAUSE = 60
_ENDS = ".!?…;:\n\u201c\u201d\u00ab\u00bb"


class Text:
    """A document whose statements somebody else gives, made ready to be asked about them."""

    def __init__(self, document: Document, author: str | None) -> None:
        self.document = document
        self.author = author
        self.source = Prepared(document.text)

    @cached_property
    def _extraction(self) -> Extraction:
        return Extraction(self.document.text, self.author)

    def mentions(self, wanted: GivenName | None) -> list[Span]:
        """Where somebody is named in the text, by the printed name or by the full one."""
        if wanted is None:
            return []
        return spans_of(self.source, wanted.printed) or spans_of(self.source, wanted.full)

    def speaker(self, wanted: GivenName, chain: Chain) -> Mention | None:
        """Who is meant, as far as the text names them; None where it does not."""
        start, end = chain[0].start, chain[-1].end
        turn = self.turn_at(chain)
        if turn is not None and _fits(wanted.full, turn.speaker):
            return Mention(turn.printed or turn.speaker, None, None, turn.speaker)
        if self.author is not None and _fits(wanted.full, self.author):
            return Mention(self.author, None, None, self.author)
        for words in (wanted.printed, wanted.full, *_shorter(wanted.full)):
            spans = spans_of(self.source, words)
            if not spans:
                continue
            near = min(
                spans,
                key=lambda span: (
                    gap(span, start, end) if wanted.start is None else abs(span.start - wanted.start)
                ),
            )
            printed = self.document.text[near.start : near.end]
            full = self._full(wanted, printed)
            if full is not None:
                return Mention(printed, near.start, near.end, full)
        return None

    def _full(self, wanted: GivenName, printed: str) -> str | None:
        """The fullest name of whom a printed name means; None where that is somebody else than is given."""
        if spans_of(self.source, wanted.full) and name_words(wanted.full) != name_words(printed):
            return one_line(wanted.full)
        line = " ".join(printed.split())
        known = self._extraction.resolver.named(line)
        return known if known == line or _fits(known, wanted.full) else None

    def turn_at(self, chain: Chain) -> Turn | None:
        """The turn of a transcript that holds all of it."""
        first, last = chain[0].start, chain[-1].end
        return next(
            (turn for turn in self.document.turns if turn.start <= first and last <= turn.end),
            None,
        )

    def form(self, chain: Chain) -> Form:
        """How the text gives the words: marks and turns tell that, not whoever found them."""
        if self.turn_at(chain) is not None:
            return "direct"
        inside = [pair.inside for pair in self.source.speech.pairs]
        text = self.document.text
        quoted = bare = False
        for span in chain:
            offset = span.start
            for low, high in inside:
                if high <= offset or low >= span.end:
                    continue
                bare = bare or _has_words(text[offset : max(offset, low)])
                quoted, offset = True, max(offset, min(high, span.end))
            bare = bare or _has_words(text[offset : span.end])
        return "indirect" if not quoted else "mixed" if bare else "direct"

    def cue(self, words: str, chain: Chain) -> Span | None:
        """Where the words that report it stand, near it and outside of it; None where they do not."""
        paragraphs = self.source.speech.paragraphs
        number = self.source.speech.paragraph_at(chain[0].start)
        low = paragraphs[max(0, number - 1)][0] if paragraphs else 0
        high = (
            paragraphs[self.source.speech.paragraph_at(chain[-1].end - 1)][1] if paragraphs else chain[-1].end
        )
        outside = [
            span
            for span in spans_of(self.source, words, (low, max(high, chain[-1].end)))
            if not any(part.start < span.end and span.start < part.end for part in chain)
        ]
        return min(
            outside, key=lambda span: min(gap(span, part.start, part.end) for part in chain), default=None
        )

    def polarity(self, statement: Given, cue: Span | None, form: Form) -> Polarity:
        """As given; where it is given as said and the words that report it say otherwise, as they have it."""
        wanted = named(statement.polarity or "asserted")
        told: Polarity = next((known for known in _POLARITIES if known == wanted), "asserted")
        if told != "asserted" or cue is None:
            return told
        text = self.document.text
        low = max(0, cue.start - _CLAUSE)
        low = max([low, *(text.rfind(mark, low, cue.start) + 1 for mark in _ENDS)])
        return reading_of(text[low : cue.end]).of(form)

    def hops(self, statement: Given, chain: Chain) -> tuple[tuple[Hop, ...], list[str]]:
        """The relays that the text names, and the names that it does not."""
        hops: list[Hop] = []
        lost: list[str] = []
        for hop in statement.via:
            mention = self.speaker(hop.name, chain)
            if mention is None:
                lost.append(shortened(hop.name.full))
                continue
            cue = self.cue(hop.cue, chain) if hop.cue else None
            hops.append(Hop(mention, self.document.text[cue.start : cue.end] if cue else None))
        return tuple(hops), lost


def is_polarity(word: str | None) -> bool:
    """Whether this is a polarity, or nothing."""
    return word is None or named(word) in _POLARITIES


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _fits(part: str, other: str) -> bool:
    """Whether two names can be one: the words of the shorter are among those of the longer, the last of them too."""
    short, long = sorted((name_words(part), name_words(other)), key=len)
    return bool(short) and set(short) <= set(long) and short[-1] == long[-1]


def _shorter(name: str) -> list[str]:
    """A name without what stands before its last words: "Mayor Ingrid Dahl" is "Ingrid Dahl", is "Dahl"."""
    words = name.split()
    ends = (" ".join(words[first:]) for first in range(1, min(len(words), 12)))
    return [part for part in ends if part[:1].isupper() and len(part) > 1]
