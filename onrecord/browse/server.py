"""Starting Datasette on one file, read-only: what `onrecord browse` does.

Datasette and its server are an extra, and are imported only when they are asked for.
"""

import ipaddress
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from onrecord.browse import door, recognise
from onrecord.db import files
from onrecord.errors import Hint, OnrecordError, UsageError

MISSING = 'Browsing needs Datasette: pip install "onrecord[browse]"'


def serve(
    path: Path,
    host: str = "127.0.0.1",
    port: int = 0,
    open_browser: bool = False,
    announce: Callable[[str, bool], None] = lambda address, public: print(address),
    public: bool = False,
) -> None:
    """Serves the database at `path` until interrupted (Ctrl-C returns); port 0 takes a free one.

    `announce` is called once, when the server answers, with its address and whether others are let in. `public` is for others than this
    computer, as an address is that others can reach: they see what `everybody` lists, and any name is answered to,
    because a proxy in front passes on its own. Raises DatabaseError for a file
    that is not a current onrecord database, UsageError for an impossible port, OnrecordError where Datasette is
    missing or the address cannot be listened on.
    """
    files.check(path)
    try:
        import datasette  # noqa: F401
        import uvicorn
    except ModuleNotFoundError as error:
        raise OnrecordError(MISSING) from error

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            announce(address, public)
            if open_browser:
                # A browser in the terminal would wait for a page from the loop that it keeps from running.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    with closing(_listen(host, port)) as listener:
        reached = ipaddress.ip_address(listener.getsockname()[0].partition("%")[0])
        public = public or not reached.is_loopback
        address = _address(listener, host)
        app = application(path, host, public=public)
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
            f"{host} port {port} cannot be listened on: {reason}.", hint=Hint("choose_port")
        ) from None


def _address(listener: socket.socket, host: str) -> str:
    port = listener.getsockname()[1]
    shown = "localhost" if host in ("0.0.0.0", "::", "") else f"[{host}]" if ":" in host else host  # noqa: S104  (compared, not bound)
    return f"http://{shown}:{port}/"


def _own_names(host: str) -> frozenset[str]:
    return frozenset({"localhost", "127.0.0.1", "::1", host.lower()})


def application(path: Path, host: str, *, public: bool) -> door.Application:
    """What is served: Datasette on the database at `path`, behind a door that asks who wants to read what."""
    from onrecord.browse.readonly import make_datasette

    datasette = make_datasette(path, public=public)
    (name,) = recognise.served(datasette)
    if public:
        from onrecord.browse.everybody import Shown

        return door.for_everybody(datasette.app(), Shown(name).refusal)
    return door.for_this_computer(datasette.app(), _own_names(host), datasette.databases[name].route)
