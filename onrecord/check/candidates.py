"""What a passage may have been taken from: recorded statements by their words, stored copies by rare words.

The stored copies are read once for all passages of a draft, one at a time: there is no index over their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from math import log

from onrecord.check.passages import Passage
from onrecord.db.reader import Reader, array
from onrecord.text.fold import is_unspaced
from onrecord.text.wordfold import words

# Recorded statements and stored copies that are compared with one passage.
_MOST_RECORDED = 40
_MOST_COPIES = 5
# Words of a passage that are looked for: the longest, which are mostly the rarest.
_WORDS = 10
# Letters in a row that are looked for in scripts without spaces.
_LETTERS = 3
# The share of a passage's words, weighed by how rare they are, that a copy must have.
_LEAST_SHARE = 0.45
_WORD = re.compile(r"[^\W_]+")

_FOUND = """
SELECT a.id FROM attributions AS a WHERE a.statement_id IN
       (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?1 ORDER BY rank LIMIT ?2)
UNION
SELECT rowid FROM (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH ?1 ORDER BY rank LIMIT ?2)"""


def recorded(reader: Reader, passage: Passage) -> list[int]:
    """The attributions whose wording shares words with a passage, as many as are worth comparing."""
    found: list[int] = []
    wanted = sorted(dict.fromkeys(words(passage.wording)), key=len, reverse=True)[:_WORDS]
    if wanted:
        asked = " OR ".join(f'"{word}"' for word in wanted)
        found = reader.column(_FOUND, (asked, _MOST_RECORDED))
    if pieces := _pieces(passage.wording):
        holds = " OR ".join("instr(text, ?)" for _ in pieces)
        more = reader.column(f"SELECT id FROM statements WHERE {holds} LIMIT {_MOST_RECORDED}", pieces)
        found += reader.column(
            "SELECT id FROM attributions WHERE statement_id IN (SELECT value FROM json_each(?))",
            (array(more),),
        )
    return list(dict.fromkeys(found))


def _pieces(wording: str) -> list[str]:
    """Stretches of a wording in a script without spaces."""
    if not any(map(is_unspaced, wording)):
        return []
    runs = [run for run in re.findall(r"[^\W\d_]+", wording) if len(run) >= _LETTERS and is_unspaced(run[0])]
    pieces = [run[at : at + _LETTERS] for run in runs for at in range(0, len(run) - _LETTERS + 1, _LETTERS)]
    return list(dict.fromkeys(pieces))[:_WORDS]


def plain(text: str) -> str:
    """A text as words are looked for in it: small letters, without accents, soft hyphens and words broken at line ends."""
    text = text.replace("\u00ad", "").lower()
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


_BROKEN = re.compile(r"(?<=\w)-\n(?=\w)")


def copies(reader: Reader, passages: Sequence[Passage]) -> list[list[int]]:
    """For each passage the stored copies that may hold it, best first."""
    wanted = [_wanted(one) for one in passages]
    every = frozenset(word for some in wanted for word in some)
    if not every:
        return [[] for _ in passages]
    spaced = frozenset(word for word in every if not is_unspaced(word[0]))
    unspaced = tuple(every - spaced)
    held: dict[int, frozenset[str]] = {}
    often: Counter[str] = Counter()
    for snapshot, text in reader.iterate("SELECT id, text FROM snapshots"):
        folded = plain(_BROKEN.sub("", text))
        there = spaced.intersection(_WORD.findall(folded))
        if unspaced:
            there |= {word for word in unspaced if word in folded}
        if there:
            held[snapshot] = there
            often.update(there)
    total = len(held) + 1
    weights = {word: log(1 + total / (1 + often[word])) for word in every}
    return [_best(some, held, weights) for some in wanted]


def _wanted(passage: Passage) -> frozenset[str]:
    folded = plain(passage.wording)
    spaced = [word for word in _WORD.findall(folded) if not is_unspaced(word[0])]
    longest = sorted(dict.fromkeys(spaced), key=len, reverse=True)[:_WORDS]
    return frozenset([*longest, *map(plain, _pieces(passage.wording))])


def _best(wanted: frozenset[str], held: dict[int, frozenset[str]], weights: dict[str, float]) -> list[int]:
    whole = sum(weights[word] for word in wanted)
    if not whole:
        return []
    scores: list[tuple[float, int]] = []
    for snapshot, there in held.items():
        if there & wanted:
            share = sum(weights[word] for word in there & wanted) / whole
            if share >= _LEAST_SHARE:
                scores.append((-share, -snapshot))
    return [-snapshot for _, snapshot in sorted(scores)[:_MOST_COPIES]]
