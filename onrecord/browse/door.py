"""The door before Datasette: who is answered, and about what."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from onrecord.pages import links

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Any, Send], Awaitable[None]]
# Why an address is not answered: a status, and a sentence. None: it is.
Refusal = tuple[int, str] | None

# Where datasette-mcp answers.
ASSISTANTS = "/-/mcp"
ONLY_READS = (405, "This server only reads.")


def for_everybody(app: Application, refusal: Callable[[str, str], Refusal]) -> Application:
    """`app` for readers anywhere: nothing but what `refusal` (of a path and a query) has nothing against is asked of it."""

    async def guarded(scope: Scope, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        if scope["method"] not in ("GET", "HEAD"):
            return await _refuse(send, *ONLY_READS)
        path, query = _path(scope), scope["query_string"].decode("latin-1")
        if path == links.FORMER_SEARCH:
            return await _send_on(send, f"{links.SEARCH}?{query}" if query else links.SEARCH)
        if refused := refusal(path, query):
            return await _refuse(send, *refused)
        return await app(scope, receive, send)

    return guarded


def for_this_computer(app: Application, names: frozenset[str], database: str) -> Application:
    """`app` for whoever sits at this computer, under one of its `names`.

    A page elsewhere can make its own name point at this computer (DNS rebinding) and would then read the database
    through the reader's browser: it cannot forge the Host header. Nor can it forge Sec-Fetch-Site (Fetch Metadata),
    which tells that it is another page that asks; links from there are followed all the same.
    """

    async def guarded(scope: Scope, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        path = _path(scope)
        # Plugins beside this one may be asked by POST (GraphiQL does, and assistants): the database is opened for reading alone.
        elsewhere = path.split("/")[1] not in ("", "-", database) or path == ASSISTANTS
        if scope["method"] not in (("GET", "HEAD", "POST") if elsewhere else ("GET", "HEAD")):
            return await _refuse(send, *ONLY_READS)
        if _host(scope) not in names:
            return await _refuse(send, 403, "This server answers only under its own name.")
        if _from_another_page(scope):
            return await _refuse(send, 403, "This server does not answer the pages of others.")
        return await app(scope, receive, send)

    return guarded


def _path(scope: Scope) -> str:
    """The path as it was sent, which is what Datasette looks at."""
    sent = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]
    return str(sent.decode("latin-1"))


def _headers(scope: Scope, wanted: bytes) -> list[str]:
    return [value.decode("latin-1").lower() for name, value in scope["headers"] if name.lower() == wanted]


def _host(scope: Scope) -> str | None:
    """The name that is asked; None where there is not exactly one."""
    headers = _headers(scope, b"host")
    if len(headers) != 1:
        return None
    header = headers[0]
    return header[1:].partition("]")[0] if header.startswith("[") else header.partition(":")[0]


def _from_another_page(scope: Scope) -> bool:
    if not {"cross-site", "same-site"} & {*_headers(scope, b"sec-fetch-site")}:
        return False  # the page's own request, one that somebody typed, or a program without pages
    follows = _headers(scope, b"sec-fetch-mode") == ["navigate"] and _headers(scope, b"sec-fetch-dest") == [
        "document"
    ]
    return not (follows and scope["method"] in ("GET", "HEAD"))


async def _refuse(send: Send, status: int, sentence: str) -> None:
    await _answer(send, status, f"{sentence}\n", [])


async def _send_on(send: Send, address: str) -> None:
    await _answer(send, 302, "", [(b"location", address.encode("latin-1"))])


async def _answer(send: Send, status: int, text: str, headers: list[tuple[bytes, bytes]]) -> None:
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"x-content-type-options", b"nosniff"),
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
