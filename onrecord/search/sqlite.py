"""Search by SQLite's FTS5: the rows that a plan finds, ranked, counted, and a page of them."""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import UsageError
from onrecord.model.record import record
from onrecord.search.filters import day
from onrecord.search.plans import Plan, where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


FACETS = ("speaker", "source", "form", "year", "tag", "status", "verified")
SORTS = ("relevance", "newest", "oldest", "said", "added")

_ORDERS = {
    # bm25 is smaller the better; what was found by name or source only comes after, the newest first.
    "relevance": "score IS NULL, score, newest DESC NULLS LAST, statement_id",
    "newest": "newest DESC NULLS LAST, statement_id",
    "oldest": "oldest ASC NULLS LAST, statement_id",
    "said": "said_on ASC NULLS LAST, statement_id",
    "added": "statement_id DESC",
}


@record()
class Row:
    """A hit: the attribution to show, and its score where the wording was found."""

    attribution_id: int
    score: float | None
    statement_id: int
    newest: int | None


_FOUND = """
  SELECT a.id AS attribution_id, a.statement_id AS statement_id,
         {newest} AS newest, {oldest} AS oldest, coalesce(a.said_min, st.said_min) AS said_on,
         {place} AS place
    FROM attributions AS a
    JOIN statements AS st ON st.id = a.statement_id
    JOIN sources AS so ON so.id = a.source_id
   WHERE {where}
"""
_PLACE = """row_number() OVER (
           PARTITION BY a.statement_id
           ORDER BY {worded}CASE a.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END,
                    coalesce(a.said_min, so.issued_min, so.issued_max) ASC NULLS LAST, a.id
         )"""
# Where sources word a statement differently, those come first whose wording has what was looked for.
_WORDED = """
           CASE WHEN a.statement_id NOT IN (SELECT statement_id FROM attributions WHERE wording IS NOT NULL) THEN 0
                WHEN a.wording IS NULL THEN a.statement_id NOT IN
                     (SELECT rowid FROM statements_fts WHERE statements_fts MATCH :any_wording)
                ELSE a.id NOT IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :any_wording)
           END, """
# Of everything few have several attributions: only those need to be sorted to find the one to show.
_SEVERAL = "(SELECT statement_id FROM attributions GROUP BY statement_id HAVING count(*) > 1)"
_HITS = """
WITH found AS ({found}),
shown AS ({shown})
SELECT attribution_id, score, statement_id, newest
  FROM shown
 ORDER BY {order}
 LIMIT :limit OFFSET :offset
"""
_PLACED = (
    "SELECT attribution_id, NULL AS score, statement_id, newest, oldest, said_on FROM found WHERE place = 1"
)
# Scores that are looked at for a page, at first and at most.
_FEWEST, _MOST = 256, 16_384
_TOP = """
SELECT rowid, bm25(statements_fts) AS score FROM statements_fts WHERE statements_fts MATCH :any_wording
 ORDER BY score LIMIT :taken"""
_OWN = """
SELECT attributions.id, statement_id, bm25(attributions_fts) FROM attributions_fts
  JOIN attributions ON attributions.id = attributions_fts.rowid
 WHERE attributions_fts MATCH :any_wording LIMIT :most"""
_PAGE_OF_ALL = (
    "a.statement_id IN (SELECT DISTINCT statement_id FROM attributions ORDER BY statement_id DESC "
    "LIMIT :page OFFSET :before)"
)
# Brought together by sorting: joined, FTS5's scores would be read through anew for every hit.
_SCORED = f"""
SELECT max(attribution_id) AS attribution_id, min(score) AS score, statement_id, max(newest) AS newest,
       max(oldest) AS oldest, max(said_on) AS said_on
  FROM ({_PLACED}
        UNION ALL
        SELECT NULL, bm25(statements_fts), rowid, NULL, NULL, NULL
          FROM statements_fts WHERE statements_fts MATCH :any_wording AND rowid >= :ranked_from
        UNION ALL
        SELECT NULL, bm25(attributions_fts), statement_id, NULL, NULL, NULL FROM attributions_fts
          JOIN attributions ON attributions.id = attributions_fts.rowid
         WHERE attributions_fts MATCH :any_wording)
 GROUP BY statement_id HAVING max(attribution_id) IS NOT NULL"""


def rows(reader: Reader, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row]:
    """A page of hits, one for each statement: its preferred attribution among those that fit, else the earliest.

    Where sources word it differently, that is among those whose wording has what was looked for.
    """
    if sort not in SORTS:
        raise UsageError(f"{sort!r} is not a sorting. Choose from: {', '.join(SORTS)}.")
    scored = sort == "relevance" and bool(planned.spellings)
    parameters = {**planned.parameters, "limit": limit, "offset": offset, "ranked_from": 0}
    clauses = planned.clauses
    if not clauses and sort == "added":
        # Everything in the order of its ids: an index has the page that is asked for.
        clauses = (_PAGE_OF_ALL,)
        parameters |= {"page": limit, "before": offset, "limit": -1, "offset": 0}
    if scored and planned.together is not None:
        shown_of = _shown_of(reader, planned, planned.together.conditions)
        if (found := planned.together.best(shown_of, offset + limit)) is not None:
            return in_order([Row(*row) for row in found])[offset : offset + limit]
        parameters["ranked_from"] = planned.together.ranked_from()
    elif scored and planned.is_plain and (best := _best(reader, planned, limit, offset)):
        return best
    order = _ORDERS[sort if scored or sort != "relevance" else "newest"]
    sql = _HITS.format(
        found=_found(where(clauses), _place(planned)) if clauses else _everything(),
        shown=_SCORED if scored else _PLACED,
        order=order,
    )
    return [Row(*row) for row in reader.rows(sql, parameters)]


def _shown_of(
    reader: Reader, planned: Plan, conditions: Sequence[str]
) -> Callable[[Mapping[int, float]], list[tuple[int, int, int | None]]]:
    """Finds of statements the attribution to show among those that fit conditions."""
    condition = where(("a.statement_id IN (SELECT value FROM json_each(:statements))", *conditions))

    def shown(statements: Mapping[int, float]) -> list[tuple[int, int, int | None]]:
        rows = _among(reader, planned, condition, statements=array(statements))
        return [(row.attribution_id, row.statement_id, row.newest) for row in rows]

    return shown


def _place(planned: Plan) -> str:
    return _PLACE.format(worded=_WORDED if planned.worded and planned.spellings else "")


def _found(condition: str, place: str) -> str:
    return _FOUND.format(newest=day("max"), oldest=day("min"), place=place, where=condition)


def _everything() -> str:
    alone = _found(f"a.statement_id NOT IN {_SEVERAL}", "1")
    return f"{alone} UNION ALL {_found(f'a.statement_id IN {_SEVERAL}', _PLACE.format(worded=''))}"


def _best(reader: Reader, planned: Plan, limit: int, offset: int) -> list[Row] | None:
    """A page of the wordings that fit best, without reading more of all others than their scores.

    None where too many are equally good, and where those without a score may follow.
    """
    own = own_scores(reader, planned, _MOST)
    last = offset + limit
    taken = max(_FEWEST, 2 * last)
    while taken <= _MOST and own is not None:
        scored = reader.rows(_TOP, {**planned.parameters, "taken": taken})
        if len(scored) < taken:
            return None
        edge = scored[-1][1]  # others may score as much
        scores = {one: score for one, score in scored if score < edge}
        for statement, score in own[1].items():
            if score < edge:
                scores[statement] = min(score, scores.get(statement, 0.0))
        rows = _among(reader, planned, _fitting(own[0]), statements=array(scores), own=array(own[0]))
        if len(rows) >= last:
            found = [
                Row(row.attribution_id, scores[row.statement_id], row.statement_id, row.newest)
                for row in rows
            ]
            return in_order(found)[offset:last]
        taken *= 8
    return None


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows that have a score, in the order of "relevance"."""
    return sorted(rows, key=lambda row: (row.score, row.newest is None, -(row.newest or 0), row.statement_id))


def _fitting(own: Sequence[int]) -> str:
    """The attributions of some statements that fit: all where it is the statement's wording, else those with their own."""
    condition = "a.statement_id IN (SELECT value FROM json_each(:statements))"
    if own:
        condition += (
            " AND (a.id IN (SELECT value FROM json_each(:own)) OR a.statement_id IN "
            "(SELECT rowid FROM statements_fts WHERE statements_fts MATCH :any_wording))"
        )
    return condition


def own_scores(reader: Reader, planned: Plan, most: int) -> tuple[list[int], dict[int, float]] | None:
    """The attributions with a wording of their own that is found, and the best score of each of their statements.

    None where they are more than `most`.
    """
    rows = reader.rows(_OWN, {**planned.parameters, "most": most + 1})
    if len(rows) > most:
        return None
    scores: dict[int, float] = {}
    for _, statement, score in rows:
        scores[statement] = min(score, scores.get(statement, 0.0))
    return [one for one, _, _ in rows], scores


def shown(reader: Reader, planned: Plan, attribution_ids: Sequence[int]) -> list[Row]:
    """Of each statement that has some of these attributions the one to show, without scores."""
    condition = "a.id IN (SELECT value FROM json_each(:ids))"
    return _among(reader, planned, condition, ids=array(attribution_ids))


def _among(reader: Reader, planned: Plan, condition: str, **parameters: object) -> list[Row]:
    sql = _HITS.format(found=_found(condition, _place(planned)), shown=_PLACED, order="statement_id")
    parameters = {**planned.parameters, **parameters, "limit": -1, "offset": 0}
    return [Row(*row) for row in reader.rows(sql, parameters)]


def count(reader: Reader, planned: Plan) -> int:
    """The number of statements found."""
    if not planned.clauses:
        return int(
            reader.value("SELECT count(*) FROM (SELECT DISTINCT statement_id FROM attributions) AS said") or 0
        )
    if planned.together is not None:
        return planned.together.count()
    sql = (
        # Outer joins, though every attribution has both: SQLite leaves out those that no condition looks into.
        "SELECT count(*) FROM (SELECT DISTINCT a.statement_id FROM attributions AS a "
        "LEFT JOIN statements AS st ON st.id = a.statement_id LEFT JOIN sources AS so ON so.id = a.source_id "
        f"WHERE {where(planned.clauses)}) AS said"
    )
    return int(reader.value(sql, planned.parameters) or 0)
