"""Transcripts, subtitles and marked-up speech: the format itself says who speaks, and nothing is left to guess."""

from onrecord.extract.proposal import Mention, Proposal
from onrecord.ingest.document import Document

# Not 1: a transcript may be wrong about its speakers, and its names are short.
CONFIDENCE = 0.95


def proposals_of(document: Document) -> list[Proposal]:
    """A direct statement for every turn of the document that holds words, with the printed name as its speaker."""
    found: list[Proposal] = []
    for turn in document.turns:
        start, end = _stripped(document.text, turn.start, turn.end)
        name = " ".join(turn.speaker.split())
        if not any(character.isalnum() for character in document.text[start:end]):
            continue
        found.append(
            Proposal(
                start=start,
                end=end,
                form="direct",
                speaker=Mention(name, None, None, name) if name else None,
                cue=None,
                group=len(found),
                confidence=CONFIDENCE,
                reason="the text is divided into turns, and names who speaks in this one"
                if name
                else "the text is divided into turns, and does not name who speaks in this one",
            )
        )
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
