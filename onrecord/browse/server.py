"""Starting Datasette on one file, read-only: what `onrecord browse` does.

Datasette and its server are an extra, and are imported only when they are asked for.
"""

import ipaddress
import socket
import threading
import webbrowser
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord.browse import metadata
from onrecord.db import files
from onrecord.errors import OnrecordError, UsageError

MISSING = 'Browsing needs Datasette: pip install "onrecord[browse]"'

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Any, Send], Awaitable[None]]


def serve(
    path: Path,
    host: str = "127.0.0.1",
    port: int = 0,
    open_browser: bool = False,
    announce: Callable[[str], None] = print,
    public: bool = False,
) -> None:
    """Serves the database at `path` until interrupted (Ctrl-C returns); port 0 takes a free one.

    `announce` is called once with the address, when the server answers there. `public` is for others than this
    computer, as an address is that others can reach: no queries in SQL, and any name is answered to, because a proxy
    in front passes on its own. Raises DatabaseError for a file
    that is not a current onrecord database, UsageError for an impossible port, OnrecordError where Datasette is
    missing or the address cannot be listened on.
    """
    files.check(path)
    try:
        import uvicorn

        from onrecord.browse.readonly import make_datasette
    except ModuleNotFoundError as error:
        raise OnrecordError(MISSING) from error

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            announce(address)
            if open_browser:
                # A browser in the terminal would wait for a page from the loop that it keeps from running.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    with closing(_listen(host, port)) as listener:
        reached = ipaddress.ip_address(listener.getsockname()[0].partition("%")[0])
        public = public or not reached.is_loopback
        address = _address(listener, host)
        datasette = make_datasette(path, metadata.settings(public=public))
        app = _only_reading(datasette.app(), None if public else _own_names(host))
        config = uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=2)
        try:
            Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            # uvicorn shuts down in order on Ctrl-C, and then raises the signal once more.
            return


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65535:
        raise UsageError(f"{port} is not a port: give a number from 1 to 65535, or 0 for any free one.")
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise OnrecordError(
            f"{host} port {port} cannot be listened on: {reason}. Choose another with --port (0: any free one)."
        ) from None


def _address(listener: socket.socket, host: str) -> str:
    port = listener.getsockname()[1]
    shown = "localhost" if host in ("0.0.0.0", "::", "") else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _own_names(host: str) -> frozenset[str]:
    return frozenset({"localhost", "127.0.0.1", "::1", host.lower()})


def _only_reading(app: Application, names: frozenset[str] | None) -> Application:
    """`app` behind a door that lets only reading in, and, where `names` are given, only under these.

    A page elsewhere can make its own name point at this computer (DNS rebinding) and would then read the
    database through the reader's browser: it cannot forge the Host header.
    """

    async def guarded(scope: Scope, receive: Any, send: Send) -> None:
        if scope["type"] == "http":
            if scope["method"] not in ("GET", "HEAD"):
                return await _refuse(send, 405, "This server only reads.")
            if names is not None and _host(scope) not in names:
                return await _refuse(send, 403, "This server answers only under its own name.")
        return await app(scope, receive, send)

    return guarded


def _host(scope: Scope) -> str:
    header = (
        next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    )
    return header[1:].partition("]")[0] if header.startswith("[") else header.partition(":")[0]


async def _refuse(send: Send, status: int, sentence: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{sentence}\n".encode()})
