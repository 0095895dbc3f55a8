"""The page of one statement, at `/-/quote/KEY`: its wording, who vouches for it, where it stands, how to cite it.

The page is whole without a script, and its content security policy lets none run.
"""

import asyncio
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encoded
from urllib.parse import unquote, urlencode

from datasette.utils.asgi import Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord import statements
from onrecord.browse import cells, recognise
from onrecord.cite import cite
from onrecord.db.engine import reading
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.records import Quote
from onrecord.statements import StatementRecord
from onrecord.text.clean import one_line

STYLE_SHEET = "/-/static-plugins/onrecord/quote.css"
# Offered by name only: `cite` would also open a file, and the address of a page is anybody's to write.
STYLES = {
    "apa": "APA",
    "chicago-author-date": "Chicago (author-date)",
    "modern-language-association": "MLA",
    "ieee": "IEEE",
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# What the page shows comes from these; who may not see one of them does not see the page.
_TABLES = (
    "statements", "attributions", "speakers", "sources", "creators", "relays", "snapshots", "spans",
    "claims", "stances", "tags", "statement_tags", "operations", "changes",
)  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def _shown(value: Any) -> Any:
    return cells.text_html(value) if isinstance(value, str) and not isinstance(value, Markup) else value


# `finalize`: whatever a template writes passes through the chips, so that none can be forgotten.
_PAGES = Environment(
    loader=PackageLoader("onrecord.browse"), autoescape=True, undefined=StrictUndefined, finalize=_shown
)


async def quote_page(datasette: Any, request: Any) -> Response:
    """The page of the statement that the address names; 404 where there is none, 400 where it names several."""
    reference = unquote(request.url_vars["reference"])
    style = request.args.get("style") or "apa"
    if style not in STYLES:
        return _refusal(400, f"{style!r} is not one of the styles here: {', '.join(STYLES)}.")
    absent = f"There is no statement {reference!r}."
    for name in recognise.ours(datasette):
        if not await _may_see(datasette, request.actor, name):
            continue
        path = Path(datasette.databases[name].path)
        try:
            record, citation = await asyncio.to_thread(_read, path, reference, style)
        except NotFoundError:
            continue
        except AmbiguousError as error:
            return _refusal(400, str(error))
        return Response.html(_page(datasette, name, reference, record, citation, style), headers=HEADERS)
    return _refusal(404, absent)


async def _may_see(datasette: Any, actor: Any, name: str) -> bool:
    for table in _TABLES:
        permissions = [("view-table", (name, table)), ("view-database", name), "view-instance"]
        visible, _ = await datasette.check_visibility(actor, permissions=permissions)
        if not visible:
            return False
    return True


def _read(path: Path, reference: str, style: str) -> tuple[StatementRecord, str]:
    with reading(path) as session:
        record = statements.show(session, reference)
    # A wording that failed verification is cited with a mark, and the page says so above.
    return record, cite([record.first], style=style, force=True)


def _page(
    datasette: Any, database: str, reference: str, record: StatementRecord, citation: str, style: str
) -> str:
    base = datasette.urls.database(database)
    return _PAGES.get_template("quote.html").render(
        title=one_line(f"{record.first.speaker.name}: {record.first.text}")[:120],
        home=datasette.urls.instance(),
        style_sheet=datasette.urls.path(STYLE_SHEET),
        base=base,
        address=datasette.urls.path(address(reference)),
        record=record,
        first=record.first,
        language=_language(record.first),
        doubts=[(quote, doubt) for quote in record.quotes for doubt in _doubts(quote)],
        citation=citation,
        style=style,
        styles=STYLES,
        badge=cells.badge_html,
        is_link=cells.is_link,
        quotes_of=lambda slug: f"{base}/quotes?{urlencode({'speaker_slug': slug})}",
        source_at=lambda citekey: f"{base}/sources?{urlencode({'citekey': citekey})}",
        tagged=lambda tag: f"{base}/tags?{urlencode({'name': tag})}",
        claim_at=lambda key: f"{base}/claims?{urlencode({'key': key})}",
    )


def address(reference: str) -> str:
    """Where the page of KEY or KEY@CITEKEY is, below the root of Datasette."""
    return f"/-/quote/{percent_encoded(reference, safe='@')}"


def _language(quote: Quote) -> str | None:
    return quote.language if quote.language and _LANGUAGE.fullmatch(quote.language) else None


def _doubts(quote: Quote) -> list[tuple[str, str]]:
    """What is wrong with an attribution, each with its reason."""
    found = (
        (quote.status, quote.status_reason),
        (quote.rank, quote.rank_reason),
        (quote.check_result, cells.CHECKED.get(quote.check_result or "")),
    )
    return [(value, reason or "") for value, reason in found if value in cells.BAD or value in cells.DOUBTFUL]


def _refusal(status: int, sentence: str) -> Response:
    return Response.text(f"{one_line(sentence)}\n", status=status, headers=HEADERS)
