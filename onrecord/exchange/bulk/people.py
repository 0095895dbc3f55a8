"""The speakers of a batch of lines: known ones found, new ones made."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from typing import NamedTuple

from onrecord.db.bulk import insert_rows
from onrecord.db.fulltext import NAMES, fed_at_once
from onrecord.db.reader import Reader
from onrecord.db.sqlite import Connection
from onrecord.errors import InputError
from onrecord.exchange.bulk.pending import Waiting
from onrecord.exchange.bulk.said import Said
from onrecord.text import names, organisations, slugs
from onrecord.text.clean import LONGEST_NAME, check_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

UNNAMED = "an unnamed speaker"
_UNNAMED_KEY = names.name_key(UNNAMED)


class Named(NamedTuple):
    """A speaker: the row that stands for it now, after merges, its name, and what a statement's key is made with."""

    id: int
    name: str
    name_key: str


class _Known(NamedTuple):
    """A speaker that goes by a name or has a Wikidata item, on record or about to be."""

    id: int
    slug: str
    name: str
    item: str | None


class Naming:
    """Finds and makes the speakers that the lines of one batch name, on a connection in a transaction.

    `prepare` looks up all of them together, whatever the batches before have named: what is remembered from one batch to
    the next has to be forgotten somewhere, and who is forgotten is made twice. Who has to be made waits for `insert`, so
    that a line that is refused leaves nobody behind.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection, self._reader = connection, Reader(connection)
        self._by_item: dict[str, _Known] = {}
        self._by_name: dict[str, list[_Known]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], Named] = {}
        self._parsed: dict[str, names.PersonName] = {}
        # Slugs that somebody has, and those of which it was asked.
        self._slugs: set[str] = set()
        self._asked: set[str] = set()
        self._waiting = Waiting(connection, "speakers")
        self._names: list[tuple[Any, ...]] = []
        self.remarks: list[str] = []

    def prepare(self, says: Iterable[Said]) -> None:
        """Looks up which of those that these name are on record."""
        asked = {(one.speaker, one.qids) for one in says if one.speaker is not None}
        items = [item for _, qids in asked if (item := _item(qids))]
        for owned, *known in self._reader.rows(_OF_ITEMS, (json.dumps(items),)):
            self._by_item[owned] = _Known(*known)
        short = {" ".join(name.split()) for name, _ in asked if len(name) <= LONGEST_NAME}
        keys = {name: self._keys_of(name) for name in short}
        listed = json.dumps(list({key for of_name in keys.values() for key in of_name}))
        for key, *known in self._reader.rows(_OF_NAMES, (listed,)):
            self._by_name.setdefault(key, []).append(_Known(*known))
        new = [name for name, of_name in keys.items() if self._by_name.keys().isdisjoint(of_name)]
        self.ask(slugs.slugify(self._person(name).name) for name in new)

    def ask(self, wanted: Iterable[str]) -> None:
        """Looks up which of these slugs somebody has: those of people who are about to be made, all together."""
        asked = set(wanted) - self._asked
        if not asked:
            return
        self._asked |= asked
        self._slugs.update(
            self._reader.column(
                "SELECT slug FROM speakers WHERE slug IN (SELECT value FROM json_each(?))",
                (json.dumps(list(asked)),),
            )
        )

    def insert(self, wanted: Container[int]) -> None:
        """Makes the new ones among these; the others that were about to be made are forgotten."""
        made = self._waiting.insert(_SPEAKER, wanted)
        with fed_at_once(self._connection, NAMES, len(made)):
            named = [row for row in self._names if row[0] in made]
            insert_rows(self._connection, "speaker_names", _NAME, named)
        self.remarks += [said for _, name, *_ in named if (said := names.kept_as_printed(name))]

    def speaker(self, said: Said) -> Named:
        """The named speaker of a line: that of its one Wikidata item, else of its name, else a new one.

        InputError: the name cannot be stored, or two speakers go by it.
        """
        assert said.speaker is not None
        key = (said.speaker, said.qids)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._speaker(said.speaker, said.qids, said.kind)
        return found

    def nobody(self, key: str) -> int:
        """A new unnamed speaker, for the statement with this key: two are never one person."""
        slug = slugs.unique(f"unnamed-{key}", self._is_taken)
        self._slugs.add(slug)
        made = self._waiting.add((slug, UNNAMED, None, None, "person", None, 1))
        self._names.append((made, UNNAMED, _UNNAMED_KEY, "Latn", "preferred"))
        return made

    def _speaker(self, given: str, qids: tuple[str, ...], kind: str | None) -> Named:
        name = " ".join(check_name(given, "the speaker's name").split())
        key = names.name_key(name)
        if not key:
            raise InputError(f"{name!r} is not a name.")
        item = _item(qids)
        if item and (known := self._by_item.get(item)):
            return _named(known)
        same = {one.id: one for each in self._keys_of(name) for one in self._by_name.get(each, ())}
        if len(qids) > 1:
            fitting = [one for one in same.values() if one.item is None]
        else:
            fitting = [one for one in same.values() if not item or one.item in (None, item)]
        if len(fitting) > 1:
            raise InputError(f"{name!r} could be any of {len(fitting)} speakers.")
        if fitting:
            return _named(fitting[0])
        made = self._new(name, key, kind, item)
        return Named(made.id, made.name, key)

    def _new(self, given: str, key: str, kind: str | None, item: str | None) -> _Known:
        kind = kind or ("organisation" if organisations.is_organisation(given) else "person")
        person = self._person(given) if kind == "person" else None
        name = person.name if person else given
        slug = slugs.unique(slugs.slugify(name), self._is_taken)
        self._slugs.add(slug)
        made = self._waiting.add(
            (slug, name, person.family if person else None, person.given if person else None, kind, item, 0)
        )
        self._names.append((made, name, key, names.script_of(name), "preferred"))
        known = _Known(made, slug, name, item)
        self._by_name.setdefault(key, []).append(known)
        if item:
            self._by_item[item] = known
        return known

    def _person(self, name: str) -> names.PersonName:
        if name not in self._parsed:
            self._parsed[name] = names.parse_author(name)
        return self._parsed[name]

    def _keys_of(self, name: str) -> set[str]:
        return names.keys_of(name, self._person(name))

    def _is_taken(self, slug: str) -> bool:
        self.ask([slug] if slug not in self._asked else [])
        return slug in self._slugs


def _named(known: _Known) -> Named:
    return Named(known.id, known.name, names.name_key(known.name))


def _item(qids: tuple[str, ...]) -> str | None:
    """Several items are several people of one name: none of them is chosen, also where only one is on record."""
    return qids[0] if len(qids) == 1 and _is_item(qids[0]) else None


def _is_item(qid: str) -> bool:
    return qid[:1] == "Q" and qid[1:].isascii() and qid[1:].isdigit() and qid[1] != "0"


_TARGET = "t.id, t.slug, t.name, t.wikidata_id FROM speakers AS s JOIN speakers AS t ON t.id = coalesce(s.merged_into_id, s.id)"
_OF_ITEMS = f"SELECT s.wikidata_id, {_TARGET} WHERE s.wikidata_id IN (SELECT value FROM json_each(?))"
_OF_NAMES = (
    f"SELECT n.name_key, {_TARGET} JOIN speaker_names AS n ON n.speaker_id = s.id "
    "WHERE NOT s.unnamed AND n.name_key IN (SELECT value FROM json_each(?)) ORDER BY t.slug"
)
_SPEAKER = ("id", "slug", "name", "family", "given", "kind", "wikidata_id", "unnamed")
_NAME = ("speaker_id", "name", "name_key", "script", "kind")
