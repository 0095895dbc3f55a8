"""onrecord add link"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import CLAIMS, Command, argument, flag
from onrecord.errors import UsageError

COMMAND = Command(
    argument("first", help="A claim.", metavar="CLAIM", required=True, complete=CLAIMS),
    argument("second", help="A claim.", metavar="CLAIM", required=True, complete=CLAIMS),
    flag("--contradicts", help="They cannot both be true."),
    flag("--supports", help="The first makes the second likelier."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Example:  onrecord add link c-4hd2 c-k9ab --contradicts",
)


def run(
    *, first: str, second: str, contradicts: bool, supports: bool, database: str | None, as_json: bool
) -> None:
    """Say that two claims contradict each other, or that the first supports the second."""
    from onrecord.claims.write import link_claims

    if contradicts == supports:
        raise UsageError("Give one of --contradicts and --supports.")
    kind = "contradicts" if contradicts else "supports"
    with recording(database) as store:
        record = link_claims(store, first, second, kind)
    if as_json:
        print_json(record.as_json())
    else:
        say(f"{record.key} {kind} {second}")
