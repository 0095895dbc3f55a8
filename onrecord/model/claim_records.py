"""Claims as they are read: what statements say of them, how they bear on each other, what examining them found."""

from __future__ import annotations

from onrecord.model.record import record
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
class VerdictRecord:
    """Somebody's verdict on a claim; `source` is the citekey of where it stands."""

    reviewer: SpeakerRef
    verdict: str
    rating: float | None
    worst: float | None
    best: float | None
    published: str | None
    source: str | None

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
            "verdicts": [one.as_json() for one in self.verdicts],
        }
