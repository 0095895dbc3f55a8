"""onrecord list stances"""

from __future__ import annotations

from onrecord.claims import entries
from onrecord.cli.limits import cut, tell_cut, tell_none
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list stances  ·  onrecord list stances --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List stances: name (KEY/CLAIM), what the statement says of the claim, both wordings, note."""
    with asking(database) as reader:
        records = entries.stances(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
    else:
        print_rows(
            ("stance", "says", "statement", "claim", "note"),
            [(one.ref, one.stance, one.statement_text, one.claim_text, one.note) for one in shown],
        )
    if not records and not as_json:
        tell_none("stances", "Add one with: onrecord add stance KEY CLAIM")
    tell_cut(len(shown), len(records))
