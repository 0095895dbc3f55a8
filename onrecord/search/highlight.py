"""Which words of a wording were found, and the part of it to show."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.search.query import Term
from onrecord.text import wordfold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


# How much of a long wording is shown around what was found, in code points.
LONGEST = 320
BEFORE = 100


@record()
class Piece:
    """A stretch of the wording, and whether it is what was looked for."""

    text: str
    marked: bool


def pieces(text: str, terms: Sequence[Term]) -> tuple[Piece, ...]:
    """The whole wording in stretches; joined, their texts are the wording."""
    reached = 0
    stretches: list[Piece] = []
    for start, end in _places(text, terms):
        if start > reached:
            stretches.append(Piece(text[reached:start], False))
        stretches.append(Piece(text[start:end], True))
        reached = end
    if reached < len(text) or not stretches:
        stretches.append(Piece(text[reached:], False))
    return tuple(stretches)


def snippet(text: str, terms: Sequence[Term]) -> tuple[Piece, ...]:
    """The wording, or where it is long the part around the first place found, cut at words and marked with …"""
    if len(text) <= LONGEST:
        return pieces(text, terms)
    places = _places(text, terms)
    first = max(0, places[0][0] - BEFORE) if places else 0
    last = min(len(text), first + LONGEST)
    if first:
        first = text.find(" ", first, first + BEFORE) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", first, last), first + 1)
    shown = list(pieces(text[first:last], terms))
    if first:
        shown.insert(0, Piece("… ", False))
    if last < len(text):
        shown.append(Piece(" …", False))
    return tuple(shown)


def _places(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    words = wordfold.spans(text)
    starting: dict[str, list[Term]] = {}
    for term in terms:
        if len(term.words) > 1 or not term.prefix:
            starting.setdefault(term.words[0], []).append(term)
    beginnings = tuple(term.words[0] for term in terms if len(term.words) == 1 and term.prefix)
    places: list[tuple[int, int]] = []
    for index, (start, end, word) in enumerate(words):
        if beginnings and word.startswith(beginnings):
            places.append((start, end))
        for term in starting.get(word, ()):
            part = words[index : index + len(term.words)]
            if len(part) == len(term.words) and _fits([one for _, _, one in part], term):
                places.append((start, part[-1][1]))
    places += _inside(text, [term.text for term in terms if term.inside])
    return _merged(sorted(places))


def _inside(text: str, stretches: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded stretches of letters stand, in whatever words."""
    if not stretches:
        return []
    letters, starts, ends = wordfold.placed(text)
    places: list[tuple[int, int]] = []
    for stretch in stretches:
        start = letters.find(stretch)
        while start >= 0:
            places.append((starts[start], ends[start + len(stretch) - 1]))
            start = letters.find(stretch, start + len(stretch))
    return places


def _fits(words: Sequence[str], term: Term) -> bool:
    *head, last = term.words
    return list(words[:-1]) == head and (words[-1].startswith(last) if term.prefix else words[-1] == last)


def _merged(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
