"""onrecord doctor"""

from __future__ import annotations

import sys

from onrecord.cli.doctor_advice import ADVICE
from onrecord.cli.options import AS_JSON, DATABASE, command_line, database_path
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, flag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.doctor.kinds import Fault

COMMAND = Command(
    flag(
        "--repair",
        help="Repair what can be repaired, after saying what will be done and copying the file.",
    ),
    flag("--dry-run", help="Show what would happen, and change nothing."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord doctor  ·  onrecord doctor --repair --dry-run  ·  onrecord doctor --repair  ·  onrecord doctor --json",
)


def run(*, repair: bool, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Examine the database: pages, constraints, full text, names, dates, places, stored texts, outcomes of checks, history.

    Each kind of fault is described in a sentence, with what to do. What may be intended is called a doubt. Exit status 1 if there
    is a fault. Nothing is changed without --repair; its changes to rows are one operation, which undo reverts, and a copy of the
    file as it was stays beside it.
    """
    from onrecord.doctor import examine
    from onrecord.doctor import repair as repairs

    path = database_path(database)
    noticed = examine.faults(path)
    plan = repairs.plan(noticed) if repair else []
    backup, left = None, noticed
    if repair and not as_json:
        _tell(noticed)
        say(
            f"{'Would' if dry_run else 'Will'} {'; '.join(plan)}."
            if plan
            else "There is nothing that can be mended."
        )
    if plan and not dry_run:
        backup = repairs.repair(path, noticed, command_line())
        left = examine.faults(path)
    if as_json:
        print_json(
            {
                "path": str(path.resolve()),
                "faults": [_as_json(one) for one in noticed],
                "plan": plan,
                "backup": str(backup) if backup else None,
                "left": [_as_json(one) for one in left],
                "dry_run": dry_run,
            }
        )
    elif not repair:
        _tell(noticed)
        if not noticed:
            say(f"{path} is in order.")
    elif backup is not None:
        say(f"Mended. As it was: {backup}")
        if left:
            say("What is left:", loud=True)
            _tell(left)
    if any(not one.kind.doubt for one in left):
        sys.exit(1)


def _as_json(fault: Fault) -> dict[str, object]:
    return {**fault.as_json(), "advice": ADVICE[fault.kind.name]}


def _tell(faults: list[Fault]) -> None:
    for fault in faults:
        say(
            f"{'doubt' if fault.kind.doubt else 'fault'}: {fault.sentence()} {ADVICE[fault.kind.name]}",
            loud=True,
        )
