"""The speakers and sources of many lines: known ones found, new ones made, a bounded number of them remembered."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections import OrderedDict
from collections.abc import Hashable

from onrecord import finding
from onrecord.db.reader import Reader
from onrecord.errors import InputError
from onrecord.exchange.bulk.said import Said, Work
from onrecord.frozen import record
from onrecord.text import edtf, names, slugs, urls
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    K = TypeVar("K", bound=Hashable)
    V = TypeVar("V")

REMEMBERED = 50_000
UNNAMED = "an unnamed speaker"


@record()
class Named:
    """A speaker: the row that stands for it now, after merges, its name, and what a statement's key is made with."""

    id: int
    name: str
    name_key: str


@record()
class Sourced:
    """A source, and whether a text of it is stored."""

    id: int
    citekey: str
    stored: bool


class Memory:
    """Who and what lines named lately, `REMEMBERED` of each: it does not grow with the file."""

    def __init__(self) -> None:
        self.speakers: OrderedDict[tuple[str, tuple[str, ...]], Named] = OrderedDict()
        self.sources: OrderedDict[str, Sourced] = OrderedDict()

    def forget(self) -> None:
        """Forgets what was made and taken back."""
        self.speakers.clear()
        self.sources.clear()


class Naming:
    """Finds and makes the speakers and sources that lines name, on a connection that is in a transaction."""

    def __init__(self, connection: sqlite3.Connection, memory: Memory) -> None:
        self._reader = Reader(connection)
        self._execute = connection.execute
        self._speakers, self._sources = memory.speakers, memory.sources

    def knows(self, said: Said) -> bool:
        """Whether nothing has to be looked up, or made, for a line."""
        work = said.work
        return (work.citekey or work.url or "") in self._sources and (
            said.speaker is None or (said.speaker, said.qids) in self._speakers
        )

    # --- speakers ------------------------------------------------------------------------------------------------

    def speaker(self, said: Said) -> Named:
        """The named speaker of a line: that of its one Wikidata item, else of its name, else a new one.

        InputError: the name cannot be stored, or two speakers go by it.
        """
        assert said.speaker is not None
        key = (said.speaker, said.qids)
        found = self._speakers.get(key)
        if found is None:
            found = self._speaker(said.speaker, said.qids, said.kind)
            _remember(self._speakers, key, found)
        return found

    def _speaker(self, given: str, qids: tuple[str, ...], kind: str) -> Named:
        name = " ".join(check_input(given, "the speaker's name").split())
        key = names.name_key(name)
        if not key:
            raise InputError(f"{name!r} is no name.")
        # Several items are several people of one name: none of them is chosen, also where only one is on record.
        item = qids[0] if len(qids) == 1 and _is_item(qids[0]) else None
        if item and (known := self._reader.value(
            "SELECT coalesce(merged_into_id, id) FROM speakers WHERE wikidata_id = ?", (item,)
        )):  # fmt: skip
            return self._named(known)
        same = finding.named(self._reader, name)
        if len(qids) > 1:
            fitting = [one for one in same if self._item_of(one) is None]
        else:
            fitting = [one for one in same if not item or self._item_of(one) in (None, item)]
        if len(fitting) > 1:
            raise InputError(f"{name!r} could be any of {len(fitting)} speakers.")
        if fitting:
            return self._named(fitting[0])
        made, printed = self._new_speaker(name, key, kind, item)
        return Named(made, printed, key)

    def _named(self, speaker: int) -> Named:
        name = self._reader.value("SELECT name FROM speakers WHERE id = ?", (speaker,))
        return Named(speaker, name, names.name_key(name))

    def _item_of(self, speaker: int) -> str | None:
        item: str | None = self._reader.value("SELECT wikidata_id FROM speakers WHERE id = ?", (speaker,))
        return item

    def _new_speaker(self, given: str, key: str, kind: str, item: str | None) -> tuple[int, str]:
        person = names.parse_author(given) if kind == "person" else None
        name = person.name if person else given
        slug = slugs.unique(slugs.slugify(name), self._is_taken)
        cursor = self._execute(
            "INSERT INTO speakers(slug, name, family, given, kind, wikidata_id) VALUES (?, ?, ?, ?, ?, ?)",
            (slug, name, person.family if person else None, person.given if person else None, kind, item),
        )
        made = int(cursor.lastrowid or 0)
        self._execute(
            "INSERT INTO speaker_names(speaker_id, name, name_key, script, kind) VALUES (?, ?, ?, ?, 'preferred')",
            (made, name, key, names.script_of(name)),
        )
        return made, name

    def _is_taken(self, slug: str) -> bool:
        return self._reader.value("SELECT 1 FROM speakers WHERE slug = ?", (slug,)) is not None

    def nobody(self, key: str) -> int:
        """A new unnamed speaker, for the statement with this key: two are never one person."""
        slug = slugs.unique(f"unnamed-{key}", self._is_taken)
        cursor = self._execute(
            "INSERT INTO speakers(slug, name, kind, unnamed) VALUES (?, ?, 'person', 1)", (slug, UNNAMED)
        )
        made = int(cursor.lastrowid or 0)
        self._execute(
            "INSERT INTO speaker_names(speaker_id, name, name_key, script, kind) VALUES (?, ?, ?, 'Latn', 'preferred')",
            (made, UNNAMED, names.name_key(UNNAMED)),
        )
        return made

    # --- sources -------------------------------------------------------------------------------------------------

    def source(self, work: Work) -> Sourced:
        """The source of a line: that of its citekey or its address, else a new one. InputError: it can be none."""
        key = work.citekey or work.url or ""
        found = self._sources.get(key)
        if found is None:
            found = self._source(work)
            _remember(self._sources, key, found)
        return found

    def _source(self, work: Work) -> Sourced:
        url_key = urls.url_key(work.url) if work.url else None
        for column, value in (("citekey", work.citekey), ("url_key", url_key)):
            if value is None:
                continue
            rows = self._reader.rows(
                "SELECT id, citekey, EXISTS (SELECT 1 FROM snapshots WHERE source_id = sources.id) FROM sources "
                f"WHERE {column} = ?",
                (value,),
            )
            if rows:
                return Sourced(rows[0][0], rows[0][1], bool(rows[0][2]))
        return self._new_source(work, url_key)

    def _new_source(self, work: Work, url_key: str | None) -> Sourced:
        issued = edtf.parse(work.issued) if work.issued else None
        citekey = work.citekey
        if citekey is None:
            assert url_key is not None
            citekey = _citekey(url_key, str(issued.start.year) if issued and issued.start else None)
        if not slugs.is_citekey(citekey):
            raise InputError(f"{citekey!r} can be no citekey.")
        cursor = self._execute(
            "INSERT INTO sources(citekey, type, title, container_title, issued, issued_min, issued_max, url, url_key) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                citekey,
                work.type,
                check_input(work.title, "the title") if work.title else None,
                check_input(work.container, "the container") if work.container else None,
                issued.text if issued else None,
                issued.earliest if issued else None,
                issued.latest if issued else None,
                work.url,
                url_key,
            ),
        )
        return Sourced(int(cursor.lastrowid or 0), citekey, False)


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
