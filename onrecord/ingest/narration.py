"""Paragraphs without a label behind a labelled turn: whether they are the speaker's, somebody else's, or nobody can tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.ingest.document import Turn
from onrecord.ingest.narration_words import (
    COMMENT,
    CREDIT,
    FIRST_OR_SECOND,
    FURNITURE,
    INTERVIEW,
    OFFER,
    SCENE,
    SINGULAR,
    STAGE,
    THIRD,
)
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["theirs", "neutral", "doubtful", "stage", "closing"]

Range = tuple[int, int]

_BLANK = lazy(r"\n[ \t\u00a0\u3000]*\n\s*")
_ENDS = lazy(r"[.!?…:;,。！？؟۔।—–-][\"”’»)\]」』）*_]*\s*$")
_ENDS_SENTENCE = lazy(r"[.!?…:。！？؟۔।][\"”’»)\]」』）*_]*\s*$")
_QUOTED = lazy(r"“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"|«[^»\n]{0,600}»|„[^“”\n]{0,600}[“”]|「[^」\n]{0,600}」")
_NEXT_WORD = lazy(r"\S{0,200}")
_LOWER_BEHIND = lazy(r"\s+[^\W\d_A-Z]")
_DECLINED = ("ski", "ska", "cki", "cka", "ego", "ej")
_LEAST_RUNNING, _LONGEST_HEADING, _LONGEST_SCENE, _LONGEST_TOLD = 2, 12, 25, 40
_WIDE_LINE, _WRAPPED, _LEAST_NAME, _LONG_SPEECH = 120, 40, 3, 3


@record()
class _Unit:
    """A paragraph of a turn, with what its words tell of it."""

    start: int
    end: int
    kind: Kind


def own_words(text: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns without paragraphs that nobody in the talk speaks; those that perhaps nobody does are unsure turns of their own.

    A paragraph behind the first one of a turn is the speaker's where it says "I", "we" or "you", or where answers
    in this talk often run over several paragraphs. A third person's mention of the speaker, or of the talk, ends the turn.
    """
    read = _Talk(text, turns)
    if not any(len(units) > 1 for units in read.units):
        return tuple(turns)
    return tuple(part for number in range(len(turns)) for part in read.parts(number))


class _Talk:
    def __init__(self, text: str, turns: Sequence[Turn]) -> None:
        self.text, self.turns = text, turns
        gaps = [text[one.end : then.start] for one, then in pairwise(turns)]
        self._by_blanks = 2 * sum(_BLANK.search(gap) is not None for gap in gaps) >= len(gaps)
        self._widest = 0 if self._by_blanks else _margin(text, turns)
        spans = [[*self._paragraphs(turn)] for turn in turns]
        first = [text[slice(*own[0])] for own in spans]
        self._punctuated = sum(_ENDS.search(words) is not None for words in first) * 3 >= len(first) * 2
        self._names: defaultdict[str, set[str]] = defaultdict(set)  # by their first words
        for turn in turns:
            if " " in turn.speaker and not turn.unnamed:
                self._names[turn.speaker.split()[0]].add(turn.speaker)
        self.units = [
            [
                _Unit(*own[0], "theirs"),
                *(_Unit(*span, self._kind(turn, span, is_last=turn is turns[-1])) for span in own[1:]),
            ]
            for turn, own in zip(turns, spans, strict=True)
        ]
        self._is_regular = sum(map(_runs_on, self.units[:-1])) >= _LEAST_RUNNING
        self._may_run_on = any(
            unit.kind in ("theirs", "neutral") for units in self.units[:-1] for unit in units[1:]
        )

    def parts(self, number: int) -> Iterator[Turn]:
        """What is left of a turn: paragraphs that are as sure as one another stand together."""
        turn, units = self.turns[number], self.units[number]
        sure = [*self._how_sure(number)]
        at = 0
        while at < len(units):
            until = at + 1
            while until < len(units) and sure[until] == sure[at]:
                until += 1
            if sure[at] is not None:
                part = replace(turn, start=units[at].start, end=units[until - 1].end)
                yield part if sure[at] else replace(part, unsure=True)
            at = until

    def _how_sure(self, number: int) -> Iterator[bool | None]:
        """Whether each paragraph of a turn is surely the speaker's; None where it is surely not."""
        units = self.units[number]
        last_of_theirs = max(at for at, unit in enumerate(units) if unit.kind == "theirs")
        broken_by: Kind | None = None
        for at, unit in enumerate(units):
            if at == 0:
                yield not self._is_imprint(number)
            elif unit.kind in ("stage", "closing"):
                broken_by = broken_by if broken_by == "closing" else unit.kind
                yield None
            elif broken_by or unit.kind == "doubtful":
                lost = broken_by == "closing" and self._is_last(number) and unit.kind != "theirs"
                yield None if lost else False
            else:
                yield self._is_theirs(number, unit.kind, goes_on=at < last_of_theirs)

    def _is_theirs(self, number: int, kind: Kind, *, goes_on: bool) -> bool | None:
        """Whether a paragraph is the speaker's in a turn that nothing has broken so far; `goes_on`: plainly theirs are behind it."""
        if self._is_last(number):
            # Whoever wrote it up says "we" below it, too: what stands there is sure where answers run on all the time.
            if kind == "theirs" or goes_on:
                return self._is_regular
            return False if self._may_run_on else None
        if kind == "theirs":
            return True
        resumed = self.turns[number + 1].speaker == self.turns[number].speaker
        return (self._is_regular or goes_on) and not resumed

    def _is_last(self, number: int) -> bool:
        return number == len(self.units) - 1

    def _is_imprint(self, number: int) -> bool:
        """Whether the last turn is a second one of the same speaker without an end: "Ann Lee: Ladders, at the Tide Gallery"."""
        again = number > 0 and self.turns[number - 1].speaker == self.turns[number].speaker
        first = self.units[number][0]
        return (
            self._is_last(number)
            and again
            and self._punctuated
            and _is_heading(self.text[first.start : first.end])
        )

    def _kind(self, turn: Turn, span: Range, *, is_last: bool) -> Kind:
        words = self.text[slice(*span)]
        bare = _QUOTED.sub(" ", words)
        alone = SINGULAR.search(bare) is not None
        if CREDIT.match(words) or FURNITURE.search(words):
            return "closing"
        if COMMENT.search(bare):
            return "closing" if is_last and not alone else "doubtful"
        if OFFER.match(words):
            return "closing" if is_last and not alone else "doubtful"
        if self._names_somebody(turn, bare) or INTERVIEW.search(bare):
            return "doubtful" if alone else "closing"
        if self._punctuated and _is_heading(words):
            return "doubtful" if alone else "closing"
        if STAGE.match(bare):
            return "doubtful" if alone else "stage"
        if len(words.split()) <= _LONGEST_SCENE and SCENE.search(bare):
            return "doubtful"
        if FIRST_OR_SECOND.search(bare):
            # Whoever asks tells of whoever answers, too: "I look at her. She nods.", "I called him a week later."
            is_of_another = is_last and len(words.split()) <= _LONGEST_TOLD and THIRD.search(bare)
            return "doubtful" if is_of_another or STAGE.search(bare) else "theirs"
        return "neutral"

    def _names_somebody(self, turn: Turn, words: str) -> bool:
        """Whether the paragraph speaks of its speaker by name, or begins with the full name of another."""
        opening = words.lstrip(" *“\"'")
        for name in self._names.get(opening.partition(" ")[0], ()):
            if opening.startswith(name) and _LOWER_BEHIND.match(opening, len(name)):
                return True
        return not turn.unnamed and _mentions(words, turn.speaker)

    def _paragraphs(self, turn: Turn) -> Iterator[Range]:
        """The paragraphs of a turn: between blank lines, and where turns have none between them, lines that no margin breaks."""
        start = turn.start
        for found in re.finditer(r"\n\s*", self.text[turn.start : turn.end]):
            low, high = turn.start + found.start(), turn.start + found.end()
            if not (_BLANK.search(found[0]) or self._is_break(start, low, high)):
                continue
            if low > start:
                yield start, low
            start = high
        if start < turn.end:
            yield start, turn.end

    def _is_break(self, start: int, low: int, high: int) -> bool:
        if self._by_blanks:
            return False
        if not self._widest:
            return not self.text[high : high + 1].islower()
        line = self.text[self.text.rfind("\n", 0, low) + 1 : low]
        word = _NEXT_WORD.match(self.text, high)
        fits = len(line.rstrip()) + 1 + (word.end() - high if word else 0) <= self._widest
        return fits and _ENDS_SENTENCE.search(line) is not None and low > start


def _margin(text: str, turns: Sequence[Turn]) -> int:
    """How wide the lines are that a margin breaks; 0 where each line ends as a sentence does, and so none is broken."""
    lines = text[turns[0].start : turns[-1].end].split("\n")
    broken = [
        line
        for line, below in pairwise(lines)
        if (len(line) > _WRAPPED or below.strip()[:1].islower()) and not _ENDS_SENTENCE.search(line)
    ]
    return max(map(len, lines)) if broken and max(map(len, lines)) <= _WIDE_LINE else 0


def _runs_on(units: list[_Unit]) -> bool:
    """Whether the speaker of these paragraphs plainly goes on behind the first one."""
    kinds = [unit.kind for unit in units[1:]]
    return "theirs" in kinds or kinds.count("neutral") >= _LONG_SPEECH


def _is_heading(words: str) -> bool:
    return len(words.split()) <= _LONGEST_HEADING and _ENDS.search(words) is None


def _mentions(words: str, name: str) -> bool:
    """Whether the last name of somebody stands there, in whatever case it is declined."""
    pattern = _last_name(name)
    return pattern is not None and pattern.search(words) is not None


@lru_cache(maxsize=256)
def _last_name(name: str) -> re.Pattern[str] | None:
    last = name.split()[-1].strip(".") if name.split() else ""
    if last.upper() == last.lower():  # a script without capitals
        return re.compile(re.escape(name)) if len(name) >= _LEAST_NAME else None
    if len(last) < _LEAST_NAME or last.islower():
        return None
    last = last.title() if last.isupper() else last
    is_declined = last.endswith(_DECLINED) or "а" <= last[-1] <= "я"
    stem = re.escape(last[:-1]) + r"\w{0,3}" if is_declined else re.escape(last)
    return re.compile(rf"\b{stem}\b")
