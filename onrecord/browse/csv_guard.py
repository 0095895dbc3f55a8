"""Datasette's CSV of onrecord's tables, with cells that no spreadsheet takes for formulas (OWASP, CSV injection).

There is no hook between Datasette and its CSV, so it is guarded on its way out, a row at a time.
"""

import codecs
import re
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from datasette.utils import tilde_decode

from onrecord.browse import recognise
from onrecord.text.clean import csv_safe
from onrecord.text.patterns import lazy

Message = MutableMapping[str, Any]
Application = Callable[[Message, Any, Any], Awaitable[None]]

# RFC 4180: a cell begins the line or follows a comma; inside quotes, quotes are doubled.
_CELL = lazy(r'(^|,)("(?:[^"]|"")*"|[^",]*)')
_SUSPECT = lazy(r'(?:^|,)"?[=+\-@＝＋－＠\t\r\n]')


def guarded(app: Application, datasette: Any) -> Application:
    """`app`, whose CSV of onrecord's databases is guarded."""

    async def wrapped(scope: Message, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and recognise.is_ours(datasette, _database(datasette, scope)):
            send = _Guard(send)
        await app(scope, receive, send)

    return wrapped


def _database(datasette: Any, scope: Message) -> str | None:
    """The database that an address asks CSV of; None: it asks for none."""
    path = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0].decode("latin-1")
    path = path.removeprefix(datasette.setting("base_url").rstrip("/")).strip("/")
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("_format")
    if path.endswith(".csv") or asked == ["csv"]:
        name = path.partition("/")[0]
        return str(tilde_decode(name if "/" in path else name.removesuffix(".csv")))
    return None


class _Guard:
    """Takes what is sent, and sends it on, each row when it is whole."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._rows = Rows()
        self._is_csv = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = {name.lower(): value for name, value in message["headers"]}
            self._is_csv = headers.get(b"content-type", b"").startswith((b"text/csv", b"text/plain"))
            if self._is_csv:
                kept = [pair for pair in message["headers"] if pair[0].lower() != b"content-length"]
                message = {**message, "headers": kept}
        elif message["type"] == "http.response.body" and self._is_csv:
            last = not message.get("more_body")
            text = "".join(self._rows.take(self._decoder.decode(message.get("body", b""), final=last)))
            if last:
                text += self._rows.rest()
            message = {**message, "body": text.encode("utf-8", "surrogateescape")}
        await self._send(message)


class Rows:
    """CSV in pieces cut anywhere, as whole rows whose cells are safe."""

    def __init__(self) -> None:
        self._pending: list[str] = []
        self._inside_quotes = False

    def take(self, piece: str) -> Iterator[str]:
        """The rows that `piece` completes."""
        for line in _lines(piece):
            self._pending.append(line)
            self._inside_quotes ^= bool(line.count('"') % 2)
            if line.endswith("\n") and not self._inside_quotes:
                yield self.rest()

    def rest(self) -> str:
        """What is left."""
        row, self._pending, self._inside_quotes = "".join(self._pending), [], False
        return safe_row(row)


def _lines(piece: str) -> Iterator[str]:
    start = 0
    while (end := piece.find("\n", start)) >= 0:
        yield piece[start : end + 1]
        start = end + 1
    if start < len(piece):
        yield piece[start:]


def safe_row(row: str) -> str:
    """A row, with its line end, whose cells are safe."""
    if not _SUSPECT.search(row):
        return row
    body = row.rstrip("\r\n")
    return _CELL.sub(_safe_cell, body) + row[len(body) :]


def _safe_cell(match: re.Match[str]) -> str:
    comma, cell = match.groups()
    if cell.startswith('"'):
        held = cell[1:-1].replace('""', '"')
        return match[0] if csv_safe(held) == held else f"{comma}\"'{cell[1:]}"
    return comma + csv_safe(cell)
