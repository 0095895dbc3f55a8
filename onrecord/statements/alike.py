"""Statements that are worded nearly alike, among all of a database.

Every statement is known by its rarest words. Two that share a pair of them are compared: as two wordings of one thing mostly keep
several of its rare words, and others seldom share two. The keys of all pairs of words stand in arrays of 64-bit numbers,
a number for each, and are sorted part by part: a million statements take some hundred megabytes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, log10

from onrecord.db.reader import Reader
from onrecord.db.reader import array as ids_array
from onrecord.matching.lexicon import common_words
from onrecord.model.record import record
from onrecord.text.recall import recalled, units

# So many of its rarest words a statement is known by.
RAREST = 7
# Of two wordings of one thing, so much of the shorter one is in the other, each word weighed by how rare it is, and at least so many words.
SHARE, WORDS = 0.42, 4
# Of few statements the share must be larger; beyond so many they tell by themselves which words are rare.
SHARE_OF_FEW, _FEW, _MANY = 0.62, 100, 100_000
# What the little words of a language weigh beside its others.
_COMMON = 0.25
# Nats that words in common may fall short of what chance cannot give: more hard variants are found so than others taken for one.
_CHANCE = 3.0
# A pair of words that more statements have is a turn of phrase.
_MOST_WITH_A_PAIR = 40
_PARTS = 64
_ID_BITS = 24
_BATCH = 5_000
# Beyond this a wording is a speech, and its beginning tells enough.
_MOST_UNITS = 400


@record()
class Alike:
    """Two statements by their ids, the earlier recorded first; `share` of the shorter one is in the other, 0 to 1."""

    first: int
    second: int
    share: float


def alike(reader: Reader) -> Iterator[Alike]:
    """Every two statements that are worded nearly alike."""
    often: Counter[str] = Counter()
    for _, words in _each(reader):
        often.update(set(words))
    yield from _compared(reader, _candidates(reader, often), often)


def near_to(reader: Reader, text: str, statements: Sequence[int]) -> list[int]:
    """Those of the statements that are worded nearly like `text`."""
    rows = reader.rows(
        "SELECT id, text FROM statements WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids_array(statements),),
    )
    mine = units(text)[:_MOST_UNITS]
    total = number_of(reader)
    others = {one: units(other)[:_MOST_UNITS] for one, other in rows}
    often = {
        word: _held_by(reader, word)
        for word in {*mine, *(word for words in others.values() for word in words)}
    }
    return [one for one, words in others.items() if share_of(mine, words, often, total) >= least_share(total)]


def _held_by(reader: Reader, word: str) -> int:
    """How many statements hold a word, counted up to some thousands."""
    return int(
        reader.value(
            "SELECT count(*) FROM (SELECT 1 FROM statements_fts WHERE statements_fts MATCH ? LIMIT 4000)",
            ('"' + word.replace('"', '""') + '"',),
        )
        or 0
    )


def _each(reader: Reader) -> Iterator[tuple[int, list[str]]]:
    for one, text in reader.iterate("SELECT id, text FROM statements ORDER BY id"):
        yield one, units(text)[:_MOST_UNITS]


def _candidates(reader: Reader, often: Counter[str]) -> list[int]:
    """Pairs of statements that share two rare words: the smaller id above, the larger below, in one number each."""
    parts = [array("Q") for _ in range(_PARTS)]
    mask = (1 << (64 - _ID_BITS)) - 1
    for statement, words in _each(reader):
        # A word that nobody else has leads nowhere.
        known = sorted({word for word in words if often[word] > 1}, key=lambda word: (often[word], word))
        for pair in combinations(known[:RAREST], 2):
            key = hash(pair) & mask
            parts[key % _PARTS].append(key << _ID_BITS | statement)
    statements: set[int] = set()
    low = (1 << _ID_BITS) - 1
    while parts:
        keys = sorted(parts.pop())
        start = 0
        for end in range(1, len(keys) + 1):
            if end < len(keys) and keys[end] >> _ID_BITS == keys[start] >> _ID_BITS:
                continue
            if 1 < end - start <= _MOST_WITH_A_PAIR:
                ids = [key & low for key in keys[start:end]]
                statements.update(
                    one << _ID_BITS | other for one, other in combinations(ids, 2) if one != other
                )
            start = end
    return sorted(statements)


def _compared(reader: Reader, candidates: Sequence[int], often: Counter[str]) -> Iterator[Alike]:
    low = (1 << _ID_BITS) - 1
    total = number_of(reader)
    least = least_share(total)
    for at in range(0, len(candidates), _BATCH):
        pairs = [(both >> _ID_BITS, both & low) for both in candidates[at : at + _BATCH]]
        wanted = {one for pair in pairs for one in pair}
        texts = {
            one: units(text)[:_MOST_UNITS]
            for one, text in reader.rows(
                "SELECT id, text FROM statements WHERE id IN (SELECT value FROM json_each(?))",
                (ids_array(wanted),),
            )
        }
        for first, second in pairs:
            share = share_of(texts[first], texts[second], often, total)
            if share >= least:
                yield Alike(first, second, share)


def number_of(reader: Reader) -> int:
    """How many statements there are."""
    return int(reader.value("SELECT count(*) FROM statements") or 0)


def least_share(total: int) -> float:
    """The share that makes two of `total` statements alike: the fewer there are, the less is known of which words are rare."""
    known = min(1.0, max(0.0, log10(max(total, 1) / _FEW) / log10(_MANY / _FEW)))
    return SHARE_OF_FEW - (SHARE_OF_FEW - SHARE) * known


def least_weight(total: int) -> float:
    """The weight that two of `total` statements must have in common, in nats.

    A weight w is shared by chance about once among e^w pairs, and the pairs are as many as the square of the statements: what
    nobody planted is alike where this is left out, in a million statements more often than what somebody did.
    """
    return max(0.0, 2 * log(max(total, 1)) - _CHANCE)


def share_of(words: Sequence[str], other: Sequence[str], often: Mapping[str, int], total: int) -> float:
    """How much of the shorter of two wordings is in the longer, 0 to 1; 0 where that is too few words."""
    shorter, longer = sorted((words, other), key=len)
    common = common_words(" ".join(words)) if total < _MANY else ()
    weights = {
        word: log((total + 50) / (often.get(word, 0) + 1)) * (_COMMON if word in common else 1.0)
        for word in shorter
    }
    whole = sum(weights[word] for word in shorter)
    there = set(longer)
    # Aligning costs a hundred times as much as counting.
    held = sum(weights[word] for word in shorter if word in there)
    least = least_weight(total)
    if not whole or held < 0.75 * max(SHARE * whole, least):
        return 0.0
    found = recalled(shorter, weights, longer)
    enough = found.words >= min(WORDS, len(set(shorter))) and found.share * whole >= least
    return found.share if enough else 0.0
