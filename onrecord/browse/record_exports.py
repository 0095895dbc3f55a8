"""Exports of the plugin's own pages: the address of a page with the end of a file's name, `/-/quote/KEY.bib`."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from onrecord.browse import links, pages
from onrecord.browse.exports import EXPORTS, export
from onrecord.browse.table_exports import one_row, selected
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.exchange.selection import Selection
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries

View = Callable[..., Awaitable[Any]]


def routes(page: str, name: str, view: View) -> list[tuple[str, View]]:
    """The routes of a page, `/-/PAGE/NAME`, and of the files with what is on it."""
    extensions = "|".join(links.EXPORTS)
    return [
        (
            rf"^/-/{page}/(?P<{name}>(?P<exported>[^/]+)\.(?P<extension>{extensions}))$",
            _exporting(page, name, view),
        ),
        (rf"^/-/{page}/(?P<{name}>[^/]+)$", view),
    ]


def _exporting(page: str, name: str, view: View) -> View:
    async def exported(datasette: Any, request: Any) -> Any:
        # A citekey may end like a file's name; its page has the address then.
        whole, part = (unquote(request.url_vars[group]) for group in (name, "exported"))
        wanted = EXPORTS[request.url_vars["extension"]]
        select: Callable[[Reader], Selection] = partial(selected_on, page, part)
        async for _, path in pages.readable(datasette, request):
            try:
                if await asyncio.to_thread(_exists, path, page, whole):
                    break
                return await export(path, wanted, part, select)
            except NotFoundError:
                continue
            except AmbiguousError as error:
                return pages.refusal(400, str(error))
        return await view(datasette, request)

    return exported


def _exists(path: Path, page: str, name: str) -> bool:
    with reading(path) as reader:
        try:
            selected_on(page, name, reader)
        except NotFoundError:
            return False
    return True


def selected_on(page: str, name: str, reader: Reader) -> Selection:
    """What the page called `name` shows. NotFoundError: there is none; AmbiguousError: there are several."""
    if page == "quote":
        return Selection.of(reader, attributions=statement_queries.attribution_ids(reader, name))
    if page == "source":
        number: int | None = source_queries.source_id(reader, name)
    elif page == "claim":
        number = claim_queries.claim_id(reader, name)
    else:
        number = reader.value("SELECT id FROM speakers WHERE slug = ?", (name,))
    if number is None:
        raise NotFoundError(f"There is no {page} {name!r}.")
    return selected(one_row(page, number), reader)
