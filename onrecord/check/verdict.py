"""What checking a passage of a draft gives."""

from __future__ import annotations

from enum import StrEnum

from onrecord.check.passage import Passage
from onrecord.matching import DiffPart
from onrecord.model.record import record
from onrecord.model.records import Json


class Kind(StrEnum):
    """The outcomes, the gravest first. Only `verified` says that all is well."""

    denied = "denied"
    other_speaker = "other-speaker"
    inverted = "inverted"
    stitched = "stitched"
    altered = "altered"
    not_found = "not-found"
    wrong_place = "wrong-place"
    doubtful = "doubtful"
    unrecorded = "unrecorded"
    verified = "verified"

    @property
    def gravity(self) -> int:
        """0 is the gravest."""
        return tuple(Kind).index(self)

    @property
    def label(self) -> str:
        """As it is printed: "other speaker"."""
        return self.value.replace("-", " ")

    def fails(self, *, strict: bool) -> bool:
        """Whether a draft with it does not pass; `strict`: what nobody has recorded does not pass either."""
        return self.gravity < Kind.unrecorded.gravity or (strict and self is Kind.unrecorded)


@record(kw_only=True)
class Verdict:
    """The judgement of one passage.

    `outcome` is that of the matching contract (None: nothing was compared). `ref` is the attribution it was compared with,
    `source` the citekey of the source; `speaker` who says it there. `diff` is how the words differ, in a line, and `parts` the same apart. `sentence` tells a person what is wrong. `printed` is
    what stands in the source instead, where it is told apart by typography or words alone; `around` the passage there with what
    stands around it. `unchecked` is what of the places that the draft cites nobody can tell. `command` records what nobody has recorded. `snapshot` is the stored copy that it was compared with (None:
    the record alone), and `at` where in its text the passage begins.
    """

    passage: Passage
    kind: Kind
    sentence: str
    outcome: str | None = None
    ref: str | None = None
    source: str | None = None
    speaker: str | None = None
    diff: str | None = None
    parts: tuple[DiffPart, ...] = ()
    printed: str | None = None
    around: str | None = None
    remarks: tuple[str, ...] = ()
    command: str | None = None
    unchecked: str = ""
    snapshot: int | None = None
    at: int | None = None

    def as_json(self) -> Json:
        passage = self.passage
        return {
            "line": passage.line,
            "column": passage.column,
            "kind": self.kind.value,
            "text": passage.wording,
            "named_speaker": passage.speaker,
            "cited": [cite.key for cite in passage.cites],
            "polarity": passage.polarity,
            "outcome": self.outcome,
            "sentence": self.sentence,
            "ref": self.ref,
            "source": self.source,
            "speaker": self.speaker,
            "diff": self.diff,
            "printed": self.printed,
            "around": self.around,
            "remarks": list(self.remarks),
            "command": self.command,
            "unchecked": self.unchecked,
        }


@record()
class Report:
    """All of a draft: the verdicts in its order, and how many passages were counted and not judged. `notes` are sentences on what
    of the draft could not be looked up."""

    verdicts: tuple[Verdict, ...]
    mentions: int = 0
    titles: int = 0
    ignored: int = 0
    notes: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many of each kind there are, the gravest first; kinds that do not occur are left out."""
        kinds = [verdict.kind for verdict in self.verdicts]
        return {kind.value: kinds.count(kind) for kind in Kind if kind in kinds}

    def fails(self, *, strict: bool) -> bool:
        return any(verdict.kind.fails(strict=strict) for verdict in self.verdicts)

    def as_json(self) -> Json:
        return {
            "passages": [verdict.as_json() for verdict in self.verdicts],
            "summary": self.counts(),
            "not_judged": {"mentions": self.mentions, "titles": self.titles, "ignored": self.ignored},
            "notes": list(self.notes),
        }
