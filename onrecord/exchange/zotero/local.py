"""Asking a Zotero that runs on this computer: its local API, as Zotero 7 and newer have it, and Better BibTeX beside it.

Nothing but 127.0.0.1 is ever asked, and no redirection is followed. Lists are read in pages; where the library changes
between two of them, the list is read again from its first page.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlencode

from onrecord import __version__
from onrecord.errors import Hint, InputError
from onrecord.exchange.annotations.values import nodes, parsed, text
from onrecord.model.record import record
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

HOST = "127.0.0.1"
PORT = 23119
# Zotero answers when its library is loaded; after that nothing on one computer takes long.
SECONDS = 60.0
PAGE = 500
# So many keys fit into one address.
KEYS = 50
LARGEST = 256 << 20
_TRIES = 4
_PIECE = 65_536
_KEY = lazy(r"[A-Z0-9]{8}")


class Changed(Exception):
    """The library changed while it was read."""


@record()
class Answer:
    """What Zotero answered: `version` is that of the library, 0 where it was never synchronised; `total` of a list its length."""

    data: bytes
    version: int
    total: int | None


@record()
class Listed:
    """The items of a list, and the version of the library that they are from."""

    items: tuple[Json, ...]
    version: int


def is_key(name: str) -> bool:
    """Whether this is how Zotero numbers its items and collections."""
    return _KEY.fullmatch(name) is not None


class Zotero:
    """The Zotero of this computer. InputError from each: it does not run, does not let itself be read, or answers no sense."""

    def __init__(self, port: int = PORT, *, seconds: float = SECONDS, page: int = PAGE) -> None:
        self.port = port
        self._seconds = seconds
        self._page = page
        self._place = f"{HOST}:{port}"

    def listed(
        self,
        path: str,
        until: Callable[[Json], bool] | None = None,
        told: Callable[[int, int], None] | None = None,
        **asked: str,
    ) -> Listed:
        """All of a list (`path` begins with "users/0" or "groups/N"); with `until` no page after one with an item of which that is so.

        `told` is called with how many there are so far, and how many there will be.
        """
        # By when they were added: whatever is added meanwhile comes last.
        asked = {"sort": "dateAdded", "direction": "asc"} | asked
        return self._again(lambda: self._pages(path, until, told, asked))

    def keys(self, path: str, **asked: str) -> frozenset[str]:
        """The keys of a list."""
        answer = self._get(path, {**asked, "format": "keys"})
        found = answer.data.decode("ascii", "replace").split()
        if not all(map(is_key, found)):
            raise InputError(f"What answers at {self._place} sends no keys of items: is it Zotero?")
        return frozenset(found)

    def groups(self) -> list[Json]:
        """The groups that this Zotero has."""
        return list(self.listed("users/0/groups", sort="title").items)

    def by_key(self, library: str, keys: Sequence[str]) -> list[Json]:
        """The items with these keys, those in the bin too."""
        items: list[Json] = []
        for start in range(0, len(keys), KEYS):
            some = ",".join(keys[start : start + KEYS])
            items += self.listed(f"{library}/items", itemKey=some, includeTrashed="1").items
        return items

    def file_of(self, library: str, attachment: str) -> str | None:
        """The address (file://) of an attachment's file; None where Zotero has none."""
        answer = self._ask(f"/api/{library}/items/{attachment}/file/view/url")
        return None if answer is None else answer.data.decode("utf-8", "replace").strip() or None

    def citation_keys(self, items: Sequence[str]) -> Mapping[str, str]:
        """The citation keys that Better BibTeX has for items of the person's own library; none where it is not installed."""
        keys_by_item: dict[str, str] = {}
        for start in range(0, len(items), PAGE):
            asked = {
                "jsonrpc": "2.0",
                "id": 1,
                "method": "item.citationkey",
                "params": [list(items[start : start + PAGE])],
            }
            answer = self._ask("/better-bibtex/json-rpc", json.dumps(asked).encode(), optional=True)
            if answer is None:
                return keys_by_item
            try:
                told = json.loads(answer.data)
            except ValueError:
                return keys_by_item
            keys = told.get("result") if isinstance(told, dict) else None
            for name, key in keys.items() if isinstance(keys, dict) else ():
                if isinstance(key, str) and key.strip():
                    keys_by_item[name.rpartition(":")[2]] = key.strip()
        return keys_by_item

    def _again(self, read: Callable[[], Listed]) -> Listed:
        for _ in range(_TRIES):
            try:
                return read()
            except Changed:
                continue
        raise InputError(
            f"Zotero's library changed {_TRIES} times while it was read. Try again when Zotero has synchronised."
        )

    def _pages(
        self,
        path: str,
        until: Callable[[Json], bool] | None,
        told: Callable[[int, int], None] | None,
        asked: Mapping[str, str],
    ) -> Listed:
        items: dict[str, Json] = {}
        first: Answer | None = None
        start = 0
        while True:
            answer = self._get(path, {**asked, "start": str(start), "limit": str(self._page)})
            page = self._page_of(answer)
            first = first or answer
            if (answer.version, answer.total) != (first.version, first.total):
                raise Changed
            items |= {key: one for one in page if (key := text(one.get("key")) or str(one.get("id") or ""))}
            start += len(page)
            total = first.total if first.total is not None else start + (len(page) == self._page)
            if told:
                told(len(items), total)
            if not page or start >= total or (until and any(map(until, page))):
                break
        if until is None and first.total is not None and len(items) < first.total:
            # One moved to a page that was read before.
            raise Changed
        return Listed(tuple(items.values()), first.version)

    def _page_of(self, answer: Answer) -> list[Json]:
        found = parsed(answer.data.decode("utf-8", "replace"), f"What Zotero sent ({self._place})")
        if not isinstance(found, list):
            raise InputError(f"What answers at {self._place} sends no list of items: is it Zotero?")
        return list(nodes(found))

    def _get(self, path: str, asked: Mapping[str, str]) -> Answer:
        answer = self._ask(f"/api/{path}?{urlencode(asked)}")
        if answer is None:
            raise InputError(f"Zotero has no {one_line(path)[:80]}.")
        return answer

    def _ask(self, address: str, body: bytes | None = None, *, optional: bool = False) -> Answer | None:
        """One request; None where there is no such thing."""
        end = time.monotonic() + self._seconds
        connection = http.client.HTTPConnection(HOST, self.port, timeout=self._seconds)
        headers = {"Zotero-API-Version": "3", "User-Agent": f"onrecord/{__version__}", "Connection": "close"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request("GET" if body is None else "POST", address, body, headers)
            response = connection.getresponse()
            data = b"".join(self._pieces(connection, response, end))
            status = response.status
            is_zotero = any(name.lower().startswith(("zotero-", "x-zotero-")) for name in response.headers)
            version, total = _number(response, "Last-Modified-Version"), _number(response, "Total-Results")
        except ConnectionRefusedError:
            raise InputError(
                f"No Zotero runs here: nothing answers at {self._place}.", hint=Hint("start_zotero")
            ) from None
        except TimeoutError:
            raise InputError(
                f"Zotero did not answer within {self._seconds:g} seconds ({self._place}). Nothing was taken."
            ) from None
        except (http.client.HTTPException, ConnectionError):
            raise InputError(
                f"Zotero broke off in the middle of an answer ({self._place}). Nothing was taken."
            ) from None
        except OSError as error:
            raise InputError(
                f"Zotero could not be asked ({self._place}): {error.strerror or 'no connection'}."
            ) from None
        finally:
            connection.close()
        if status == 200:
            return Answer(data, version or 0, total)
        if optional or (status in (400, 404) and is_zotero):
            return None
        if status == 403:
            raise InputError(
                "Zotero runs, but lets no other program read its library. In its settings, under Advanced, tick "
                "“Allow other applications on this computer to communicate with Zotero”."
            )
        if status == 404:
            raise InputError(
                f"What answers at {self._place} has no local API of Zotero.", hint=Hint("newer_zotero")
            )
        raise InputError(f"Zotero answered {status} to {one_line(address)[:120]}. Nothing was taken.")

    def _pieces(
        self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse, end: float
    ) -> Iterator[bytes]:
        read = 0
        while True:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if connection.sock is not None:
                connection.sock.settimeout(left)
            piece = response.read1(_PIECE)
            if not piece:
                break
            read += len(piece)
            if read > LARGEST:
                raise InputError(f"Zotero's answer is larger than {LARGEST >> 20} MB ({self._place}).")
            yield piece
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)


def _number(response: http.client.HTTPResponse, name: str) -> int | None:
    value = (response.headers.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None
