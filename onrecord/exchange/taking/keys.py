"""The citekeys that files bring: every one finds its work afterwards, or the report says what became of it."""

from __future__ import annotations

from onrecord.sources import queries as source_queries
from onrecord.text import slugs
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.rows import Source
    from onrecord.db.store import Store

_SHOWN = 80


class Keys:
    """The citekeys and other names of the sources of a database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def owner(self, key: str) -> int | None:
        """The source that bears a key, as its own or as another name."""
        return source_queries.owner_of(self._store, key) if key else None

    def is_taken(self, key: str) -> bool:
        return self.owner(key) is not None

    def keep(self, source: Source, key: str, *, created: bool) -> str | None:
        """Lets a key that a file gives find the source, where it is free; in words what became of it.

        None: it is the source's own, or was another name of it before.
        """
        if key == source.citekey:
            return None
        shown = one_line(key)[:_SHOWN]
        owner = self.owner(key)
        if owner == source.id:
            return None
        if owner is not None:
            bearer = self._store.value("SELECT citekey FROM sources WHERE id = ?", (owner,))
            other = "another work" if bearer == key else bearer
            became = f"this one became {source.citekey}" if created else f"cite this one as {source.citekey}"
            return f"the key {shown} is that of {other} here: {became}"
        if not slugs.is_other_citekey(key):
            return f"its key {shown!r} cannot be a citekey: cite it as {source.citekey}"
        self._store.insert("citekey_aliases", source_id=source.id, citekey=key)
        return f"its key {shown} is kept as another name of {source.citekey}"


def asked_for(identifier: str) -> str:
    """The key that a file gives a work; "" where it is an address that some program counts its items by."""
    return "" if "://" in identifier else identifier
