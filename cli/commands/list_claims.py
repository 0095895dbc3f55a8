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
        help="Only those that are not settled: without a verdict, or with verdicts that disagree.",
        name="unsettled",
    ),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list claims  ·  onrecord list claims --open --json",
)


def _verdicts(record: ClaimRecord) -> str:
    return "; ".join(f"{one.verdict} ({one.reviewer.name})" for one in record.verdicts)


def run(*, unsettled: bool, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the claims: how many statements assert, deny and question each, from how many origins, and the verdicts on it.

    Origins are those of who asserts and who denies it: "2 : 1 unnamed", where a side rests on unnamed sources alone.
    """
    with asking(database) as reader:
        records = [
            (one, balance_of(reader, claim_queries.claim_id(reader, one.key)))
            for one in claim_queries.claim_records(reader)
        ]
    tell(
        [pair for pair in records if pair[1].open or not unsettled],
        limit,
        as_json=as_json,
        heading=("claim", *STANCES, "origins", "text", "verdicts"),
        line=lambda pair: _line(*pair),
        document=lambda pair: {**pair[0].as_json(), "balance": pair[1].as_json()},
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
