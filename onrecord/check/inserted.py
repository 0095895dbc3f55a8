"""Reporting clauses that a writer set inside the marks: «Мы придём, — сказала она, — завтра»."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.quotations import without_incises
from onrecord.matching.incises import incises
from onrecord.matching.lexicon import languages_of
from onrecord.text.patterns import lazy

_DASHED = lazy(
    r"(?:(?<=\s)[—–―-](?=\s)|[—―](?=\w))\s*(?P<words>[^—–―\n]{2,160}?)[,.!?…]?\s*(?:[—–―]|(?<=\s)-(?=\s))"
)


def clauses_in(wording: str) -> Iterator[tuple[int, int]]:
    """Where they stand in a wording, with the commas and dashes around them: start and end, in ascending order."""
    for start, end in incises(wording, 0, len(wording), languages_of(wording)):
        yield end - len(wording[start:end].lstrip()), start + len(wording[start:end].rstrip())


def without_clauses(wording: str) -> tuple[str, ...]:
    """The wordings that may be the speaker's without them, by the stop that may have stood in their place; none where it has
    no such clause."""
    stretches = without_incises(wording, (0, len(wording)), languages_of(wording))
    if len(stretches) < 2:
        return ()
    return tuple(
        [between.join(wording[start:end] for start, end in stretches) for between in (" ", ", ", ". ")]
    )


def lost_clause(wording: str, proposed: str) -> bool:
    """Whether words between dashes, which may tell who speaks by a verb that nobody has listed, are gone in a wording made of
    it. Not in English, where they are the speaker's."""
    if "en" in languages_of(wording):
        return False
    return any(match["words"] not in proposed for match in _DASHED.finditer(wording))
