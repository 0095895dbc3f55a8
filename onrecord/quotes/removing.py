"""Removing statements and attributions. What others depend on stays, and they are named."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from onrecord import lookup
from onrecord.db.models import Attribution, Claim, Proposal, Relay, Span, Stance, Statement, StatementTag
from onrecord.errors import ConflictError


def remove_attribution(session: Session, attribution: Attribution) -> list[str]:
    """Removes one attribution, and its statement with it if it was the last. Returns what was removed, in words."""
    others = session.scalars(
        select(Attribution.id).where(
            Attribution.statement_id == attribution.statement_id, Attribution.id != attribution.id
        )
    ).all()
    if not others:
        return remove_statement(session, session.get_one(Statement, attribution.statement_id))
    return _remove_attributions(session, [attribution.id])


def remove_statement(session: Session, statement: Statement) -> list[str]:
    """Removes a statement with its attributions and tags. ConflictError while a claim builds on it."""
    claims = session.scalars(
        select(Claim.key).join(Stance, Stance.claim_id == Claim.id).where(Stance.statement_id == statement.id)
    ).all()
    if claims:
        raise ConflictError(
            f"{statement.key} takes a stance on {_listed('claim', claims)}. "
            f"Take that back first: onrecord stance {statement.key} {claims[0]} --none"
        )
    ids = session.scalars(select(Attribution.id).where(Attribution.statement_id == statement.id)).all()
    removed = _remove_attributions(session, ids)
    session.execute(delete(StatementTag).where(StatementTag.statement_id == statement.id))
    session.delete(statement)
    session.flush()
    return [*removed, f"statement {statement.key}"]


def _remove_attributions(session: Session, ids: Sequence[int]) -> list[str]:
    dependents = session.scalars(
        select(Attribution.id).where(Attribution.quoted_from_id.in_(ids), Attribution.id.not_in(ids))
    ).all()
    if dependents:
        names = [quote.ref for quote in lookup.quotes(session, dependents)]
        raise ConflictError(
            f"{_listed('attribution', names)} is recorded as quoted from it. "
            f"Change that first: onrecord edit {names[0]} --quoted-from ''"
        )
    refs = [quote.ref for quote in lookup.quotes(session, ids)]
    session.execute(delete(Span).where(Span.attribution_id.in_(ids)))
    session.execute(delete(Relay).where(Relay.attribution_id.in_(ids)))
    # What somebody removed is not to be proposed again.
    session.execute(
        update(Proposal).where(Proposal.attribution_id.in_(ids)).values(state="rejected", attribution_id=None)
    )
    # The younger first: one of them may be quoted from another.
    for one in sorted(ids, reverse=True):
        session.execute(delete(Attribution).where(Attribution.id == one))
    session.flush()
    return [f"attribution {ref}" for ref in refs]


def _listed(noun: str, names: Sequence[str]) -> str:
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    return f"{noun}{'s' if len(names) > 1 else ''} {shown}"
