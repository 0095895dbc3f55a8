"""Removing statements and attributions. What others depend on stays, and they are named."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.db.rows import Attribution, Statement
from onrecord.errors import ConflictError, Hint
from onrecord.statements import links as statement_links
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store

_AMONG = "IN (SELECT value FROM json_each(?))"


def remove_attribution(store: Store, attribution: Attribution) -> list[str]:
    """Removes one attribution, and its statement with it if it was the last. Returns what was removed, in words."""
    others = store.value(
        "SELECT 1 FROM attributions WHERE statement_id = ? AND id <> ?",
        (attribution.statement_id, attribution.id),
    )
    if others is None:
        return remove_statement(store, store.get(Statement, attribution.statement_id))
    return _remove_attributions(store, [attribution.id])


def remove_statement(store: Store, statement: Statement) -> list[str]:
    """Removes a statement with its attributions and tags. ConflictError while a claim builds on it, or it is linked."""
    claims = store.column(
        "SELECT c.key FROM claims AS c JOIN stances AS st ON st.claim_id = c.id WHERE st.statement_id = ?",
        (statement.id,),
    )
    if claims:
        raise ConflictError(
            f"{statement.key} takes a stance on {_listed('claim', claims)}.",
            hint=Hint("take_back_stance", statement=statement.key, claim=claims[0]),
        )
    linked = statement_links.links(store, statement_links.links_of(store, [statement.id]))
    if linked:
        raise ConflictError(
            f"{statement.key} is needed by {_listed('link', [one.ref for one in linked])}.",
            hint=Hint("remove_cascade"),
        )
    ids = store.column("SELECT id FROM attributions WHERE statement_id = ?", (statement.id,))
    removed = _remove_attributions(store, ids)
    tags = store.column(
        "SELECT name FROM tags JOIN statement_tags ON tag_id = tags.id WHERE statement_id = ? ORDER BY name",
        (statement.id,),
    )
    store.execute("DELETE FROM statement_tags WHERE statement_id = ?", (statement.id,))
    store.delete("statements", statement.id)
    return [*removed, *(f"tag {tag} of {statement.key}" for tag in tags), f"statement {statement.key}"]


def _remove_attributions(store: Store, ids: Sequence[int]) -> list[str]:
    among = array(ids)
    dependents = store.column(
        "SELECT id FROM attributions WHERE quoted_from_id IN (SELECT value FROM json_each(?1)) "
        "AND id NOT IN (SELECT value FROM json_each(?1))",
        (among,),
    )
    if dependents:
        names = [quote.ref for quote in statement_queries.quotes(store, dependents)]
        raise ConflictError(
            f"{_listed('attribution', names)} is recorded as quoted from it.",
            hint=Hint("change_origin", ref=names[0]),
        )
    refs = [quote.ref for quote in statement_queries.quotes(store, ids)]
    store.execute(f"DELETE FROM spans WHERE attribution_id {_AMONG}", (among,))
    store.execute(f"DELETE FROM relays WHERE attribution_id {_AMONG}", (among,))
    store.execute(f"DELETE FROM decisions WHERE first_id {_AMONG} OR second_id {_AMONG}", (among, among))
    # What somebody removed is not to be proposed again.
    store.execute(
        f"UPDATE proposals SET state = 'rejected', attribution_id = NULL WHERE attribution_id {_AMONG}",
        (among,),
    )
    # The younger first: one of them may be quoted from another.
    for attribution_id in sorted(ids, reverse=True):
        store.delete("attributions", attribution_id)
    return [f"attribution {ref}" for ref in refs]


def _listed(noun: str, names: Sequence[str]) -> str:
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f"{noun}{'s' if len(names) > 1 else ''} {shown}"
