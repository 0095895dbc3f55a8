"""Tags: words that somebody files statements under."""

from __future__ import annotations

from onrecord.errors import ConflictError, Hint, InputError, NotFoundError
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store


def tag_statement(
    store: Store, statement_id: int, add: Sequence[str], remove: Sequence[str] = ()
) -> tuple[str, ...]:
    """Puts tags on a statement and takes tags off it; returns those it then has, in alphabetical order."""
    for name in add:
        tag_id = _tag(store, name)
        if _link(store, statement_id, tag_id) is None:
            store.insert("statement_tags", statement_id=statement_id, tag_id=tag_id)
    for name in remove:
        tag_id = store.value("SELECT id FROM tags WHERE name = ?", (_tidy(name),))
        link = _link(store, statement_id, tag_id)
        if link is None:
            key = store.value("SELECT key FROM statements WHERE id = ?", (statement_id,))
            raise NotFoundError(f"{key} does not carry the tag {name!r}.")
        store.delete("statement_tags", link)
    return tuple(
        store.column(
            "SELECT t.name FROM tags AS t JOIN statement_tags AS st ON st.tag_id = t.id "
            "WHERE st.statement_id = ? ORDER BY t.name",
            (statement_id,),
        )
    )


def tag_id(reader: Reader, name: str) -> int:
    """The tag of this name. NotFoundError where nothing was ever filed under it."""
    tag: int | None = reader.value("SELECT id FROM tags WHERE name = ?", (" ".join(name.split()),))
    if tag is None:
        raise NotFoundError(f"There is no tag {name!r}.", hint=Hint("list_tags"))
    return tag


def tagged(reader: Reader, tag: int) -> list[int]:
    """The statements that carry a tag, in the order of recording."""
    return reader.column(
        "SELECT statement_id FROM statement_tags WHERE tag_id = ? ORDER BY statement_id", (tag,)
    )


def rename_tag(store: Store, tag: int, name: str) -> list[str]:
    """Gives a tag another name; returns what changed. ConflictError where a tag is called so already."""
    wanted = _named(name)
    other = store.value("SELECT id FROM tags WHERE name = ?", (wanted,))
    if other == tag:
        return []
    if other is not None:
        raise ConflictError(f"There is a tag {wanted!r} already.")
    store.update("tags", tag, name=wanted)
    return ["name"]


def remove_tag(store: Store, tag: int) -> list[str]:
    """Removes a tag, and takes it off every statement that carries it; returns what was removed, in words."""
    name = store.value("SELECT name FROM tags WHERE id = ?", (tag,))
    number = store.execute("DELETE FROM statement_tags WHERE tag_id = ?", (tag,))
    store.delete("tags", tag)
    carried = f" from {number:,} statement{'s' * (number != 1)}" if number else ""
    return [f"tag {name}{carried}"]


def _link(store: Store, statement_id: int, tag_id: int | None) -> int | None:
    link: int | None = store.value(
        "SELECT id FROM statement_tags WHERE statement_id = ? AND tag_id = ?", (statement_id, tag_id)
    )
    return link


def _tag(store: Store, typed: str) -> int:
    name = _named(typed)
    known: int | None = store.value("SELECT id FROM tags WHERE name = ?", (name,))
    return known if known is not None else store.insert("tags", name=name)


def _named(typed: str) -> str:
    name = _tidy(typed)
    if not name:
        raise InputError("A tag cannot be empty.")
    return name


def _tidy(name: str) -> str:
    return " ".join(check_input(name, "a tag").split())
