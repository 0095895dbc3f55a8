"""Whose words a stored copy has at a place: as its sentences, its turns and its author tell."""

from __future__ import annotations

from onrecord.check.frames import Voice, voice
from onrecord.check.texts import Copy
from onrecord.extract import Proposal
from onrecord.model.record import record


@record()
class Told:
    """Who says something by a stored text: as the engine has it (`proposal`), or a frame of a language without capitals."""

    who: str | None
    proposal: Proposal | None = None
    framed: Voice | None = None


def told_by(copy: Copy, start: int, end: int) -> Told:
    """Who says what stands there, as the text has it."""
    proposal = copy.told(start, end)
    framed = voice(copy.text, *copy.ready.speech.limits_at(start)) if copy.is_quoted(start, end) else None
    if proposal and proposal.speaker:
        return Told(proposal.speaker.canonical, proposal, framed)
    if copy.is_quoted(start, end):
        return Told(framed.who if framed else None, proposal, framed)
    if turn := copy.turn_of(start, end):
        return Told(turn)
    return Told(copy.authors[0] if len(copy.authors) == 1 else None, proposal)
