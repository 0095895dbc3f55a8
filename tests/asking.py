"""Asking an ASGI application as a server would: whatever the address, the method and the headers are."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers by their names, and the body as text."""

    status: int
    headers: Mapping[str, str]
    text: str


def ask(
    application: Any, address: str, method: str = "GET", headers: Sequence[tuple[str, str]] = ()
) -> Answer:
    """Sends a request without a body; `headers` go before `Host: localhost`."""
    path, _, query = address.partition("?")
    given = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
    if not any(name == b"host" for name, _ in given):
        given.append((b"host", b"localhost"))
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": path, "raw_path": path.encode("latin-1"),
        "query_string": query.encode("latin-1"), "headers": given, "client": ("127.0.0.1", 1), "server": ("localhost", 80),
    }  # fmt: skip
    started: dict[str, Any] = {}
    body: list[bytes] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            started.update(message)
        else:
            body.append(message.get("body", b""))

    asyncio.run(application(scope, receive, send))
    return Answer(
        started["status"],
        {name.decode().lower(): value.decode("latin-1") for name, value in started["headers"]},
        b"".join(body).decode("utf-8", "replace"),
    )
