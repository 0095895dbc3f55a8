"""The decision on a passage: of all that was found for it, the one verdict that a writer is told.

Of several sources that have the words, the one that the draft cites decides; else the one that fits best, unless another
has the same speaker deny them.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.check.compared import Finding, case_alone, close, hangs_on_a_change
from onrecord.check.passage import Passage
from onrecord.check.people import Same
from onrecord.check.placed import Cited, cited_places, cited_statement_differs
from onrecord.check.verdict import Kind, Verdict
from onrecord.check.wording import sentence_of
from onrecord.matching import Match, Outcome
from onrecord.model.record import replace
from onrecord.text.patterns import lazy

# Behind what is asked, or in it.
_MARKS = ("?", "？", "؟")
_ASKS = lazy(r"[\s!.…]*[?？؟]")
ONLY_ASKED = "the source asks it, and the draft has it said"
# The share of words that a nearest passage must have in common.
LEAST_LIKE = 0.5


def decide(cited: Cited, passage: Passage, findings: Sequence[Finding]) -> Verdict:
    """The one verdict of all that was found."""
    standing = [finding for finding in findings if finding.stands]
    if not standing:
        return _not_standing(passage, findings)
    there = [finding for finding in standing if finding.citekey in cited.citekeys]
    best = _best(there or standing)
    unchecked = ""
    if cited.given and not there and best.kind.gravity >= Kind.wrong_place.gravity:
        named = ", ".join(cite.key for cite in passage.cites)
        unknown = f"; {', '.join(cited.unknown)} is not on record" if cited.unknown else ""
        best = best.of(Kind.wrong_place, f"it stands in {best.citekey}, and the draft cites {named}{unknown}")
    elif there and best.kind in (Kind.verified, Kind.unrecorded):
        place = cited_places(
            cited, passage.cites, [finding for finding in there if finding.kind.gravity >= best.kind.gravity]
        )
        unchecked = place.unchecked
        if differs := cited_statement_differs(cited, standing) or place.wrong:
            best = best.of(Kind.wrong_place, differs)
    if best.kind is Kind.verified and (against := _against(best, standing)):
        best = best.of(Kind.doubtful, against)
    verdict = sentence_of(passage, best)
    return (
        verdict
        if not unchecked
        else replace(
            verdict,
            sentence=f"{verdict.sentence}; {unchecked}",
            remarks=(*verdict.remarks, unchecked),
            unchecked=unchecked,
        )
    )


def _best(standing: Sequence[Finding]) -> Finding:
    """The one that fits best. What is told of somebody for certain goes before what is merely not contradicted."""

    def fits(finding: Finding) -> tuple[int, int]:
        good = finding.kind.gravity
        if not finding.sure and finding.kind in (Kind.unrecorded, Kind.doubtful):
            good = -1
        return good, finding.quote is not None

    best = max(standing, key=fits)
    grave = [
        finding
        for finding in standing
        if finding.kind in (Kind.denied, Kind.other_speaker) and finding.quote is not None
    ]
    # Words that the record gives to another are not cleared by a text that names nobody.
    return min(grave, key=lambda finding: finding.kind.gravity) if grave and not best.sure else best


def _against(best: Finding, standing: Sequence[Finding]) -> str:
    """What speaks against a quotation that stands: another source has the same speaker deny it, or it is misattributed."""
    for finding in standing:
        if finding.kind is Kind.denied and finding.speaker_id == best.speaker_id:
            return f"{finding.citekey} has {finding.speaker} deny it"
        if (
            finding.quote is not None
            and finding.quote.status == "misattributed"
            and finding.speaker_id == best.speaker_id
        ):
            return f"misattributed by {finding.citekey}: {finding.quote.status_reason}"
    return ""


def _not_standing(passage: Passage, findings: Sequence[Finding]) -> Verdict:
    grave = [
        finding
        for finding in findings
        if finding.kind in (Kind.inverted, Kind.stitched) and finding.match.spans
    ]
    near = sorted((finding for finding in findings if close(finding) >= LEAST_LIKE), key=close, reverse=True)
    whole = [finding for finding in grave if finding.match.outcome is not Outcome.altered]
    if whole:
        return sentence_of(passage, min(whole, key=lambda finding: finding.kind.gravity))
    if near:
        asked = near[0].kind is Kind.altered and is_only_asked(passage, near[0])
        return sentence_of(passage, near[0].of(Kind.inverted, ONLY_ASKED) if asked else near[0])
    return Verdict(
        passage=passage, kind=Kind.not_found, sentence="stands in no recorded statement and in no stored copy"
    )


def is_only_asked(passage: Passage, finding: Finding) -> bool:
    """Whether the source ends in a question mark what the draft has without one, in other words."""
    place = finding.range
    if place is None or case_alone(finding.match) or any(mark in passage.wording for mark in _MARKS):
        return False
    return _ASKS.match(finding.text, place[1]) is not None or finding.text[: place[1]].endswith(_MARKS)


def _kind_of(match: Match) -> Kind:
    if match.outcome is Outcome.inverted or (match.outcome is Outcome.altered and hangs_on_a_change(match)):
        return Kind.inverted
    if match.outcome is Outcome.stitched:
        return Kind.stitched
    return Kind.altered


def differing(finding: Finding, same: Same) -> Finding:
    """What it comes to where other words stand."""
    kind = _kind_of(finding.match)
    if same is not Same.no:
        return finding.of(kind)
    if kind is Kind.altered and case_alone(finding.match):
        # Who is a graver matter than a capital letter.
        return finding.of(Kind.other_speaker, sure=True)
    return finding.of(kind, f"there it is {finding.speaker} who says it")
