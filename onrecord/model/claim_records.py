"""Claims as they are read: what statements say of them, how they bear on each other, what examining them found."""

from __future__ import annotations

from onrecord.model.record import Told, record
from onrecord.model.records import Json, Quote, SpeakerRef
from onrecord.model.vocabulary import STANCES


@record()
class Position:
    """What a statement says of a claim; `quote` is the attribution to cite for it."""

    stance: str
    note: str | None
    quote: Quote

    def as_json(self) -> Json:
        return {"stance": self.stance, "note": self.note, **self.quote.as_json()}


@record()
class RelatedClaim:
    """A claim that this one contradicts or supports, or that supports this one."""

    kind: str
    key: str
    text: str

    def as_json(self) -> Json:
        return {"kind": self.kind, "claim": self.key, "text": self.text}


@record()
class AlikeClaim(Told):
    """A claim worded nearly like another; `opposed` where one of them has a negation that the other lacks."""

    key: str
    text: str
    opposed: bool


@record()
class VerdictRecord:
    """Somebody's verdict on a claim; `source` is the citekey of where it stands."""

    reviewer: SpeakerRef
    verdict: str
    rating: float | None
    worst: float | None
    best: float | None
    published: str | None
    source: str | None

    @property
    def share(self) -> float | None:
        """Where the rating stands on its scale, 0 (worst) to 1; None where there is none."""
        if self.rating is None or self.worst is None or self.best is None or self.best == self.worst:
            return None
        return (self.rating - self.worst) / (self.best - self.worst)

    def on_its_scale(self) -> str | None:
        """The rating in words; None where there is none."""
        if self.rating is None:
            return None
        return f"{self.rating:g} on a scale from {self.worst:g} to {self.best:g}"

    def as_json(self) -> Json:
        return {
            "reviewer": self.reviewer.name,
            "reviewer_slug": self.reviewer.slug,
            "verdict": self.verdict,
            "rating": self.rating,
            "worst": self.worst,
            "best": self.best,
            "published": self.published,
            "source": self.source,
        }


@record()
class StanceEntry(Told):
    """What a statement says of a claim, by itself. `ref` names it: KEY/CLAIM."""

    ref: str
    statement: str
    statement_text: str
    claim: str
    claim_text: str
    stance: str
    note: str | None


@record()
class LinkEntry(Told):
    """How a claim bears on another, by itself. `ref` names it: CLAIM/CLAIM, with .1 and .2 where there are two."""

    ref: str
    claim: str
    claim_text: str
    kind: str
    other: str
    other_text: str


@record()
class VerdictEntry:
    """Somebody's verdict, by itself. `ref` names it: CLAIM/REVIEWER, with @CITEKEY where it stands in a source."""

    ref: str
    claim: str
    claim_text: str
    verdict: VerdictRecord

    def as_json(self) -> Json:
        return {
            "ref": self.ref,
            "claim": self.claim,
            "claim_text": self.claim_text,
            **self.verdict.as_json(),
        }


@record()
class ClaimRecord:
    """A claim with everything that is said of it."""

    key: str
    text: str
    note: str | None
    positions: tuple[Position, ...]
    related: tuple[RelatedClaim, ...]
    verdicts: tuple[VerdictRecord, ...] = ()

    def having(self, stance: str) -> list[Position]:
        """The positions that take this stance."""
        return [position for position in self.positions if position.stance == stance]

    def as_json(self) -> Json:
        return {
            "key": self.key,
            "text": self.text,
            "note": self.note,
            **{stance: [one.as_json() for one in self.having(stance)] for stance in STANCES},
            "links": [one.as_json() for one in self.related],
            "verdicts": [verdict.as_json() for verdict in self.verdicts],
        }
