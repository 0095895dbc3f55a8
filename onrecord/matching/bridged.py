"""Wordings across a place where the source breaks the words off, typed as if they had been said in one breath."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.matching.joined import BESIDE_MARKS, GOES
from onrecord.matching.outcome import Chain, Span
from onrecord.matching.places import Needle, holds_words, typographic
from onrecord.matching.prepared import Prepared
from onrecord.matching.speech import BREAKS

_MOST_CANDIDATES = 200


def places(source: Prepared, needle: Needle, within: Span) -> Iterator[Chain]:
    """Where the wording stands across at least one place at which a quotation is broken off: its parts, in order."""
    if not source.speech.bridges:
        return
    joined = source.joined
    wanted = GOES.sub("", needle.folded.text)
    start = joined.text.find(wanted)
    tried = 0
    while start >= 0 and wanted and tried < _MOST_CANDIDATES:
        tried += 1
        first, last = joined.original(start)[0], joined.original(start + len(wanted) - 1)[0]
        chain = _parts(source, needle, first, last) if within.start <= first and last < within.end else None
        if chain is not None:
            yield chain
        start = joined.text.find(wanted, start + 1)


def pressed(source: Prepared, needle: Needle, within: Span) -> Iterator[Span]:
    """Where the wording stands, marks inside it and all, but for commas and stops beside the marks."""
    wanted = BESIDE_MARKS.sub("", needle.folded.text).strip(' "')
    if '"' not in wanted:
        return
    text = source.pressed
    start = text.text.find(wanted)
    for _ in range(_MOST_CANDIDATES):
        if start < 0:
            return
        first, last = text.original(start)[0], text.original(start + len(wanted) - 1)[1]
        if within.start <= first and last <= within.end:
            yield Span(first, last)
        start = text.text.find(wanted, start + 1)


def _parts(source: Prepared, needle: Needle, first: int, last: int) -> Chain | None:
    """The parts of the wording on both sides of each bridge from `first` to `last`, each compared as any wording is."""
    bridges = source.speech.bridges
    low = bisect_left(bridges, first, key=lambda bridge: bridge.start)
    high = bisect_right(bridges, last, key=lambda bridge: bridge.start)
    crossed = bridges[low:high]
    if not crossed:
        return None
    edges = [first, *(edge for bridge in crossed for edge in (bridge.start, bridge.end)), last + 1]
    spans: list[Span] = []
    for number, piece in enumerate(_split(source, needle, edges)):
        start, end = edges[2 * number], edges[2 * number + 1]
        if not holds_words(piece):
            return None
        span = _stands(source, piece, start, end, opens=number == 0, closes=number == len(crossed))
        if span is None:
            return None
        spans.append(span)
    return tuple(spans)


def _split(source: Prepared, needle: Needle, edges: list[int]) -> Iterator[str]:
    """The wording as typed, cut where the source is broken off, by how many letters stand before each cut."""
    folded = source.folded
    typed = needle.folded
    kept = [index for index, character in enumerate(typed.text) if not GOES.fullmatch(character)]
    count = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        there = folded.text[folded.folded_offset(start) : folded.folded_offset(end)]
        length = len(GOES.sub("", there))
        inside = kept[count : count + length]
        count += length
        if not inside:
            yield ""
            continue
        first = 0 if start == edges[0] else typed.original(inside[0], inside[0] + 1)[0]
        last = len(needle.raw) if end == edges[-1] else typed.original(inside[-1], inside[-1] + 1)[1]
        yield needle.raw[first:last]


def _stands(source: Prepared, piece: str, start: int, end: int, *, opens: bool, closes: bool) -> Span | None:
    """Where the piece stands between two breaks: all of what stands there, but at the wording's own ends."""
    text = source.text
    window = Span(max(0, start - 8) if opens else start, min(len(text), end + 8) if closes else end)
    for span in typographic(source, Needle(piece), window).spans:
        begins = opens or not text[start : span.start].strip(BREAKS + " ")
        stops = closes or not text[span.end : end].strip()
        if begins and stops:
            return span
    return None
