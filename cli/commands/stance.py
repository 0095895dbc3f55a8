"""onrecord add stance"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, KEY, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import CLAIMS, Command, argument, flag, option
from onrecord.errors import UsageError

COMMAND = Command(
    KEY,
    argument("claim", help="The claim.", metavar="CLAIM", required=True, complete=CLAIMS),
    flag("--asserts", help="The statement asserts the claim."),
    flag("--denies", help="The statement denies the claim."),
    flag("--questions", help="The statement questions the claim."),
    flag("--none", help="Remove the stance."),
    option("--note", help="Why it is read that way."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord add stance k7xq2m c-4hd2 --denies --note "dates it to July 27"',
)


def run(
    *,
    key: str,
    claim: str,
    asserts: bool,
    denies: bool,
    questions: bool,
    none: bool,
    note: str | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Record whether a statement asserts, denies or questions a claim."""
    from onrecord.claims.write import record_of_claim, take_stance

    chosen = {"asserts": asserts, "denies": denies, "questions": questions, None: none}
    if sum(chosen.values()) != 1:
        raise UsageError("Give one of --asserts, --denies, --questions and --none.")
    taken = next(name for name, given in chosen.items() if given)
    with recording(database) as store:
        concerned = take_stance(store, key, claim, taken, note)
        document = record_of_claim(store, concerned).as_json() if as_json else None
    if document is not None:
        print_json(document)
    else:
        say(f"{key} {taken or 'takes no stance on'} {concerned.key}: {concerned.text}")
