"""Where a wording that somebody else gives stands in a text: by the matching engine, never by their offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.errors import InputError
from onrecord.extract.outside.given import Given, shortened
from onrecord.matching import Match, Outcome, Prepared, Span, find
from onrecord.matching.chains import MOST_PLACES
from onrecord.matching.edges import is_whole
from onrecord.matching.places import Needle, holds_words, typographic
from onrecord.text.marks import strip_outer_marks

Chain = tuple[Span, ...]
# From the worth of a place to how far it is from where it should be.
Distance = Callable[[Chain], int]

# Two stretches of one statement are no further apart, in code points.
FAR = 5_000
# A statement of which first and last words are given is no longer.
LONGEST = 5_000
# Round a hint, where a wording stands too often for all of its places to be compared.
_REACHES = (50, 250, 1_000, 10_000, 100_000)
_WHY = {
    Outcome.absent: "it does not stand in the text",
    Outcome.altered: "it stands in the text otherwise",
    Outcome.stitched: "it is put together of words that do not stand together",
    Outcome.inverted: "the words on which its sense hangs are missing or added",
}


class NotThere(Exception):
    """It does not stand there; says why, as the end of a sentence."""


class Found:
    """A place, and how many others there are that might have been meant."""

    def __init__(self, chain: Chain, others: int = 0) -> None:
        self.chain = chain
        self.others = others


def place_of(source: Prepared, statement: Given, nearest: Distance | None) -> Found:
    """The stretches of the text that are meant. `nearest` decides where no offset does. NotThere otherwise."""
    if statement.ends is not None:
        return _between(source, statement.ends, statement.within or (0, len(source.text)), nearest)
    chain: list[Span] = []
    others = moved = 0
    for number, (wording, start) in enumerate(zip(statement.wordings, statement.starts, strict=True)):
        offset = None if start is None else start + moved
        if offset is None and chain:
            offset = chain[-1].end
        alone = len(statement.wordings) == 1
        place = _one(source, wording, offset, nearest, statement if alone else None)
        if chain and not 0 <= place.chain[0].start - chain[-1].end <= FAR:
            raise NotThere("its parts do not stand in this order and near each other")
        if start is not None and not number:
            moved = place.chain[0].start - start
        chain += place.chain
        others = max(others, place.others if start is None and not number else 0)
    return Found(tuple(chain), others)


def spans_of(source: Prepared, words: str, within: tuple[int, int] | None = None) -> list[Span]:
    """Where short words stand whole, but for typography, in ascending order; none where they hold no letters."""
    if not holds_words(words):
        return []
    low, high = within or (0, len(source.text))
    spans = typographic(source, Needle(words), Span(low, high))
    return [span for span in spans.spans if is_whole(source.text, span)]


def gap(mention: Span, start: int, end: int) -> int:
    """How many code points lie between a span and a range."""
    return max(0, start - mention.end, mention.start - end)


def _one(
    source: Prepared, wording: str, offset: int | None, nearest: Distance | None, alone: Given | None
) -> Found:
    wording = strip_outer_marks(wording)
    prefix, suffix = (alone.prefix, alone.suffix) if alone else ("", "")
    try:
        match = find(source, wording, prefix=prefix, suffix=suffix)
    except InputError as error:
        raise NotThere(error.message.rstrip(".")) from None
    if match.verified:
        return Found(match.spans)
    if match.outcome is not Outcome.ambiguous:
        raise NotThere(_why(source, match))
    places = list(match.places)
    if offset is not None:
        if len(places) >= MOST_PLACES:
            places += _around(source, wording, offset)
        return Found(min(places, key=lambda chain: abs(chain[0].start - offset)))
    chosen = min(places, key=nearest) if nearest is not None else places[0]
    return Found(chosen, len(places) - 1)


def _around(source: Prepared, wording: str, offset: int) -> Sequence[Chain]:
    """The places nearest to a hint, in a text that has more of them than are told."""
    for reach in _REACHES:
        within = Span(max(0, offset - reach), min(len(source.text), offset + reach + len(wording)))
        if within.start < within.end:
            match = find(source, wording, within=within)
            if match.verified:
                return [match.spans]
            if match.places:
                return match.places
    return []


def _why(source: Prepared, match: Match) -> str:
    why = _WHY.get(match.outcome, _WHY[Outcome.absent])
    if match.nearest is not None:
        there = source.text[match.nearest.start : match.nearest.end]
        return f"{why}: “{shortened(there)}”"
    return f"{why} ({match.warnings[0]})" if match.warnings else why


def _between(
    source: Prepared, ends: tuple[str, str], within: tuple[int, int], nearest: Distance | None
) -> Found:
    """From the first words given to the last, as near together as they stand."""
    firsts, lasts = (spans_of(source, strip_outer_marks(words), within) for words in ends)
    if not firsts or not lasts:
        raise NotThere(f"its {'last' if firsts else 'first'} words do not stand in the text")
    pairs: dict[int, Chain] = {}
    for first in firsts:
        last = next(
            (
                candidate
                for candidate in lasts
                if candidate.start >= first.start and candidate.end >= first.end
            ),
            None,
        )
        if last is not None and last.end - first.start <= LONGEST:
            # Of several beginnings before one end, the nearest.
            pairs[last.end] = (Span(first.start, last.end),)
    if not pairs:
        raise NotThere("its last words do not stand behind its first")
    places = list(pairs.values())
    return Found(min(places, key=nearest) if nearest is not None else places[0], len(places) - 1)
