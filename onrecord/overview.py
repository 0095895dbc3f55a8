"""What is in a database, in numbers."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onrecord.db.models import Attribution, Claim, Operation, Proposal, Snapshot, Source, Speaker, Statement

COUNTED = {
    "statements": Statement,
    "attributions": Attribution,
    "speakers": Speaker,
    "sources": Source,
    "snapshots": Snapshot,
    "proposals": Proposal,
    "claims": Claim,
    "operations": Operation,
}


def counts(session: Session) -> dict[str, int]:
    """The number of rows of each table that people think in."""
    return {
        name: session.scalar(select(func.count()).select_from(model)) or 0 for name, model in COUNTED.items()
    }
