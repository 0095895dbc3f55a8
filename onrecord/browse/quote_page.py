"""The page of one statement, at `/-/quote/KEY`: its wording, who vouches for it, where it stands, how to cite it."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from datasette.utils.asgi import Response

from onrecord import statements
from onrecord.browse import cells, links, pages
from onrecord.cite import cite
from onrecord.db.engine import reading
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.records import Quote
from onrecord.statements import StatementRecord

# Offered by name only: `cite` would also open a file, and the address of a page is anybody's to write.
STYLES = {
    "apa": "APA",
    "chicago-author-date": "Chicago (author-date)",
    "modern-language-association": "MLA",
    "ieee": "IEEE",
}


async def quote_page(datasette: Any, request: Any) -> Response:
    """The page of the statement that the address names; 404 where there is none, 400 where it names several."""
    reference = unquote(request.url_vars["reference"])
    style = request.args.get("style") or "apa"
    if style not in STYLES:
        return pages.refusal(400, f"{style!r} is not one of the styles here: {', '.join(STYLES)}.")
    async for name, path in pages.readable(datasette, request.actor):
        try:
            record, citation = await asyncio.to_thread(_read, path, reference, style)
        except NotFoundError:
            continue
        except AmbiguousError as error:
            return pages.refusal(400, str(error))
        return _page(datasette, name, reference, record, citation, style)
    return pages.refusal(404, f"There is no statement {reference!r}.")


def _read(path: Path, reference: str, style: str) -> tuple[StatementRecord, str]:
    with reading(path) as session:
        record = statements.show(session, reference)
    # A wording that failed verification is cited with a mark, and the page says so above.
    return record, cite([record.first], style=style, force=True)


def _page(
    datasette: Any, database: str, reference: str, record: StatementRecord, citation: str, style: str
) -> Response:
    base = datasette.urls.database(database)
    return pages.page(
        datasette,
        "quote.html",
        database,
        title=f"{record.first.speaker.name}: {record.first.text}",
        address=datasette.urls.path(links.quote_at(reference)),
        record=record,
        first=record.first,
        doubts=[(quote, doubt) for quote in record.quotes for doubt in _doubts(quote)],
        citation=citation,
        style=style,
        styles=STYLES,
        quotes_of=lambda slug: f"{base}/quotes?{urlencode({'speaker_slug': slug})}",
        source_at=lambda citekey: f"{base}/sources?{urlencode({'citekey': citekey})}",
        tagged=lambda tag: f"{base}/tags?{urlencode({'name': tag})}",
        claim_at=lambda key: f"{base}/claims?{urlencode({'key': key})}",
    )


def _doubts(quote: Quote) -> list[tuple[str, str]]:
    """What is wrong with an attribution, each with its reason."""
    found = (
        (quote.status, quote.status_reason),
        (quote.rank, quote.rank_reason),
        (quote.check_result, cells.CHECKED.get(quote.check_result or "")),
    )
    return [(value, reason or "") for value, reason in found if value in cells.BAD or value in cells.DOUBTFUL]
