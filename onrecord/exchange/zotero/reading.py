"""What is to be taken of a running Zotero: all of a part of it the first time, after that what changed.

Zotero's versions count what its server has. An item that was changed here keeps its version until it is synchronised, so
that the newest by the day of their change are asked for as well.
"""

from __future__ import annotations

from onrecord.db.clock import now
from onrecord.exchange.annotations.values import text
from onrecord.exchange.zotero.library import data_of, whole
from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.exchange.zotero.local import Zotero
    from onrecord.exchange.zotero.queries import Remembered
    from onrecord.exchange.zotero.scope import Scope
    from onrecord.model.records import Json

    Told = Callable[[int, int], None]

# More items than these are not asked for one by one.
_FEW = 25


@record(kw_only=True)
class Reading:
    """What was read: items with all that is below them, the `version` of the library, and when it was read.

    `gone` are keys of items, and `gone_annotations` of annotations, that are recorded and that Zotero has no more; of
    `removed` items the sources were removed here.
    """

    items: tuple[Json, ...]
    version: int
    at: str
    unchanged: int
    gone: frozenset[str]
    gone_annotations: frozenset[str]
    removed: frozenset[str]


def read(
    zotero: Zotero,
    scope: Scope,
    known: Remembered,
    *,
    everything: bool = False,
    with_files: bool = False,
    told: Told | None = None,
) -> Reading:
    """Reads what changed since; `everything` compares all of it again, and takes what was removed here, too."""
    moment = now()
    there = _keys(zotero, scope)
    version, changed = (
        (None, frozenset[str]()) if everything or known.at is None else _changed(zotero, scope, known)
    )
    if version is None:
        wanted = there
    else:
        wanted = there & (changed | known.waiting | (there - known.items.keys()))
        if with_files:
            wanted |= there & known.without_files
    removed = frozenset() if everything else wanted & known.removed
    wanted -= removed
    items_wanted, so_far = _wanted(zotero, scope, wanted, there, told)
    items = tuple([one for one in whole(items_wanted) if text(one.get("key")) in wanted])
    return Reading(
        items=_with_citation_keys(zotero, scope, items),
        version=min(so_far, version)
        if version is not None and items_wanted
        else version
        if version is not None
        else so_far,
        at=moment,
        unchanged=len(there) - len(items) - len(removed),
        gone=_gone(zotero, scope, known, there),
        gone_annotations=_gone_annotations(zotero, scope, known),
        removed=removed,
    )


def _keys(zotero: Zotero, scope: Scope) -> frozenset[str]:
    """The keys of the items that belong to a scope; notes by themselves are nothing to cite."""
    asked = {"itemType": "-note"}
    if scope.tag is not None:
        return zotero.keys(f"{scope.path}/items/top", tag=scope.tag, **asked)
    if not scope.collections:
        return zotero.keys(f"{scope.path}/items/top", **asked)
    each = [
        zotero.keys(f"{scope.path}/collections/{collection}/items/top", **asked)
        for collection in scope.collections
    ]
    return frozenset().union(*each)


def _changed(zotero: Zotero, scope: Scope, known: Remembered) -> tuple[int, frozenset[str]]:
    """The version that the library has now, and the keys of the items that changed since, or something below them."""
    since = known.at or ""
    newest = zotero.listed(
        f"{scope.path}/items",
        until=lambda item: (text(data_of(item).get("dateModified")) or "") < since,
        sort="dateModified",
        direction="desc",
    )
    items_changed = [
        item for item in newest.items if (text(data_of(item).get("dateModified")) or "") >= since
    ]
    version = newest.version
    if known.version:  # 0 would ask for everything
        synchronised = zotero.listed(f"{scope.path}/items", since=str(known.version))
        items_changed += synchronised.items
        version = min(version, synchronised.version)
    parents = {
        text(data_of(one).get("key")) or "": text(data_of(one).get("parentItem")) for one in items_changed
    }
    missing = sorted({parent for parent in parents.values() if parent} - parents.keys())
    for one in zotero.by_key(scope.path, missing):
        data = data_of(one)
        parents[text(data.get("key")) or ""] = text(data.get("parentItem"))
    return version, frozenset([_top(parents, key) for key in parents])


def _top(parents: dict[str, str | None], key: str) -> str:
    for _ in range(3):  # an annotation, its attachment, the item
        parent = parents.get(key)
        if not parent:
            break
        key = parent
    return key


def _wanted(
    zotero: Zotero, scope: Scope, wanted: frozenset[str], there: frozenset[str], told: Told | None
) -> tuple[list[Json], int]:
    """The items that are wanted with their children, and more; and the version of the library."""
    if not wanted:
        return [], 0
    if len(wanted) <= _FEW and len(wanted) < len(there):
        return _one_by_one(zotero, scope, wanted)
    whole_library = not scope.collections and scope.tag is None
    places = [f"{scope.path}/collections/{collection}/items" for collection in scope.collections] or [
        f"{scope.path}/items"
    ]
    lists = [zotero.listed(place, told=told) for place in places]
    kinds = {text(data_of(item).get("itemType")) for listed in lists for item in listed.items}
    if "annotation" not in kinds and (whole_library or "attachment" in kinds):
        lists.append(zotero.listed(f"{scope.path}/items", itemType="annotation", told=told))
    return [item for listed in lists for item in listed.items], min([listed.version for listed in lists])


def _one_by_one(zotero: Zotero, scope: Scope, wanted: Iterable[str]) -> tuple[list[Json], int]:
    items = zotero.by_key(scope.path, sorted(wanted))
    versions = []
    waiting = [key for item in items if (key := text(item.get("key")))]
    for key in waiting:
        below = zotero.listed(f"{scope.path}/items/{key}/children")
        versions.append(below.version)
        items += below.items
        waiting += [
            child
            for item in below.items
            if text(data_of(item).get("itemType")) == "attachment" and (child := text(item.get("key")))
        ]
    return items, min(versions, default=0)


def _with_citation_keys(zotero: Zotero, scope: Scope, items: tuple[Json, ...]) -> tuple[Json, ...]:
    """With the keys that Better BibTeX shows beside the items and does not write into them."""
    if scope.path.startswith("groups/"):
        return items
    bare = [
        key
        for item in items
        if not text(item.get("citationKey"))
        and "citation key" not in (text(item.get("extra")) or "").lower()
        and (key := text(item.get("key")))
    ]
    keys = zotero.citation_keys(bare) if bare else {}
    return tuple(
        [
            {"citationKey": keys[key], **item} if (key := text(item.get("key")) or "") in keys else item
            for item in items
        ]
    )


def _gone(zotero: Zotero, scope: Scope, known: Remembered, there: frozenset[str]) -> frozenset[str]:
    missing = known.items.keys() - there
    if not missing:
        return frozenset()
    everything = (
        there if not scope.collections and scope.tag is None else zotero.keys(f"{scope.path}/items/top")
    )
    return frozenset(missing - everything)


def _gone_annotations(zotero: Zotero, scope: Scope, known: Remembered) -> frozenset[str]:
    if not known.annotations:
        return frozenset()
    return frozenset(known.annotations.keys() - zotero.keys(f"{scope.path}/items", itemType="annotation"))
