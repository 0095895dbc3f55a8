"""The sources of a batch of lines: known ones found, new ones made."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from onrecord.db.bulk import insert_rows
from onrecord.db.fulltext import TITLES, fed_at_once
from onrecord.db.reader import Reader
from onrecord.db.sqlite import Connection
from onrecord.errors import InputError
from onrecord.exchange.bulk.pending import Waiting
from onrecord.exchange.bulk.said import Said, Work
from onrecord.sources import queries as source_queries
from onrecord.text import dates, edtf, slugs, urls
from onrecord.text.clean import check_input
from onrecord.text.digests import base32, sha256


class Sourced(NamedTuple):
    """A source, on record or about to be."""

    id: int
    citekey: str


class Works:
    """Finds and makes the sources that the lines of one batch name, on a connection in a transaction.

    `prepare` looks up all of them together, whatever the batches before have named: what is remembered from one batch to
    the next has to be forgotten somewhere, and what is forgotten is made twice. What has to be made waits for `insert`, so
    that a line that is refused leaves none behind.
    """

    def __init__(self, connection: Connection) -> None:
        self._reader = Reader(connection)
        self._connection = connection
        self._by_citekey: dict[str, Sourced] = {}
        self._by_address: dict[str, Sourced] = {}
        # By the citekey and the address that lines give.
        self._found: dict[tuple[str | None, str | None], Sourced] = {}
        # Under which address a source is known, by its citekeys.
        self._known_as: dict[str, str | None] = {}
        self._waiting = Waiting(connection, "sources")
        self._other_keys: dict[str, int] = {}
        self._url_keys: dict[str, str] = {}
        # Citekeys that were found free all together.
        self._free: set[str] = set()

    def prepare(self, says: Iterable[Said]) -> None:
        """Looks up which of the works that these name are on record."""
        works = {one.work for one in says}
        citekeys = {work.citekey for work in works if work.citekey}
        for known_by in (_OF_OTHER_CITEKEYS, _OF_CITEKEYS):
            for citekey, url_key, *known in self._reader.rows(known_by, (json.dumps(list(citekeys)),)):
                self._by_citekey[citekey] = Sourced(*known)
                self._known_as[citekey] = url_key
        addresses = {work.url for work in works if work.url}
        for url in addresses:
            # One that cannot be an address is refused when its line is filed.
            with suppress(InputError):
                self._url_keys[url] = urls.url_key(url)
        listed = json.dumps(list({self._url_keys[url] for url in addresses if url in self._url_keys}))
        for url_key, *known in self._reader.rows(_OF_ADDRESSES, (listed,)):
            self._by_address[url_key] = Sourced(*known)
        self._ask_keys(works)

    def _ask_keys(self, works: Iterable[Work]) -> None:
        """Looks up all together which of the citekeys are free that new sources will get."""
        wanted = set()
        for work in works:
            url_key = self._url_keys.get(work.url or "")
            if url_key and work.citekey is None and url_key not in self._by_address:
                with suppress(InputError):
                    wanted.add(_citekey(url_key, _year(_issued(work))))
        listed = json.dumps(list(wanted))
        self._free |= wanted.difference(self._reader.column(_TAKEN, {"keys": listed}))

    def source(self, work: Work) -> Sourced:
        """The source of a line: that of its citekey or its address, else a new one.

        InputError: it can be none, or the citekey is that of a source with another address.
        """
        key = (work.citekey, work.url)
        source = self._found.get(key)
        if source is None:
            url_key = (self._url_keys.get(work.url) or urls.url_key(work.url)) if work.url else None
            source = self._by_citekey.get(work.citekey or "") or self._by_address.get(url_key or "")
            if (
                source
                and url_key
                and (known_as := self._known_as.get(work.citekey or "")) not in (None, url_key)
            ):
                raise InputError(f"its source {work.citekey} is known with another address, {known_as}.")
            if source is None:
                source = self._new(work, url_key)
            elif work.citekey and work.citekey not in self._by_citekey:
                self._keep_key(work.citekey, source)
            self._found[key] = source
        return source

    def insert(self, wanted: Container[int]) -> int:
        """Makes the new ones among these, and the further citekeys of those that are there: how many of the latter.

        The others that were about to be made are forgotten.
        """
        with fed_at_once(self._connection, TITLES, len(self._waiting.rows)):
            made = self._waiting.insert(_SOURCE, wanted)
        new = {row[0] for row in self._waiting.rows}
        keys = [(one, key) for key, one in self._other_keys.items() if one in made or one not in new]
        insert_rows(self._connection, "citekey_aliases", ("source_id", "citekey"), keys)
        return len(keys)

    def _keep_key(self, citekey: str, source: Sourced) -> None:
        """A citekey of a line whose source is known by its address finds it from now on."""
        if not slugs.is_other_citekey(citekey):
            raise InputError(f"{citekey!r} cannot be a citekey.")
        self._other_keys[citekey] = source.id
        self._by_citekey[citekey] = source

    def _new(self, work: Work, url_key: str | None) -> Sourced:
        issued = _issued(work)
        if work.citekey is None:
            assert url_key is not None
            # Another source may bear it: one whose address was corrected since it was loaded.
            citekey = slugs.unique(_citekey(url_key, _year(issued)), self._is_taken)
        else:
            citekey = work.citekey
        if not slugs.is_citekey(citekey):
            raise InputError(f"{citekey!r} cannot be a citekey.")
        row = (
            citekey,
            work.type,
            check_input(work.title, "the title") if work.title else None,
            check_input(work.container, "the container") if work.container else None,
            issued.text if issued else None,
            issued.earliest if issued else None,
            issued.latest if issued else None,
            work.url,
            url_key,
        )
        source = Sourced(self._waiting.add(row), citekey)
        self._by_citekey[citekey] = source
        self._known_as[citekey] = url_key
        if url_key:
            self._by_address[url_key] = source
        return source

    def _is_taken(self, citekey: str) -> bool:
        return citekey in self._by_citekey or (
            citekey not in self._free and source_queries.owner_of(self._reader, citekey) is not None
        )


def _issued(work: Work) -> edtf.Edtf | None:
    return dates.typed(work.issued) if work.issued and not dates.is_unknown(work.issued) else None


def _year(issued: edtf.Edtf | None) -> str | None:
    return str(issued.start.year) if issued and issued.start else None


def _citekey(url_key: str, year: str | None) -> str:
    """ "courier-example-2019-k3f9a2b7": where it is published, when, and a digest of the address, always the same."""
    digest = base32(sha256(url_key.encode())[:5])
    return "-".join([part for part in (_site(url_key.partition("/")[0]), year, digest) if part])


@lru_cache(maxsize=4096)
def _site(host: str) -> str:
    return slugs.slugify(host, "web")[:40].strip("-")


_OF_CITEKEYS = (
    "SELECT citekey, url_key, id, citekey FROM sources WHERE citekey IN (SELECT value FROM json_each(?))"
)
_OF_OTHER_CITEKEYS = (
    "SELECT a.citekey, s.url_key, s.id, s.citekey FROM citekey_aliases AS a JOIN sources AS s ON s.id = a.source_id "
    "WHERE a.citekey IN (SELECT value FROM json_each(?))"
)
_OF_ADDRESSES = "SELECT url_key, id, citekey FROM sources WHERE url_key IN (SELECT value FROM json_each(?))"
_TAKEN = (
    "SELECT citekey FROM sources WHERE citekey IN (SELECT value FROM json_each(:keys)) UNION ALL "
    "SELECT citekey FROM citekey_aliases WHERE citekey IN (SELECT value FROM json_each(:keys))"
)
_SOURCE = (
    "id", "citekey", "type", "title", "container_title", "issued", "issued_min", "issued_max", "url", "url_key",
)  # fmt: skip
