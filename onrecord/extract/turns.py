"""Transcripts, subtitles and marked-up speech: the format itself says who speaks, and nothing is left to guess."""

from collections.abc import Sequence

from onrecord.extract.proposal import Mention, Proposal
from onrecord.ingest.document import Document, Turn
from onrecord.ingest.labels import is_placeholder
from onrecord.model.record import replace
from onrecord.text.marks import strip_outer_marks
from onrecord.text.patterns import lazy

# Not 1: a transcript may be wrong about its speakers, and its names are short.
CONFIDENCE = 0.95
# Nobody can tell whether it is narration.
UNSURE = 0.5
# Whoever "SPEAKER_00" is, a person says; until then nothing is accepted in bulk.
UNNAMED = 0.5
SIGNED = 0.9
# What is heard and not said, in front of the words or behind them: "(Laughter.)", "[APPLAUSE]", "♪ la la ♪".
_HEARD = (
    r"(?:\[[^\[\]]{1,200}\]|\([^\W\d_][^()\s]*(?:\s[^()\s]+){0,3}\)|（[^（）]{1,20}）|[♪♫][^♪♫]{0,300}[♪♫])"
)
_HEARD_BEFORE = lazy(rf"(?:{_HEARD}\s*)+")
_HEARD_BEHIND = lazy(rf"{_HEARD}[.!?]?")
_OPENS = {")": "(", "]": "[", "）": "（", "♪": "♪", "♫": "♫"}
_ENDS = frozenset('.!?…。！？"”’»)]♪')
# Between a quotation and the name below it stand a dash and white space.
_NEAR = 80
_REASONS = (
    "does not name who speaks in this one",
    "names who speaks in this one",
    "has a label where the name of who speaks in this one would stand",
)


def proposals_of(document: Document) -> list[Proposal]:
    """A direct statement for every turn of the document that holds words, with the printed name as its speaker."""
    proposals: list[Proposal] = []
    for turn in document.turns:
        start, end = _without_heard(document.text, *_stripped(document.text, turn.start, turn.end))
        start, end = _without_marks(document.text, start, end)
        name = " ".join(turn.speaker.split())
        if not any(character.isalnum() for character in document.text[start:end]):
            continue
        printed = " ".join((turn.printed or turn.speaker).split())
        unnamed = turn.unnamed or is_placeholder(name)
        confidence = UNNAMED if unnamed else CONFIDENCE
        reason = f"the text is divided into turns, and {_REASONS[bool(name) + unnamed]}"
        if turn.unsure:
            confidence, reason = (
                min(confidence, UNSURE),
                f"{reason}; no label stands before this paragraph, which may be narration",
            )
        proposals.append(
            Proposal(
                start=start,
                end=end,
                form="direct",
                speaker=Mention(printed, None, None, name) if name else None,
                cue=None,
                group=len(proposals),
                confidence=confidence,
                reason=reason,
                unnamed=unnamed,
            )
        )
    return proposals


def with_blocks(document: Document, proposals: list[Proposal]) -> list[Proposal]:
    """What rules found, and the block quotations that somebody signs, which are their words and nobody else's.

    What rules give to somebody of a block quotation that nobody signs is direct: the block is the mark.
    """
    signed = [block for block in document.blocks if block.speaker]
    group = max((proposal.group for proposal in proposals), default=0)
    kept = [
        _direct(proposal, document.blocks)
        for proposal in proposals
        if not any(_touch(proposal, block) for block in signed)
    ]
    for number, block in enumerate(signed, start=1):
        start, end = _without_marks(document.text, *_stripped(document.text, block.start, block.end))
        if start >= end:
            continue
        place = _name_behind(document.text, end, block.speaker)
        above = document.text[:start].rstrip().rpartition("\n")[2] if place[0] is None else ""
        kept.append(
            Proposal(
                start=start,
                end=end,
                form="direct",
                speaker=Mention(block.speaker, *place, block.speaker),
                cue=None,
                group=group + number,
                confidence=SIGNED,
                reason="a block quotation, and the line above it names who wrote it"
                if block.speaker in above
                else "a block quotation with its author behind a dash",
            )
        )
    return sorted(kept, key=lambda proposal: (proposal.start, proposal.end))


def _without_heard(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the sounds and stage directions at either end; a piece in brackets behind no sentence is one of its words."""
    # "[We] open": in front of a small letter, brackets are part of the sentence.
    if (before := _HEARD_BEFORE.match(text, start, end)) and not text[
        before.end() : before.end() + 1
    ].islower():
        start = before.end()
    while start < end and (opens := _OPENS.get(text[end - 1])):
        offset = text.rfind(opens, start, end - 1)
        said = text[start : max(start, offset)].rstrip()
        # "We open (in May)": behind no sentence, brackets are part of it.
        if (
            offset < start
            or not _HEARD_BEHIND.fullmatch(text, offset, end)
            or (said and said[-1] not in _ENDS and not (opens in "♪♫" or text[offset + 1].isupper()))
        ):
            break
        end = start + len(said)
    return _stripped(text, start, end)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    bare = strip_outer_marks(text[start:end])
    offset = text.find(bare, start, end)
    return (offset, offset + len(bare)) if bare and offset >= 0 else (start, end)


def _touch(proposal: Proposal, block: Turn) -> bool:
    return proposal.start < block.end and block.start < proposal.end


def _direct(proposal: Proposal, blocks: Sequence[Turn]) -> Proposal:
    inside = (
        proposal.form == "indirect" and proposal.polarity == "asserted" and "after a colon" in proposal.reason
    )
    if inside and any(
        block.start <= proposal.start and proposal.end <= block.end for block in blocks if not block.unnamed
    ):
        return replace(
            proposal,
            form="direct",
            confidence=max(proposal.confidence, min(SIGNED, proposal.confidence + 0.2)),
        )
    return proposal


def _name_behind(text: str, end: int, name: str) -> tuple[int | None, int | None]:
    """Where the signature names somebody."""
    start = text.find(name, end, end + len(name) + _NEAR)
    return (start, start + len(name)) if start >= 0 else (None, None)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
