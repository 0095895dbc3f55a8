"""Wordings on record that half-remembered words may be of: found by the rarest of them, judged by the aligner.

Every word leads to the wordings that hold it, the rarest first; a word that no wording holds leads to those with a word
that begins like it. Words that very many wordings hold lead nowhere by themselves, only in twos. How rare a word is weighs
it. What is read stays within limits, however many wordings there are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import log

from onrecord.db.reader import Reader, array
from onrecord.model.light import defaultdict
from onrecord.model.record import record
from onrecord.search.names import widen
from onrecord.search.query import Term
from onrecord.text import wordfold
from onrecord.text.recall import Recalled, recalled, units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # "statements" and an id, or "attributions" and one: whose wording it is.
    Place = tuple[str, int]

# Words that are looked for, and wordings that one of them may lead to.
MOST_WORDS, MOST_OF_ONE = 48, 4_000
# A word that no more wordings hold is rare. Where rare words lead to a wording with this share of all weight, they are enough.
_RARE, _ENOUGH = 400, 0.3
# Wordings that are read, and that are aligned.
_MOST_READ, _MOST_ALIGNED = 500, 20
# What has less than this share of the most votes is not looked at.
_FAR = 0.4
# Of scripts without spaces: how many pieces are looked for, of how many characters; what one character weighs.
_PIECES, _LETTERS, _CHARACTER = 12, 2, 3.0
_INDEXES = ("statements", "attributions")
_COLUMNS = {"statements": "text", "attributions": "wording"}
# As if there were so many wordings more, that hold none of the words: in a small database every word is rare.
_BEYOND = 50
# What a wording counts for that holds but a word that begins like the given one.
_BEGINNING = 0.5


@record()
class Candidate:
    """A wording that may be meant: its statement, the attribution whose own it is (None: the statement's), how much it holds."""

    statement: int
    attribution: int | None
    recalled: Recalled


def candidates(reader: Reader, typed: str, most: int = 20) -> list[Candidate]:
    """The likeliest wordings, best first; of each statement the likest one alone. What has no words finds nothing."""
    given = units(typed)[: 4 * MOST_WORDS]
    if not given:
        return []
    votes, weights, spellings = _votes(reader, typed)
    given = [word for word in given if wordfold.is_unspaced(word) or word in weights]
    weights |= {word: _CHARACTER for word in given if word not in weights}
    enough = _FAR * max(votes.values(), default=0.0)
    likely = sorted([one for one in votes if votes[one] >= enough], key=lambda vote: (-votes[vote], vote))
    texts = _texts(reader, likely[:_MOST_READ])
    wanted = dict.fromkeys(given)
    shares = {
        place: sum(weights[word] for word in wanted.keys() & there) + 0.01 * votes[place]
        for place, there in ((place, set(words)) for place, (_, words) in texts.items())
    }
    best: dict[int, Candidate] = {}
    for place in sorted(shares, key=lambda place: (-shares[place], place))[:_MOST_ALIGNED]:
        statement, words = texts[place]
        candidate = Candidate(
            statement,
            place[1] if place[0] == "attributions" else None,
            recalled(given, weights, words, spellings),
        )
        if statement not in best or best[statement].recalled.score < candidate.recalled.score:
            best[statement] = candidate
    ordered = sorted(best.values(), key=lambda candidate: (-candidate.recalled.score, candidate.statement))
    return [one for one in ordered if one.recalled.words][:most]


def _votes(reader: Reader, typed: str) -> tuple[dict[Place, float], dict[str, float], dict[str, list[str]]]:
    """What the words lead to, with the weight of those that do; the weight of each word; other spellings of names."""
    votes: defaultdict[Place, float] = defaultdict(float)
    weights: dict[str, float] = {}
    spellings: dict[str, list[str]] = {}
    words = [word for word in dict.fromkeys(wordfold.words(typed)) if not wordfold.is_unspaced(word)]
    words = sorted(words, key=len, reverse=True)[:MOST_WORDS]
    totals = {
        index: int(reader.value(f"SELECT coalesce(max(id), 0) FROM {index}") or 0) for index in _INDEXES
    }
    number = totals["statements"]
    common: list[str] = []
    frequent: list[str] = []
    for word in words:
        places, often = _holding(reader, f'"{word}"', totals, _RARE)
        weights[word] = log((number + _BEYOND) / (min(often, number) + 1))
        if often > MOST_OF_ONE:
            common.append(word)
        elif often > _RARE:
            frequent.append(word)
        elif often:
            _vote(votes, places, weights[word])
        else:
            spellings[word] = _spellings(reader, word)
            for other in spellings[word]:
                _vote(votes, _holding(reader, f'"{other}"', totals)[0], weights[word])
            if beginning := _beginning(word):
                _vote(votes, _holding(reader, f'"{beginning}"*', totals)[0], weights[word] * _BEGINNING)
    # Where rare words lead far enough, what else a wording holds is seen when it is read.
    if frequent and (not votes or max(votes.values()) < _ENOUGH * sum(weights.values())):
        for word in frequent:
            _vote(votes, _holding(reader, f'"{word}"', totals)[0], weights[word])
    if common and (not votes or max(votes.values()) < sum(weights.values()) / 2):
        for asked, both in _in_twos(common, wordfold.words(typed), weights):
            _vote(votes, _holding(reader, asked, totals)[0], both)
    for piece in _pieces(typed):
        for index, column in _COLUMNS.items():
            holds = f"instr(coalesce({column}_folded, {column}), ?)"
            found = reader.column(f"SELECT id FROM {index} WHERE {holds} LIMIT {MOST_OF_ONE}", (piece,))
            _vote(votes, [(index, one) for one in found], log((number + _BEYOND) / (len(found) + 1)))
    return votes, weights, spellings


def _vote(votes: defaultdict[Place, float], places: Iterable[Place], weight: float) -> None:
    for place in places:
        votes[place] += weight


def _holding(
    reader: Reader, asked: str, totals: dict[str, int], most: int = MOST_OF_ONE
) -> tuple[list[Place], int]:
    """Wordings with what is asked for, in FTS5's syntax, about `most`; and about how many there are in all."""
    places: list[Place] = []
    often = 0
    for index in _INDEXES:
        ids = reader.column(
            f"SELECT rowid FROM {index}_fts WHERE {index}_fts MATCH ? LIMIT {most + 1}", (asked,)
        )
        # They come in the order of their ids: where the last of many stands tells how many there are.
        many = len(ids) > most
        often += len(ids) * totals[index] // ids[-1] if many else len(ids)
        places += [(index, one) for one in ids]
    return places, often


def _spellings(reader: Reader, word: str) -> list[str]:
    """How names on record spell a word otherwise, in any script."""
    return [
        spelling.words[0] for spelling in widen(reader, Term((word,))).spellings if spelling.words != (word,)
    ]


def _beginning(word: str) -> str:
    """Letters that begin a word which no wording holds: they are seldom the wrong ones; "" where they are too few."""
    # The syllables of Korean are letters enough.
    least = 3 if word.isascii() else 2
    return word[: max(least, round(len(word) * 0.6))] if len(word) > least else ""


def _in_twos(
    common: Sequence[str], words: Sequence[str], weights: dict[str, float]
) -> Iterable[tuple[str, float]]:
    """Words that many wordings hold, in twos: neighbours as a phrase, and the rarest beside one another."""
    known = set(common)
    for one, other in dict.fromkeys(pairwise(words)):
        if one in known and other in known:
            yield f'"{one} {other}"', weights[one] + weights[other]
    rarest = sorted(common, key=lambda word: -weights[word])[:4]
    for number, one in enumerate(rarest):
        for other in rarest[number + 1 :]:
            yield f'"{one}" AND "{other}"', (weights[one] + weights[other]) / 2


def _pieces(typed: str) -> list[str]:
    """Letters in a row of a script without spaces, spread over what was typed."""
    runs = [run for run in re.split(r"\s+", " ".join(wordfold.words(typed))) if wordfold.is_unspaced(run)]
    pieces = [run[at : at + _LETTERS] for run in runs for at in range(max(1, len(run) - _LETTERS + 1))]
    pieces = list(dict.fromkeys(piece for piece in pieces if wordfold.is_unspaced(piece)))
    return pieces if len(pieces) <= _PIECES else pieces[:: -(-len(pieces) // _PIECES)]


def _texts(reader: Reader, places: Iterable[Place]) -> dict[Place, tuple[int, list[str]]]:
    """The statement of each wording, and the wording's units."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for index, one in places:
        ids[index].append(one)
    texts: dict[Place, tuple[int, list[str]]] = {}
    for index, statement, column in (
        ("statements", "id", "text"),
        ("attributions", "statement_id", "wording"),
    ):
        rows = reader.rows(
            f"SELECT id, {statement}, {column} FROM {index} WHERE id IN (SELECT value FROM json_each(?))",
            (array(ids[index]),),
        )
        texts |= {(index, one): (owner, units(text)) for one, owner, text in rows}
    return texts
