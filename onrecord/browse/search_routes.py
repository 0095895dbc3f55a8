"""The addresses of the search: its page, and all that it finds as a file, `/-/onrecord/search.bib?q=…`."""

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from onrecord import search
from onrecord.browse import answers
from onrecord.browse.downloads import export
from onrecord.browse.host import DatasetteHost
from onrecord.browse.remembered import keep, recall, remembered, version
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.db.time_limit import time_limit
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.exchange.selection import Selection
from onrecord.pages import links, search_asked
from onrecord.pages import search_page as page
from onrecord.pages.exports import EXPORTS
from onrecord.pages.search_asked import Asked

KEPT_AFTER_SECONDS = 0.3
NO_DATABASE = "There is no such database to search."


async def search_page(datasette: Any, request: Any) -> Response:
    """What the parameters of the address find in the database they name (`in`), else in the first there is.

    A request that cannot be answered gives the page with a sentence that says why, and 400.
    """
    async for name, path in answers.readable(datasette, request):
        return await asyncio.to_thread(_answer, DatasetteHost(datasette, request, name), request, path)
    return answers.refusal(404, NO_DATABASE)


async def moved_search(datasette: Any, request: Any) -> Response:
    """Sends on whoever asks for the search, or for a file of it, where it stood before."""
    extension = request.url_vars.get("extension")
    address = datasette.urls.path(links.export_at(links.SEARCH, extension) if extension else links.SEARCH)
    return Response.redirect(f"{address}?{request.query_string}" if request.query_string else str(address))


async def search_export(datasette: Any, request: Any) -> Response:
    """Everything that a search finds, as a file.

    One sentence and 400 where the search cannot be answered, 404 where there is no database to search.
    """
    asked = search_asked.read(request.args)
    wanted = EXPORTS[request.url_vars["extension"]]

    def select(reader: Reader) -> Selection:
        search_asked.check(asked)
        if asked.is_empty:
            raise UsageError("Say what to search for: q=…")
        with time_limit(reader, page.SECONDS, page.TOO_LONG):
            return Selection.of(reader, attributions=search.attribution_ids(reader, asked.q, asked.filters()))

    async for _, path in answers.readable(datasette, request):
        try:
            return await export(path, wanted, f"search {asked.q}", select)
        except (AmbiguousError, InputError, NotFoundError, UsageError) as error:
            return answers.refusal(400, error.message)
    return answers.refusal(404, NO_DATABASE)


def _answer(host: DatasetteHost, request: Any, path: Path) -> Response:
    asked = search_asked.read(request.args)
    if any(not request.args.get(name) for name in search_asked.NAMES if name in request.args and name != "q"):
        # What a form was sent with and nobody filled in does not belong into an address that is passed on.
        return Response.redirect(host.address(asked.address))
    with reading(path) as reader:
        answer = page.answer(reader, asked, partial(_find, reader, path, not host.everybody))
    return answers.page(page.html(host, answer), status=400 if answer.sentence else 200)


def _find(reader: Reader, path: Path, in_texts: bool, asked: Asked) -> page.Found:
    """What a search finds. What took long is kept until the file changes."""
    what = ("found", asked, in_texts)
    known: page.Found | None = recall(path, what)
    if known is not None:
        return known
    before, started = version(path), time.monotonic()
    result = page.found(reader, asked, partial(remembered, path), in_texts=in_texts)
    if time.monotonic() - started > KEPT_AFTER_SECONDS:
        keep(path, what, before, result)
    return result
