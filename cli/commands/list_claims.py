"""onrecord list claims"""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command
from onrecord.model.vocabulary import STANCES

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Example:  onrecord list claims",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the claims with the number of statements that assert, deny and question them."""
    with asking(database) as reader:
        records = claim_queries.claim_records(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("claim", *STANCES, "text"),
        [
            (record.key, *(str(len(record.having(stance))) for stance in STANCES), record.text)
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
