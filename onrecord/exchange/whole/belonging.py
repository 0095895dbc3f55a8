"""Which rows a part of the database needs to stand alone: what its rows point at, and what describes those."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord.exchange.selection import Selection
from onrecord.exchange.whole.tables import KINDS

# The rows that describe the one they point at, and travel with it.
_DESCRIBING = {
    "speaker_names": "speaker_id",
    "creators": "source_id",
    "citekey_aliases": "source_id",
    "captures": "snapshot_id",
    "statement_tags": "statement_id",
    "spans": "attribution_id",
    "checks": "attribution_id",
    "relays": "attribution_id",
    "stances": "claim_id",
    "reviews": "claim_id",
}
_CHUNK = 10_000


def chosen_rows(selection: Selection) -> dict[str, Collection[int]] | None:
    """The rows that are selected with all that belong to them, their ids by table; None: all there are."""
    if selection.everything:
        return None
    return _belonging(
        selection.session,
        {
            "attributions": selection.attributions,
            "sources": selection.sources,
            "claims": selection.claim_ids,
        },
    )


def _belonging(session: Session, begun: Mapping[str, Iterable[int]]) -> dict[str, Collection[int]]:
    """The ids of every row needed by those in `begun`, by table, these included.

    A claim comes with the stances that are taken on it; a statement does not bring the claims that it bears on.
    """
    found: dict[str, set[int]] = {kind.table.name: set() for kind in KINDS}
    fresh = {table: set(ids) for table, ids in begun.items()}
    while any(fresh.values()):
        following: dict[str, set[int]] = {}
        for table, ids in fresh.items():
            found[table] |= ids
        for table, ids in fresh.items():
            _follow(session, table, ids, following)
        fresh = {table: ids - found[table] for table, ids in following.items()}
    return dict(found)


def _follow(session: Session, name: str, ids: set[int], following: dict[str, set[int]]) -> None:
    tables = {kind.table.name: kind.table for kind in KINDS}
    table, ordered = tables[name], sorted(ids)
    for first in range(0, len(ordered), _CHUNK):
        chunk = ordered[first : first + _CHUNK]
        for key in table.foreign_keys:
            if key.column.name == "id":
                targets = session.scalars(
                    select(key.parent).where(table.c.id.in_(chunk), key.parent.is_not(None))
                )
                following.setdefault(key.column.table.name, set()).update(targets)
        for describing, column in _DESCRIBING.items():
            child = tables[describing]
            if next(iter(child.c[column].foreign_keys)).column.table.name == name:
                rows = session.scalars(select(child.c.id).where(child.c[column].in_(chunk)))
                following.setdefault(describing, set()).update(rows)
