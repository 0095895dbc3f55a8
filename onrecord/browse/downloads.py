"""Statements as files to take along, sent while they are read.

Nothing is cut: what a page shows the beginning of is sent whole, a piece at a time.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from datasette.utils.asgi import AsgiStream, Response

from onrecord.browse.answers import HEADERS
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.exchange.selection import Selection
from onrecord.formats import PageFile
from onrecord.pages import exports

# Sent at once, in characters.
_CHUNK = 65_536


Select = Callable[[Reader], Selection]
Send = Callable[[Any], Awaitable[None]]


class StreamedFile(Response):  # type: ignore[misc]
    """A response whose body is written piece by piece; a renderer must give Datasette a Response."""

    def __init__(self, write: Send, headers: dict[str, str], media_type: str) -> None:
        super().__init__(headers=headers, content_type=media_type)
        self._write = write

    async def asgi_send(self, send: Send) -> None:
        stream = AsgiStream(self._write, self.status, self.headers, self.content_type)
        await stream.asgi_send(send)


async def export(path: Path, wanted: PageFile, name: str, select: Select) -> StreamedFile:
    """What `select` selects in the database at `path`, as a file called after `name`.

    Errors of `select` come from here; an answer that has begun can only break off.
    """
    chunks = _chunks(path, wanted, select)
    first = await asyncio.to_thread(next, chunks, "")

    async def send(response: Any) -> None:
        with closing(chunks):
            chunk = first
            while chunk:
                await response.write(chunk)
                chunk = await asyncio.to_thread(next, chunks, "")

    headers = {
        **HEADERS,
        "Content-Disposition": f'attachment; filename="{_safe(name)}.{wanted.extension}"',
    }
    return StreamedFile(send, headers, wanted.media_type)


def _chunks(path: Path, wanted: PageFile, select: Select) -> Generator[str]:
    with reading(path) as reader:
        held: list[str] = []
        length = 0
        for piece in exports.written(wanted.extension, select(reader)):
            held.append(piece)
            length += len(piece)
            if length >= _CHUNK:
                yield "".join(held)
                held, length = [], 0
        yield "".join(held)


def _safe(name: str) -> str:
    """`name` as part of a file's name that every system takes and no header misreads."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:80] or "onrecord"
