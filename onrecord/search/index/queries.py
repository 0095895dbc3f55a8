"""A plan as queries of the index: what has to be found, and what is scored.

What no document has is left out: most words are in no title and no citekey, and most of their forms nowhere.
"""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.search.forms import DEFAULT
from onrecord.search.index.package import NONE, tantivy
from onrecord.search.names import tags_by_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from onrecord.db.reader import Reader
    from onrecord.search.filters import Restriction
    from onrecord.search.names import Widened
    from onrecord.search.plans import Plan
    from onrecord.search.query import Term

    Words = tuple[str, ...]


@record()
class Wanted:
    """What has to be found: everything that fits as a query without scores; the filters, and what must not be there.

    `groups` are the phrases of each term, where hits have one of each in the wording of the statement and no phrase is in two
    of them; else None.
    """

    query: Any
    filters: tuple[Any, ...]
    unwanted: tuple[Any, ...]
    groups: tuple[tuple[Words, ...], ...] | None

    @property
    def is_one_term(self) -> bool:
        """Whether the phrases of one term are all that is asked for."""
        return self.groups is not None and len(self.groups) == 1 and not self.filters and not self.unwanted


class Queries:
    """Makes the queries; `worded`: some attributions have a wording of their own."""

    def __init__(self, reader: Reader, searcher: Any, schema: Any, worded: bool) -> None:
        self._reader, self._searcher, self._schema = reader, searcher, schema
        self._fields = ("wording", "own") if worded else ("wording",)

    def wanted(self, planned: Plan) -> Wanted | None:
        """None where it cannot be said."""
        if planned.restrictions is None or not planned.wanted:
            return None
        for term, _ in (*planned.wanted, *planned.unwanted):
            if term.prefix or term.inside:
                return None
        filters = tuple([self._restricted(restriction) for restriction in planned.restrictions])
        terms, groups = [], []
        for term, widened in planned.wanted:
            elsewhere = self._in_source(term)
            terms.append(self.any_of([*self._said(term, widened), *elsewhere]))
            groups.append(() if elsewhere else self._in_wordings(widened))
        unwanted = tuple([self.any_of(self._said(term, widened)) for term, widened in planned.unwanted])
        phrases = [phrase for group in groups for phrase in group]
        is_simple = all(groups) and len(set(phrases)) == len(phrases)
        return Wanted(
            self.all_of([*filters, *terms], unwanted), filters, unwanted, tuple(groups) if is_simple else None
        )

    def _in_wordings(self, widened: Widened) -> tuple[Words, ...]:
        """The phrases of a term that is found in wordings of statements alone, whatever their language; else none."""
        if widened.speaker_ids or (widened.forms and set(widened.forms) != {DEFAULT}):
            return ()
        terms = (*widened.spellings, *widened.forms.get(DEFAULT, ()))
        if any(self.has(field, term.words) for field in self._fields[1:] for term in terms):
            return ()
        return tuple(dict.fromkeys(term.words for term in terms if self.has("wording", term.words)))

    def _said(self, term: Term, widened: Widened) -> list[Any]:
        query = tantivy().Query
        ways = self._worded(widened.spellings)
        if len(widened.forms) == 1 and DEFAULT in widened.forms:
            ways += self._worded(widened.forms[DEFAULT])
        else:
            for language, tags in tags_by_language(self._reader).items() if widened.forms else ():
                codes = [*tags, *([NONE] if language == DEFAULT else [])]
                if codes and (inflected := self._worded(widened.forms[language])):
                    spoken = query.term_set_query(self._schema, "language", codes)
                    ways.append(self.all_of([self.any_of(inflected), spoken]))
        if widened.speaker_ids:
            ways.append(query.term_set_query(self._schema, "who", list(widened.speaker_ids)))
        return ways

    def _worded(self, terms: Sequence[Term]) -> list[Any]:
        return [
            self.sequence(field, term.words)
            for field in self._fields
            for term in terms
            if self.has(field, term.words)
        ]

    def _in_source(self, term: Term) -> list[Any]:
        ways = [
            self.sequence(field, term.words)
            for field in ("title", "container")
            if self.has(field, term.words)
        ]
        citekey = "-".join(term.words)
        if self.has("citekey", (citekey,)):
            ways.append(self.sequence("citekey", (citekey,)))
        return ways

    def _restricted(self, restriction: Restriction) -> Any:
        if restriction.values:
            return tantivy().Query.term_set_query(self._schema, restriction.field, list(restriction.values))
        return self.between(restriction.field, restriction.low, restriction.high, "Integer")

    # --- parts -----------------------------------------------------------------------------------------------

    def has(self, field: str, words: Sequence[str]) -> bool:
        """Whether a field has the words anywhere; those of a phrase perhaps apart."""
        return bool(words) and all(self._searcher.doc_freq(field, word) for word in words)

    def sequence(self, field: str, words: Sequence[str]) -> Any:
        query = tantivy().Query
        if len(words) == 1:
            return query.term_query(self._schema, field, words[0])
        return query.phrase_query(self._schema, field, list(words))

    def between(self, field: str, low: int | None, high: int | None, kind: str) -> Any:
        package = tantivy()
        return package.Query.range_query(self._schema, field, getattr(package.FieldType, kind), low, high)

    def any_of(self, queries: Sequence[Any]) -> Any:
        package = tantivy()
        if len(queries) < 2:
            return queries[0] if queries else package.Query.empty_query()
        return package.Query.boolean_query([(package.Occur.Should, query) for query in queries])

    def all_of(self, queries: Sequence[Any], without: Sequence[Any] = ()) -> Any:
        package = tantivy()
        if len(queries) == 1 and not without:
            return queries[0]
        parts = [(package.Occur.Must, query) for query in queries]
        return package.Query.boolean_query([*parts, *((package.Occur.MustNot, query) for query in without)])

    # --- scores ----------------------------------------------------------------------------------------------

    def scored(self, wanted: Wanted, phrases: Mapping[Words, Any], beyond: Sequence[Any] = ()) -> Any:
        """What is wanted, and `beyond` it, scored by the queries of its phrases."""
        filters = [tantivy().Query.const_score_query(query, 0.0) for query in (*wanted.filters, *beyond)]
        if wanted.groups is None:
            found = tantivy().Query.const_score_query(wanted.query, 0.0)
            return self.all_of([self.any_of(list(phrases.values())), found, *filters[len(wanted.filters) :]])
        terms = [
            self.any_of([phrases[words] for words in group if words in phrases]) for group in wanted.groups
        ]
        return self.all_of([*terms, *filters], wanted.unwanted)
