"""onrecord prefer"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, KEY, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, flag, option
from onrecord.model.vocabulary import CONFLICTS

ABOUT = option(
    "--about",
    help=f"Settle only conflicts about: {', '.join(CONFLICTS)}.",
    metavar="WORD",
    complete=CONFLICTS,
    closed=True,
)
COMMAND = Command(
    KEY,
    option("--reason", help="Why; kept and printed with the rank.", required=True),
    flag("--both", help="Prefer none: all that the sources of this statement say may stand."),
    ABOUT,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="""Examples:

onrecord prefer k7xq2m@smith-2023 --reason "the transcript has this date"

onrecord prefer k7xq2m --both --about place --reason "said twice that day"
""",
)


def run(
    *,
    key: str,
    reason: str,
    both: bool,
    about: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Prefer one attribution of a statement to the others where they disagree, and remember why.

    It is cited first. You are asked again if another source disagrees later. onrecord undo reverts the decision.
    """
    from onrecord.statements.decide import let_stand, prefer

    with recording(database, rehearse=dry_run) as store:
        quote = (let_stand if both else prefer)(store, key, reason, about)
    if as_json:
        print_json({**quote.as_json(), "dry_run": dry_run})
        return
    would = "Would let" if dry_run else "Let"
    said = (
        f"{would} all sides of {quote.ref} stand"
        if both
        else f"{'Would prefer' if dry_run else 'Preferred'} {quote.ref}"
    )
    settles = f": {', '.join(quote.about)} settled" if quote.about else ""
    say(f"{said}{settles}.")
    for ref in quote.before:
        say(f"{ref} is preferred no more.")
