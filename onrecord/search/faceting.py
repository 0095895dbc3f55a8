"""How the statements found are spread over speakers, sources, forms, years, tags, status and verification."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.db.reader import Reader
from onrecord.errors import UsageError
from onrecord.search.engine import FACETS, Plan, where
from onrecord.search.filters import VERIFIED, day
from onrecord.text import edtf


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: a slug, a citekey, a word, a year or a tag (None: none), its name, the statements with it.

    Of `verified` the values are "yes" and "no".
    """

    value: str | None
    name: str | None
    count: int


@dataclass(frozen=True)
class _Facet:
    """What a facet's value is, in SQL on `found`, the attributions that fit; the tables that takes; the order."""

    value: str
    name: str
    join: str = ""
    order: str = "statements DESC, value IS NULL, value"


_FACETS = {
    "speaker": _Facet(
        "who.slug",
        "who.name",
        "JOIN speakers AS said_by ON said_by.id = found.speaker_id "
        "JOIN speakers AS who ON who.id = coalesce(said_by.merged_into_id, said_by.id)",
    ),
    "source": _Facet(
        "origin.citekey", "origin.title", "JOIN sources AS origin ON origin.id = found.source_id"
    ),
    "form": _Facet("found.form", "NULL"),
    "year": _Facet("year_of_day(found.day)", "NULL", order="value IS NULL, CAST(value AS INTEGER)"),
    "tag": _Facet(
        "tags.name",
        "NULL",
        "LEFT JOIN statement_tags ON statement_tags.statement_id = found.statement_id "
        "LEFT JOIN tags ON tags.id = statement_tags.tag_id",
    ),
    "status": _Facet("found.status", "NULL"),
    "verified": _Facet(f"CASE WHEN found.{VERIFIED} THEN 'yes' ELSE 'no' END", "NULL"),
}

_COUNTS = """
SELECT {value} AS value, max({name}) AS name, count(DISTINCT found.statement_id) AS statements
  FROM (SELECT a.statement_id, a.speaker_id, a.source_id, a.form, a.status, a.check_result,
               coalesce({first}, {last}) AS day
          FROM attributions AS a
          JOIN statements AS st ON st.id = a.statement_id
          JOIN sources AS so ON so.id = a.source_id
         WHERE {where}) AS found {join}
 GROUP BY 1 ORDER BY {order}
"""


def values(reader: Reader, planned: Plan, facet: str) -> Sequence[Value]:
    """Every value of a facet among the attributions that fit, with the number of statements that have it.

    A statement with several attributions that fit counts once for each value they have. The year is that of the
    first day (where it is not known, the last) of the date that date filters mean. Years are in their order, other
    values most frequent first. UsageError for an unknown facet.
    """
    if facet not in _FACETS:
        raise UsageError(f"{facet!r} is not a facet. Choose from: {', '.join(FACETS)}.")
    asked = _FACETS[facet]
    reader.connection.create_function("year_of_day", 1, _year, deterministic=True)
    sql = _COUNTS.format(
        value=asked.value,
        name=asked.name,
        first=day("min"),
        last=day("max"),
        where=where(planned.clauses),
        join=asked.join,
        order=asked.order,
    )
    return [Value(*row) for row in reader.rows(sql, planned.parameters)]


@lru_cache(maxsize=50_000)
def _year(number: int | None) -> str | None:
    return None if number is None else str(edtf.from_day_number(number)[0])
