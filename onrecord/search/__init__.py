"""Finding quotations: by words of the wording, of names in any spelling, of sources; narrowed by filters.

`query` reads what was typed, `names` finds whom a word names, `forms` its other forms, `sqlite` asks SQLite,
`index` an index beside the file, `engines` chooses; `highlight` shows what was found.
"""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.errors import OnrecordError
from onrecord.model.record import record
from onrecord.model.records import Quote
from onrecord.search import engines, sqlite
from onrecord.search.filters import Filters, conditions
from onrecord.search.highlight import Piece, pieces, snippet
from onrecord.search.plans import Plan, plan
from onrecord.search.query import Term, parse
from onrecord.search.sqlite import FACETS, SORTS
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.search.facet_values import Value
    from onrecord.search.suggestions import Suggestion

__all__ = [
    "FACETS",
    "SORTS",
    "Filters",
    "Hit",
    "Piece",
    "Results",
    "count",
    "facets",
    "notice",
    "parse",
    "search",
    "search_all",
    "suggest",
]


@record()
class Hit:
    """A statement that was found: its quotation, what of it is to be marked, and how well it fits.

    The wording is that of the quotation's own source.
    """

    quote: Quote
    marked: tuple[Term, ...]
    score: float | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The wording, with what was found marked."""
        return self._told(pieces(self.quote.text, self.marked))

    @property
    def snippet(self) -> tuple[Piece, ...]:
        """The part of the wording to show, with what was found marked."""
        return self._told(snippet(self.quote.text, self.marked))

    def _told(self, found: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """With "denied: " before the words, where the source has them denied."""
        before = self.quote.shown.removesuffix(self.quote.text)
        return (Piece(before, False), *found) if before else found

    @property
    def best_known(self) -> tuple[Piece, ...]:
        """The part to show of the best-known wording where the source has another, with what was found marked."""
        known = self.quote.statement_text
        return self._told(snippet(known, self.marked)) if known is not None else ()


@record()
class Results:
    """A page of hits and the number of all."""

    hits: Sequence[Hit]
    total: int


def search(
    reader: Reader,
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
    planned = plan(reader, parse(typed), conditions(reader, filters or Filters()))
    able = engines.of(reader)
    rows = engines.rows(able, planned, sort=sort, limit=limit, offset=offset)
    # The last page tells how many there are.
    is_last = len(rows) < limit and (rows or not offset)
    total = offset + len(rows) if is_last else engines.count(able, planned)
    return Results(_hits(reader, planned, rows), total)


def search_all(
    reader: Reader,
    typed: str,
    filters: Filters | None = None,
    *,
    sort: str = "relevance",
    offset: int = 0,
) -> tuple[int, int, Iterator[Hit]]:
    """All that `search` finds: the number of all, of those after the first `offset`, and these, read page by page."""
    planned = plan(reader, parse(typed), conditions(reader, filters or Filters()))
    able = engines.of(reader)
    total = engines.count(able, planned)
    rows = engines.rows(able, planned, sort=sort, limit=total, offset=offset)
    pages = (rows[at : at + _PAGE] for at in range(0, len(rows), _PAGE))
    return total, len(rows), (hit for page in pages for hit in _hits(reader, planned, page))


# How many are read at a time.
_PAGE = 200


def _hits(reader: Reader, planned: Plan, rows: Sequence[sqlite.Row]) -> list[Hit]:
    quotes = statement_queries.quotes(reader, [row.attribution_id for row in rows])
    return [_hit(row.score, quote, planned) for row, quote in zip(rows, quotes, strict=True)]


def _hit(score: float | None, quote: Quote, planned: Plan) -> Hit:
    return Hit(quote, planned.marked(quote.language or quote.source.language), score)


def notice(reader: Reader) -> OnrecordError | None:
    """A sentence where there is an index beside the file that cannot be used as it is."""
    return engines.notice(reader)


def count(reader: Reader, typed: str, filters: Filters | None = None) -> int:
    """How many statements fit."""
    planned = plan(reader, parse(typed), conditions(reader, filters or Filters()))
    return engines.count(engines.of(reader), planned)


def attribution_ids(reader: Reader, typed: str, filters: Filters | None = None) -> list[int]:
    """Everything that fits, best first: the number of the attribution to show for each statement. Errors as `search`."""
    planned = plan(reader, parse(typed), conditions(reader, filters or Filters()))
    able = engines.of(reader)
    total = engines.count(able, planned)
    return [
        row.attribution_id for row in engines.rows(able, planned, sort="relevance", limit=total, offset=0)
    ]


def facets(
    reader: Reader, typed: str, names: Sequence[str], filters: Filters | None = None
) -> dict[str, Sequence[Value]]:
    """Every value of the facets `names` (of `FACETS`) among all that fits, with how many statements have it.

    UsageError for an unknown facet, and what `search` raises.
    """
    from onrecord.search.facet_values import values

    planned = plan(reader, parse(typed), conditions(reader, filters or Filters()))
    return values(reader, planned, names)


def suggest(reader: Reader, typed: str, filters: Filters | None = None) -> list[Suggestion]:
    """Names on record that somebody may have meant whose search found nothing; each would find something."""
    from onrecord.search.suggestions import suggestions

    return suggestions(reader, parse(typed), filters or Filters())
