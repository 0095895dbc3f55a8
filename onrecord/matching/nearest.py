"""The passage of a source that comes nearest to a wording which does not stand there."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.matching.diff import DiffPart, Kind
from onrecord.matching.outcome import Span
from onrecord.matching.places import Needle
from onrecord.matching.prepared import Prepared, lower
from onrecord.model.record import record, replace
from onrecord.text.align import Pair, align
from onrecord.text.fold import Folded, is_combining
from onrecord.text.patterns import lazy
from onrecord.text.signs import UNSPACED, is_unspaced

# A passage is near if at least half of the wording's words, and of their letters, stand in it in the same order,
# and these are at least three words, or all but one.
NEAR_SHARE = 0.5
NEAR_WORDS = 3

_MOST_SEEDS = 32
_MOST_SEED_PLACES = 500
_SEED_CHARACTERS = 3
_WINDOWS = 3
# Folded characters kept around a window, beside a share of the wording's length.
_SLACK = 80

_PIECE = lazy(rf"…|[{UNSPACED}]|[^\s…{UNSPACED}]+")


@record()
class Passage:
    """The nearest passage of the untouched text, and how the wording differs from it."""

    span: Span
    diff: tuple[DiffPart, ...]
    aligned: int


@record()
class _Word:
    start: int
    end: int
    text: str  # folded: equal texts are the same word
    key: str  # letters and digits in lower case: equal keys are aligned


def nearest(source: Prepared, needle: Needle, within: Span) -> Passage | None:
    """The nearest passage inside `within`; None if nothing is near. Linear in the source."""
    words = list(_words(needle.folded, 0, len(needle.folded.text), words=()))
    passages = (
        _compare(source, needle, words, list(_words(source.folded, start, end, words)))
        for start, end in _windows(source, needle, words, within)
    )
    found = [passage for passage in passages if passage is not None]
    return max(found, key=lambda passage: passage.aligned, default=None)


def _words(folded: Folded, start: int, end: int, words: Sequence[_Word]) -> Iterator[_Word]:
    """Words with the punctuation that touches them. What a line end broke is one word if it is one in `words`."""
    keys, texts = {word.key for word in words}, {word.text for word in words}
    waiting: _Word | None = None
    for match in _PIECE.finditer(folded.text, start, end):
        word = _Word(match.start(), match.end(), match[0], _key(match[0]))
        if waiting is not None:
            key = waiting.key + word.key
            if key in keys and folded.has_break(waiting.end - 1, word.start):
                unbroken = waiting.text.removesuffix("-") + word.text
                hyphenated = waiting.text + word.text
                word = _Word(waiting.start, word.end, hyphenated if hyphenated in texts else unbroken, key)
            else:
                yield waiting
        waiting = word
    if waiting is not None:
        yield waiting


def _key(word: str) -> str:
    return "".join(filter(str.isalnum, lower(word))) or word


def _seeds(needle: Needle, words: Sequence[_Word]) -> list[tuple[str, int]]:
    """Rare strings of the wording, and where in it they stand: its longest words, or short runs without spaces."""
    text = lower(needle.folded.text)
    seeds: dict[str, int] = {}
    for word in words:
        if is_unspaced(text[word.start]):
            run = text[word.start : word.start + _SEED_CHARACTERS]
            if len(run) == _SEED_CHARACTERS and run.isalnum():
                seeds.setdefault(run, word.start)
        else:
            for letters in re.finditer(r"\w+", text[word.start : word.end]):
                if len(letters[0]) >= _SEED_CHARACTERS:
                    seeds.setdefault(letters[0], word.start + letters.start())
    if len(seeds) < _SEED_CHARACTERS:  # only short words: take pairs of them
        for one, other in pairwise(words):
            seeds.setdefault(text[one.start : other.end], one.start)
    ordered = sorted(seeds.items(), key=lambda seed: -len(seed[0]))
    # Spread over the wording when it is long: its beginning alone may be what was altered.
    return ordered if len(ordered) <= _MOST_SEEDS else ordered[:: len(ordered) // _MOST_SEEDS][:_MOST_SEEDS]


def _windows(source: Prepared, needle: Needle, words: Sequence[_Word], within: Span) -> list[tuple[int, int]]:
    """Stretches of the folded source in which most of the wording's rare words meet, the best first."""
    low, high = source.folded.folded_offset(within.start), source.folded.folded_offset(within.end)
    length = len(needle.folded.text)
    slack = length // 4 + _SLACK
    votes: list[tuple[int, str, float]] = []  # where the wording would begin, by which seed, and its weight
    for seed, offset in _seeds(needle, words):
        places = _all(source.lowered, seed, low, high)
        votes += [(place - offset, seed, 1 / len(places)) for place in places]
    votes.sort()
    scored: list[tuple[float, int, int]] = []
    weight = 0.0
    inside: dict[str, int] = {}
    first = 0
    for begin, seed, share in votes:
        if not inside.get(seed):
            weight += 1 + share
        inside[seed] = inside.get(seed, 0) + 1
        while votes[first][0] < begin - slack:
            _, left, left_share = votes[first]
            inside[left] -= 1
            if not inside[left]:
                weight -= 1 + left_share
            first += 1
        scored.append((weight, votes[first][0], begin))
    scored.sort(reverse=True)
    windows: list[tuple[int, int]] = []
    for weight, begin, end in scored:
        if len(windows) == _WINDOWS or weight < scored[0][0] / 2:
            break
        window = max(low, begin - slack), min(high, end + length + slack)
        if all(window[1] <= other[0] or other[1] <= window[0] for other in windows):
            windows.append(window)
    return windows


def _all(text: str, seed: str, low: int, high: int) -> list[int]:
    places: list[int] = []
    start = text.find(seed, low, high)
    while start >= 0 and len(places) < _MOST_SEED_PLACES:
        places.append(start)
        start = text.find(seed, start + 1, high)
    return places


def _compare(source: Prepared, needle: Needle, words: Sequence[_Word], there: list[_Word]) -> Passage | None:
    pairs = align([word.key for word in words], [word.key for word in there])
    if not _near([words[i].key for i, _ in pairs], [word.key for word in words]):
        return None
    first, last = _bounds(pairs, len(words), there)
    there[first] = _trimmed(there[first], words[0], at_end=False)
    there[last] = _trimmed(there[last], words[-1], at_end=True)
    start, end = source.folded.original(there[first].start, there[last].end)
    diff = _diff(source, needle, words, there[first : last + 1], [(i, j - first) for i, j in pairs])
    return Passage(Span(start, end), diff, len(pairs))


def _bounds(pairs: Sequence[Pair], length: int, there: Sequence[_Word]) -> tuple[int, int]:
    """The first and the last word of the passage.

    Words of the wording before the first equal one, and after the last, face as many words of the same sentence.
    """
    first, last = pairs[0][1], pairs[-1][1]
    earliest, latest = first - pairs[0][0], last + length - 1 - pairs[-1][0]
    while first > max(0, earliest) and not _ends_sentence(there[first - 1]):
        first -= 1
    while last < min(len(there) - 1, latest) and not _ends_sentence(there[last]):
        last += 1
    return first, last


def _ends_sentence(word: _Word) -> bool:
    return word.text.rstrip('")]').endswith((".", "!", "?", "…", "。", "！", "？"))


def _trimmed(word: _Word, typed: _Word, *, at_end: bool) -> _Word:
    """`word` without what stands outside of the wording: it may begin after a mark and end before a full stop."""
    if word.key != typed.key or word.end - word.start != len(word.text):
        return word
    if (
        at_end
        and word.text.startswith(typed.text)
        and not any(map(is_combining, word.text[len(typed.text) :]))
    ):
        return replace(word, end=word.start + len(typed.text), text=typed.text)
    if not at_end and word.text.endswith(typed.text):
        return replace(word, start=word.end - len(typed.text), text=typed.text)
    return word


def _near(aligned: Sequence[str], words: Sequence[str]) -> bool:
    if not aligned or len(aligned) < min(NEAR_WORDS, len(words) - 1):
        return False
    letters = sum(map(len, aligned)) / sum(map(len, words))
    return letters >= NEAR_SHARE and len(aligned) >= NEAR_SHARE * len(words)


def _diff(
    source: Prepared, needle: Needle, words: Sequence[_Word], there: Sequence[_Word], pairs: Sequence[Pair]
) -> tuple[DiffPart, ...]:
    parts: list[DiffPart] = []

    def add(kind: Kind, i: int, next_i: int, j: int, next_j: int) -> None:
        passage, wording = _printed(source.folded, there[j:next_j]), _printed(needle.folded, words[i:next_i])
        parts.append(DiffPart(kind, passage, wording))

    i = j = 0
    for same_i, same_j, length in _runs([(i, j) for i, j in pairs if words[i].text == there[j].text]):
        if same_i > i or same_j > j:
            add("missing" if same_i == i else "added" if same_j == j else "changed", i, same_i, j, same_j)
        i, j = same_i + length, same_j + length
        add("same", same_i, i, same_j, j)
    if i < len(words) or j < len(there):
        rest: Kind = "missing" if i == len(words) else "added" if j == len(there) else "changed"
        add(rest, i, len(words), j, len(there))
    return tuple(parts)


def _runs(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, int]]:
    """Pairs that follow one another on both sides: where they begin on each, and how many they are."""
    start = 0
    while start < len(pairs):
        (i, j), length = pairs[start], 1
        while start + length < len(pairs) and pairs[start + length] == (i + length, j + length):
            length += 1
        yield i, j, length
        start += length


def _printed(folded: Folded, words: Sequence[_Word]) -> str:
    if not words:
        return ""
    start, end = folded.original(words[0].start, words[-1].end)
    return " ".join(folded.source[start:end].split())
