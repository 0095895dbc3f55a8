"""The data: statements in a made-up language whose words are as unequally frequent as those of English.

The word of rank r is 1/r times as frequent as the first (Zipf, "Human Behavior and the Principle of Least Effort",
1949); so are the speakers. Everything follows from a seed.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from onrecord.db import schema

SEED = 20_240_520
VOCABULARY, SPEAKERS = 50_000, 20_000
WORDS_SHORTEST, WORDS_LONGEST = 12, 40
STATEMENTS_A_SOURCE = 50
FIRST_DAY, DAYS = 733_000, 6_000
BATCH = 10_000
# Pairs of words are many: they are counted in the first statements only, so that memory does not grow.
PHRASES_FROM = 1_000_000

Statement = tuple[int, str, int, int, int]  # id, text, speaker, source, day number


@dataclass(frozen=True)
class Queries:
    """Words by how many of a hundred statements have them, and what they are combined with."""

    rare: str
    seldom: str
    common: str
    second: str
    stopword: str
    phrase: str
    speaker: str
    speaker_id: int
    since: int


def statements(number: int) -> Iterator[list[Statement]]:
    """The statements, in batches."""
    chance = random.Random(SEED)
    words = vocabulary(chance)
    often, by = zipf(VOCABULARY), zipf(SPEAKERS)
    for first in range(1, number + 1, BATCH):
        size = min(BATCH, number + 1 - first)
        lengths = [chance.randint(WORDS_SHORTEST, WORDS_LONGEST) for _ in range(size)]
        drawn = iter(chance.choices(words, cum_weights=often, k=sum(lengths)))
        speakers = chance.choices(range(1, SPEAKERS + 1), cum_weights=by, k=size)
        yield [
            (
                first + at,
                " ".join(next(drawn) for _ in range(length)),
                speakers[at],
                1 + (first + at - 1) // STATEMENTS_A_SOURCE,
                FIRST_DAY + chance.randrange(DAYS),
            )
            for at, length in enumerate(lengths)
        ]


def vocabulary(chance: random.Random) -> list[str]:
    """The words, the most frequent first."""
    syllables = [onset + vowel for onset in "b d f g k l m n p r s t v z".split() for vowel in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        # Frequent words are short.
        length = 1 + min(4, len(found).bit_length() // 4)
        found["".join(chance.choices(syllables, k=length)) + chance.choice("klmnrt")] = None
    return list(found)


def zipf(number: int) -> list[float]:
    """How often each of them and all before it come."""
    return list(accumulate(1 / rank for rank in range(1, number + 1)))


def make(path: Path, number: int) -> Queries:
    """A database of so many statements, one attribution each; and what to ask it for."""
    schema.create(path)
    seen: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        names = [(one, f"speaker-{one}", f"Speaker{one} Qu{one}") for one in range(1, SPEAKERS + 1)]
        db.executemany("INSERT INTO speakers(id, slug, name, kind) VALUES (?, ?, ?, 'person')", names)
        db.executemany(
            "INSERT INTO speaker_names(speaker_id, name, name_key, kind) VALUES (?, ?, lower(?), 'preferred')",
            [(one, name, name) for one, _, name in names],
        )
        db.executemany(
            "INSERT INTO sources(id, citekey, type, title) VALUES (?, ?, 'article-newspaper', ?)",
            [(one, f"paper-{one}", f"Paper {one}") for one in range(1, 2 + number // STATEMENTS_A_SOURCE)],
        )
        for batch in statements(number):
            db.executemany(
                "INSERT INTO statements(id, key, text, text_key, said, said_min, said_max) "
                "VALUES (?, ?, ?, '', 'x', ?, ?)",
                [(one, f"k{one}", text, day, day) for one, text, _, _, day in batch],
            )
            db.executemany(
                "INSERT INTO attributions(id, statement_id, speaker_id, source_id, form) VALUES (?, ?, ?, ?, 'direct')",
                [(one, one, speaker, source) for one, _, speaker, source, _ in batch],
            )
            for one, text, _, _, _ in batch:
                words = text.split()
                seen.update(set(words))
                if one <= PHRASES_FROM:
                    pairs.update({f"{words[2]} {words[3]}"})
        db.execute("COMMIT")
    return _queries(seen, pairs, number)


def _queries(seen: Counter[str], pairs: Counter[str], number: int) -> Queries:
    def word(share: float, but: str = "") -> str:
        return min(
            (one for one in seen if one != but), key=lambda one: (abs(seen[one] - share * number), one)
        )

    common = word(0.11)
    return Queries(
        rare=word(0.0001),
        seldom=word(0.01),
        common=common,
        second=word(0.10, common),
        stopword=seen.most_common(1)[0][0],
        phrase=min(pairs, key=lambda one: (abs(pairs[one] - min(number, PHRASES_FROM) / 5_000), one)),
        speaker="speaker-20",
        speaker_id=20,
        since=FIRST_DAY + DAYS * 9 // 10,
    )
