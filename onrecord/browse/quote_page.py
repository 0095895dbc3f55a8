"""The page of one statement, at `/-/quote/KEY`: its wording, who vouches for it, where it stands, how to cite it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import Response

from onrecord.browse import citing, linked_data, links, pages
from onrecord.browse.doubts import doubts as shown_doubts
from onrecord.cite import by_source
from onrecord.cite.attribution import doubts, quotation_line
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.errors import AmbiguousError, NotFoundError, UsageError
from onrecord.model.claim_records import Position, VerdictRecord
from onrecord.model.records import Json, Quote
from onrecord.statements import queries as statement_queries
from onrecord.views import compare, origins
from onrecord.views.origins import Origins
from onrecord.views.statement import StatementRecord, show_statement

# Makes the address of a page, below the root of Datasette, one that works from anywhere.
Address = Callable[[str], str]


async def quote_page(datasette: Any, request: Any) -> Response:
    """The page of the statement that the address names; 404 where there is none, 400 where it names several."""
    reference = unquote(request.url_vars["reference"])
    try:
        wanted = citing.asked({name: request.args.get(name) for name in citing.ASKED})
    except UsageError as error:
        return pages.refusal(400, str(error))
    # Citing takes longer than all the rest: the box's script asks for it, or the reader by its button.
    cites = any(name in request.args for name in citing.ASKED)

    def at(address: str) -> str:
        return pages.whole_address(datasette, request, address)

    async for name, path in pages.readable(datasette, request):
        try:
            found = await asyncio.to_thread(_found, path, reference, at)
        except NotFoundError:
            continue
        except AmbiguousError as error:
            return pages.refusal(400, str(error))
        pieces = await asyncio.to_thread(citing.pieces, found.record.first, wanted) if cites else ()
        return made(datasette, name, found, wanted, pieces, reference, at)
    return pages.refusal(404, f"There is no statement {reference!r}.")


async def citation(datasette: Any, request: Any) -> Response:
    """What the cite box of a statement shows for a style and a format, as JSON; errors as `quote_page`."""
    reference = unquote(request.url_vars["reference"])
    try:
        wanted = citing.asked({name: request.args.get(name) for name in citing.ASKED})
    except UsageError as error:
        return pages.refusal(400, str(error))
    async for _, path in pages.readable(datasette, request):
        try:
            quote = await asyncio.to_thread(_first, path, reference)
        except NotFoundError:
            continue
        except AmbiguousError as error:
            return pages.refusal(400, str(error))
        return pages.data(citing.as_json(wanted, await asyncio.to_thread(citing.pieces, quote, wanted)))
    return pages.refusal(404, f"There is no statement {reference!r}.")


async def citation_styles(request: Any) -> Response:
    """The citation styles whose names have the words `q`, as JSON."""
    found = await asyncio.to_thread(citing.find_styles, request.args.get("q") or "")
    return pages.data([{"id": one.id, "title": one.title} for one in found[: citing.MOST_FOUND]])


def _first(path: Path, reference: str) -> Quote:
    with reading(path) as reader:
        return statement_queries.quotes(reader, statement_queries.attribution_ids(reader, reference)[:1])[0]


@dataclass(frozen=True)
class Found:
    """What the page shows: the statement, the verdicts on each of its claims (also as ClaimReview), its origins."""

    record: StatementRecord
    verdicts: dict[str, list[VerdictRecord]]
    reviews: list[Json]
    origins: Origins


def _found(path: Path, reference: str, at: Address) -> Found:
    with reading(path) as reader:
        return read(reader, reference, at)


def read(reader: Reader, reference: str, at: Address) -> Found:
    """What the page of `reference` shows; NotFoundError and AmbiguousError as `statements.show`."""
    record = show_statement(reader, reference)
    bearing_on = [(claim_queries.claim_id(reader, stance.claim), stance) for stance in record.stances]
    return Found(
        record,
        {stance.claim: claim_queries.verdicts(reader, claim) for claim, stance in bearing_on},
        [
            review
            for claim, stance in bearing_on
            for review in linked_data.reviews(
                reader,
                claim,
                [Position(stance.stance, stance.note, quote) for quote in record.quotes],
                lambda quote: at(links.quote_at(quote.ref)),
            )
        ],
        origins.of_statement(reader, record.first.key),
    )


def made(
    datasette: Any,
    database: str,
    found: Found,
    wanted: citing.Asked,
    pieces: tuple[citing.Piece, ...],
    reference: str,
    at: Address,
) -> Response:
    """The page of what was found; `at` makes an address one that works from anywhere."""
    record = found.record
    first = record.first
    # The whole key, where the address has only its beginning.
    key, place = first.key, reference.partition("@")[2]
    named = f"{key}@{place}" if place else key
    quotations = linked_data.quotations(record.quotes, lambda ref: at(links.quote_at(ref)))
    return pages.page(
        datasette,
        "quote.html",
        database,
        title=f"{first.speaker.name}: {first.shown}",
        head=pages.Head(
            address=at(links.quote_at(named)),
            description=_description(first),
            data=linked_data.document([*quotations, *found.reviews]),
        ),
        works=[work.source for work in by_source(record.quotes)],
        reference=named,
        record=record,
        verdicts=found.verdicts,
        origins=found.origins,
        differences=compare.differences(record.quotes),
        first_known=compare.first_known(record.quotes),
        first=first,
        doubts=[(quote, doubt) for quote in record.quotes for doubt in shown_doubts(quote)],
        citing=citing,
        wanted=wanted,
        pieces=pieces,
    )


def _description(quote: Quote) -> str:
    """The quotation for those who see only a link to it: wording, speaker, source, and what is in doubt."""
    source = quote.source.title or quote.source.citekey
    return " ".join([f"{quotation_line(quote)}, in {source}.", *(f"[{doubt}]" for doubt in doubts(quote))])
