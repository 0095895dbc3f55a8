"""Which stored copies a wording may come from: those with its rarest words close together, and with words that follow each other.

The index of stored texts says where each word and each run of words stands. Whatever stands in very many passages tells
nothing, and is left out, so that what a wording costs does not grow with the number of texts.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from math import log

from onrecord.db import stored_texts
from onrecord.db.reader import array as json_array
from onrecord.text.passages import indexed
from onrecord.text.wordfold import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.db.reader import Reader

# Of a wording: the longest words, which are mostly the rarest, and runs of words from all over it.
_WORDS, _RUNS, _RUN = 12, 8, 3
# Of these, the rarest are weighed.
_RAREST = 8
# What stands in no more passages than this is rare; so many of these are enough.
_RARE, _ENOUGH = 500, 5
# What stands in more passages than this says nothing of any.
_COMMON = 4_000
# The share of what is looked for, weighed by how rare it is, that the words of a copy must have.
_LEAST_SHARE = 0.45
# Of one source: its newest copy that fits best, and one more.
_OF_A_SOURCE = 2


class Likely:
    """The stored copies of a database, asked for one wording after the other. `go_on` is called now and then, and may raise."""

    def __init__(self, reader: Reader, go_on: Callable[[], None] = lambda: None) -> None:
        self._reader = reader
        self._go_on = go_on
        self._firsts = array("q", reader.column(f"SELECT id FROM {stored_texts.LISTED} ORDER BY id"))
        # What is not in the index is read.
        self._apart: dict[int, str] = {}
        for number, text in reader.iterate(
            "SELECT id, text FROM snapshots WHERE id IN (SELECT value FROM json_each(?))",
            (json_array(stored_texts.missing(reader.connection)),),
        ):
            go_on()
            self._apart[number] = _padded(words(indexed(text)))
        self._whole: int = reader.value(f"SELECT coalesce(max(last), 0) FROM {stored_texts.LISTED}")

    def of(self, wording: str, most: int) -> list[int]:
        """The numbers of the copies that may hold a wording or something near it, at most so many, the likeliest first."""
        tokens = words(indexed(wording))
        single, runs = _sought(tokens)
        if not single:
            return []
        scores = self._scores(single, runs)
        if not scores and (together := self._together(single)):
            scores = dict.fromkeys(together, 1.0)
        return self._copies(scores, most)

    def _scores(self, single: Sequence[str], runs: Sequence[str]) -> dict[int, float]:
        """How well each text fits that has enough of the words; those apart by the negative of their number."""
        close: dict[int, float] = {}
        has: dict[int, float] = {}
        followed: Counter[int] = Counter()
        total = 0.0
        for sought, rows, is_word in (*self._rarest(single), *self._rarest(runs, is_word=False)):
            held = [one for one, text in self._apart.items() if f" {sought} " in text]
            weight = log(1 + (self._whole + len(self._apart) + 1) / (1 + len(rows) + len(held)))
            total += weight if is_word else 0.0
            before = None
            for row in rows:
                close[row] = close.get(row, 0.0) + weight
                text = bisect_right(self._firsts, row) - 1
                if text != before:
                    before = text
                    if is_word:
                        has[text] = has.get(text, 0.0) + weight
                    else:
                        followed[text] += 1
            for one in held:
                close[-one] = close.get(-one, 0.0) + weight
                if is_word:
                    has[-one] = has.get(-one, 0.0) + weight
                else:
                    followed[-one] += 1
        fitting = {text for text, share in has.items() if share >= _LEAST_SHARE * total}
        fitting |= {text for text, number in followed.items() if number >= (2 if total else 1)}
        best: dict[int, float] = {}
        for row, score in close.items():
            text = bisect_right(self._firsts, row) - 1 if row > 0 else row
            if text in fitting:
                # A quotation may go on in the next passage.
                following = close.get(row + 1, 0.0) if row > 0 else 0.0
                best[text] = max(best.get(text, 0.0), score + following / 2)
        return {text: score + has.get(text, 0.0) / 8 for text, score in best.items()}

    def _rarest(
        self, several: Sequence[str], *, is_word: bool = True
    ) -> list[tuple[str, Sequence[int], bool]]:
        """The rarest of some words, or runs of words, with the passages that have them; those in too many are left out."""
        terms: list[tuple[str, Sequence[int], bool]] = []
        left = list(several)
        for most in (min(_RARE, _COMMON), _COMMON):
            waiting, left = left, []
            for sought in waiting:
                self._go_on()
                rows = self._rows(sought, most)
                if rows is None:
                    left.append(sought)
                else:
                    terms.append((sought, rows, is_word))
            if len(terms) >= _ENOUGH:
                # What stands in many more passages would tell little beside these.
                break
        return sorted(terms, key=lambda term: len(term[1]))[:_RAREST]

    def _rows(self, sought: str, most: int) -> Sequence[int] | None:
        """The passages with a word or a run of words; None where they are more than so many."""
        if not self._firsts:
            return ()
        rows = self._reader.column(
            "SELECT rowid FROM snapshots_fts WHERE snapshots_fts MATCH ? LIMIT ?",
            (f'"{sought}"', most + 1),
        )
        return rows if len(rows) <= most else None

    def _together(self, single: Iterable[str]) -> list[int]:
        """Some texts with all the words in one passage, where each word alone stands nearly everywhere."""
        if not self._firsts:
            return []
        asked = " ".join(f'"{word}"' for word in single)
        rows = self._reader.column(
            "SELECT rowid FROM snapshots_fts WHERE snapshots_fts MATCH ? LIMIT ?", (asked, _COMMON)
        )
        return [bisect_right(self._firsts, row) - 1 for row in rows]

    def _copies(self, scores: dict[int, float], most: int) -> list[int]:
        """The copies with the texts that fit best; of equal ones the newest, and few of one source."""
        chosen: list[int] = []
        taken: dict[int, int] = {}
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], -abs(pair[0])))
        for text, _ in ranked[: most * 8]:
            for number, source in self._with(text):
                if taken.get(source, 0) < _OF_A_SOURCE:
                    taken[source] = taken.get(source, 0) + 1
                    chosen.append(number)
            if len(chosen) >= most:
                break
        return chosen[:most]

    def _with(self, text: int) -> Iterator[tuple[int, int]]:
        """The snapshots that have a text, and their sources."""
        if text < 0:
            where, which = "id = ?", -text
        else:
            where, which = (
                f"sha256 = (SELECT sha256 FROM {stored_texts.LISTED} WHERE id = ?)",
                self._firsts[text],
            )
        yield from self._reader.rows(
            f"SELECT id, source_id FROM snapshots WHERE {where} ORDER BY id DESC", (which,)
        )


def _sought(tokens: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of a wording to look for, and runs of its words."""
    single = sorted(dict.fromkeys(tokens), key=len, reverse=True)[:_WORDS]
    runs = [" ".join(tokens[at : at + _RUN]) for at in range(len(tokens) - _RUN + 1)]
    step = max(1, -(-len(runs) // _RUNS))
    return single, list(dict.fromkeys(runs[::step]))


def _padded(tokens: Iterable[str]) -> str:
    return f" {' '.join(tokens)} "
