"""Search by the index beside the file: the same statements in the same order as FTS5 gives, or no answer.

tantivy finds the best candidates without scoring every hit. Its scores stand above FTS5's by a known factor at most:
both are BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 = 1.2, b = 0.75), tantivy's
lengths are rounded down, its average length is that of attributions, and its weights of the terms are replaced by
FTS5's. So the candidates are scored again as FTS5's bm25() does, and more are taken until no other hit can be among
those that are shown.
"""

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.db.fulltext import Tokens, statistics
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, OnrecordError, UsageError
from onrecord.model.record import record
from onrecord.search import sqlite
from onrecord.search.filters import Restriction
from onrecord.search.forms import DEFAULT
from onrecord.search.index import state as states
from onrecord.search.index.build import NONE, tantivy
from onrecord.search.index.state import State
from onrecord.search.names import Widened, tags_by_language
from onrecord.search.plans import Plan
from onrecord.search.query import Term
from onrecord.search.sqlite import Row

FEWEST, MOST = 64, 16_384
# Single-precision scores are compared with double-precision ones.
ROUNDING = 1 + 1e-5
_K1, _B = 1.2, 0.75  # fts5_aux.c
_SMALLEST_WEIGHT = 1e-6  # fts5_aux.c: what replaces a weight of zero or less


@record()
class _Phrase:
    """The words that count together for the score, the query for them, and their weight in FTS5's formula."""

    words: tuple[str, ...]
    query: Any
    weight: float


class Beside:
    """The engine of an index that is in step with the database of a reader."""

    name = "tantivy"

    def __init__(self, reader: Reader, folder: Path, state: State) -> None:
        self._reader, self._state = reader, state
        self._searcher, self._schema, self._tokens = _opened(
            folder, json.dumps(state.sequences), state.change
        )

    def count(self, planned: Plan) -> int | None:
        """The number of statements found; None where FTS5 has to say."""
        found = self._found(planned)
        return None if found is None else self._statements(found)

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row] | None:
        """A page of hits, as `engine.rows` gives it; None where FTS5 has to say."""
        if sort != "relevance" or not planned.scored or (found := self._found(planned)) is None:
            return None
        ours, theirs = self._numbers(), self._measures(planned)
        if ours is None or theirs is None or not (phrases := self._phrases(planned, ours[0], theirs[0])):
            return None
        if (own := self._own_scores(planned, found)) is None:
            return None
        scoring = self._scoring(planned, found, phrases, theirs[0])
        last, slack = offset + limit, max(1.0, ours[1] / theirs[1]) * ROUNDING
        wanted = max(FEWEST, 2 * last)
        while wanted <= MOST:
            hits = self._searcher.search(scoring, wanted, count=False).hits
            addresses = [address for _, address in hits]
            ids = list(dict.fromkeys([*self._searcher.fast_field_values("statement", addresses), *own]))
            scores = self._scores(ids, phrases, ours[1])
            scores |= {one: min(score, scores[one]) for one, score in own.items()}
            if len(hits) < wanted:
                if len(ids) < last and self._statements(found) > len(ids):
                    return None  # those without a score follow
                break
            ranked = sorted(scores.values())
            if len(ranked) > last and -ranked[last - 1] > hits[-1][0] * slack:
                break
            wanted *= 4
        else:
            return None
        # Every statement that scores as well as the last one shown is among these.
        ranked = sorted(scores.values())
        edge = ranked[min(last, len(ranked)) - 1] if ranked else 0.0
        best = {one: score for one, score in scores.items() if score <= edge}
        if self._state.several or own:
            # Which attributions of a statement fit, those beyond the candidates too.
            addresses = self._of_statements(found, best)
        rows = sqlite.shown(self._reader, planned, self._searcher.fast_field_values("id", list(addresses)))
        scored = [
            Row(row.attribution_id, best[row.statement_id], row.statement_id, row.newest)
            for row in rows
            if row.statement_id in best
        ]
        return sqlite.in_order(scored)[offset : offset + limit]

    def _own_scores(self, planned: Plan, found: Any) -> dict[int, float] | None:
        """The statements of which a source's own wording is found, with its score; None where they are too many."""
        if not self._state.worded:
            return {}
        scored = sqlite.own_scores(self._reader, planned, MOST)
        if scored is None or not scored[1]:
            return None if scored is None else {}
        fitting = self._searcher.fast_field_values("statement", self._of_statements(found, scored[1]))
        return {one: scored[1][one] for one in fitting}

    def _of_statements(self, found: Any, ids: Iterable[int]) -> list[Any]:
        here = tantivy().Query.term_set_query(self._schema, "statement", list(ids))
        return self._addresses(self._all([found, here]))

    # --- queries ---------------------------------------------------------------------------------------------

    def _found(self, planned: Plan) -> Any:
        """The query for everything that fits, without scores; None where it cannot be said."""
        if planned.restrictions is None:
            return None
        for term, _ in (*planned.wanted, *planned.unwanted):
            if term.prefix or term.inside:
                return None
        if not planned.wanted:
            return None
        parts = [self._restricted(one) for one in planned.restrictions]
        parts += [
            self._any([*self._said(term, widened), *self._in_source(term)])
            for term, widened in planned.wanted
        ]
        without = [self._any(self._said(term, widened)) for term, widened in planned.unwanted]
        return self._all(parts, without)

    def _said(self, term: Term, widened: Widened) -> list[Any]:
        query = tantivy().Query
        ways = self._worded(widened.spellings)
        if len(widened.forms) == 1 and DEFAULT in widened.forms:
            ways += self._worded(widened.forms[DEFAULT])
        else:
            for language, tags in tags_by_language(self._reader).items() if widened.forms else ():
                codes = [*tags, *([NONE] if language == DEFAULT else [])]
                if widened.forms[language] and codes:
                    inflected = self._any(self._worded(widened.forms[language]))
                    spoken = query.term_set_query(self._schema, "language", codes)
                    ways.append(self._all([inflected, spoken]))
        if widened.speaker_ids:
            ways.append(query.term_set_query(self._schema, "who", list(widened.speaker_ids)))
        return ways

    def _worded(self, terms: Sequence[Term]) -> list[Any]:
        fields = ("wording", "own") if self._state.worded else ("wording",)
        return [self._words(field, one) for field in fields for one in terms]

    def _in_source(self, term: Term) -> list[Any]:
        named = tantivy().Query.term_query(self._schema, "citekey", "-".join(term.words))
        return [self._words("title", term), self._words("container", term), named]

    def _restricted(self, one: Restriction) -> Any:
        query, package = tantivy().Query, tantivy()
        if one.values:
            return query.term_set_query(self._schema, one.field, list(one.values))
        return query.range_query(self._schema, one.field, package.FieldType.Integer, one.low, one.high)

    def _words(self, field: str, term: Term) -> Any:
        return self._sequence(field, term.words)

    def _sequence(self, field: str, words: Sequence[str]) -> Any:
        query = tantivy().Query
        if not words:
            return query.empty_query()
        if len(words) == 1:
            return query.term_query(self._schema, field, words[0])
        return query.phrase_query(self._schema, field, list(words))

    def _any(self, queries: Sequence[Any]) -> Any:
        package = tantivy()
        return package.Query.boolean_query([(package.Occur.Should, one) for one in queries])

    def _all(self, queries: Sequence[Any], without: Sequence[Any] = ()) -> Any:
        package = tantivy()
        parts = [(package.Occur.Must, one) for one in queries]
        return package.Query.boolean_query([*parts, *((package.Occur.MustNot, one) for one in without)])

    # --- numbers ---------------------------------------------------------------------------------------------

    def _statements(self, query: Any) -> int:
        """How many statements a query finds: documents, those of one statement counted once."""
        total = int(self._searcher.search(query, 1, count=True).count)
        if not total or not self._state.several:
            return total
        flagged = self._all([query, tantivy().Query.term_query(self._schema, "several", 1)])
        addresses = self._addresses(flagged)
        return total - len(addresses) + len(set(self._searcher.fast_field_values("statement", addresses)))

    def _addresses(self, query: Any) -> list[Any]:
        total = self._searcher.search(query, 1, count=True).count
        return [address for _, address in self._searcher.search(query, max(total, 1), count=False).hits]

    def _numbers(self) -> tuple[int, float] | None:
        """How many statements FTS5 has, and their average length in words; None where the index has others."""
        record = self._reader.value("SELECT block FROM statements_fts_data WHERE id = 1")
        rows, words = statistics(bytes(record or b""))
        # A statement without attributions is in FTS5's numbers and not in the index.
        return (rows, words / rows) if words and rows == self._state.statements else None

    def _measures(self, planned: Plan) -> tuple[float, float] | None:
        """What tantivy's scores are made with: its documents, deleted ones too, and their average length in words.

        Read off the explanation of a score; None where no word of the query is in any wording.
        """
        for term in planned.scored:
            for word in term.words:
                query = self._sequence("wording", [word])
                for _, address in self._searcher.search(query, 1, count=False).hits:
                    told = json.loads(query.explain(self._searcher, address).to_json())
                    return _told(told, "N, total number of docs"), _told(told, "avgdl, ")
        return None

    def _phrases(self, planned: Plan, rows: int, documents: float) -> list[_Phrase]:
        found = []
        for words in (term.words for term in planned.scored):
            query = self._sequence("wording", words)
            number = self._frequency(words, query, documents) if words else 0
            if number:
                weight = math.log((rows - number + 0.5) / (number + 0.5))
                found.append(_Phrase(tuple(words), query, weight if weight > 0 else _SMALLEST_WEIGHT))
        return found

    def _frequency(self, words: Sequence[str], query: Any, documents: float) -> int:
        # Until something is deleted, their number of documents with a word is that of statements.
        if len(words) == 1 and not self._state.several and documents == self._searcher.num_docs:
            return int(self._searcher.doc_freq("wording", words[0]))
        return self._statements(query)

    def _scoring(self, planned: Plan, found: Any, phrases: Sequence[_Phrase], documents: float) -> Any:
        """The query whose scores are FTS5's or above."""
        weighted = []
        for one in phrases:
            theirs = 0.0
            for word in one.words:
                number = self._searcher.doc_freq("wording", word)
                theirs += math.log(1 + (documents - number + 0.5) / (number + 0.5))
            weighted.append(tantivy().Query.boost_query(one.query, one.weight / theirs))
        scored = weighted[0] if len(weighted) == 1 else self._any(weighted)
        languages = len(planned.forms) > 1
        if len(planned.wanted) == 1 and not planned.unwanted and not planned.restrictions and not languages:
            return scored
        return self._all([scored, tantivy().Query.const_score_query(found, 0.0)])

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
def _opened(folder: Path, sequences: str, change: int) -> tuple[Any, Any, Tokens]:
    index = tantivy().Index.open(str(folder))
    return index.searcher(), index.schema, Tokens()


def _told(explanation: dict[str, Any], what: str) -> float:
    """The number that an explanation of a score calls `what`."""
    pending = [explanation]
    while pending:
        part = pending.pop()
        if part["description"].startswith(what):
            return float(part["value"])
        pending += part.get("details", ())
    raise AssertionError(f"tantivy no longer explains {what!r}")


def ready(reader: Reader) -> tuple[Beside | None, OnrecordError | None]:
    """The engine where there is an index in step, and what is wrong with one that is not."""
    folder = states.folder_of(states.database_of(reader))
    if not folder.is_dir():
        return None, None
    state = states.read(folder)
    problem = states.problem(reader, state)
    if problem is None and state is not None:
        try:
            beside = Beside(reader, folder, state)
        except UsageError:
            return None, OnrecordError('The index beside the file is not used: pip install "onrecord[scale]"')
        if states.read(folder) == state:  # nobody changed it meanwhile
            return beside, None
        problem = "behind"
    return None, OnrecordError(
        f"The index beside the file is {problem} and was not used.", hint=Hint("index")
    )
