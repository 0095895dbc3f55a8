"""What a draft quotes: each passage in marks or in a block, who says it as the draft has it, and what is cited beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.check import aside, contrast, evidence, owned, scope, work_words, works
from onrecord.check.draft import Cite, Draft
from onrecord.check.expressed import polarity_of
from onrecord.check.frames import Voice, voice
from onrecord.check.signed import signed_blocks
from onrecord.extract import Proposal, extract
from onrecord.extract.layout import paragraphs_of
from onrecord.matching.places import holds_words
from onrecord.matching.sentences import rest_after, rest_before
from onrecord.model.record import record, replace
from onrecord.text import marks
from onrecord.text.fold import count_unspaced
from onrecord.text.patterns import lazy

# Of fewer words, and by nobody, it is a word mentioned or meant otherwise.
LEAST_WORDS = 4
# Characters of scripts without spaces that count as a word.
_LETTERS_A_WORD = 2
_SMALL = lazy(r"[^\W\d_]")
_PARAGRAPH = lazy(r"\n[^\S\n]*\n")


@record(kw_only=True)
class Passage:
    """A passage of a draft: the words between its marks, or a paragraph of a block quotation.

    `start` and `end` are those of the draft's text, end exclusive; `line` and `column` those of its file, where its marks
    begin. `speaker` is who says it by the draft, as fully as the draft names them; `named_as` as it names them here;
    `role_only`: by an office or a pronoun. `outside` is the sentence around it without what is quoted, `before` and `after` what of it stands
    in front and behind; `clause` what of that in front says what is done with the words; `earlier` the text of the paragraphs up to it. `joins`: the other passages that it breaks off with, in order. `opening` is
    its opening mark.
    """

    start: int
    end: int
    line: int
    column: int
    wording: str
    block: bool = False
    speaker: str | None = None
    named_as: str | None = None
    role_only: bool = False
    via: tuple[str, ...] = ()
    cue: str | None = None
    polarity: str = "asserted"
    attributed: bool = False
    outside: str = ""
    before: str = ""
    after: str = ""
    clause: str = ""
    earlier: str = ""
    cites: tuple[Cite, ...] = ()
    joins: tuple[str, ...] = ()
    opening: str = ""

    @property
    def words(self) -> int:
        """How many words it has; scripts without spaces are counted by their letters."""
        return len(self.wording.split()) + count_unspaced(self.wording) // _LETTERS_A_WORD

    @property
    def compared(self) -> str:
        """The words to look up: without the comma, or in the midst of a sentence of the draft's the stop, that is the draft's."""
        bare = self.wording.rstrip(",، ") if self.wording.rstrip().endswith((",", "،")) else self.wording
        starts = self.wording[:1]
        in_midst = bool(self.before) and self.before.rstrip(' “”«»„"')[-1:].isalnum() and starts.islower()
        if in_midst and bare.endswith(".") and not bare.endswith(".."):
            bare = bare[:-1]
        return bare if holds_words(bare) else self.wording

    @property
    def is_mention(self) -> bool:
        """Words mentioned, or meant otherwise: few of them, and nobody says them."""
        said = self.attributed and not (self.named_as and aside.is_of_anybody(self))
        if said and self.speaker is None:
            said = not evidence.is_weak(self)
        return not said and not self.cites and not self.block and self.words < LEAST_WORDS

    @property
    def is_title(self) -> bool:
        """Set as titles are, and nobody says it."""
        if aside.is_set_as_title(self, self.opening):
            return True
        words = [word for word in self.wording.split() if _SMALL.match(word)]
        long = [word for word in words if len(word) > 3]
        return (
            not (self.attributed or self.block)
            and 1 < len(words) <= 16
            and not self.wording.rstrip().endswith((".", "!", "…"))
            and all(word[0].isupper() for word in [words[0], *long])
            and sum(word[0].isupper() for word in words) > 1
        )


def passages_of(draft: Draft) -> list[Passage]:
    """The passages of a draft in its order. A passage within another is part of it."""
    text = draft.text
    found: list[Passage] = []
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
        found.append(_contrasted(_with_voice(passage, told, signed, voice(text, start, end))))
    return found


_FAR = 1_500
# The figure of a note that is set right behind a name.
_NOTE = lazy(r"(?<=[^\W\d_]{2})[\d¹²³⁰⁴-⁹]{1,3}\Z")


def _ranges(draft: Draft) -> Iterator[tuple[int, int, int, bool, str | None]]:
    """Start, end, where the marks begin, whether it is a block, and who signs it, in order of the text."""
    text = draft.text
    found: list[tuple[int, int, int, bool, str | None]] = []
    blocks = sorted(draft.blocks)
    paragraphs = list(_parts(text, 0, len(text))) if draft.flows else list(paragraphs_of(text))
    for low, last, who in signed_blocks(text, draft.blocks):
        for first, end in _parts(text, low, last):
            bare = marks.strip_outer_marks(text[first:end])
            shift = text.find(bare, first)
            if holds_words(bare):
                found.append((shift, shift + len(bare), first, True, who))
    for low, high in paragraphs:
        for pair in marks.pairs_in(text, low, high):
            start, end = _trimmed(text, *pair.inside)
            block = bisect_right(blocks, (pair.start, len(text) + 1)) - 1
            in_block = block >= 0 and pair.start < blocks[block][1]
            if start < end and not in_block and (pair.closing is not None or _counts_open(text, start, end)):
                found.append((start, end, pair.start, False, None))
    return iter(sorted(found))


def _counts_open(text: str, start: int, end: int) -> bool:
    """Whether a mark that is never closed opens a quotation all the same: a paragraph of one that goes on."""
    return len(text[start:end].split()) >= LEAST_WORDS


def _parts(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    at = low
    for gap in [*_PARAGRAPH.finditer(text, low, high), None]:
        start, end = _trimmed(text, at, gap.start() if gap else high)
        if start < end:
            yield start, end
        at = gap.end() if gap else high


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
        pieces, at = [], low
        for start, end in self.between(low, high):
            pieces.append(text[at : max(at, start)])
            at = max(at, end)
        pieces.append(text[at:high] if at < high else "")
        return " ".join("".join(pieces).split())


class _Proposals:
    """What the engine proposes of a draft."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._each = sorted(proposals, key=lambda one: one.start)
        self._starts = [one.start for one in self._each]
        self._longest = max((one.end - one.start for one in proposals), default=0)
        self._groups: dict[int, list[Proposal]] = {}
        for one in proposals:
            self._groups.setdefault(one.group, []).append(one)

    def told(self, start: int, end: int) -> Proposal | None:
        """What the engine says of a passage: that with a speaker, and the closest."""
        near = self._each[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]
        return min(
            (one for one in near if one.start < end and start < one.end),
            key=lambda one: (one.speaker is None, abs(one.start - start) + abs(one.end - end)),
            default=None,
        )

    def together(self, one: Proposal) -> list[Proposal]:
        """Those of the same statement."""
        return self._groups[one.group]


def _with_voice(passage: Passage, told: Proposal | None, signed: str | None, framed: Voice | None) -> Passage:
    """The passage with who says it, and what they do with the words."""
    if signed is not None:
        return replace(passage, speaker=signed, named_as=signed, attributed=True)
    owner = None if passage.block else owned.owner(passage.before, passage.after)
    if owner is not None:
        who, is_not = owner
        polarity = "not_said" if is_not else "asserted"
        return replace(passage, speaker=who, named_as=who, attributed=True, polarity=polarity)
    held = scope.held(passage.before, passage.after, passage.wording)
    clause = passage.before if held is None else passage.before[held.start or 0 :]
    passage = replace(passage, clause=clause)
    if told is not None and held is not None and _is_of_another_clause(passage, told, held):
        clause_names = scope.with_antecedent(passage.before, held)
        if told.speaker is not None and _names_another(clause_names, told.speaker.text):
            return replace(passage, polarity=held.polarity, attributed=True, outside=clause_names)
        told = replace(told, polarity=held.polarity)
    if told is None or told.speaker is None:
        read = polarity_of(passage.outside, passage.before, passage.after, passage.wording)
        if framed is not None:
            who, role = framed.who, not framed.named
            return replace(passage, polarity=read, speaker=who, named_as=who, role_only=role, attributed=True)
        completes = _completes(passage, held)
        attributed = bool(told and told.cue) or completes or evidence.has_view(passage)
        return replace(passage, polarity=read, attributed=attributed)
    name = _NOTE.sub("", told.speaker.canonical)
    role_only = told.unnamed or name[:1].islower()
    if framed is not None:
        # Without capitals the frame alone tells a name from an office.
        name, role_only = framed.who, not framed.named
    return replace(
        passage,
        speaker=name,
        named_as=told.speaker.text,
        role_only=role_only,
        via=tuple([hop.speaker.canonical for hop in told.via]),
        cue=told.cue,
        polarity=told.polarity,
        attributed=True,
    )


def _contrasted(passage: Passage) -> Passage:
    """The passage with who says it where its sentence names two of whom one does not, or only tells it."""
    if passage.block or not passage.attributed:
        return passage
    outside = f"{passage.before} “” {passage.after}"
    one = contrast.contrasted(outside, passage.speaker)
    if one is not None:
        # The negation is that of the other name.
        polarity = "asserted" if passage.polarity == "not_said" else passage.polarity
        return replace(passage, speaker=one, named_as=one, role_only=False, polarity=polarity)
    if passage.polarity == "asserted" and contrast.is_another(outside, passage.speaker):
        return replace(passage, polarity="not_said")
    if passage.polarity == "asserted" and contrast.is_unheard(passage.before):
        passage = replace(passage, polarity="not_said")
    if passage.speaker is None:
        return passage
    other = contrast.spoken_by(outside, passage.speaker)
    if other is not None:
        return replace(passage, speaker=other, named_as=other, role_only=False)
    held = scope.held(passage.before, passage.after, passage.wording)
    if held is None or not held.says:
        return passage
    one = contrast.told_by(outside, passage.speaker)
    if one is None:
        return passage
    return replace(passage, speaker=one, named_as=one, role_only=False, via=(passage.speaker, *passage.via))


def _completes(passage: Passage, held: scope.Held | None) -> bool:
    """Whether the words are what somebody says, by the clause that holds them: "declined to call it “a gift”"."""
    if held is None or (held.says and held.start is None):
        return scope.has_subject_behind(passage.before, passage.after, passage.wording)
    if not held.says or not passage.wording[:1].isupper():
        return held.says
    if works.is_german(passage) and not works.takes_title(passage.before[held.start :]):
        return passage.wording.split()[0] not in work_words.GERMAN_FIRST
    # Titles begin with a capital; what is named by one stands before it: "praised “Lady Bird”", "called it “The Bird”".
    clause = passage.before[held.start :]
    cased = works.is_title_cased(passage.wording)
    return cased and not works.takes_title(clause) and scope.ends_in_saying(clause)


def _is_of_another_clause(passage: Passage, told: Proposal, held: scope.Held) -> bool:
    """Whether the engine goes by a verb of another clause than the one that holds the words."""
    if not held.says or held.start is None or told.speaker is None:
        return False
    if told.cue_start is not None and told.cue_start >= passage.end:
        return False
    clause = passage.before[held.start :]
    return not (told.cue and told.cue in clause) or told.speaker.text not in clause


def _names_another(clause: str, name: str) -> bool:
    """Whether a clause names somebody, and not this one."""
    return name not in clause and any(one not in name for one in scope.names_in(clause))


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
    if behind and (near := [one for one in behind if _one_sentence(text, end, one.at)]):
        return tuple(near)
    low, _ = _sentence(text, start, end)
    previous = inside.ranges[number - 1][1] if number else 0
    return tuple(draft.cites_between(max(low, previous), start))


def _one_sentence(text: str, end: int, at: int) -> bool:
    """Whether a citation goes with the passage that ends at `end`: no sentence has begun and ended between."""
    between = text[end:at]
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
    near = inside.between(min(one.start for one in group), max(one.end for one in group))
    ranges = [
        (first, last) for first, last in near if any(one.start < last and first < one.end for one in group)
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
