"""What comparing a wording with a source gives."""

from enum import StrEnum

from onrecord.matching.diff import DiffPart
from onrecord.model.record import record


class Outcome(StrEnum):
    """The outcomes of the matching contract. Those of `VERIFIED` verify a wording; no other one does.

    `drifted` is none of one text alone: it stands in the copy that it was recorded from, and no more in the newest.
    """

    exact = "exact"
    typographic = "typographic"
    interrupted = "interrupted"
    bracketed = "bracketed"
    elided = "elided"
    drifted = "drifted"
    inverted = "inverted"
    stitched = "stitched"
    altered = "altered"
    ambiguous = "ambiguous"
    absent = "absent"
    not_checkable = "not_checkable"


VERIFIED = frozenset(
    {Outcome.exact, Outcome.typographic, Outcome.interrupted, Outcome.bracketed, Outcome.elided}
)
# What a person who knows better may accept, with a reason.
ACCEPTABLE = frozenset({Outcome.elided, Outcome.inverted})
FROM_BEST_TO_WORST = tuple(Outcome)


@record()
class Span:
    """A range of the untouched text: code points, `end` exclusive."""

    start: int
    end: int

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)


Chain = tuple[Span, ...]


@record()
class Replaced:
    """What the writer put in brackets, and the source's text that it stands for: empty where it only adds."""

    bracket: str
    text: str


@record()
class Match:
    """How a wording stands in a source; all offsets are those of the untouched text.

    `spans`: the place, one span a fragment, where it is verified, inverted or stitched; else empty.
    `places`: where the outcome is ambiguous, the candidates, at most `MOST_PLACES` of them.
    `left_out`: the speaker's words that ellipses stand for. `replaced`: what brackets stand for.
    `clauses`: the reporting clauses that break the words off.
    `hangs_on`: for an inverted wording, the words on which its sense hangs and which it lacks, or which it adds.
    `nearest`, `diff`: for an altered wording, the nearest passage and how it differs.
    `around_changed`: the quoted parts of a mixed quotation stand there, the words around them do not.
    `warnings`: sentences for the reader, without a full stop.
    """

    outcome: Outcome
    spans: Chain = ()
    places: tuple[Chain, ...] = ()
    left_out: tuple[str, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    clauses: tuple[str, ...] = ()
    hangs_on: tuple[str, ...] = ()
    nearest: Span | None = None
    diff: tuple[DiffPart, ...] = ()
    around_changed: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def verified(self) -> bool:
        return self.outcome in VERIFIED
