"""onrecord deprecate"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, KEY, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, option

COMMAND = Command(
    KEY,
    option("--reason", help="Why; printed wherever this is cited or exported.", required=True),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord deprecate k7xq2m@echo-2023 --reason "corrected by the paper on 9 August"',
)


def run(*, key: str, reason: str, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Deprecate one attribution: it takes part in no conflict, and every output prints the reason. onrecord undo reverts it."""
    from onrecord.statements.decide import deprecate

    with recording(database, rehearse=dry_run) as store:
        quote = deprecate(store, key, reason)
    if as_json:
        print_json({**quote.as_json(), "dry_run": dry_run})
        return
    settles = f": {', '.join(quote.about)} settled" if quote.about else ""
    say(f"{'Would deprecate' if dry_run else 'Deprecated'} {quote.ref}{settles}.")
