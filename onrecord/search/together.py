"""Searches whose words stand in wordings alone: FTS5 is asked once, for all of them together.

Most words are part of no name, title or citekey, and most statements have one wording. Then the terms are one expression
of FTS5, which intersects them in its own index, counts them and scores what is left; filters are looked up either as a
set, or for each hit, whichever is less.
"""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.search.forms import DEFAULT
from onrecord.search.query import Term, fts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.search.names import Widened

    # The attributions to show of some statements, as (attribution, statement, newest day).
    Shown = Callable[[Mapping[int, float]], Sequence[tuple[int, int, int | None]]]

# The parameter with the expression, and the condition that it makes.
MATCH = "together"
CLAUSE = f"a.statement_id IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :{MATCH})"
# Filters that an index answers, so that all that fits them is found without reading everything.
_INDEXED = ("by", "via", "source", "tag")
# Up to so many hits, or such a share of all statements, it is looked up of each whether anything attributes it.
_FEW, _SHARE = 50_000, 8
# What stands in more than half of all statements weighs nothing in bm25: it is ranked among so many that were recorded last.
RANKED = 100_000
# Scores that are looked at for a page, at first and at most.
_FEWEST, _MOST = 256, 16_384

_HITS = "FROM statements_fts WHERE statements_fts MATCH :together"
_ATTRIBUTED = "EXISTS (SELECT 1 FROM attributions WHERE statement_id = statements_fts.rowid)"
_BEST_SCORED = (
    f"SELECT rowid, bm25(statements_fts) AS score, NULL {_HITS} AND rowid >= :ranked_from "
    "ORDER BY score LIMIT :taken"
)
# Where hits are few, or dear to find, as those of a phrase are, they are found once, to be counted and ranked.
_FEW_SCORED = f"""
WITH hits AS MATERIALIZED (SELECT rowid AS statement_id, bm25(statements_fts) AS score {_HITS})
SELECT statement_id, score, (SELECT count(*) FROM hits AS hit WHERE EXISTS
       (SELECT 1 FROM attributions WHERE statement_id = hit.statement_id)) FROM hits ORDER BY score LIMIT :taken"""
# Where conditions are looked up of every hit, they are looked up once, to count the hits and to rank them.
_ALL_SCORED = """
WITH hits AS MATERIALIZED (SELECT rowid AS statement_id, bm25(statements_fts) AS score {})
SELECT statement_id, score, (SELECT count(*) FROM hits) FROM hits ORDER BY score LIMIT :taken"""
# Outer joins: SQLite leaves out those that no condition looks into.
_FITTING = (
    "FROM attributions AS a LEFT JOIN statements AS st ON st.id = a.statement_id "
    "LEFT JOIN sources AS so ON so.id = a.source_id WHERE "
)


def expression(reader: Reader, wanted: Sequence[tuple[Term, Widened]]) -> str | None:
    """All terms as one expression of FTS5; None where one may be found elsewhere than in the wordings of statements."""
    groups = [_group(widened) for _, widened in wanted]
    phrases = [phrase for group in groups for phrase in group]
    if not groups or len(set(phrases)) < len(phrases):
        return None
    if any(term.inside or widened.speaker_ids or not _is_alone(widened) for term, widened in wanted):
        return None
    if any(names_a_source(reader, term) for term, _ in wanted) or _is_worded(reader, phrases):
        return None
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _group(widened: Widened) -> list[str]:
    """The spellings and forms of a term, each once."""
    return list(dict.fromkeys(map(fts, (*widened.spellings, *widened.forms.get(DEFAULT, ())))))


def _is_alone(widened: Widened) -> bool:
    """Whether no other language has forms to keep apart."""
    return not widened.forms or set(widened.forms) == {DEFAULT}


def names_a_source(reader: Reader, term: Term) -> bool:
    """Whether a source has a term in its title or container, or as its citekey."""
    return bool(
        reader.value(
            "SELECT EXISTS (SELECT 1 FROM sources_fts WHERE sources_fts MATCH :term) OR "
            "EXISTS (SELECT 1 FROM sources WHERE citekey = :citekey) OR "
            "EXISTS (SELECT 1 FROM citekey_aliases WHERE citekey = :citekey)",
            {"term": fts(term), "citekey": "-".join(term.words)},
        )
    )


def _is_worded(reader: Reader, phrases: Sequence[str]) -> bool:
    """Whether a source's own wording has any of the words."""
    return bool(
        reader.value(
            "SELECT EXISTS (SELECT 1 FROM attributions_fts WHERE attributions_fts MATCH ?)",
            (" OR ".join(phrases),),
        )
    )


class Together:
    """The hits of an expression, narrowed by conditions on attributions `a`, statements `st` and sources `so`."""

    def __init__(
        self,
        reader: Reader,
        conditions: Sequence[str],
        fields: Sequence[str],
        parameters: Mapping[str, object],
    ) -> None:
        self.conditions = conditions
        self._reader, self._parameters, self._fields = reader, parameters, fields
        self._condition = ""
        self._total: int | None = None
        self._hits: int | None = None

    def count(self) -> int:
        """The number of statements found that something attributes to somebody."""
        if self._total is None:
            self._total = self._counted()
        return self._total

    def _counted(self) -> int:
        if self.conditions:
            return self._value(f"SELECT count(*) {_HITS} AND {self._narrowed()}")
        hits = self._all_hits()
        if hits > _FEW and hits > self._statements() // _SHARE and self._are_all_attributed():
            return hits
        return self._value(f"SELECT count(*) {_HITS} AND {_ATTRIBUTED}")

    def ranked_from(self, hits: int | None = None) -> int:
        """The first id of the statements among which `hits`, those of the expression, are ranked; the others have no score.

        That is the first of all unless words alone are asked for, nearly everything is a hit, and no filter leaves some of it out.
        """
        if self.conditions or self._has_phrase():
            return 0
        last = self._value("SELECT coalesce(max(id), 0) FROM statements")
        if last <= 2 * RANKED or 2 * (self._all_hits() if hits is None else hits) <= self._statements():
            return 0
        return last + 1 - RANKED

    def _has_phrase(self) -> bool:
        """Whether words have to follow each other somewhere in the expression; nothing of it is in quotes but words."""
        return any(" " in words for words in str(self._parameters[MATCH]).split('"')[1::2])

    def _statements(self) -> int:
        """How many statements there are."""
        from onrecord.db.fulltext import statistics

        record = self._reader.value("SELECT block FROM statements_fts_data WHERE id = 1")
        return statistics(bytes(record or b""))[0]

    def _all_hits(self) -> int:
        """How many statements have the words, attributed or not, whatever the conditions."""
        if self._hits is None:
            self._hits = self._value(f"SELECT count(*) {_HITS}")
        return self._hits

    def best(self, shown: Shown, last: int) -> list[tuple[int, float, int, int | None]] | None:
        """At least the `last` best hits, or all, as (attribution, score, statement, newest day); None where too many are equally good.

        `shown` gives the attributions to show of the statements in a mapping.
        """
        taken, first = max(_FEWEST, 2 * last), self.ranked_from()
        is_counted = not first and (bool(self.conditions) or self._has_phrase() or self._all_hits() <= _FEW)
        if self.conditions:
            sql = _ALL_SCORED.format(f"{_HITS} AND {self._narrowed()}")
        else:
            sql = _FEW_SCORED if is_counted else _BEST_SCORED
        while taken <= _MOST:
            scored = self._reader.rows(sql, {**self._parameters, "taken": taken, "ranked_from": first})
            complete = len(scored) < taken
            if complete and first:
                return None
            # Others may score as much as the last one that was looked at.
            scores = {one: score for one, score, _ in scored if complete or score < scored[-1][1]}
            rows = shown(scores)
            if is_counted:
                self._total = scored[0][2] if scored else 0
            elif complete:
                self._total = len(rows)
            if complete or len(rows) >= last:
                return [(row, scores[statement], statement, newest) for row, statement, newest in rows]
            taken *= 8
        return None

    def _narrowed(self) -> str:
        """The conditions, as a set of statements where that is soon made, else for each hit."""
        if not self._condition:
            fitting = _FITTING + " AND ".join(f"({condition})" for condition in self.conditions)
            if self._is_small(fitting):
                # Without the sign SQLite would look up the hits one by one.
                self._condition = f"+rowid IN (SELECT a.statement_id {fitting})"
            else:
                self._condition = f"EXISTS (SELECT 1 {fitting} AND a.statement_id = statements_fts.rowid)"
        return self._condition

    def _is_small(self, fitting: str) -> bool:
        if not any(field in _INDEXED for field in self._fields):
            return False
        hits = self._all_hits()
        return bool(
            self._value(f"SELECT count(*) <= 2 * {hits} FROM (SELECT 1 {fitting} LIMIT 2 * {hits} + 1)")
        )

    def _are_all_attributed(self) -> bool:
        return bool(
            self._value(
                "SELECT (SELECT count(*) FROM statements) = (SELECT count(DISTINCT statement_id) FROM attributions)"
            )
        )

    def _value(self, sql: str) -> int:
        return int(self._reader.value(sql, self._parameters) or 0)
