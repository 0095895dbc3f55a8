"""What onrecord's own addresses have in common: who may see what, errors in a sentence, safety headers."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from onrecord.browse import recognise, versions
from onrecord.browse.host import DatasetteHost
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.pages.render import POLICY
from onrecord.text.clean import one_line

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
# What the pages show comes from these; who may not see one of them does not see the pages.
_TABLES = (
    "statements", "attributions", "speakers", "speaker_names", "offices", "sources", "creators", "relays", "snapshots",
    "spans", "claims", "claim_links", "statement_links", "stances", "reviews", "tags", "statement_tags", "operations", "changes",
)  # fmt: skip


async def readable(datasette: Any, request: Any) -> AsyncIterator[tuple[str, Path]]:
    """The databases of onrecord that whoever asks may see whole: the name in Datasette, and the file.

    `in` in the address asks one of them alone.
    """
    only = request.args.get("in")
    for name in recognise.ours(datasette):
        if (not only or name == only) and await may_see(datasette, request.actor, name):
            yield name, Path(datasette.databases[name].path)


async def may_see(datasette: Any, actor: Any, name: str) -> bool:
    """Whether `actor` may see every table of a database that the pages show something of."""
    tables: tuple[str, ...] = _TABLES
    if recognise.for_everybody(datasette, name):
        # What else the pages show of the others there is meant to be seen.
        from onrecord.browse.everybody import TABLES

        tables = tuple(table for table in _TABLES if table in TABLES)
    return await versions.may_see_tables(datasette, actor, name, tables)


async def answer(
    datasette: Any, request: Any, missing: str, make: Callable[[DatasetteHost, Path], Response]
) -> Response:
    """What `make` gives for the first database (its host, its file) that has what was asked for.

    404 with the sentence `missing` where `make` raises NotFoundError for all of them; 400 where it says that the
    request is wrong. `make` runs in a thread of its own.
    """
    async for name, path in readable(datasette, request):
        try:
            return await asyncio.to_thread(make, DatasetteHost(datasette, request, name), path)
        except NotFoundError:
            continue
        except (AmbiguousError, InputError, UsageError) as error:
            return refusal(400, str(error))
    return refusal(404, missing)


def page(html: str, status: int = 200) -> Response:
    """A page, which other sites can neither frame nor have run scripts."""
    return Response.html(html, status=status, headers=dict(HEADERS))


def data(value: Any) -> Response:
    """JSON for a page's own script."""
    return Response(json.dumps(value), headers=dict(HEADERS), content_type="application/json; charset=utf-8")


def refusal(status: int, sentence: str) -> Response:
    """One sentence as plain text, for what is not there (404) or cannot be asked (400)."""
    return Response.text(f"{one_line(sentence)}\n", status=status, headers=dict(HEADERS))


def number(request: Any, name: str) -> int | None:
    """A number that the address gives (None: it gives none); InputError where it is not one."""
    text = request.args.get(name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise InputError(f"{text!r} is not a number: {name} is counted from 1.")
    return int(text)
