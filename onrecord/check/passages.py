"""What a draft quotes: each passage in marks or in a block, who says it as the draft has it, and what is cited beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.check.draft import Cite, Draft
from onrecord.check.frames import voice
from onrecord.check.passage import LEAST_WORDS, Passage
from onrecord.check.signed import signed_blocks
from onrecord.check.voiced import contrasted, with_voice
from onrecord.extract import Proposal, extract
from onrecord.extract.layout import paragraphs_of
from onrecord.matching.places import holds_words
from onrecord.matching.sentences import rest_after, rest_before
from onrecord.text import marks
from onrecord.text.patterns import lazy

_PARAGRAPH = lazy(r"\n[^\S\n]*\n")


def passages_of(draft: Draft) -> list[Passage]:
    """The passages of a draft in its order. A passage within another is part of it."""
    text = draft.text
    passages: list[Passage] = []
    ranges = list(_ranges(draft))
    inside = _Inside([(start, end) for start, end, *_ in ranges])
    proposals = _Proposals(extract(text, author=draft.author))
    for number, (start, end, opens, block, signed) in enumerate(ranges):
        told = proposals.told(start, end)
        low, high = _sentence(text, opens, end)
        outside = inside.without(text, low, high)
        if block and not outside and not signed:
            outside = _introduction(text, opens)
        line, column = draft.line_and_column(opens)
        passage = Passage(
            start=start,
            end=end,
            line=line,
            column=column,
            wording=text[start:end],
            block=block,
            outside=outside,
            before=inside.without(text, low, opens),
            after=inside.without(text, end, high),
            earlier=text[max(0, start - _FAR) : start],
            cites=_beside(draft, inside, number),
            joins=_joins(text, proposals, told, inside, start),
            opening="" if block else text[opens : opens + 1],
        )
        passages.append(contrasted(with_voice(passage, told, signed, voice(text, start, end))))
    return passages


_FAR = 1_500


def _ranges(draft: Draft) -> Iterator[tuple[int, int, int, bool, str | None]]:
    """Start, end, where the marks begin, whether it is a block, and who signs it, in order of the text."""
    text = draft.text
    ranges: list[tuple[int, int, int, bool, str | None]] = []
    blocks = sorted(draft.blocks)
    paragraphs = list(_parts(text, 0, len(text))) if draft.flows else list(paragraphs_of(text))
    for low, last, who in signed_blocks(text, draft.blocks):
        for first, end in _parts(text, low, last):
            bare = marks.strip_outer_marks(text[first:end])
            shift = text.find(bare, first)
            if holds_words(bare):
                ranges.append((shift, shift + len(bare), first, True, who))
    for low, high in paragraphs:
        for pair in marks.pairs_in(text, low, high):
            start, end = _trimmed(text, *pair.inside)
            block = bisect_right(blocks, (pair.start, len(text) + 1)) - 1
            in_block = block >= 0 and pair.start < blocks[block][1]
            if start < end and not in_block and (pair.closing is not None or _counts_open(text, start, end)):
                ranges.append((start, end, pair.start, False, None))
    return iter(sorted(ranges))


def _counts_open(text: str, start: int, end: int) -> bool:
    """Whether a mark that is never closed opens a quotation all the same: a paragraph of one that goes on."""
    return len(text[start:end].split()) >= LEAST_WORDS


def _parts(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    begins_at = low
    for gap in [*_PARAGRAPH.finditer(text, low, high), None]:
        start, end = _trimmed(text, begins_at, gap.start() if gap else high)
        if start < end:
            yield start, end
        begins_at = gap.end() if gap else high


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold a passage, within the paragraph."""
    gaps = [gap.end() for gap in _PARAGRAPH.finditer(text, max(0, start - 4_000), start)]
    low = gaps[-1] if gaps else max(0, start - 4_000)
    after = _PARAGRAPH.search(text, end, end + 4_000)
    high = after.start() if after else min(len(text), end + 4_000)
    return rest_before(text, start, low), rest_after(text, end, high)


def _introduction(text: str, start: int) -> str:
    """The last sentence of the paragraph in front of a block quotation."""
    end = len(text[:start].rstrip())
    gaps = [gap.end() for gap in _PARAGRAPH.finditer(text, max(0, end - 2_000), end)]
    low = gaps[-1] if gaps else max(0, end - 2_000)
    return " ".join(text[rest_before(text, max(low, end - 1), low) : end].split())


class _Inside:
    """Where the words of all passages stand, in the order of the text."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self.ranges = ranges
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    def between(self, low: int, high: int) -> Sequence[tuple[int, int]]:
        """Those that have a part of a range of the text."""
        return self.ranges[bisect_right(self._ends, low) : bisect_left(self._starts, high)]

    def without(self, text: str, low: int, high: int) -> str:
        """A range of the text without the words of the passages in it."""
        pieces, behind = [], low
        for start, end in self.between(low, high):
            pieces.append(text[behind : max(behind, start)])
            behind = max(behind, end)
        pieces.append(text[behind:high] if behind < high else "")
        return " ".join("".join(pieces).split())


class _Proposals:
    """What the engine proposes of a draft."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._each = sorted(proposals, key=lambda proposal: proposal.start)
        self._starts = [proposal.start for proposal in self._each]
        self._longest = max((proposal.end - proposal.start for proposal in proposals), default=0)
        self._groups: dict[int, list[Proposal]] = {}
        for proposal in proposals:
            self._groups.setdefault(proposal.group, []).append(proposal)

    def told(self, start: int, end: int) -> Proposal | None:
        """What the engine says of a passage: that with a speaker, and the closest."""
        near = self._each[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]
        return min(
            (proposal for proposal in near if proposal.start < end and start < proposal.end),
            key=lambda proposal: (
                proposal.speaker is None,
                abs(proposal.start - start) + abs(proposal.end - end),
            ),
            default=None,
        )

    def together(self, proposal: Proposal) -> list[Proposal]:
        """Those of the same statement."""
        return self._groups[proposal.group]


def _beside(draft: Draft, inside: _Inside, number: int) -> tuple[Cite, ...]:
    """The citations that belong to a passage: those behind it up to the next, in its paragraph; else those in front of it, in
    its sentence."""
    text = draft.text
    start, end = inside.ranges[number]
    following = inside.ranges[number + 1][0] if number + 1 < len(inside.ranges) else len(text)
    gap = _PARAGRAPH.search(text, end, following)
    # A citation may stand in a line of its own behind a block.
    limit = gap.start() if gap else following
    behind = draft.cites_between(end, limit)
    if behind and (near := [cite for cite in behind if _one_sentence(text, end, cite.at)]):
        return tuple(near)
    low, _ = _sentence(text, start, end)
    previous = inside.ranges[number - 1][1] if number else 0
    return tuple(draft.cites_between(max(low, previous), start))


def _one_sentence(text: str, end: int, cited_at: int) -> bool:
    """Whether a citation goes with the passage that ends at `end`: no sentence has begun and ended between."""
    between = text[end:cited_at]
    return len(re.findall(r"[.!?…]\s+\w", between)) <= (1 if len(between.split()) < 4 else 0)


def _joins(
    text: str,
    proposals: _Proposals,
    told: Proposal | None,
    inside: _Inside,
    start: int,
) -> tuple[str, ...]:
    """The wordings that one quotation is broken into by its reporting clause, where this is one of them."""
    if told is None:
        return ()
    group = proposals.together(told)
    near = inside.between(min(proposal.start for proposal in group), max(proposal.end for proposal in group))
    ranges = [
        (first, last)
        for first, last in near
        if any(proposal.start < last and first < proposal.end for proposal in group)
    ]
    if len(ranges) < 2 or (start not in [first for first, _ in ranges]):
        return ()
    runs: list[list[tuple[int, int]]] = [[ranges[0]]]
    for before, after in pairwise(ranges):
        ends = text[before[0] : before[1]].rstrip().endswith((".", "!", "?", "…", "。", "！", "？"))
        between = text[before[1] : after[0]]
        goes_on = not ends and not re.search(r"[.!?…:：]\s*[\"“«„‘(]?\s*\Z", between)
        if goes_on and not _PARAGRAPH.search(between):
            runs[-1].append(after)
        else:
            runs.append([after])
    mine = next(run for run in runs if start in [first for first, _ in run])
    return tuple([text[first:last] for first, last in mine]) if len(mine) > 1 else ()
