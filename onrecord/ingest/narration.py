"""Paragraphs without a label behind a labelled turn: whether they are the speaker's, somebody else's, or nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.ingest.document import Turn
from onrecord.ingest.narration_words import (
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
_QUOTED = lazy(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]|「[^」\n]*」")
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
        self._names = {turn.speaker for turn in turns if " " in turn.speaker and not turn.unnamed}
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
        sure = [self._sure(number, at) for at in range(len(units))]
        at = 0
        while at < len(units):
            until = at + 1
            while until < len(units) and sure[until] == sure[at]:
                until += 1
            if sure[at] is not None:
                part = replace(turn, start=units[at].start, end=units[until - 1].end)
                yield part if sure[at] else replace(part, unsure=True)
            at = until

    def _sure(self, number: int, at: int) -> bool | None:
        """Whether a paragraph is surely the speaker's; None where it is surely not."""
        units, kind = self.units[number], self.units[number][at].kind
        is_last = number == len(self.units) - 1
        again = number > 0 and self.turns[number - 1].speaker == self.turns[number].speaker
        if at == 0:  # "Ann Lee: Ladders, at the Tide Gallery" is no answer
            return not (
                is_last
                and again
                and self._punctuated
                and _is_heading(self.text[units[0].start : units[0].end])
            )
        if kind in ("stage", "closing"):
            return None
        before = [unit.kind for unit in units[:at]]
        if "closing" in before and is_last and kind != "theirs":
            return None
        if "closing" in before or "stage" in before or kind == "doubtful":
            return False
        goes_on = any(unit.kind == "theirs" for unit in units[at + 1 :])
        if kind == "theirs":
            return not is_last or self._is_regular or goes_on
        if is_last and not goes_on:
            return False if self._may_run_on else None
        resumed = not is_last and self.turns[number + 1].speaker == self.turns[number].speaker
        return (self._is_regular or goes_on) and not resumed

    def _kind(self, turn: Turn, span: Range, *, is_last: bool) -> Kind:
        words = self.text[slice(*span)]
        bare = _QUOTED.sub(" ", words)
        alone = SINGULAR.search(bare) is not None
        if CREDIT.match(words) or FURNITURE.search(words):
            return "closing"
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
        if any(
            words.lstrip(" *“\"'").startswith(name)
            and re.match(r"\s+[^\W\d_A-Z]", words.lstrip()[len(name) :])
            for name in self._names
        ):
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
        word = re.match(r"\S*", self.text[high:])
        fits = len(line.rstrip()) + 1 + (word.end() if word else 0) <= self._widest
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
    last = name.split()[-1].strip(".") if name.split() else ""
    if last.upper() == last.lower():  # a script without capitals
        return len(name) >= _LEAST_NAME and name in words
    if len(last) < _LEAST_NAME or last.islower():
        return False
    last = last.title() if last.isupper() else last
    is_declined = last.endswith(_DECLINED) or "а" <= last[-1] <= "я"
    stem = re.escape(last[:-1]) + r"\w{0,3}" if is_declined else re.escape(last)
    return re.search(rf"\b{stem}\b", words) is not None
