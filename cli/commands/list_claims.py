"""onrecord list claims"""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
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
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("claim", *STANCES, "text", "verdicts"),
        [
            (
                record.key,
                *(str(len(record.having(stance))) for stance in STANCES),
                record.text,
                _verdicts(record),
            )
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
