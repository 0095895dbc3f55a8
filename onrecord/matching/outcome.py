"""What comparing a wording with a source gives."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.matching.diff import DiffPart


class Outcome(StrEnum):
    """The outcomes of the matching contract. The first three verify a wording; no other one does."""

    exact = "exact"
    typographic = "typographic"
    elided = "elided"
    altered = "altered"
    ambiguous = "ambiguous"
    absent = "absent"
    not_checkable = "not_checkable"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of the untouched text: code points, `end` exclusive."""

    start: int
    end: int


Chain = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How a wording stands in a source; all offsets are those of the untouched text.

    `spans`: the place, one span a fragment; empty unless the wording is verified.
    `places`: where the outcome is ambiguous, the candidates, at most `MOST_PLACES` of them.
    `left_out`: for an elided wording, the source's text between the fragments, where there is any;
    `negation_dropped` says that it holds a negation.
    `nearest`, `diff`: for an altered wording, the nearest passage and how it differs.
    `warnings`: sentences for the reader, without a full stop.
    """

    outcome: Outcome
    spans: Chain = ()
    places: tuple[Chain, ...] = ()
    left_out: tuple[str, ...] = ()
    negation_dropped: bool = False
    nearest: Span | None = None
    diff: tuple[DiffPart, ...] = ()
    warnings: tuple[str, ...] = ()
