"""Exports of the plugin's own pages: the address of a page with the end of a file's name, `/-/quote/KEY.bib`."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from onrecord.browse import answers
from onrecord.browse.downloads import export
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.exchange.selection import Selection
from onrecord.pages.exports import EXPORTS, shown_on

View = Callable[..., Awaitable[Any]]


def with_files(page: str, name: str, view: View) -> list[tuple[str, View]]:
    """The routes of a page, `/-/PAGE/NAME`, and of the files with what is on it."""
    extensions = "|".join(EXPORTS)
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
        select: Callable[[Reader], Selection] = partial(shown_on, page, part)
        async for _, path in answers.readable(datasette, request):
            try:
                if await asyncio.to_thread(_exists, path, page, whole):
                    break
                return await export(path, wanted, part, select)
            except NotFoundError:
                continue
            except AmbiguousError as error:
                return answers.refusal(400, str(error))
        return await view(datasette, request)

    return exported


def _exists(path: Path, page: str, name: str) -> bool:
    with reading(path) as reader:
        try:
            shown_on(page, name, reader)
        except NotFoundError:
            return False
    return True
