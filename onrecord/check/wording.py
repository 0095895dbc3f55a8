"""Verdicts in words, and the command that records what nobody has recorded."""

from __future__ import annotations

from onrecord.check.compared import Finding, case_alone
from onrecord.check.passage import Passage
from onrecord.check.verdict import Kind, Verdict
from onrecord.matching import render_diff, told
from onrecord.text.signs import MARKS


def sentence_of(passage: Passage, finding: Finding) -> Verdict:
    """The verdict that a finding comes to."""
    match, place = finding.match, finding.range
    diff = render_diff(match.diff) if match.diff and finding.kind in (Kind.altered, Kind.inverted) else None
    single = len(match.spans) == 1 or match.nearest is not None
    return Verdict(
        passage=passage,
        kind=finding.kind,
        sentence=_sentence(passage, finding, diff),
        outcome=str(match.outcome),
        ref=finding.quote.ref if finding.quote else None,
        source=finding.citekey,
        speaker=finding.speaker,
        diff=diff,
        parts=match.diff if diff else (),
        printed=finding.text[slice(*place)] if place and single else None,
        around=_around(finding, place) if place else None,
        remarks=(*told(match), *finding.why),
        command=_command(passage, finding) if finding.kind is Kind.unrecorded else None,
        snapshot=finding.copy.id if finding.copy else None,
        at=place[0] if place else None,
    )


def _sentence(passage: Passage, finding: Finding, diff: str | None) -> str:
    where = finding.quote.ref if finding.quote else finding.citekey
    who = finding.speaker or "somebody whom the text does not name"
    why = "; ".join(finding.why or told(finding.match))
    match finding.kind:
        case Kind.denied:
            return f"{where} has {who} deny it, or not say it"
        case Kind.other_speaker:
            named = passage.speaker or "somebody else"
            return f"the draft gives it to {named}, {where} to {who}"
        case Kind.inverted | Kind.altered if diff:
            if case_alone(finding.match):
                letter = passage.wording.lstrip(MARKS)[:1]
                why = f"a first letter of another case stands in brackets: “[{letter}]…”"
            else:
                why = "; ".join(finding.why)
            return f"{where} has it otherwise: {diff}" + (f"; {why}" if why else "")
        case Kind.stitched | Kind.inverted | Kind.altered:
            return f"{where}: {why}" if why else f"{where} has it otherwise"
        case Kind.verified:
            return f"{where}, {finding.match.outcome}" + (f": {why}" if why else "")
        case Kind.unrecorded:
            return f"stands in {where}, and nobody has recorded it"
        case _:
            return f"{where}: {why}" if finding.kind is Kind.doubtful else why


# Parts that stand further apart, in characters, are shown apart.
_FAR = 600


def _around(finding: Finding, place: tuple[int, int]) -> str | None:
    """What stands around it in the copy."""
    if finding.copy is None:
        return None
    spans = sorted(finding.match.spans)
    if len(spans) > 1 and place[1] - place[0] > _FAR:
        return " […] ".join(finding.copy.around(span.start, span.end) for span in spans)
    return finding.copy.around(*place)


def _command(passage: Passage, finding: Finding) -> str:
    who = finding.speaker or passage.speaker
    by = f" --by {_quoted(who)}" if who else " --by SPEAKER"
    words = " ".join(passage.compared.split())
    return f"onrecord add quote {_quoted(words)}{by} --in {finding.citekey}"


def _quoted(word: str) -> str:
    """A word as a shell takes it; control characters, which a terminal would act on, are gone."""
    plain = "".join(letter for letter in word if letter.isprintable())
    return "'" + plain.replace("'", "'\"'\"'") + "'"
