"""Search by the index beside the file: the same statements in the same order as FTS5 gives, or no answer.

tantivy finds the best candidates without scoring every hit. Its scores stand above FTS5's by a known factor at most:
both are BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 = 1.2, b = 0.75), tantivy's
lengths are rounded down, its average length is that of attributions, and its weights of the terms are replaced by
FTS5's. So the candidates are scored again as FTS5's bm25() does, and more are taken until no other hit can be among
those that are shown.
"""

from __future__ import annotations

from math import log

from onrecord.db import index_lock
from onrecord.db.fulltext import Tokens, statistics
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, OnrecordError, UsageError
from onrecord.model.light import lru_cache
from onrecord.model.record import record
from onrecord.search import sqlite
from onrecord.search.index import state as states
from onrecord.search.index.package import measures, tantivy
from onrecord.search.index.queries import Queries, Wanted
from onrecord.search.index.state import State
from onrecord.search.sqlite import Row
from onrecord.search.together import RANKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from onrecord.search.plans import Plan

FEWEST, MANY, MOST = 64, 1_024, 16_384
# Single-precision scores are compared with double-precision ones.
ROUNDING = 1 + 1e-5
_K1, _B = 1.2, 0.75  # fts5_aux.c
_SMALLEST_WEIGHT = 1e-6  # fts5_aux.c: what replaces a weight of zero or less


@record()
class _Phrase:
    """The words that count together for the score, and their weight in FTS5's formula and in tantivy's."""

    words: tuple[str, ...]
    weight: float
    theirs: float


class Beside:
    """The engine of an index that is in step with the database of a reader."""

    name = "tantivy"

    def __init__(self, reader: Reader, folder: str, state: State, written: tuple[int, int]) -> None:
        self._reader, self._state = reader, state
        self._searcher, self._schema, self._tokens = _opened(folder, written)
        self._queries = Queries(reader, self._searcher, self._schema, bool(state.worded))
        # What was asked last: rows and their number are of one plan.
        self._asked: tuple[Plan | None, Wanted | None] = (None, None)
        self._total: int | None = None

    def count(self, planned: Plan) -> int | None:
        """The number of statements found; None where FTS5 has to say."""
        wanted = self._wanted(planned)
        return None if wanted is None else self._counted(wanted)

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row] | None:
        """A page of hits, as `engine.rows` gives it; None where FTS5 has to say."""
        if sort != "relevance" or not planned.scored or (wanted := self._wanted(planned)) is None:
            return None
        ours, theirs = self._numbers(), self._measures(planned)
        if ours is None or theirs is None:
            return None
        if (own := self._own_scores(planned, wanted)) is None:
            return None
        last = offset + limit
        taken = max(FEWEST, 2 * last)
        read, every = 0, []
        first = self._ranked_from(planned, wanted)
        is_lone = self._is_lone(wanted) and not first
        if is_lone:
            # All that is asked for is ranked without a weight, and counted on the way where that takes reading it all.
            [words] = wanted.groups[0] if wanted.groups else ()
            scoring = self._queries.sequence("wording", words)
            read = max(MANY, taken) if len(words) > 1 else taken
            every = self._search(scoring, read, is_counted=len(words) > 1)
        if not (phrases := self._phrases(planned, ours[0], theirs[0])):
            return None
        slack = max(1.0, ours[1] / theirs[1]) * ROUNDING
        if is_lone:
            slack *= phrases[0].weight / phrases[0].theirs
        else:
            scoring = self._scoring(wanted, phrases, first)
        is_counted = wanted.groups is not None and not (
            wanted.is_one_term or self._state.several or own or first
        )
        while True:
            if taken > MOST:
                return None
            if taken > read:
                # Where all are counted, more of the best cost nothing.
                read = max(MANY, taken) if is_counted else taken
                every = self._search(scoring, read, is_counted=is_counted)
            hits = every[:taken]
            addresses = [address for _, address in hits]
            statements = self._searcher.fast_field_values("statement", addresses)
            ids = list(dict.fromkeys([*statements, *own]))
            scores = self._scores(ids, phrases, ours[1])
            scores |= {one: min(score, scores[one]) for one, score in own.items()}
            if len(hits) < taken:
                if first or (len(ids) < last and self._counted(wanted) > len(ids)):
                    return None  # those without a score follow
                break
            ranked = sorted(scores.values())
            if len(ranked) > last and -ranked[last - 1] > hits[-1][0] * slack:
                break
            taken, is_counted = taken * 4, False
        # Every statement that scores as well as the last one shown is among these.
        ranked = sorted(scores.values())
        edge = ranked[min(last, len(ranked)) - 1] if ranked else 0.0
        best = {one: score for one, score in scores.items() if score <= edge}
        if self._state.several or own:
            # Which attributions of a statement fit, those beyond the candidates too.
            shown = self._searcher.fast_field_values("id", self._of_statements(wanted, best))
        else:
            attributions = self._searcher.fast_field_values("id", addresses)
            shown = [row for row, one in zip(attributions, statements, strict=True) if one in best]
        scored = [
            Row(row.attribution_id, best[row.statement_id], row.statement_id, row.newest)
            for row in sqlite.shown(self._reader, planned, shown)
            if row.statement_id in best
        ]
        return sqlite.in_order(scored)[offset:last]

    def _own_scores(self, planned: Plan, wanted: Wanted) -> dict[int, float] | None:
        """The statements of which a source's own wording is found, with its score; None where they are too many."""
        if not self._state.worded or wanted.groups is not None:
            return {}
        scored = sqlite.own_scores(self._reader, planned, MOST)
        if scored is None or not scored[1]:
            return None if scored is None else {}
        fitting = self._searcher.fast_field_values("statement", self._of_statements(wanted, scored[1]))
        return {one: scored[1][one] for one in fitting}

    # --- what is found ---------------------------------------------------------------------------------------

    def _wanted(self, planned: Plan) -> Wanted | None:
        if self._asked[0] is not planned:
            self._asked, self._total = (planned, self._queries.wanted(planned)), None
        return self._asked[1]

    def _search(self, query: Any, taken: int, *, is_counted: bool) -> list[Any]:
        """The best hits, as (score, address); and the number of all, which takes looking at each."""
        result = self._searcher.search(query, taken, count=is_counted)
        if is_counted:
            self._total = int(result.count)
        return list(result.hits)

    def _is_lone(self, wanted: Wanted) -> bool:
        """Whether one word or phrase is all that is asked for, and every document is a statement."""
        return (
            wanted.is_one_term
            and wanted.groups is not None
            and len(wanted.groups[0]) == 1
            and not self._state.several
        )

    def _counted(self, wanted: Wanted) -> int:
        if self._total is None:
            words = wanted.groups[0][0] if wanted.groups and self._is_lone(wanted) else ()
            if len(words) == 1 and self._is_whole():
                self._total = int(self._searcher.doc_freq("wording", words[0]))
            else:
                self._total = self._statements(wanted.query)
        return self._total

    def _ranked_from(self, planned: Plan, wanted: Wanted) -> int:
        """The first id of the statements that are ranked, as FTS5 has it (`Together.ranked_from`)."""
        most = self._state.statements
        if planned.together is None or most <= 2 * RANKED:
            return 0
        for group in wanted.groups or ():
            rarest = [min([self._searcher.doc_freq("wording", word) for word in words]) for words in group]
            if 2 * sum(rarest) <= most:
                return 0
        return planned.together.ranked_from(self._counted(wanted))

    def _statements(self, query: Any) -> int:
        """How many statements a query finds: documents, those of one statement counted once."""
        total = int(self._searcher.search(query, 1, count=True).count)
        if not total or not self._state.several:
            return total
        flagged = self._queries.all_of([query, tantivy().Query.term_query(self._schema, "several", 1)])
        addresses = self._addresses(flagged)
        return total - len(addresses) + len(set(self._searcher.fast_field_values("statement", addresses)))

    def _of_statements(self, wanted: Wanted, ids: Iterable[int]) -> list[Any]:
        here = tantivy().Query.term_set_query(self._schema, "statement", list(ids))
        return self._addresses(self._queries.all_of([wanted.query, here]))

    def _addresses(self, query: Any) -> list[Any]:
        total = self._searcher.search(query, 1, count=True).count
        return [address for _, address in self._searcher.search(query, max(total, 1), count=False).hits]

    # --- numbers ---------------------------------------------------------------------------------------------

    def _numbers(self) -> tuple[int, float] | None:
        """How many statements FTS5 has, and their average length in words; None where the index has others."""
        record = self._reader.value("SELECT block FROM statements_fts_data WHERE id = 1")
        rows, words = statistics(bytes(record or b""))
        # A statement without attributions is in FTS5's numbers and not in the index.
        return (rows, words / rows) if words and rows == self._state.statements else None

    def _measures(self, planned: Plan) -> tuple[float, float] | None:
        """What tantivy's scores are made with (`measures`)."""
        if self._state.documents and self._state.average:
            return self._state.documents, self._state.average
        words = [word for term in planned.scored for word in term.words]
        return measures(self._searcher, self._schema, words)

    def _is_whole(self) -> bool:
        """Whether nothing was deleted from the index: then its frequencies of words are right."""
        return bool(self._state.documents == self._searcher.num_docs)

    def _phrases(self, planned: Plan, rows: int, documents: float) -> list[_Phrase]:
        phrases = []
        for words in (term.words for term in planned.scored):
            number = self._frequency(words, documents) if self._queries.has("wording", words) else 0
            if number:
                weight = log((rows - number + 0.5) / (number + 0.5))
                theirs = 0.0
                for word in words:
                    often = self._searcher.doc_freq("wording", word)
                    theirs += log(1 + (documents - often + 0.5) / (often + 0.5))
                phrases.append(_Phrase(tuple(words), weight if weight > 0 else _SMALLEST_WEIGHT, theirs))
        return phrases

    def _frequency(self, words: Sequence[str], documents: float) -> int:
        # Until something is deleted, their number of documents with a word is that of statements.
        if len(words) == 1 and not self._state.several and documents == self._searcher.num_docs:
            return int(self._searcher.doc_freq("wording", words[0]))
        wanted = self._asked[1]
        if wanted is not None and self._is_lone(wanted) and self._total is not None:
            return self._total
        return self._statements(self._queries.sequence("wording", words))

    def _scoring(self, wanted: Wanted, phrases: Sequence[_Phrase], first: int) -> Any:
        """The query whose scores are FTS5's or above, of statements from `first` on."""
        query = tantivy().Query
        weighted = {
            phrase.words: query.boost_query(
                self._queries.sequence("wording", phrase.words), phrase.weight / phrase.theirs
            )
            for phrase in phrases
        }
        beyond = [self._queries.between("statement", first, None, "Unsigned")] if first else []
        return self._queries.scored(wanted, weighted, beyond)

    def _scores(self, ids: Sequence[int], phrases: Sequence[_Phrase], average: float) -> dict[int, float]:
        """FTS5's bm25() of statements, smaller the better (fts5_aux.c)."""
        rows = self._reader.rows(
            "SELECT id, coalesce(text_folded, text) FROM statements WHERE id IN (SELECT value FROM json_each(?))",
            (array(ids),),
        )
        scores = {}
        for (one, _), words in zip(rows, self._tokens.of([wording for _, wording in rows]), strict=True):
            score = 0.0
            for phrase in phrases:
                times = _times(words, phrase.words)
                length = _K1 * (1 - _B + _B * len(words) / average)
                score += phrase.weight * (times * (_K1 + 1.0) / (times + length))
            scores[one] = -score
        return scores


def _times(words: Sequence[str], phrase: tuple[str, ...]) -> int:
    if len(phrase) == 1:
        return words.count(phrase[0])
    return sum(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words) - len(phrase) + 1))


@lru_cache(maxsize=4)
def _opened(folder: str, written: tuple[int, int]) -> tuple[Any, Any, Tokens]:
    index = tantivy().Index.open(folder)
    return index.searcher(), index.schema, Tokens()


def ready(reader: Reader) -> tuple[Beside | None, OnrecordError | None]:
    """The engine where there is an index in step, and what is wrong with one that is not."""
    folder = f"{reader.file()}.index"
    written = states.written(folder)
    state = states.read(folder, reader)
    problem = states.problem(reader, state)
    if problem is None and state is not None:
        try:
            beside = Beside(reader, folder, state, written)
        except UsageError:
            return None, OnrecordError("The index beside the file is not used: tantivy is not installed.")
        if states.written(folder) == written:  # nobody changed it meanwhile
            return beside, None
        problem = "behind"
    if index_lock.is_taken(reader.file()):
        return None, None  # it is being made
    return None, OnrecordError(
        f"The index beside the file is {problem} and was not used.", hint=Hint("index")
    )
