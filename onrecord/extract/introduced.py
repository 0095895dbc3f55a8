"""Block quotations that nobody signs: whoever the paragraph above introduces says all of them, however long it is."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import extract
from onrecord.model.record import replace
from onrecord.text.marks import strip_outer_marks
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.extract.proposal import Proposal
    from onrecord.ingest.document import Document, Turn

# Between the colon and the words stand white space and a mark.
_NEAR = 4
_BETWEEN = " \n“”„«»\"'"
_SURE, _SURE_BLOCK = 0.6, 0.9
_LONGEST_INTRODUCTION, _MOST_PARTS = 1_200, 12
_ENDS_SENTENCE = lazy(r"(?<=[.!?…。！？])\s+(?=\S)")
_COLONS = (":", "：")


def introduced(document: Document, proposals: list[Proposal], language: str | None) -> list[Proposal]:
    """What rules proposals, each block quotation that the words above it introduce whole, as what somebody says in it."""
    for block in document.blocks:
        if block.speaker or block.unnamed:
            continue
        start, end = _bounds(document.text, block)
        touching = [one for one in proposals if one.start < block.end and block.start < one.end]
        named = [one for one in touching if _is_named(one)]
        first = next((one for one in named if one.start - start <= _NEAR), None)
        if first is None and not named:
            first = _from_above(document.text, start, proposals, language)
        if first is None:
            continue
        # What else was proposals is within their words, or is the end of the introduction, taken for what is said.
        colon = len(document.text[:start].rstrip(_BETWEEN))
        ends = [one for one in proposals if one.form == "indirect" and one.end in (colon, colon - 1)]
        left_out = {id(one) for one in (*touching, *ends, first)}
        proposals = [one for one in proposals if id(one) not in left_out]
        sure = first.confidence if first.form == "direct" else min(_SURE_BLOCK, first.confidence + 0.2)
        proposals.append(replace(first, start=start, end=end, form="direct", confidence=round(sure, 2)))
    return sorted(proposals, key=lambda one: (one.start, one.end))


def _is_named(one: Proposal) -> bool:
    return (
        one.speaker is not None
        and one.polarity == "asserted"
        and "a colon" in one.reason
        and "name and" not in one.reason
    )


def _bounds(text: str, block: Turn) -> tuple[int, int]:
    words = text[block.start : block.end]
    bare = strip_outer_marks(words.strip())
    at = text.find(bare, block.start, block.end) if bare else -1
    return (at, at + len(bare)) if at >= 0 else (block.start, block.end)


def _from_above(text: str, start: int, proposals: list[Proposal], language: str | None) -> Proposal | None:
    """Whom the end of the paragraph above introduces, past all that it tells of them; None where it introduces nobody."""
    above = text[:start].rstrip(_BETWEEN)
    begin = above.rfind("\n\n") + 2 if "\n\n" in above else 0
    paragraph = above[begin:]
    if not paragraph.endswith(_COLONS) or len(paragraph) > _LONGEST_INTRODUCTION:
        return None
    sentence = begin + max((stop.end() for stop in _ENDS_SENTENCE.finditer(paragraph)), default=0)
    words = text[start : start + _LONGEST_INTRODUCTION].partition("\n\n")[0]
    for shorter in _shorter(above[sentence:]):
        trial = f"{shorter}\n\n{words}"
        for one in extract(trial, language=language):
            if one.start < len(shorter) + 2 or one.speaker is None or not _is_named(one) or one.unnamed:
                continue
            at = text.find(one.speaker.text, sentence, len(above))
            if at < 0:
                continue
            cue = text.find(one.cue, at, len(above)) if one.cue else -1
            return replace(
                one,
                speaker=replace(one.speaker, start=at, end=at + len(one.speaker.text)),
                cue_start=cue if cue >= 0 else None,
                confidence=min(one.confidence, _SURE),
                group=max((other.group for other in proposals), default=0) + 1,
                said=None,
                said_basis=None,
            )
    return None


def _shorter(sentence: str) -> Iterator[str]:
    """The sentence with ever less between its subject and what stands at its end: "Ann Lee, …, said in a letter …:"."""
    yield sentence
    parts = sentence.split(", ")
    if len(parts) > _MOST_PARTS:
        return
    words = sentence.split()
    for count in range(len(words) - 1, max(1, len(words) - _MOST_PARTS), -1):
        yield f"{' '.join(words[:count]).rstrip(',')}:"  # "Ann Lee wrote (to the board):"
    for last in range(len(parts) - 1, 0, -1):
        yield f"{parts[0]} {', '.join(parts[last:])}"
        for count in (1, 2):
            yield f"{parts[0]} {' '.join(parts[last].split()[:count])}:"
