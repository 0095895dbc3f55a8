"""Wordings that are joined of several quotations, or of parts that stand far apart."""

from __future__ import annotations

from itertools import pairwise

from onrecord.check.compared import ELLIPSIS
from onrecord.matching import Match, Outcome, Prepared, Span, find
from onrecord.matching.places import holds_words
from onrecord.text.fold import count_unspaced
from onrecord.text.patterns import lazy

# Of how few words a part of a quotation may be anybody's.
_LEAST_PART = 3
# Of how many words a wording is looked through for a seam.
_MOST_WORDS = 200
# Parts in one quotation that stand this far apart, in characters, are joined from afar.
_FAR = 300
_SEAM = lazy(r"(?<=[.!?;:,。！？；，、])\s*|\s+[–—-]\s+")
_EDGES = " ,;.:–—-!?"


def joined_from_afar(source: Prepared, wording: str) -> Match | None:
    """How the parts of a wording stand in a source, where each stands there by itself and all of them nowhere: parts that
    ellipses join, or that are set one behind the other without any."""
    parts = [part.strip(_EDGES) for part in ELLIPSIS.split(wording)]
    parts = [part for part in parts if holds_words(part)]
    if len(parts) > 1:
        spans = _places(source, parts)
        return None if spans is None or _is_near(source, spans) else _stitched(spans)
    return _without_ellipses(source, wording)


def _without_ellipses(source: Prepared, wording: str) -> Match | None:
    words = wording.split()
    if not 2 * _LEAST_PART <= max(len(words), count_unspaced(wording) // 2) <= _MOST_WORDS:
        return None
    seams = [match.start() for match in _SEAM.finditer(wording) if 0 < match.start() < len(wording)]
    for seam in seams:
        if (match := _apart(source, wording[:seam], wording[seam:])) is not None:
            return match
    if len(words) < 2 * _LEAST_PART or not _has(source, " ".join(words[:_LEAST_PART])):
        return None
    low, high = _LEAST_PART, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _has(source, " ".join(words[:middle])) else (low, middle)
    # The writer may have joined them by a word.
    for skipped in (0, 1):
        first, last = " ".join(words[:low]), " ".join(words[low + skipped :])
        if (match := _apart(source, first, last)) is not None:
            return match
    return None


def _apart(source: Prepared, first: str, last: str) -> Match | None:
    spans = _places(source, [part.strip(_EDGES) for part in (first, last)])
    if spans is None:
        return None
    return None if _is_near(source, sorted(spans)) else _stitched(spans)


def _is_near(source: Prepared, spans: list[Span]) -> bool:
    """Whether parts stand one behind the other in one quotation, and not far apart."""
    speech = source.speech
    return all(
        speech.limits_at(span.start) == speech.limits_at(other.start) and 0 <= other.start - span.end < _FAR
        for span, other in pairwise(spans)
    )


def _stitched(spans: list[Span] | None) -> Match | None:
    if spans is None:
        return None
    return Match(
        Outcome.stitched, spans=tuple(spans), warnings=("its parts stand in the source, but not together",)
    )


def _places(source: Prepared, parts: list[str]) -> list[Span] | None:
    """Where each part stands; None: one of them does not, or is anybody's."""
    if not parts or any(not holds_words(part) or _words_of(part) < _LEAST_PART for part in parts):
        return None
    spans = []
    for part in parts:
        match = find(source, part)
        if not match.verified:
            match = find(source, f"[{part[0]}]{part[1:]}") if part[0].isalpha() else match
        if not match.verified:
            return None
        spans.append(match.spans[0])
    return spans


def _has(source: Prepared, words: str) -> bool:
    """Whether words stand in a source, in one stretch."""
    return _places(source, [words]) is not None


def _words_of(part: str) -> int:
    return len(part.split()) + count_unspaced(part) // 2
