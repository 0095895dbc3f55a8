"""What reading proposals gives: plain, immutable records."""

from __future__ import annotations

from onrecord.model.record import Told, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.records import Json

Stretches = tuple[tuple[int, int], ...]

# What a person added is told from what an engine found by this name.
BY_HAND = "person"
# Before the version or the name of a model: what only another program or a model says, which no one takes in bulk.
GIVEN, MODEL = "given", "llm"


def is_from_outside(engine: str) -> bool:
    """Whether this engine is none of ours."""
    return engine.partition(" ")[0] in (GIVEN, MODEL)


@record(kw_only=True)
class HopRecord(Told):
    """A relay between the speaker and the source. `slug` is the known speaker that a person chose for it."""

    speaker: str
    slug: str | None = None
    named_as: str | None = None
    cue: str | None = None
    kind: str = "organisation"
    unnamed: bool = False


@record(kw_only=True)
class ProposalRecord:
    """A statement that a source seems to give to somebody.

    `stretches` are code points into the stored text, end exclusive, in ascending order; `text` is what stands there,
    in one line, with an ellipsis between two stretches. `speaker` is None where the text does not say who speaks;
    `speaker_slug` is the known speaker that a person chose. `polarity` says whether that speaker asserts it, denies it,
    does not say it or asks it. `state` is open, accepted or rejected; `ref` names the
    attribution that came of an accepted one (KEY@CITEKEY). `proposed_at` is the place as it was first proposed: no two
    proposals of one stored copy share it, and it never changes.
    """

    id: int
    citekey: str
    state: str
    text: str
    stretches: Stretches
    form: str
    polarity: str
    speaker: str | None
    speaker_slug: str | None
    speaker_kind: str
    unnamed: bool
    named_as: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    via: tuple[HopRecord, ...]
    said: str | None
    said_basis: str | None
    locator: str
    confidence: float
    reason: str
    engine: str
    ref: str | None
    proposed_at: Stretches

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "source": self.citekey,
            "state": self.state,
            "text": self.text,
            "stretches": [list(stretch) for stretch in self.stretches],
            "form": self.form,
            "polarity": self.polarity,
            "speaker": self.speaker,
            "speaker_slug": self.speaker_slug,
            "speaker_kind": self.speaker_kind,
            "unnamed": self.unnamed,
            "named_as": self.named_as,
            "speaker_start": self.speaker_start,
            "speaker_end": self.speaker_end,
            "cue": self.cue,
            "via": [hop.as_json() for hop in self.via],
            "said": self.said,
            "said_basis": self.said_basis,
            "locator": self.locator,
            "confidence": self.confidence,
            "reason": self.reason,
            "engine": self.engine,
            "ref": self.ref,
            "proposed_at": [list(stretch) for stretch in self.proposed_at],
        }


@record(kw_only=True)
class Sheet:
    """A source opened for review: the stored text, its SHA-256, and its proposals in the order of the text."""

    citekey: str
    title: str | None
    text: str
    sha256: str
    proposals: tuple[ProposalRecord, ...]


@record(kw_only=True)
class Waiting:
    """A source with proposals, and how many of them are in which state."""

    citekey: str
    title: str | None
    open: int
    accepted: int
    rejected: int

    def as_json(self) -> Json:
        return {
            "source": self.citekey,
            "title": self.title,
            "open": self.open,
            "accepted": self.accepted,
            "rejected": self.rejected,
        }
