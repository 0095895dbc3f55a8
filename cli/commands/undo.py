"""onrecord undo"""

from __future__ import annotations

from onrecord.cli.named import number_of, one
from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import ANYTHING, Command, argument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store

COMMAND = Command(
    argument(
        "name",
        help="The number of an operation (see: onrecord history), or a NAME: the last operation that touched that. "
        "Default: the latest that still stands.",
        metavar="[OPERATION | [NOUN] NAME]",
        many=True,
        complete=ANYTHING,
    ),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord undo  ·  onrecord undo 17 --dry-run  ·  onrecord undo k7xq2m  ·  onrecord undo tag sanctions",
)


def run(*, name: list[str] | None, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Undo a whole operation: the latest, one by number, or the last one that touched a thing.

    Everything that operation did is undone. Undo an undo to redo it.
    """
    from onrecord.history.undo import take_back

    number = number_of(name)
    with recording(database, rehearse=dry_run, many=True) as store:
        if name and number is None:
            number = _last_of(store, name, silent=as_json)
        record = take_back(store, number)
    if as_json:
        print_json({**record.as_json(), "dry_run": dry_run})
    else:
        say(
            f"{'Would take back' if dry_run else 'Took back'} operation {record.id} of {record.when}: {record.command}"
        )


def _last_of(store: Store, words: list[str], *, silent: bool) -> int:
    """The last operation that touched what the words name, after saying which it is."""
    from onrecord.history.undo import latest_touching
    from onrecord.traces import rows_named

    name, kind = one(words)
    rows = rows_named(store, name, kind)
    last = latest_touching(store, rows, name)
    if not silent:
        say(
            f"The last operation on {name} that stands is {last.id} of {last.when}, by {last.by}: {last.command}"
        )
        other = sum(
            change.last
            - change.first
            + 1
            - sum(change.first <= row <= change.last for row in rows.get(change.table, ()))
            for change in last.changes
        )
        if other:
            say(f"It made or changed {other:,} other record{'s' * (other != 1)} too.")
    return last.id
