"""Quotation marks: which words of a text stand inside them.

A mark opens or closes by what touches it: it opens before a word and closes after one; between spaces, and
between two letters, its own shape decides. Apostrophes (between letters; a curly one or a lone straight one at
the edge of a word), and marks of feet, inches, minutes and seconds (primes; after a digit where nothing is open),
are no quotation marks.

Marks are paired inside one paragraph, and only with marks of their own family (double, single, double and single
angles, each kind of corner bracket); of nested pairs the outer one counts. Where one of a pair is missing:

- an opening mark that no mark of its family follows in the paragraph counts up to the paragraph's end, which is
  how a quotation that goes on in the next paragraph is printed;
- any other lone mark tells nothing about the words further away: nobody can know where its partner should stand.
  It vouches only for a span that begins right after it, or ends right before it.

Paragraphs are separated by blank lines or, in a text without any, by line ends. Offsets are code points, ends
exclusive.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.model.record import record
from onrecord.text.fold import is_combining
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

# Family: marks that by their shape open, and marks that by their shape close.
_FAMILIES: dict[str, tuple[str, str]] = {
    "double": ("“„‟〝❝⹂🙶🙸", "”❞〞〟🙷"),
    "single": ("‘‚‛`❛", "’❜´"),
    "angles": ("«❮", "»❯"),
    "angle": ("‹", "›"),
    "corner": ("「｢﹁", "」｣﹂"),
    "white corner": ("『﹃", "』﹄"),
    "double bracket": ("《", "》"),
    "bracket": ("〈", "〉"),
}
_FAMILY = {mark: family for family, both in _FAMILIES.items() for marks in both for mark in marks}
_FAMILY |= {
    '"': "double",
    "＂": "double",
    "״": "double",
    "'": "single",
    "＇": "single",
    "``": "double",
    "''": "double",
}
_OPENING = frozenset("".join(opening for opening, _ in _FAMILIES.values())) | {"``"}
_CLOSING = frozenset("".join(closing for _, closing in _FAMILIES.values())) | {"''"}
_ONE_WAY = frozenset("「｢﹁」｣﹂『﹃』﹄《》〈〉〝〞〟")
_APOSTROPHES = frozenset("'’‘＇`´‛")

_EACH_MARK = tuple(mark for mark in _FAMILY if len(mark) == 1)
# Of texts as long as an article it is told once which marks they have.
_LONG_TEXT = 500
# More that touch one another are an ornament, or a line of a form.
_MOST_TOGETHER = 30
_ANY_MARK = re.escape("".join(_EACH_MARK))
_MARK = lazy(f"``|''|[{_ANY_MARK}]")
_SHORT_AND = lazy("n['’]")  # rock ’n’ roll
_BLANK_LINE = lazy(r"\n[^\S\n]*\n|\u2029")
_LINE_END = lazy(r"[\n\r\u2028\u2029]")
# What may stand between a mark and the span it vouches for.
_BETWEEN = lazy(r"[\s.,;:!?…\[\]()-]{0,16}")
# A paragraph is looked at this far from a span: some texts are one line of megabytes.
_REACH = 20_000
_BEFORE_OPENING = frozenset("([{<¿¡—–-/=")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/%")


@record()
class _Mark:
    start: int
    end: int
    family: str
    opens: bool


@record()
class Pair:
    """A pair of marks; `closing` is None for one that counts up to the paragraph's end, `last`."""

    opening: _Mark
    closing: _Mark | None
    last: int

    @property
    def start(self) -> int:
        """Where the opening mark begins."""
        return self.opening.start

    @property
    def end(self) -> int:
        """Behind the closing mark, or the paragraph's end."""
        return self.last

    @property
    def inside(self) -> tuple[int, int]:
        return self.opening.end, self.closing.start if self.closing else self.last


def quoted_at(text: str, start: int, end: int) -> bool:
    """Whether all words of `text[start:end]` stand inside quotation marks."""
    return form_of(text, start, end) == "direct"


def form_of(text: str, start: int, end: int) -> "Literal['direct', 'mixed', 'indirect']":
    """The form in which `text` gives the words from `start` to `end`: all, some, or none of them in marks."""
    parts = quoted_parts(text, start, end)
    if not parts:
        return "indirect"
    edges = [start, *(edge for part in parts for edge in part), end]
    outside = (text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    return "mixed" if any(map(_has_words, outside)) else "direct"


def quoted_parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of `text[start:end]` inside quotation marks, without the marks, in ascending order."""
    if not _has_words(text[start:end]):
        return ()
    low, high = _reach(text, start, end)
    pairs: list[Pair] = []
    lone: list[_Mark] = []
    for first, last in _paragraphs(text, low, high):
        some_pairs, some_lone = _pair(text, first, last)
        pairs += some_pairs
        lone += some_lone
    if _vouched(text, start, end, lone):
        return ((start, end),)
    parts = []
    for quotation in pairs:
        first, last = quotation.inside
        first, last = _stripped(text, max(first, start), min(last, end))
        if first < last and _has_words(text[first:last]):
            parts.append((first, last))
    return tuple(parts)


def strip_outer_marks(text: str) -> str:
    """`text` without the pair of marks around the whole of it; unchanged if there is none."""
    bare = text.strip()
    pairs, _ = _pair(bare, 0, len(bare))
    if len(pairs) == 1 and pairs[0].closing is not None:
        opening, closing = pairs[0].opening, pairs[0].closing
        if opening.start == 0 and closing.end == len(bare):
            return bare[opening.end : closing.start].strip()
    return text


def quoted_fragments(text: str) -> tuple[str, ...]:
    """The parts of a typed wording inside pairs of marks, without the comma that some put before a closing mark."""
    pairs, _ = _pair(text, 0, len(text))
    fragments = (text[slice(*pair.inside)].strip() for pair in pairs if pair.closing is not None)
    return tuple(fragment.rstrip(",").rstrip() for fragment in fragments if _has_words(fragment))


def outer_pairs(text: str, start: int, end: int) -> tuple[list[Pair], list[int]]:
    """The outer pairs of marks in one paragraph, `text[start:end]`, and where marks stand that have no partner."""
    pairs, lone = _pair(text, start, end)
    return pairs, [mark.start for mark in lone]


def pairs_in(text: str, start: int, end: int) -> list[Pair]:
    """The outer pairs of marks in one paragraph, `text[start:end]`, that have words inside, in order."""
    return [pair for pair in _pair(text, start, end)[0] if _has_words(text[slice(*pair.inside)])]


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that hold the span, as far as they are worth looking at."""
    separator = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for match in separator.finditer(text, low, start):
        low = match.end()
    after = separator.search(text, end, high)
    return low, after.start() if after else high


def _paragraphs(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    separator = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    edges = [low, *(edge for match in separator.finditer(text, low, high) for edge in match.span()), high]
    for at in range(0, len(edges), 2):
        yield edges[at], edges[at + 1]


def _vouched(text: str, start: int, end: int, lone: Sequence[_Mark]) -> bool:
    """Whether a lone mark stands right before the span and opens, or right after it and closes."""
    start, end = _stripped(text, start, end)
    before = (text[mark.end : start] for mark in lone if mark.opens and mark.end <= start)
    after = (text[end : mark.start] for mark in lone if not mark.opens and end <= mark.start)
    return any(map(_BETWEEN.fullmatch, before)) or any(map(_BETWEEN.fullmatch, after))


def _pair(text: str, low: int, high: int) -> tuple[list[Pair], list[_Mark]]:
    """The outer pairs of marks in one paragraph, in order, and the marks that have no partner."""
    open_marks: list[_Mark] = []
    is_open: Counter[str] = Counter()
    pairs: list[Pair] = []
    lone: list[_Mark] = []
    last_of: dict[str, int] = {}
    for mark in _roles(text, low, high, is_open):
        if mark.opens:
            open_marks.append(mark)
            is_open[mark.family] += 1
        elif is_open[mark.family]:
            while True:
                inner = open_marks.pop()
                is_open[inner.family] -= 1
                if inner.family == mark.family:
                    break
                lone.append(inner)  # opened inside this pair, and never closed
            pairs.append(Pair(inner, mark, mark.end))
        else:
            lone.append(mark)
        if not _may_be_apostrophe(text, mark):
            last_of[mark.family] = mark.start
    for mark in open_marks:
        lone.append(mark)
        if mark.start == last_of.get(mark.family):
            pairs.append(Pair(mark, None, high))
    outer: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if not outer or pair.opening.start >= outer[-1].inside[1]:
            outer.append(pair)
    return outer, [mark for mark in lone if not _may_be_apostrophe(text, mark)]


def _may_be_apostrophe(text: str, mark: _Mark) -> bool:
    return text[mark.start : mark.end] in _APOSTROPHES


def _roles(text: str, low: int, high: int, is_open: Mapping[str, int]) -> Iterator[_Mark]:
    """The quotation marks of a paragraph, told from apostrophes and inches; `is_open` counts those open so far."""
    for start, end in _runs(text, low, high):
        if end - start > _MOST_TOGETHER:
            continue
        alone = end - start == 1 and low < start and end < high and text[start] in _APOSTROPHES
        if alone and text[start - 1].isalpha() and _is_letter_of_words(text[end]):
            continue  # don't
        if _SHORT_AND.match(text, end) or text[max(0, start - 2) : start] in ("'n", "’n"):
            continue
        # Marks that touch one another have the same neighbours.
        before = text[start - 1] if start > low else " "
        after = text[end] if end < high else " "
        elision = _is_letter(before) and text[start] in _APOSTROPHES  # as in l’« Europe »
        for match in _MARK.finditer(text, start, end):
            mark = match[0]
            inside = elision and match.start() > start and mark in _OPENING
            if inside and mark not in _ONE_WAY and is_open[_FAMILY[mark]] > 0:
                inside = False  # „… ‚…‘“
            opens = _opens(mark, "(" if inside else before, after, is_open[_FAMILY[mark]] > 0)
            if opens is not None:
                yield _Mark(match.start(), match.end(), _FAMILY[mark], opens)


@lru_cache(maxsize=2)
def _marks_of(text: str) -> tuple[str, ...]:
    """The marks that stand anywhere in a text, of which few kinds do: so that not each is looked for in each paragraph."""
    return tuple(mark for mark in _EACH_MARK if mark in text)


@lru_cache(maxsize=64)
def _same(mark: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(mark)}+")


def _runs(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where marks stand that touch one another, in order. To look for each mark by itself takes a tenth of the time that a
    class of them takes."""
    places: list[tuple[int, int]] = []
    for mark in _EACH_MARK if len(text) < _LONG_TEXT else _marks_of(text):
        index = text.find(mark, low, high)
        while index >= 0:
            end = index + 1
            if alike := text.startswith(mark, end, high) and _same(mark).match(text, end, high):
                end = alike.end()
            places.append((index, end))
            index = text.find(mark, end, high)
    places.sort()
    start = 0
    for number, (_, end) in enumerate(places):
        if number + 1 == len(places) or places[number + 1][0] > end:
            yield places[start][0], end
            start = number + 1


def _opens(mark: str, before: str, after: str, is_open: bool) -> bool | None:
    """Whether the mark opens (True) or closes (False); None if it is no quotation mark."""
    if mark in _ONE_WAY:
        return mark in _OPENING
    after_word = not before.isspace() and before not in _BEFORE_OPENING
    before_word = not after.isspace() and after not in _AFTER_CLOSING
    if before.isdigit() and not is_open and mark in "\"'’＂＇":
        return None  # feet and inches, or a plural such as 1990’s
    if after_word and before_word:
        if (
            mark in _APOSTROPHES
            and _is_letter(before)
            and _is_letter(after)
            and (_is_letter_of_words(after) or not after.isalpha())
        ):
            return None
        if mark in '"״' and _is_hebrew(before) and _is_hebrew(after):
            return None  # an abbreviation: ארה״ב
        if mark in _CLOSING or (mark in "“‘" and is_open):  # „German“ ends where “English” begins
            return False
        return mark in _OPENING or not is_open
    if after_word != before_word:
        if before_word and mark == "’":
            return None  # ’tis
        return before_word
    if mark in _OPENING | _CLOSING:
        return mark in _OPENING
    return None if mark in _APOSTROPHES else not is_open


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"


def _is_letter_of_words(character: str) -> bool:
    """Whether it is a letter of a script that has apostrophes; Korean sets its particles right behind the marks: ‘…’이라고."""
    return character.isalpha() and not ("\uac00" <= character <= "\ud7a3" or is_unspaced(character))


def _is_letter(character: str) -> bool:
    return character.isalnum() or is_combining(character)
