"""The speakers and sources of many lines: known ones found, new ones made, a bounded number of them remembered."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Container, Hashable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from onrecord.db.fulltext import NAMES, TITLES, fed_at_once
from onrecord.db.inserting import insert_rows
from onrecord.db.reader import Reader
from onrecord.errors import InputError
from onrecord.exchange.bulk.said import Said, Work
from onrecord.text import edtf, names, slugs, urls
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    K = TypeVar("K", bound=Hashable)
    V = TypeVar("V")

REMEMBERED = 50_000
UNNAMED = "an unnamed speaker"
_UNNAMED_KEY = names.name_key(UNNAMED)


class Named(NamedTuple):
    """A speaker: the row that stands for it now, after merges, its name, and what a statement's key is made with."""

    id: int
    name: str
    name_key: str


class Sourced(NamedTuple):
    """A source, and whether a text of it is stored."""

    id: int
    citekey: str
    stored: bool


class _Known(NamedTuple):
    """A speaker that goes by a name or has a Wikidata item, on record or about to be."""

    id: int
    slug: str
    name: str
    item: str | None


class Memory:
    """Who and what lines named lately, `REMEMBERED` of each: it does not grow with the file."""

    def __init__(self) -> None:
        self.speakers: OrderedDict[tuple[str, tuple[str, ...]], Named] = OrderedDict()
        self.sources: OrderedDict[str, Sourced] = OrderedDict()

    def forget(self) -> None:
        """Forgets what was made and not kept."""
        self.speakers.clear()
        self.sources.clear()


class Naming:
    """Finds and makes the speakers and sources that the lines of one batch name, on a connection in a transaction.

    `prepare` looks up all of them together; what has to be made waits for `insert`, so that a line that is refused leaves
    none behind.
    """

    def __init__(self, connection: sqlite3.Connection, memory: Memory) -> None:
        self._connection, self._reader, self._memory = connection, Reader(connection), memory
        self._by_item: dict[str, _Known] = {}
        self._by_name: dict[str, list[_Known]] = {}
        self._by_citekey: dict[str, Sourced] = {}
        self._by_address: dict[str, Sourced] = {}
        self._slugs: set[str] = set()
        self._speakers = Waiting(connection, "speakers")
        self._sources = Waiting(connection, "sources")
        self._names: list[tuple[Any, ...]] = []

    def prepare(self, says: Iterable[Said]) -> None:
        """Looks up whom and what these name."""
        people, works = self._memory.speakers, self._memory.sources
        asked = {
            (one.speaker, one.qids)
            for one in says
            if one.speaker is not None and (one.speaker, one.qids) not in people
        }
        self._look_up_speakers(asked)
        self._look_up_sources({one.work for one in says if _name_of(one.work) not in works})

    def insert(self, speakers: Container[int], sources: Container[int]) -> None:
        """Makes the new ones among these; the others that were about to be made are forgotten."""
        made = self._speakers.insert(_SPEAKER, speakers)
        with fed_at_once(self._connection, NAMES, len(made)):
            named = [row for row in self._names if row[0] in made]
            insert_rows(self._connection, "speaker_names", _NAME, named)
        with fed_at_once(self._connection, TITLES, len(self._sources.rows)):
            self._sources.insert(_SOURCE, sources)
        if self._speakers.unused or self._sources.unused:
            self._memory.forget()

    # --- speakers ------------------------------------------------------------------------------------------------

    def speaker(self, said: Said) -> Named:
        """The named speaker of a line: that of its one Wikidata item, else of its name, else a new one.

        InputError: the name cannot be stored, or two speakers go by it.
        """
        assert said.speaker is not None
        key = (said.speaker, said.qids)
        found = self._memory.speakers.get(key)
        if found is None:
            found = self._speaker(said.speaker, said.qids, said.kind)
            _remember(self._memory.speakers, key, found)
        return found

    def _speaker(self, given: str, qids: tuple[str, ...], kind: str) -> Named:
        name = " ".join(check_input(given, "the speaker's name").split())
        key = names.name_key(name)
        if not key:
            raise InputError(f"{name!r} is no name.")
        item = _item(qids)
        if item and (known := self._by_item.get(item)):
            return _named(known)
        same = {one.id: one for each in _keys(name) for one in self._by_name.get(each, ())}
        if len(qids) > 1:
            fitting = [one for one in same.values() if one.item is None]
        else:
            fitting = [one for one in same.values() if not item or one.item in (None, item)]
        if len(fitting) > 1:
            raise InputError(f"{name!r} could be any of {len(fitting)} speakers.")
        if fitting:
            return _named(fitting[0])
        made = self._new_speaker(name, key, kind, item)
        return Named(made.id, made.name, key)

    def _look_up_speakers(self, asked: Collection[tuple[str, tuple[str, ...]]]) -> None:
        items = [item for _, qids in asked if (item := _item(qids))]
        for owned, *known in self._reader.rows(_OF_ITEMS, (json.dumps(items),)):
            self._by_item[owned] = _Known(*known)
        keys = {key for name, _ in asked for key in _keys(" ".join(name.split()))}
        for key, *known in self._reader.rows(_OF_NAMES, (json.dumps(list(keys)),)):
            self._by_name.setdefault(key, []).append(_Known(*known))

    def _new_speaker(self, given: str, key: str, kind: str, item: str | None) -> _Known:
        person = names.parse_author(given) if kind == "person" else None
        name = person.name if person else given
        slug = slugs.unique(slugs.slugify(name), self._is_taken)
        self._slugs.add(slug)
        made = self._speakers.add(
            (slug, name, person.family if person else None, person.given if person else None, kind, item, 0)
        )
        self._names.append((made, name, key, names.script_of(name), "preferred"))
        known = _Known(made, slug, name, item)
        self._by_name.setdefault(key, []).append(known)
        if item:
            self._by_item[item] = known
        return known

    def _is_taken(self, slug: str) -> bool:
        return (
            slug in self._slugs
            or self._reader.value("SELECT 1 FROM speakers WHERE slug = ?", (slug,)) is not None
        )

    def nobody(self, key: str) -> int:
        """A new unnamed speaker, for the statement with this key: two are never one person."""
        slug = slugs.unique(f"unnamed-{key}", self._is_taken)
        self._slugs.add(slug)
        made = self._speakers.add((slug, UNNAMED, None, None, "person", None, 1))
        self._names.append((made, UNNAMED, _UNNAMED_KEY, "Latn", "preferred"))
        return made

    # --- sources -------------------------------------------------------------------------------------------------

    def source(self, work: Work) -> Sourced:
        """The source of a line: that of its citekey or its address, else a new one. InputError: it can be none."""
        key = _name_of(work)
        found = self._memory.sources.get(key)
        if found is None:
            url_key = urls.url_key(work.url) if work.url else None
            found = (
                self._by_citekey.get(work.citekey or "")
                or self._by_address.get(url_key or "")
                or self._new_source(work, url_key)
            )
            _remember(self._memory.sources, key, found)
        return found

    def _look_up_sources(self, works: Collection[Work]) -> None:
        citekeys = {one.citekey for one in works if one.citekey}
        for citekey, *known in self._reader.rows(_OF_CITEKEYS, (json.dumps(list(citekeys)),)):
            self._by_citekey[citekey] = _sourced(*known)
        addresses = set()
        for one in works:
            # One that cannot be an address is refused when its line is filed.
            with suppress(InputError):
                addresses.add(urls.url_key(one.url) if one.url else None)
        for url_key, *known in self._reader.rows(_OF_ADDRESSES, (json.dumps(list(addresses)),)):
            self._by_address[url_key] = _sourced(*known)

    def _new_source(self, work: Work, url_key: str | None) -> Sourced:
        issued = edtf.parse(work.issued) if work.issued else None
        citekey = work.citekey
        if citekey is None:
            assert url_key is not None
            citekey = _citekey(url_key, str(issued.start.year) if issued and issued.start else None)
        if not slugs.is_citekey(citekey):
            raise InputError(f"{citekey!r} can be no citekey.")
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
        made = Sourced(self._sources.add(row), citekey, False)
        self._by_citekey[citekey] = made
        if url_key:
            self._by_address[url_key] = made
        return made


class Waiting:
    """Rows that are about to be made, under the ids that they will have. `unused`: some were not made after all."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection, self._table = connection, table
        self._next: int | None = None
        self.rows: list[tuple[Any, ...]] = []
        self.unused = False

    def add(self, row: tuple[Any, ...]) -> int:
        """The id of the row to be."""
        if self._next is None:
            self._next = next_id(Reader(self._connection), self._table)
        made = self._next
        self._next += 1
        self.rows.append((made, *row))
        return made

    def insert(self, columns: Sequence[str], wanted: Container[int]) -> set[int]:
        """Makes those that are wanted, and returns their ids."""
        kept = [row for row in self.rows if row[0] in wanted]
        insert_rows(self._connection, self._table, columns, kept)
        self.unused = len(kept) < len(self.rows)
        return {row[0] for row in kept}


def next_id(reader: Reader, table: str) -> int:
    """The id that the next row gets. Ids are never used twice, also not those of rows that were removed."""
    return int(reader.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0) + 1


def _name_of(work: Work) -> str:
    return work.citekey or work.url or ""


def _named(known: _Known) -> Named:
    return Named(known.id, known.name, names.name_key(known.name))


def _sourced(id_: int, citekey: str, stored: int) -> Sourced:
    return Sourced(id_, citekey, bool(stored))


def _item(qids: tuple[str, ...]) -> str | None:
    """Several items are several people of one name: none of them is chosen, also where only one is on record."""
    return qids[0] if len(qids) == 1 and _is_item(qids[0]) else None


def _keys(name: str) -> set[str]:
    """What `people.named` looks for."""
    return {names.name_key(name), names.name_key(names.parse_author(name).name)} - {""}


def _citekey(url_key: str, year: str | None) -> str:
    """ "courier-example-2019-k3f9a2b7": where it is published, when, and a digest of the address, always the same."""
    host = slugs.slugify(url_key.partition("/")[0], "web")[:40].strip("-")
    digest = base64.b32encode(hashlib.sha256(url_key.encode()).digest())[:8].decode().lower()
    return "-".join(part for part in (host, year, digest) if part)


def _is_item(qid: str) -> bool:
    return qid[:1] == "Q" and qid[1:].isascii() and qid[1:].isdigit() and qid[1] != "0"


def _remember(held: OrderedDict[K, V], key: K, value: V) -> None:
    held[key] = value
    if len(held) > REMEMBERED:
        held.popitem(last=False)


_TARGET = "t.id, t.slug, t.name, t.wikidata_id FROM speakers AS s JOIN speakers AS t ON t.id = coalesce(s.merged_into_id, s.id)"
_OF_ITEMS = f"SELECT s.wikidata_id, {_TARGET} WHERE s.wikidata_id IN (SELECT value FROM json_each(?))"
_OF_NAMES = (
    f"SELECT n.name_key, {_TARGET} JOIN speaker_names AS n ON n.speaker_id = s.id "
    "WHERE NOT s.unnamed AND n.name_key IN (SELECT value FROM json_each(?)) ORDER BY t.slug"
)
_STORED = "id, citekey, EXISTS (SELECT 1 FROM snapshots WHERE source_id = sources.id) FROM sources"
_OF_CITEKEYS = f"SELECT citekey, {_STORED} WHERE citekey IN (SELECT value FROM json_each(?))"
_OF_ADDRESSES = f"SELECT url_key, {_STORED} WHERE url_key IN (SELECT value FROM json_each(?))"
_SPEAKER = ("id", "slug", "name", "family", "given", "kind", "wikidata_id", "unnamed")
_NAME = ("speaker_id", "name", "name_key", "script", "kind")
_SOURCE = (
    "id", "citekey", "type", "title", "container_title", "issued", "issued_min", "issued_max", "url", "url_key",
)  # fmt: skip
