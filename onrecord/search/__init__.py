"""Finding quotations: by words of the wording, of names in any spelling, of sources; narrowed by filters.

`query` reads what was typed, `widening` finds whom a word names, `inflection` its other forms, `engine` asks SQLite,
`scale` an index beside the file, `engines` chooses; `highlight` shows what was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.records import Quote
from onrecord.search import engine, engines
from onrecord.search.engine import SORTS
from onrecord.search.engines import notice
from onrecord.search.facets import FACETS, Value, values
from onrecord.search.filters import Filters, conditions
from onrecord.search.highlight import Piece, pieces, snippet
from onrecord.search.query import parse
from onrecord.search.suggestions import Suggestion, suggestions

__all__ = [
    "FACETS",
    "SORTS",
    "Filters",
    "Hit",
    "Piece",
    "Results",
    "Suggestion",
    "Value",
    "count",
    "facets",
    "notice",
    "search",
    "suggest",
]


@dataclass(frozen=True)
class Hit:
    """A statement that was found: its quotation, the wording with what was found marked, and the part to show."""

    quote: Quote
    pieces: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    score: float | None


@dataclass(frozen=True)
class Results:
    """A page of hits and the number of all."""

    hits: Sequence[Hit]
    total: int


def search(
    session: Session,
    typed: str,
    filters: Filters | None = None,
    *,
    sort: str = "relevance",
    limit: int = 20,
    offset: int = 0,
) -> Results:
    """The statements that fit, one hit each, best first; ties are in the order of recording.

    Nothing typed is an error. NotFoundError, AmbiguousError and InputError come from the filters, UsageError from
    an unknown sorting.
    """
    planned = engine.plan(session, parse(typed), conditions(session, filters or Filters()))
    asked = engines.of(session)
    rows = engines.rows(asked, planned, sort=sort, limit=limit, offset=offset)
    quotes = lookup.quotes(session, [row.attribution_id for row in rows])
    hits = [_hit(row.score, quote, planned) for row, quote in zip(rows, quotes, strict=True)]
    return Results(hits, engines.count(asked, planned))


def _hit(score: float | None, quote: Quote, planned: engine.Plan) -> Hit:
    marked = planned.marked(quote.language or quote.source.language)
    return Hit(quote, pieces(quote.text, marked), snippet(quote.text, marked), score)


def count(session: Session, typed: str, filters: Filters | None = None) -> int:
    """How many statements fit."""
    planned = engine.plan(session, parse(typed), conditions(session, filters or Filters()))
    return engines.count(engines.of(session), planned)


def facets(
    session: Session, typed: str, names: Sequence[str], filters: Filters | None = None
) -> dict[str, Sequence[Value]]:
    """Every value of the facets `names` (of `FACETS`) among all that fits, with how many statements have it.

    UsageError for an unknown facet, and what `search` raises.
    """
    planned = engine.plan(session, parse(typed), conditions(session, filters or Filters()))
    return {name: values(session, planned, name) for name in names}


def suggest(session: Session, typed: str, filters: Filters | None = None) -> list[Suggestion]:
    """Names on record that somebody may have meant whose search found nothing; each would find something."""
    return suggestions(session, parse(typed), filters or Filters())
