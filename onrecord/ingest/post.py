"""Asking one server one thing over http or https: to its checked address, without proxies, and never on to another."""

import http.client
import json
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from ipaddress import ip_address
from urllib.parse import urlunsplit

from onrecord.errors import InputError
from onrecord.ingest.addresses import is_public
from onrecord.ingest.fetch import Clock, checked, connect
from onrecord.ingest.messages import shown

_PIECE_BYTES = 65_536


def is_loopback(address: str) -> bool:
    """Whether a numeric address is this computer's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def anywhere(address: str) -> bool:
    """Whether a numeric address is on the public internet or this computer's own: for what needs no secrecy on its way."""
    return is_public(address) or is_loopback(address)


def post_json(url: str, body: object, headers: Mapping[str, str], *, seconds: float, most: int) -> object:
    """The JSON that a server answers; without TLS only this computer is asked. InputError as `post` has them, and for no JSON."""
    typed = {**headers, "Content-Type": "application/json", "Accept": "application/json"}
    data = post(url, json.dumps(body).encode(), typed, seconds=seconds, most=most, openly=is_loopback)
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise InputError(f"{shown(urlunsplit(checked(url)))} did not answer with JSON.") from None


def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    seconds: float,
    most: int,
    openly: Callable[[str], bool],
) -> bytes:
    """What a server answers, within `seconds` for all of it and at most `most` bytes.

    Without TLS only addresses that `openly` lets through are asked. InputError: it is not reached, answers with an error, a
    redirect, too late or too much.
    """
    status, answer = _exchange("POST", url, body, headers, seconds, most, openly)
    if status != http.client.OK:
        raise _other(url, status)
    return answer


def get(
    url: str, headers: Mapping[str, str], *, seconds: float, most: int, openly: Callable[[str], bool]
) -> bytes | None:
    """What a server has at an address, None where it has nothing there (404); otherwise as `post`."""
    status, answer = _exchange("GET", url, None, headers, seconds, most, openly)
    if status == http.client.NOT_FOUND:
        return None
    if status != http.client.OK:
        raise _other(url, status)
    return answer


def _other(url: str, status: int) -> InputError:
    return InputError(f"{shown(urlunsplit(checked(url)))} answered {status}, not with what was asked.")


def _exchange(
    method: str,
    url: str,
    body: bytes | None,
    headers: Mapping[str, str],
    seconds: float,
    most: int,
    openly: Callable[[str], bool],
) -> tuple[int, bytes]:
    """The status, and with 200 what was answered."""
    clock = Clock(seconds, seconds)
    parts = checked(url)
    page = shown(urlunsplit(parts))
    try:
        with closing(connect(parts, clock, None if parts.scheme == "https" else openly)) as connection:
            target = urlunsplit(("", "", parts.path, parts.query, ""))
            sent = {**headers, "Host": parts.netloc, "Connection": "close"}
            connection.request(method, target, body, sent)
            with connection.getresponse() as response:
                answered = response.status == http.client.OK
                return response.status, _body(response, page, most) if answered else b""
    except TimeoutError:
        raise InputError(f"{page} did not answer in time (limit: {seconds:g} seconds).") from None
    except ssl.SSLError:
        raise InputError(f"{page} could not be reached over TLS, or has no valid certificate.") from None
    except http.client.HTTPException:
        raise InputError(f"{page} did not answer as a web server does, or broke off.") from None
    except OSError as error:
        raise InputError(f"{page} could not be reached: {error.strerror or 'connection failed'}.") from None


def _body(response: http.client.HTTPResponse, page: str, most: int) -> bytes:
    body = bytearray()
    while piece := response.read(_PIECE_BYTES):
        body += piece
        if len(body) > most:
            limit = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} KB"
            raise InputError(f"{page} answered with more than {limit}.")
    if response.length:
        raise InputError(f"{page} broke off after {len(body)} bytes.")
    return bytes(body)
