"""onrecord list links"""

from __future__ import annotations

from onrecord.claims import entries
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list links  ·  onrecord list links --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List the links between claims: the name of each (CLAIM/CLAIM), its kind, both wordings."""
    with asking(database) as reader:
        records = entries.links(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
    else:
        print_rows(
            ("link", "kind", "claim", "other claim"),
            [(one.ref, one.kind, one.claim_text, one.other_text) for one in shown],
        )
    tell_cut(len(shown), len(records))
