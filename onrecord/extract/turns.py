"""Transcripts, subtitles and marked-up speech: the format itself says who speaks, and nothing is left to guess."""

from onrecord.extract.proposal import Mention, Proposal
from onrecord.ingest.document import Document
from onrecord.ingest.labels import is_placeholder

# Not 1: a transcript may be wrong about its speakers, and its names are short.
CONFIDENCE = 0.95
# Whoever "SPEAKER_00" is, a person says; until then nothing is accepted in bulk.
UNNAMED = 0.5
_REASONS = (
    "does not name who speaks in this one",
    "names who speaks in this one",
    "has a label where the name of who speaks in this one would stand",
)


def proposals_of(document: Document) -> list[Proposal]:
    """A direct statement for every turn of the document that holds words, with the printed name as its speaker."""
    found: list[Proposal] = []
    for turn in document.turns:
        start, end = _stripped(document.text, turn.start, turn.end)
        name = " ".join(turn.speaker.split())
        if not any(character.isalnum() for character in document.text[start:end]):
            continue
        printed = " ".join((turn.printed or turn.speaker).split())
        unnamed = turn.unnamed or is_placeholder(name)
        found.append(
            Proposal(
                start=start,
                end=end,
                form="direct",
                speaker=Mention(printed, None, None, name) if name else None,
                cue=None,
                group=len(found),
                confidence=UNNAMED if unnamed else CONFIDENCE,
                reason=f"the text is divided into turns, and {_REASONS[bool(name) + unnamed]}",
                unnamed=unnamed,
            )
        )
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
