"""onrecord list claims"""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import Command
from onrecord.model.vocabulary import STANCES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.claim_records import ClaimRecord

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list claims",
)


def _verdicts(record: ClaimRecord) -> str:
    return "; ".join(f"{one.verdict} ({one.reviewer.name})" for one in record.verdicts)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the claims: how many statements assert, deny and question each, and the verdicts on it."""
    with asking(database) as reader:
        records = claim_queries.claim_records(reader)
    tell(
        records,
        limit,
        as_json=as_json,
        heading=("claim", *STANCES, "text", "verdicts"),
        line=lambda one: (
            one.key,
            *(str(len(one.having(stance))) for stance in STANCES),
            one.text,
            _verdicts(one),
        ),
        document=lambda one: one.as_json(),
    )
