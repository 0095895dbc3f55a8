"""onrecord list verdicts"""

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
    examples="Examples:  onrecord list verdicts  ·  onrecord list verdicts --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List verdicts: name (CLAIM/REVIEWER or CLAIM/REVIEWER@CITEKEY), verdict, rating, date, claim."""
    with asking(database) as reader:
        records = entries.verdicts(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
    else:
        print_rows(
            ("verdict", "found", "rating", "published", "claim"),
            [
                (
                    one.ref,
                    one.verdict.verdict,
                    one.verdict.on_its_scale(),
                    one.verdict.published,
                    one.claim_text,
                )
                for one in shown
            ],
        )
    if not records and not as_json:
        tell_none("verdicts", "Add one with: onrecord add verdict CLAIM")
    tell_cut(len(shown), len(records))
