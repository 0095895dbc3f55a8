"""Which part of a Zotero is meant: `zotero:`, `zotero:COLLECTION`, `zotero:#tag`, `zotero:group/NAME` and a part of that.

A collection is named by its key, its name, or its names from the top down (`Press/Ferries`); what is in the collections
below it belongs to it.
"""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.exchange.annotations.values import text
from onrecord.exchange.formats import ZOTERO
from onrecord.exchange.zotero.library import data_of
from onrecord.model.record import record
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.exchange.zotero.local import Zotero
    from onrecord.model.records import Json

_GROUP = "group/"
_OWN = "users/0"
_SHOWN = 10


@record(kw_only=True)
class Scope:
    """A part of a library. `path` is how the API calls the library, `library` its lasting name ("users/4711"); `collections`
    are the keys of a collection and of those below it. `name` says all of it in one word, for the history."""

    path: str
    library: str
    collections: tuple[str, ...] = ()
    tag: str | None = None

    @property
    def name(self) -> str:
        if self.tag is not None:
            return f"{self.library}/tags/{quote(self.tag, safe='')}"
        return f"{self.library}/collections/{self.collections[0]}" if self.collections else self.library


def scope(zotero: Zotero, address: str) -> Scope:
    """What an address means. NotFoundError: there is no such group or collection; AmbiguousError: several are called so."""
    part = address[len(ZOTERO) :].strip()
    path = _OWN
    if part.lower().startswith(_GROUP):
        path, part = _group(zotero, part[len(_GROUP) :])
    library = path if path != _OWN else _account(zotero)
    part = part.strip("/ ")
    if part.startswith("#") and part[1:].strip():
        return Scope(path=path, library=library, tag=part[1:].strip())
    if not part:
        return Scope(path=path, library=library)
    return Scope(path=path, library=library, collections=_collections(zotero, path, part))


def _account(zotero: Zotero) -> str:
    """The library of the person whose Zotero it is; "users/0" of somebody who has no account."""
    for item in zotero.listed(f"{_OWN}/items", until=lambda _: True, limit="1").items:
        library = item.get("library")
        number = library.get("id") if isinstance(library, dict) else None
        if isinstance(number, int) and not isinstance(number, bool) and number > 0:
            return f"users/{number}"
    return _OWN


def _group(zotero: Zotero, part: str) -> tuple[str, str]:
    """The path of a group's library, and what stands behind its name."""
    called: list[tuple[str, str, str]] = []
    groups = {str(data_of(one).get("id") or one.get("id")): data_of(one) for one in zotero.groups()}
    for number, group in groups.items():
        for name in (text(group.get("name")) or "", number):
            rest = part[len(name) :]
            if name and _plain(part[: len(name)]) == _plain(name) and (not rest or rest[0] in "/#"):
                called.append((name, number, rest))
    if not called:
        raise NotFoundError(
            f"Zotero has no group {one_line(part)!r}. {_there_are(text(one.get('name')) for one in groups.values())}"
        )
    longest = max(len(name) for name, _, _ in called)
    likely = [one for one in called if len(one[0]) == longest]
    if len({number for _, number, _ in likely}) > 1:
        numbers = [f"zotero:group/{number}" for _, number, _ in likely]
        raise AmbiguousError(
            f"{len(likely)} groups are called {likely[0][0]!r}: say which by its number, {', '.join(numbers)}.",
            numbers,
        )
    return f"groups/{likely[0][1]}", likely[0][2]


def _collections(zotero: Zotero, path: str, named: str) -> tuple[str, ...]:
    """The key of the collection that is called so, and those of all below it."""
    listed = zotero.listed(f"{path}/collections", sort="title").items
    all_of_them: dict[str, Json] = {key: data_of(one) for one in listed if (key := text(one.get("key")))}
    chosen = [key for key in all_of_them if key == named] or [
        key
        for key in all_of_them
        if _plain(named) in (_plain(_name(all_of_them, key)), _plain("/".join(_way(all_of_them, key))))
    ]
    if not chosen:
        names = ["/".join(_way(all_of_them, key)) for key in all_of_them]
        raise NotFoundError(f"Zotero has no collection {one_line(named)!r}. {_there_are(sorted(names))}")
    if len(chosen) > 1:
        keys = [f"zotero:{key}" for key in chosen]
        ways = [f"zotero:{key} ({one_line('/'.join(_way(all_of_them, key)))})" for key in chosen]
        raise AmbiguousError(
            f"{len(chosen)} collections are called {one_line(named)!r}: {', '.join(ways)}.", keys
        )
    below = chosen
    for collection in below:
        below += [
            key
            for key, data in all_of_them.items()
            if data.get("parentCollection") == collection and key not in below
        ]
    return tuple(below)


def _name(collections: Mapping[str, Json], key: str) -> str:
    return text(collections[key].get("name")) or key


def _way(collections: Mapping[str, Json], key: str) -> list[str]:
    """The names of the collections from the top down to this one."""
    names: list[str] = []
    step: object = key
    while isinstance(step, str) and step in collections and len(names) < len(collections):
        names.insert(0, _name(collections, step))
        step = collections[step].get("parentCollection")
    return names


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _there_are(names: Iterable[str | None]) -> str:
    shown = [one_line(name) for name in names if name]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return f"There are: {', '.join(shown[:_SHOWN])}{more}." if shown else "There are none."
