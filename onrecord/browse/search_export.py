"""What a search finds as a file, `/-/onrecord/search.bib?q=…`: all of it, not the page that is shown."""

from typing import Any

from datasette.utils.asgi import Response

from onrecord import search
from onrecord.browse import pages, search_asked
from onrecord.browse.exports import EXPORTS, export
from onrecord.browse.search_page import SECONDS, TOO_LONG
from onrecord.browse.time_limit import time_limit
from onrecord.db.reader import Reader
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.exchange.selection import Selection


async def search_export(datasette: Any, request: Any) -> Response:
    """The file; one sentence and 400 where the search cannot be answered, 404 where there is no database to search."""
    asked = search_asked.read(request.args)
    wanted = EXPORTS[request.url_vars["extension"]]

    def select(reader: Reader) -> Selection:
        search_asked.check(asked)
        if asked.is_empty:
            raise UsageError("Say what to search for: q=…")
        with time_limit(reader, SECONDS, TOO_LONG):
            return Selection.of(reader, attributions=search.attribution_ids(reader, asked.q, asked.filters()))

    async for _, path in pages.readable(datasette, request):
        try:
            return await export(path, wanted, f"search {asked.q}", select)
        except (AmbiguousError, InputError, NotFoundError, UsageError) as error:
            return pages.refusal(400, error.message.partition(" See: onrecord")[0])
    return pages.refusal(404, "There is no such database to search.")
