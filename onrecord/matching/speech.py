"""Who may be speaking where in a text: its paragraphs and turns, its quotations, and what breaks a quotation off."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from onrecord.matching import clauses, incises
from onrecord.matching.lexicon import LANGUAGES, languages_of
from onrecord.model.record import record
from onrecord.text import marks
from onrecord.text.patterns import lazy
from onrecord.text.signs import MARKS

_BLANK_LINE = lazy(r"[\n\u2029](?:(?<=\u2029)|[^\S\n]*\n)\s*")
_LINE_END = lazy(r"[\n\u2028]")
# The same where the text has none of the rarer separators: a literal first character is looked for much faster.
_PLAIN_BLANK_LINE = lazy(r"\n[^\S\n]*\n\s*")
_PLAIN_LINE_END = lazy(r"\n")
# A line of this length that ends inside a sentence was full.
_FULL_LINE = 40
_STOPS = tuple(".!?…。！？:؟")
_CLOSERS = "\"'”’»“)]」』 \t\r"

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?:[ \u00a0][^\W_a-zß-öø-ÿ][\w.'’-]*){0,4}"
_LABEL = lazy(
    rf"(?:>>\s*)?\**(?:\[[^\]\n]{{1,30}}\]\s*)?(?:{_NAME}\**[:：]\**\s|[QA][.:]\s|[^\s:：。，、「“]{{1,10}}：)"
)
# A new speaker inside a paragraph: behind a stop, in capitals.
_LABEL_INSIDE = lazy(r"(?<=[.!?…”\"])\s+(?:[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’ -]{1,40}|[QA]):\s")
_DIALOGUE = lazy(r"[—–―-]\s*\w")
_LEAST_LABELS = 2
# The language is told once for so many characters, by the first of them.
_BLOCK, _SAMPLE = 12_000, 1_500


@record()
class Bridge:
    """A place where a quotation is broken off and goes on: its words end at `start` and go on at `end`.

    `clause`: the reporting clause in between; None where it only goes on in a new paragraph.
    """

    start: int
    end: int
    clause: tuple[int, int] | None


class Speech:
    """What the marks, paragraphs and labels of a text say about who speaks. Offsets are code points, ends exclusive."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = list(_paragraphs(text))
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self.pairs: list[marks.Pair] = []
        self.lone: list[int] = []
        for start, end in self.paragraphs:
            pairs, lone = marks.outer_pairs(text, start, end)
            self.pairs += pairs
            self.lone += lone
        self.lone = sorted(set(self.lone) - {pair.opening.start for pair in self.pairs})
        self._pair_starts = [pair.start for pair in self.pairs]
        self._blocks: dict[int, tuple[str, ...]] = {}

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph, from 0, that holds `offset` or stands before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def pair_at(self, offset: int) -> int | None:
        """The number of the quotation, from 0, inside whose marks `offset` stands."""
        number = bisect_right(self._pair_starts, offset) - 1
        if number < 0:
            return None
        first, last = self.pairs[number].inside
        return number if first <= offset < last else None

    def limits_at(self, offset: int) -> tuple[int, int]:
        """The inside of the quotation that `offset` stands in, or its paragraph."""
        number = self.pair_at(offset)
        if number is not None:
            return self.pairs[number].inside
        return self.paragraphs[self.paragraph_at(offset)] if self.paragraphs else (0, len(self.text))

    @cached_property
    def _labelled(self) -> list[int]:
        """The paragraphs that begin with a speaker's label or the dash of a dialogue."""
        return [
            number
            for number, (start, end) in enumerate(self.paragraphs)
            if _LABEL.match(self.text, start, min(end + 1, len(self.text)))
            or _DIALOGUE.match(self.text, start, end)
        ]

    def same_turn(self, offset: int, other: int) -> bool:
        """Whether two paragraphs, in this order, are of one turn: the same one, or with none that begins a turn after
        the first, in a text that names its speakers."""
        if offset == other:
            return True
        turn = bisect_right(self._labelled, offset)
        return len(self._labelled) >= _LEAST_LABELS and 0 < turn == bisect_right(self._labelled, other)

    def changes_inside(self, start: int, end: int) -> bool:
        """Whether another speaker's label stands inside a paragraph there."""
        return _LABEL_INSIDE.search(self.text, max(0, start - 1), end) is not None

    def languages_at(self, offset: int) -> tuple[str, ...]:
        """The languages that the text around `offset` may be in."""
        block = offset // _BLOCK
        if block not in self._blocks:
            told = languages_of(self.text[block * _BLOCK : block * _BLOCK + _SAMPLE])
            self._blocks[block] = told if told != LANGUAGES else languages_of(self.text[:_BLOCK])
        return self._blocks[block]

    def goes_on(self, number: int) -> bool:
        """Whether a quotation without a closing mark goes on in the next paragraph, which begins with a mark."""
        if number + 1 >= len(self.pairs) or self.pairs[number].closing is not None:
            return False
        here = self.paragraph_at(self.pairs[number].start)
        following = self.pairs[number + 1]
        return (
            self.paragraph_at(following.start) == here + 1
            and not self.text[self.paragraphs[here + 1][0] : following.start].strip()
            and following.opening.family == self.pairs[number].opening.family
        )

    def clause_between(self, number: int, cue: str = "") -> tuple[int, int] | None:
        """The reporting clause between a quotation and the next, if that is all there is and it is the same speaker's."""
        if number + 1 >= len(self.pairs):
            return None
        pair, following = self.pairs[number], self.pairs[number + 1]
        paragraph = self.paragraph_at(pair.start)
        if pair.closing is None or self.paragraph_at(following.start) != paragraph:
            return None
        if following.start - pair.end > clauses.MOST_CHARACTERS + 40:
            return None
        languages = self.languages_at(pair.start)
        if not clauses.is_reporting(self.text, pair.end, following.start, languages, cue):
            return None
        clause = (pair.end, following.start)
        if following.closing is not None:
            after = self.pairs[number + 2].start if number + 2 < len(self.pairs) else len(self.text)
            limit = min(after, self.paragraphs[paragraph][1])
            if not clauses.same_speaker(self.text, clause, following.end, limit, languages):
                return None
        return clause

    def incises_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Reporting clauses inside the marks, as French, Russian, Spanish or Polish texts have them, set off by commas or
        dashes; with what sets them off."""
        for first, last in incises.incises(self.text, start, end, self.languages_at(start)):
            number = self.pair_at(first)
            if number is None:
                paragraph = self.paragraphs[self.paragraph_at(first)]
                if _DIALOGUE.match(self.text, *paragraph):
                    yield first, last
            elif self.pair_at(last) == number and not self._attributed(number):
                yield first, last

    def _attributed(self, number: int) -> bool:
        """Whether a clause outside the marks says whose the quotation is: then one inside them is the speaker's own."""
        pair = self.pairs[number]
        start, end = self.paragraphs[self.paragraph_at(pair.start)]
        low = max(start, pair.start - clauses.MOST_CHARACTERS)
        before = self.text[low : pair.start].rstrip()
        if before.endswith((":", "：")):
            return True
        following = self.pairs[number + 1].start if number + 1 < len(self.pairs) else end
        high = min(following, end, pair.end + clauses.MOST_CHARACTERS)
        return pair.closing is not None and clauses.follows(
            self.text, pair.end, high, self.languages_at(pair.start)
        )

    @cached_property
    def bridges(self) -> list[Bridge]:
        """Where quotations are broken off and go on, in ascending order, none inside another."""
        bridges: list[Bridge] = []
        for number, pair in enumerate(self.pairs[:-1]):
            clause = self.clause_between(number)
            if clause is not None or self.goes_on(number):
                start, end = pair.inside[1], self.pairs[number + 1].inside[0]
                bridges.append(Bridge(self._words_end(start), self._words_begin(end), clause))
        for low, high in self._spoken():
            for first, last in self.incises_in(low, high):
                bridges.append(Bridge(self._words_end(first), self._words_begin(last), (first, last)))
        apart: list[Bridge] = []
        for bridge in sorted(bridges, key=lambda bridge: bridge.start):
            if bridge.start < bridge.end and (not apart or apart[-1].end <= bridge.start):
                apart.append(bridge)
        return apart

    @property
    def broken_off(self) -> Iterator[list[tuple[int, int]]]:
        """The quotations that are broken off, each as the ranges of its words, in order."""
        group: list[tuple[int, int]] = []
        for bridge in self.bridges:
            start = self.limits_at(max(0, bridge.start - 1))[0]
            if group and start <= group[-1][0]:
                start = group[-1][0]
            if group and group[-1][0] >= start:
                group[-1] = (group[-1][0], bridge.start)
            else:
                if group:
                    yield group
                group = [(start, bridge.start)]
            group.append((bridge.end, self.limits_at(bridge.end)[1]))
        if group:
            yield group

    def _spoken(self) -> Iterator[tuple[int, int]]:
        for pair in self.pairs:
            yield pair.inside
        for start, end in self.paragraphs:
            if _DIALOGUE.match(self.text, start, end):
                yield start, end

    def _words_end(self, offset: int) -> int:
        """Before the comma, stop or dash at which a quotation breaks off."""
        while offset and (self.text[offset - 1].isspace() or self.text[offset - 1] in BREAKS):
            offset -= 1
        return offset

    def _words_begin(self, offset: int) -> int:
        while offset < len(self.text) and (self.text[offset].isspace() or self.text[offset] in BREAKS):
            offset += 1
        return offset


# What the press sets where a quotation breaks off, and may set otherwise.
BREAKS = ",.;:…–—-―،、，。" + MARKS


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    blank = _BLANK_LINE if "\u2029" in text else _PLAIN_BLANK_LINE
    line_end = _LINE_END if "\u2028" in text else _PLAIN_LINE_END
    separator = blank if blank.search(text) else None
    start = 0
    blocks = []
    for match in separator.finditer(text) if separator else ():
        blocks.append((start, match.start()))
        start = match.end()
    blocks.append((start, len(text)))
    for first, last in blocks:
        reached = first
        for end in line_end.finditer(text, first, last):
            line = text[reached : end.start()].rstrip(_CLOSERS)
            begins = _LABEL.match(text, end.end(), last) or (
                line.endswith(_STOPS) and _DIALOGUE.match(text, end.end(), last)
            )
            goes_on = separator or (len(line) >= _FULL_LINE and not line.endswith(_STOPS))
            if begins or not goes_on:
                if text[reached : end.start()].strip():
                    yield _stripped(text, reached, end.start())
                reached = end.end()
        if text[reached:last].strip():
            yield _stripped(text, reached, last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
