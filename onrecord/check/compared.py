"""How a passage of a draft and one place that it may come from compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.passages import Passage
from onrecord.check.texts import Copy
from onrecord.check.verdict import Kind
from onrecord.matching import Match
from onrecord.matching.lexicon import languages_of
from onrecord.matching.sense import holds_negation, negated_by_affix
from onrecord.matching.sentences import rest_before
from onrecord.model.record import record, replace
from onrecord.model.records import Quote


@record(kw_only=True)
class Finding:
    """A passage against one attribution (`quote`), or one stored copy alone. `text` is what was compared with; `start` and
    `end` the place in it. `sure`: the draft gives it to whom the source gives it, or to nobody."""

    match: Match
    citekey: str
    quote: Quote | None
    copy: Copy | None
    speaker: str | None
    speaker_id: int | None
    text: str
    kind: Kind = Kind.not_found
    why: tuple[str, ...] = ()
    sure: bool = True
    place: tuple[int, int] | None = None

    @property
    def stands(self) -> bool:
        """Whether its words stand there."""
        return self.match.verified or bool(self.match.places)

    @property
    def range(self) -> tuple[int, int] | None:
        """Where it stands, or the nearest passage."""
        if self.place is not None:
            return self.place
        chain = self.match.spans or (self.match.places[0] if self.match.places else ())
        if chain:
            return chain[0].start, chain[-1].end
        return (self.match.nearest.start, self.match.nearest.end) if self.match.nearest else None

    def of(self, kind: Kind, *why: str, sure: bool | None = None) -> Finding:
        return replace(self, kind=kind, why=why or self.why, sure=self.sure if sure is None else sure)

    def of_unsure(self, unsure: bool = True) -> Finding:
        return replace(self, sure=self.sure and not unsure)

    def at(self, start: int, end: int, speaker: str | None) -> Finding:
        return replace(self, place=(start, end), speaker=speaker)


def in_place(match: Match, quote: Quote) -> Iterator[str]:
    """What is wrong where words of a mixed quotation are quoted that are not its speaker's own."""
    if quote.form != "mixed" or not quote.spans:
        return
    own = [(span.start, span.end) for span in quote.spans if span.quoted]
    chain = match.spans or (match.places[0] if match.places else ())
    # A mark or stop may belong to either.
    if not all(any(low - 1 <= span.start and span.end <= high + 2 for low, high in own) for span in chain):
        yield f"not all of it stands in quotation marks in {quote.source.citekey}: part is the reporter’s wording"


def close(finding: Finding) -> float:
    """The share of words that an altered wording has in common with the nearest passage, 0 to 1."""
    same = changed = 0
    for part in finding.match.diff:
        length = max(len(part.source), len(part.given))
        same, changed = (same + length, changed) if part.kind == "same" else (same, changed + length)
    if finding.match.diff:
        return same / max(1, same + changed)
    return 0.5 if finding.match.spans or finding.match.warnings else 0.0


def hangs_on_a_change(match: Match) -> bool:
    """Whether what differs is a negation, or a word against its opposite."""
    changes = [part for part in match.diff if part.kind != "same"]
    here, there = " ".join(part.given for part in changes), " ".join(part.source for part in changes)
    whole = " ".join(part.source for part in match.diff)
    languages = languages_of(whole)
    return holds_negation(here, languages) != holds_negation(there, languages) or any(
        negated_by_affix(part.given, part.source) for part in changes if part.kind == "changed"
    )


# Words in front of a passage among which a negation turns its sense.
_NEAR = 4
_BREAKS = re.compile(r"[.,;:!?…—–()\"“”„«»]")


def negated_before(finding: Finding, passage: Passage) -> str:
    """What is wrong where the words right in front of the place negate it, and the draft leaves them out."""
    place = finding.range
    if place is None:
        return ""
    start = place[0]
    low = rest_before(finding.text, start, max(0, start - 400))
    clause = _BREAKS.split(finding.text[low:start])[-1]
    before = " ".join(clause.split()[-_NEAR:])
    if not before or not holds_negation(before, languages_of(finding.text[low : place[1]])):
        return ""
    own = " ".join(passage.before.split()[-8:])
    if own and holds_negation(own, languages_of(own)):
        return ""
    return f"the source has “{before}” in front of it, which turns its sense"
