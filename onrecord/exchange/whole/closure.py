"""Which rows a part of the database needs to stand alone: what its rows point at, and what describes those."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.exchange.whole.tables import BY_TABLE, KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from onrecord.db.reader import Reader
    from onrecord.exchange.selection import Selection

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
# Links, and what they are between.
_BETWEEN = {"statement_links": "statements", "claim_links": "claims"}
_CHUNK = 10_000
_AMONG = "IN (SELECT value FROM json_each(?))"


def chosen_rows(selection: Selection) -> dict[str, Collection[int]] | None:
    """The rows that are selected with all that belong to them, their ids by table; None: all there are."""
    if selection.everything:
        return None
    rows = _belonging(
        selection.reader,
        {
            "attributions": selection.attributions,
            "sources": selection.sources,
            "claims": selection.claim_ids,
        },
    )
    # How statements bear on one another goes with both of them, and brings neither along.
    for table, ends in _BETWEEN.items():
        rows[table] = _between(selection.reader, table, rows[ends])
    return rows


def _between(reader: Reader, table: str, ends: Collection[int]) -> set[int]:
    """The links of which both ends are among these."""
    among = set(ends)
    ordered = sorted(among)
    ids: set[int] = set()
    for first in range(0, len(ordered), _CHUNK):
        rows = reader.rows(
            f"SELECT id, to_id FROM {table} WHERE from_id {_AMONG}", (array(ordered[first : first + _CHUNK]),)
        )
        ids.update(link for link, to in rows if to in among)
    return ids


def _belonging(reader: Reader, begun: Mapping[str, Iterable[int]]) -> dict[str, Collection[int]]:
    """The ids of every row needed by those in `begun`, by table, these included.

    A claim comes with the stances that are taken on it; a statement does not bring the claims that it bears on.
    """
    rows_chosen: dict[str, set[int]] = {kind.table: set() for kind in KINDS}
    fresh = {table: set(ids) for table, ids in begun.items()}
    while any(fresh.values()):
        following: dict[str, set[int]] = {}
        for table, ids in fresh.items():
            rows_chosen[table] |= ids
        for table, ids in fresh.items():
            _follow(reader, table, ids, following)
        fresh = {table: ids - rows_chosen[table] for table, ids in following.items()}
    return dict(rows_chosen)


def _follow(reader: Reader, name: str, ids: set[int], following: dict[str, set[int]]) -> None:
    ordered = sorted(ids)
    for first in range(0, len(ordered), _CHUNK):
        chunk = (array(ordered[first : first + _CHUNK]),)
        for field in BY_TABLE[name].fields:
            if field.target:
                targets = reader.column(
                    f"SELECT {field.column} FROM {name} WHERE id {_AMONG} AND {field.column} IS NOT NULL",
                    chunk,
                )
                following.setdefault(field.target, set()).update(targets)
        for describing, column in _DESCRIBING.items():
            if any(field.column == column and field.target == name for field in BY_TABLE[describing].fields):
                rows = reader.column(f"SELECT id FROM {describing} WHERE {column} {_AMONG}", chunk)
                following.setdefault(describing, set()).update(rows)
