"""onrecord list claims"""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.cli.lists import tell
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.spec import Command, flag
from onrecord.model.vocabulary import STANCES
from onrecord.views.balance import balance_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.claim_records import ClaimRecord
    from onrecord.views.balance import Balance, Weight

COMMAND = Command(
    flag(
        "--open",
        help="Only unsettled claims: without a verdict, or with verdicts that disagree.",
        name="unsettled",
    ),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list claims  ·  onrecord list claims --open --json",
)


def _verdicts(record: ClaimRecord) -> str:
    return "; ".join(f"{verdict.verdict} ({verdict.reviewer.name})" for verdict in record.verdicts)


def run(*, unsettled: bool, limit: int | None, database: str | None, as_json: bool) -> None:
    """List claims: how many statements assert, deny and question each, from how many origins, and its verdicts.

    Origins are counted for and against: "2 : 1 unnamed" if a side rests on unnamed sources alone.
    """
    with asking(database) as reader:
        claims = claim_queries.claim_ids(reader)
        tell(
            [claim for claim in claims if not unsettled or balance_of(reader, claim).open],
            limit,
            as_json=as_json,
            heading=("claim", *STANCES, "origins", "text", "verdicts"),
            # Only what is shown is read: there may be claims by the ten thousand.
            line=lambda claim: _line(claim_queries.claim_record(reader, claim), balance_of(reader, claim)),
            document=lambda one: {
                **claim_queries.claim_record(reader, one).as_json(),
                "balance": balance_of(reader, one).as_json(),
            },
            none=("unsettled claims", "All: onrecord list claims")
            if unsettled
            else ("claims", "Add one with: onrecord add claim TEXT"),
        )


def _line(claim: ClaimRecord, balance: Balance) -> tuple[str, ...]:
    asserting, denying, _ = balance.sides
    return (
        claim.key,
        *(str(side.statements) for side in balance.sides),
        f"{_origins(asserting)} : {_origins(denying)}",
        claim.text,
        _verdicts(claim),
    )


def _origins(side: Weight) -> str:
    return f"{len(side.origins.origins)}{' unnamed' if side.on_unnamed_alone else ''}"
