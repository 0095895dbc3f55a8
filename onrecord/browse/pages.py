"""What onrecord's own pages share: templates that escape everything, safety headers, and who may see what.

The pages are whole without a script, and their content security policy runs none but those of the package.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.browse import cells, coins, linked_data, links, recognise, versions
from onrecord.browse.doubts import doubts
from onrecord.browse.static_place import StaticPlace
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.model.records import Json, Quote
from onrecord.text import edtf
from onrecord.text.clean import one_line
from onrecord.text.locator_forms import format_locator

STYLE_SHEET = "/-/static-plugins/onrecord/pages.css"
SCRIPT = "/-/static-plugins/onrecord/pages.js"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# In a static copy the page itself has to say it; who may frame it cannot be said there (CSP Level 3, 3.3).
STATIC_POLICY = HEADERS["Content-Security-Policy"].partition("; frame-ancestors")[0]
# What the pages show comes from these; who may not see one of them does not see the pages.
_TABLES = (
    "statements", "attributions", "speakers", "speaker_names", "sources", "creators", "relays", "snapshots",
    "spans", "claims", "claim_links", "stances", "reviews", "tags", "statement_tags", "operations", "changes",
)  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def _shown(value: Any) -> Any:
    return cells.text_html(value) if isinstance(value, str) and not isinstance(value, Markup) else value


# A folder of their own: Datasette takes whatever lies in `templates` itself for a replacement of its own pages.
_FOLDER = "templates/onrecord"
# `finalize`: whatever a template writes passes through the chips, so that none can be forgotten.
_TEMPLATES = Environment(
    loader=PackageLoader("onrecord.browse", _FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_shown,
)


@dataclass(frozen=True)
class Head:
    """What a page tells programs of itself: its lasting address, a description, and its data in JSON-LD.

    The address is canonical and whole (https://…); the description is cut to what a link's preview shows.
    """

    address: str
    description: str
    data: Json | None = None


async def readable(datasette: Any, request: Any) -> AsyncIterator[tuple[str, Path]]:
    """The databases of onrecord that whoever asks may see whole: the name in Datasette, and the file.

    `in` in the address asks one of them alone.
    """
    only = request.args.get("in")
    for name in recognise.ours(datasette):
        if (not only or name == only) and await may_see(datasette, request.actor, name):
            yield name, Path(datasette.databases[name].path)


async def answer(
    datasette: Any, request: Any, missing: str, make: Callable[[str, Path], Response]
) -> Response:
    """What `make` gives for the first database (its name, its file) that has what was asked for.

    404 with the sentence `missing` where `make` raises NotFoundError for all of them; 400 where it says that the
    request is wrong. `make` runs in a thread of its own.
    """
    async for name, path in readable(datasette, request):
        try:
            return await asyncio.to_thread(make, name, path)
        except NotFoundError:
            continue
        except (AmbiguousError, InputError, UsageError) as error:
            return refusal(400, str(error))
    return refusal(404, missing)


def addresses(datasette: Any, database: str) -> Callable[[str], str]:
    """Makes an address of `links` one of this Datasette, and of this database where several are onrecord's."""
    several = len(recognise.ours(datasette)) > 1

    def at(address: str) -> str:
        path = str(datasette.urls.path(address))
        return links.within(path, database) if several else path

    return at


def home_of(datasette: Any, database: str) -> str:
    """The address of the home page: Datasette's own, where it serves nothing but onrecord's databases."""
    address = "/" if recognise.all_ours(datasette) else links.HOME
    return addresses(datasette, database)(address)


async def may_see(datasette: Any, actor: Any, name: str) -> bool:
    """Whether `actor` may see every table of a database that the pages show something of."""
    tables: tuple[str, ...] = _TABLES
    if recognise.for_everybody(datasette, name):
        # What else the pages show of the others there is meant to be seen.
        from onrecord.browse.everybody import TABLES

        tables = tuple(one for one in _TABLES if one in TABLES)
    return await versions.may_see_tables(datasette, actor, name, tables)


def page(
    datasette: Any,
    template: str,
    database: str,
    *,
    title: str,
    head: Head | None = None,
    status: int = 200,
    **values: Any,
) -> Response:
    """The page that `template` makes of `values`; `title` is cut to what a browser's tab can use.

    Templates have, besides `values`: `base` (Datasette's page of the database), `home`, `style_sheet`, `at` (makes
    an address of `links` one of this Datasette), `dated` (EDTF in words), `located` (a quotation's place in words),
    `links`, `badge`, `doubts_of`, `is_link`, `language` (a language tag that may stand in `lang`, or None), and for
    forms that search `search_at` and `in_database` (the one to name, where several are served).
    `export_at` gives the file with what is on a page. In a static copy `copied` is its StaticPlace, elsewhere None:
    there is nobody to ask, so there are no tables and no search. `everybody` is true there, and where readers anywhere
    are served: whole stored texts and the history are not for them.
    """
    copied = datasette if isinstance(datasette, StaticPlace) else None
    at = addresses(datasette, database)
    html = _TEMPLATES.get_template(template).render(
        title=shortened(title, 120),
        head=head,
        json_ld=linked_data.script,
        coins=coins.span,
        # Chips are no use inside attributes.
        line=lambda text: shortened(text, 300),
        # What is to be copied must be what it is.
        as_it_is=lambda text: Markup(escape(text)),
        script=datasette.urls.path(SCRIPT),
        home=home_of(datasette, database),
        base=datasette.urls.database(database),
        style_sheet=datasette.urls.path(STYLE_SHEET),
        at=at,
        copied=copied,
        everybody=recognise.for_everybody(datasette, database),
        policy=STATIC_POLICY,
        export_at=copied.export_at
        if copied
        else lambda page, extension: at(links.export_at(page, extension)),
        dated=dated,
        located=located,
        search_at="" if copied else datasette.urls.path(links.SEARCH),
        in_database=database if len(recognise.ours(datasette)) > 1 else None,
        links=links,
        badge=cells.badge_html,
        doubts_of=doubts,
        is_link=cells.is_link,
        language=language,
        **values,
    )
    return Response.html(html, status=status, headers=dict(HEADERS))


def whole_address(datasette: Any, request: Any, address: str) -> str:
    """An address below the root of Datasette (of `links`) as one that works from anywhere."""
    if only := request.args.get("in"):
        address = links.within(address, only)
    url: str = datasette.absolute_url(request, datasette.urls.path(address))
    return url.encode("ascii", "ignore").decode()


def shortened(text: str, longest: int) -> str:
    """`text` in one line without hidden characters, cut to `longest`."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def data(made: Any) -> Response:
    """JSON for a page's own script."""
    return Response(json.dumps(made), headers=dict(HEADERS), content_type="application/json; charset=utf-8")


def language(tag: str | None) -> str | None:
    """`tag` where HTML takes it as a language tag (BCP 47), else None."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else None


def number(request: Any, name: str) -> int | None:
    """A number that the address gives (None: it gives none); InputError where it is not one."""
    given = request.args.get(name)
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 9):
        raise InputError(f"{given!r} is no number: {name} is counted from 1.")
    return int(given)


def dated(text: str) -> str:
    """An EDTF date in words, as far as it is one."""
    try:
        return edtf.humanise(edtf.parse(text))
    except InputError:
        return text


def located(quote: Quote) -> str:
    """Where in its source a quotation stands, in words: "p. 12", "" where nobody says."""
    if not quote.locator_label or not quote.locator:
        return ""
    try:
        return format_locator(quote.locator_label, quote.locator)
    except InputError:
        return f"{quote.locator_label} {quote.locator}"


def refusal(status: int, sentence: str) -> Response:
    """One sentence as plain text, for what is not there (404) or cannot be asked (400)."""
    return Response.text(f"{one_line(sentence)}\n", status=status, headers=dict(HEADERS))
