"""onrecord conflicts"""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut, tell_none
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import STATEMENTS, Command, argument, flag, option
from onrecord.model.vocabulary import CONFLICTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.statements.conflicts import Conflict

COMMAND = Command(
    argument("key", help="One statement (KEY, or its first letters).", metavar="[KEY]", complete=STATEMENTS),
    option(
        "--about", help=f"One of: {', '.join(CONFLICTS)}.", metavar="WORD", complete=CONFLICTS, closed=True
    ),
    flag("--decided", help="Show decided conflicts, with the reasons."),
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord conflicts  ·  onrecord conflicts k7xq2m --about date  ·  onrecord conflicts --decided --json",
)


def run(
    *,
    key: str | None,
    about: str | None,
    decided: bool,
    limit: int | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Show what sources disagree on: dates, places, figures, wordings and speakers, each side with its sources.

    Partial dates are intervals: dates conflict only if they have no day in common. A place within another place is no conflict, nor are
    words that a source leaves out without changing the sense. onrecord chooses nothing: decide with onrecord prefer or onrecord
    deprecate, and you are not asked again until another source disagrees.
    """
    from onrecord.statements.conflicts import conflicts

    with asking(database) as reader:
        listed = [
            conflict
            for conflict in conflicts(reader, key, decided=decided)
            if about in (None, conflict.about)
        ]
    shown = cut(listed, limit or None)
    if as_json:
        print_json(one.as_json() for one in shown)
    else:
        print_rows(
            ("about", "statement", "says", "attributions", "decided"),
            [line for one in shown for line in _lines(one)],
        )
        if not listed:
            tell_none(
                "decided conflicts" if decided else "conflicts",
                "Decide one with: onrecord prefer"
                if decided
                else "See those that were decided with: onrecord conflicts --decided",
            )
    tell_cut(len(shown), len(listed))


def _lines(conflict: Conflict) -> Iterator[tuple[str, ...]]:
    for side in conflict.sides:
        yield (
            conflict.about,
            " ".join(conflict.keys),
            side.value,
            " ".join(side.refs),
            "; ".join(conflict.reasons),
        )
