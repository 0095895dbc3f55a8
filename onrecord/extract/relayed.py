"""What somebody else is quoted as saying within a turn: “Ann Lee: The mayor said, ‘We never agreed.’” is also the mayor, according to Ann Lee."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import extract
from onrecord.extract.proposal import Hop, Mention
from onrecord.ingest.labels import is_placeholder
from onrecord.ingest.narration_words import FIRST_OR_SECOND
from onrecord.model.record import replace
from onrecord.text.namekeys import name_words
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.extract.proposal import Proposal
    from onrecord.ingest.document import Document, Turn

# Whoever speaks from memory quotes nobody to the letter: a person decides.
_SUREST = 0.8
_HAS_MARKS = lazy('[“”„"«»‹›‘「『]')


def relayed(document: Document, language: str | None, group: int) -> list[Proposal]:
    """The quotations of others in the turns of a document, each by whom the words around it name, via whose turn it is.

    `group` is the first that is free.
    """
    proposals: list[Proposal] = []
    for turn in document.turns:
        if turn.unnamed or turn.unsure or is_placeholder(turn.speaker):
            continue
        if _HAS_MARKS.search(document.text, turn.start, turn.end):
            proposals += _of_turn(document.text, turn, language, group + len(proposals))
    return proposals


def _of_turn(text: str, turn: Turn, language: str | None, group: int) -> Iterator[Proposal]:
    name = " ".join(turn.speaker.split())
    passing_on = Hop(Mention(" ".join((turn.printed or name).split()), None, None, name))
    groups: dict[int, int] = {}
    for one in extract(text[turn.start : turn.end], author=name, language=language):
        if one.speaker is None or one.form == "indirect" or _is_of_the_talk(one.speaker, name):
            continue
        yield replace(
            one,
            start=one.start + turn.start,
            end=one.end + turn.start,
            speaker=_moved(one.speaker, turn.start),
            cue_start=one.cue_start + turn.start if one.cue_start is not None else None,
            via=(*(replace(hop, speaker=_moved(hop.speaker, turn.start)) for hop in one.via), passing_on),
            group=group + groups.setdefault(one.group, len(groups)),
            confidence=min(one.confidence, _SUREST),
            reason=f"{one.reason}; quoted in a turn of somebody else",
        )


def _is_of_the_talk(speaker: Mention, name: str) -> bool:
    """Whether it is whoever has the turn, or whoever is talked to: "I told them", "you wrote"."""
    return FIRST_OR_SECOND.fullmatch(speaker.text) is not None or (
        name_words(speaker.canonical) == name_words(name)
    )


def _moved(mention: Mention, by: int) -> Mention:
    if mention.start is None or mention.end is None:
        return mention
    return replace(mention, start=mention.start + by, end=mention.end + by)
