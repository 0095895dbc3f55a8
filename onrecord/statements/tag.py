"""Tags: words that somebody files statements under."""

from __future__ import annotations

from onrecord.errors import InputError, NotFoundError
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

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


def _link(store: Store, statement_id: int, tag_id: int | None) -> int | None:
    link: int | None = store.value(
        "SELECT id FROM statement_tags WHERE statement_id = ? AND tag_id = ?", (statement_id, tag_id)
    )
    return link


def _tag(store: Store, given: str) -> int:
    name = _tidy(given)
    if not name:
        raise InputError("A tag cannot be empty.")
    known: int | None = store.value("SELECT id FROM tags WHERE name = ?", (name,))
    return known if known is not None else store.insert("tags", name=name)


def _tidy(given: str) -> str:
    return " ".join(check_input(given, "a tag").split())
