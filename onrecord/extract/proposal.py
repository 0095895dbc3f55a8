"""What extraction proposes: statements that a text attributes to somebody, each with its exact place."""

from typing import Literal

from onrecord.model.record import record
from onrecord.text.polarity import Polarity

Form = Literal["direct", "mixed", "indirect"]
Kind = Literal["person", "organisation", "group", "office"]


@record()
class Mention:
    """Somebody as the text names them. `canonical` is their fullest name in the text, as far as it can be told.

    Offsets are code points into the text, end exclusive; None where the words do not stand in it (an author who
    says "I"). `unresolved`: a pronoun of which the text does not tell whom it stands for; it is its own `canonical` then.
    """

    text: str
    start: int | None
    end: int | None
    canonical: str
    unresolved: bool = False


@record()
class Hop:
    """A relay between the speaker and the text ("according to KCNA")."""

    speaker: Mention
    cue: str | None = None


@record(kw_only=True)
class Proposal:
    """One stretch of a text that somebody says, according to the text.

    `start` and `end` are code points into the text, end exclusive, without the quotation marks around the whole.
    Stretches of one interrupted statement share `group`. `speaker` is None where the text does not say who speaks.
    `via` runs from the hop nearest to the speaker outwards and does not hold the speaker. `kind` and `unnamed` say
    what sort of speaker it is; `said` is an EDTF date with its basis ("stated" or "inferred"). `polarity` says whether
    the speaker asserts the words, denies them, does not say them or asks them. `confidence` is between 0 and 1 (at most
    0.6 for what is not asserted), and `reason` says in words what it rests on.
    """

    start: int
    end: int
    form: Form
    speaker: Mention | None
    cue: str | None
    cue_start: int | None = None
    via: tuple[Hop, ...] = ()
    group: int
    confidence: float
    reason: str
    kind: Kind = "person"
    unnamed: bool = False
    said: str | None = None
    said_basis: Literal["stated", "inferred"] | None = None
    polarity: Polarity = "asserted"

    def as_json(self) -> dict[str, object]:
        """The fields of a line of `extract --jsonl`; `via` gives names, nearest to the speaker first.

        `speaker_canonical` is None where nobody is named by it: a pronoun that stands for nobody known.
        """
        speaker = self.speaker
        return {
            "start": self.start,
            "end": self.end,
            "form": self.form,
            "polarity": self.polarity,
            "speaker_text": speaker.text if speaker else None,
            "speaker_start": speaker.start if speaker else None,
            "speaker_end": speaker.end if speaker else None,
            "speaker_canonical": speaker.canonical if speaker and not speaker.unresolved else None,
            "unresolved": speaker is not None and speaker.unresolved,
            "cue_text": self.cue,
            "via": [hop.speaker.canonical for hop in self.via],
            "group": self.group,
            "confidence": self.confidence,
            "reason": self.reason,
            "kind": self.kind,
            "unnamed": self.unnamed,
            "said": self.said,
            "said_basis": self.said_basis,
        }
