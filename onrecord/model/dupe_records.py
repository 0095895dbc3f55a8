"""Records of speakers that may be one, and of what people found of them."""

from __future__ import annotations

from onrecord.model.record import Told, as_json, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.records import Json, SpeakerRef


@record()
class Shared:
    """What two speakers have in common on record: sources that quote both, works that both made, offices of both."""

    sources: tuple[str, ...]
    works: tuple[str, ...]
    offices: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.sources or self.works or self.offices)

    def as_json(self) -> Json:
        return {"sources": [*self.sources], "works": [*self.works], "offices": [*self.offices]}


@record()
class Dupe:
    """Two speakers that may be one: how likely, from 0 to 1, by which of their names, and why in words.

    `statements` are those of each; `judgement` is what somebody found before ("same", "unsure" …), with the reason.
    """

    first: SpeakerRef
    second: SpeakerRef
    score: float
    reason: str
    names: tuple[str, str]
    statements: tuple[int, int]
    shared: Shared
    judgement: str | None
    judged_because: str | None

    def as_json(self) -> Json:
        return {
            "first": as_json(self.first, "family", "given"),
            "second": as_json(self.second, "family", "given"),
            "score": self.score,
            "reason": self.reason,
            "names": [*self.names],
            "statements": [*self.statements],
            "shared": self.shared.as_json(),
            "judgement": self.judgement,
            "judged_because": self.judged_because,
        }


@record()
class JudgementRecord(Told):
    """What somebody found of two speakers, by their slugs: same, different or unsure."""

    first: str
    second: str
    judgement: str
    reason: str | None
