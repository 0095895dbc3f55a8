"""Fetching one page over http or https, from the public internet only.

Every address that a name resolves to is checked, and the connection goes to the very address that was checked,
so a name cannot change its meaning in between. Redirects are checked in the same way. No proxy is used,
whatever the environment says: behind one, nobody would know which address is reached.
"""

import http.client
import io
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any, TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from onrecord import __version__
from onrecord.errors import Hint, InputError
from onrecord.ingest.addresses import is_public
from onrecord.ingest.messages import shown
from onrecord.model.record import record
from onrecord.text.patterns import lazy

MAX_FETCHED_BYTES = 20_000_000
MAX_REDIRECTS = 5
DEADLINE_SECONDS = 60.0
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0

_PIECE_BYTES = 65_536

_HEADERS = {
    "User-Agent": f"onrecord/{__version__} (quotation database; one page at a person's request)",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_REDIRECTS = {301, 302, 303, 307, 308}
_CHARSET = lazy(r"(?ai);\s*charset\s*=\s*[\"']?([\w.:-]{1,40})")
_TOO_LARGE = f"is larger than {MAX_FETCHED_BYTES // 1_000_000} MB, the limit for a fetched page"

_AddressInfo: TypeAlias = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]


# What is known of a page by its last visit, for a request that asks only for what changed (RFC 9110, 13.1).
Known: TypeAlias = tuple[str | None, str | None]


class FetchError(InputError):
    """A server answered, but not with the page. `status` is what it said."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@record()
class Fetched:
    """What a server sent, decompressed; `final_url` is the address after redirects.

    `media_type` ("text/html") and `charset` are those of the Content-Type header, None where it says none. `status` is 200,
    or 304 where the page is as it is known to be; then there are no bytes.
    """

    data: bytes
    final_url: str
    media_type: str | None
    charset: str | None
    status: int = 200
    etag: str | None = None
    last_modified: str | None = None


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    deadline: float = DEADLINE_SECONDS,
    known: Known = (None, None),
) -> Fetched:
    """Get a page: at most `MAX_FETCHED_BYTES` after decompression, `MAX_REDIRECTS` redirects and `deadline`
    seconds for all of it.

    `allow_private` admits addresses that are not on the public internet. `known` are the ETag and Last-Modified of the
    last visit: the server may answer that nothing changed.
    FetchError: the server answers with an error. InputError: the address is not usable or not public, the server cannot
    be reached or trusted, answers too late, too much or in an encoding that was not asked for.
    """
    clock = Clock(deadline)
    current = checked(url)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _get(current, clock, known, allow_private=allow_private)
        if isinstance(answer, Fetched):
            return answer
        current = answer
    raise InputError(f"{shown(url)} redirects more than {MAX_REDIRECTS} times; give the address it ends at.")


class Clock:
    """The time that is left of the deadline."""

    def __init__(self, seconds: float, read: float = _READ_SECONDS) -> None:
        self.seconds, self.read = seconds, read
        self._end = time.monotonic() + seconds

    def left(self, at_most: float = float("inf")) -> float:
        """Seconds left, no more than `at_most`. TimeoutError: none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, at_most)


def checked(url: str) -> SplitResult:
    """The parts of an http(s) address, its host in ASCII and everything else percent-encoded where it must be."""
    url = url.strip()
    page = shown(url)
    if not url.isprintable() or re.search(r"[\s\\]", url):
        raise InputError(
            f"{page} is not a web address: it holds spaces, backslashes or invisible characters."
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        ascii_host = host if host is None or ":" in host else host.encode("idna").decode("ascii")
    except ValueError:
        raise InputError(f"{page} is not a valid web address.") from None
    if parts.scheme not in ("http", "https"):
        raise InputError(f"{page} is not an http or https address.")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            f"{parts.scheme}://…@{parts.hostname} holds a user name or password; leave them out."
        )
    if not ascii_host:
        raise InputError(f"{page} names no host.")
    netloc = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    if port is not None:
        netloc += f":{port}"
    path = quote(parts.path or "/", safe="/:@!$&'()*+,;=~%")
    query = quote(parts.query, safe="/:@!$&'()*+,;=~%?")
    return SplitResult(parts.scheme, netloc, path, query, "")


def _get(url: SplitResult, clock: Clock, known: Known, *, allow_private: bool) -> Fetched | SplitResult:
    """One request: the page, or where it is redirected to."""
    page = shown(urlunsplit(url))
    try:
        with closing(connect(url, clock, None if allow_private else is_public)) as connection:
            target = urlunsplit(("", "", url.path, url.query, ""))
            connection.request(
                "GET", target, headers={"Host": url.netloc, **_HEADERS, **_only_if_changed(known)}
            )
            with connection.getresponse() as response:
                location = response.headers.get("Location")
                if response.status in _REDIRECTS and location:
                    return checked(_joined(urlunsplit(url), _as_written(location)))
                if response.status == 304 and any(known):
                    return Fetched(b"", urlunsplit(url), None, None, 304, *known)
                if response.status != 200:
                    reason = shown(response.reason) or http.client.responses.get(response.status, "")
                    raise FetchError(
                        f"{page} could not be fetched: the server answered {response.status} {reason}".rstrip()
                        + ".",
                        response.status,
                    )
                data = _body(response, page)
                etag, last_modified = _header(response, "ETag"), _header(response, "Last-Modified")
                content_type = response.headers.get("Content-Type") or ""
    except TimeoutError:
        raise InputError(f"{page} did not answer in time (limit: {clock.seconds:g} seconds).") from None
    except ssl.SSLCertVerificationError as error:
        raise InputError(f"{page} has no valid certificate: {error.verify_message}.") from None
    except ssl.SSLError as error:
        raise InputError(
            f"{page} could not be reached over TLS: {error.reason or 'protocol error'}."
        ) from None
    except http.client.HTTPException:
        raise InputError(f"{page} did not answer as a web server does, or broke off; try again.") from None
    except OSError as error:
        raise InputError(f"{page} could not be reached: {error.strerror or 'connection failed'}.") from None
    charset = _CHARSET.search(content_type)
    return Fetched(
        data,
        urlunsplit(url),
        content_type.partition(";")[0].strip().lower() or None,
        charset[1].lower() if charset else None,
        200,
        etag,
        last_modified,
    )


def _only_if_changed(known: Known) -> dict[str, str]:
    asked = {"If-None-Match": known[0], "If-Modified-Since": known[1]}
    return {name: value for name, value in asked.items() if value}


def _header(response: http.client.HTTPResponse, name: str) -> str | None:
    """A header that can be sent back as it came."""
    value = (response.headers.get(name) or "").strip()
    return value if value and value.isascii() and value.isprintable() and len(value) <= 200 else None


def connect(
    url: SplitResult, clock: Clock, permits: Callable[[str], bool] | None
) -> http.client.HTTPConnection:
    """A connection to an address of the host that was checked; the certificate must be the host's.

    InputError: one of its addresses is none that `permits` lets through. TimeoutError, OSError: it cannot be reached.
    """
    host = url.hostname or ""
    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = _resolve(host, port, clock)
    for *_, address in addresses:
        if permits is not None and not permits(str(address[0])):
            there = "" if host == address[0] else f" is {address[0]}, which"
            raise InputError(
                f"{shown(host)}{there} is not on the public internet.", hint=Hint("allow_private")
            )
    failure: OSError = OSError("no address")
    for family, kind, protocol, _, address in addresses:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(clock.left(_CONNECT_SECONDS))
            sock.connect(address)
            if url.scheme == "https":
                sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        except OSError as error:
            sock.close()
            failure = error
            continue
        connection = http.client.HTTPConnection(host, port)
        connection.sock = _TimedSocket(sock, clock)
        return connection
    raise failure


def _resolve(host: str, port: int, clock: Clock) -> list[_AddressInfo]:
    """What the host's name stands for; in a thread, because the system's resolver knows no deadline."""
    addresses: list[_AddressInfo] = []
    failures: list[OSError] = []

    def look_up() -> None:
        try:
            addresses.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except OSError as error:
            failures.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(clock.left(_CONNECT_SECONDS))
    if failures:
        raise InputError(f"The host {shown(host)} could not be found: {failures[0].strerror}.")
    if not addresses:
        raise TimeoutError
    return addresses


class _TimedSocket:
    """As much of a socket as `http.client` uses; every operation ends with the deadline at the latest."""

    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock = sock
        self._clock = clock

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._clock.left(self._clock.read))
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._sock, self._clock))

    def close(self) -> None:
        self._sock.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        self._sock = sock
        self._clock = clock
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._clock.left(self._clock.read))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _body(response: http.client.HTTPResponse, page: str) -> bytes:
    if response.length is not None and response.length > MAX_FETCHED_BYTES:
        raise InputError(f"{page} {_TOO_LARGE}.")
    encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise InputError(f"{page} was sent in the encoding {shown(encoding)}, which was not asked for.")
    body = bytearray()
    gunzip = None if encoding == "identity" else zlib.decompressobj(wbits=31)
    while piece := response.read(_PIECE_BYTES):
        while piece:
            if gunzip is None:
                body += piece
                break
            try:
                body += gunzip.decompress(piece, MAX_FETCHED_BYTES + 1 - len(body))
            except zlib.error:
                raise InputError(f"{page} was sent as gzip but is not.") from None
            if len(body) > MAX_FETCHED_BYTES:
                break
            piece = gunzip.unconsumed_tail
            if gunzip.eof and gunzip.unused_data:
                piece, gunzip = gunzip.unused_data, zlib.decompressobj(wbits=31)
        if len(body) > MAX_FETCHED_BYTES:
            raise InputError(f"{page} {_TOO_LARGE}.")
    if response.length or (gunzip is not None and not gunzip.eof):
        raise InputError(f"{page} broke off after {len(body)} bytes; try again.")
    return bytes(body)


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError:
        raise InputError(
            f"{shown(base)} redirects to {shown(location)}, which is not a valid web address."
        ) from None


def _as_written(header: str) -> str:
    """A Location as the server meant it: UTF-8 where it is, spaces encoded."""
    with suppress(UnicodeError):
        header = header.encode("latin-1").decode("utf-8")
    return header.strip().replace(" ", "%20")
