"""What is told of a mention: who it stands for, and who spoke before it."""

from onrecord.extract.cast import Entity, Kind
from onrecord.model.record import record, replace


@record()
class Resolved:
    """Who a mention stands for. `entity` is None for somebody without a name in the text.

    `several`: it stands for several who speak together, each of whom `canonical` names. `unresolved`: it is a pronoun, and
    nobody can tell whose; `canonical` is the pronoun. `either`: it is one word that may be the name of a person or of an
    organisation; pronouns may still stand for it as for a person. `office`: it is whoever holds an office ("the Prime Minister").
    """

    canonical: str
    kind: Kind
    unnamed: bool
    confidence: float
    reason: str
    entity: Entity | None = None
    several: bool = False
    unresolved: bool = False
    either: bool = False
    office: bool = False

    @property
    def proposed_kind(self) -> Kind:
        """The kind that is proposed: no person is made of a word that may be a company's name, nor of an office."""
        if self.office:
            return "office"
        return "organisation" if self.either else self.kind

    def again(self, confidence: float, reason: str) -> "Resolved":
        """The same one, for another reason."""
        return replace(self, confidence=confidence, reason=reason)


@record()
class Spoken:
    """Who spoke last, and where in the text what they said ended."""

    who: Resolved
    until: int
