"""onrecord history"""

from __future__ import annotations

from onrecord.cli.limits import most, tell_cut
from onrecord.cli.named import number_of, one
from onrecord.cli.options import AS_JSON, DATABASE, LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import ANYTHING, Command, argument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.history.queries import OperationRecord

COMMAND = Command(
    argument(
        "name",
        help="An operation's number, to see what it changed; or a NAME, to see what was done to it, even if it is gone.",
        metavar="[OPERATION | [NOUN] NAME]",
        many=True,
        complete=ANYTHING,
    ),
    LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord history  ·  onrecord history 17  ·  onrecord history smith-2023  ·  onrecord history tag sanctions --json",
)


def run(*, name: list[str] | None, limit: int | None, database: str | None, as_json: bool) -> None:
    """Show what was done, by whom and when, latest first: overall, in one operation, or to one thing."""
    from onrecord.history import queries as history_queries

    operation = number_of(name)
    with asking(database) as reader:
        if operation is not None:
            records = history_queries.operations(reader, only=operation)
            total = 1
        elif name:
            from onrecord.history.parts import touching
            from onrecord.traces import rows_named

            found = touching(reader, rows_named(reader, *one(name)))
            records, total = found[: most(limit)], len(found)
        else:
            records = history_queries.operations(reader, limit=most(limit))
            total = history_queries.operations_count(reader)
        rows = [] if as_json else _rows(reader, records, whole=operation is not None)
    if as_json:
        told = [record.as_json() for record in records]
        print_json(told[0] if operation is not None else told)
    elif operation is not None:
        print_rows(("", "what", "field", "before", "after"), rows)
    else:
        print_rows(("no.", "at", "by", "command", ""), rows)
    tell_cut(len(records), total)


def _rows(
    reader: Reader, records: list[OperationRecord], *, whole: bool
) -> list[tuple[str, str, str, str, str]]:
    from onrecord.cli import changed
    from onrecord.db.history import ANOTHER_PROGRAM

    if whole:
        return changed.fields(reader, records[0])
    return [
        (
            str(record.id),
            record.when,
            record.by,
            changed.summary(reader, record) if record.by == ANOTHER_PROGRAM else record.command,
            _remark(record),
        )
        for record in records
    ]


def _remark(record: OperationRecord) -> str:
    if record.undone_by:
        return f"taken back by {record.undone_by}"
    return f"takes back {record.undoes}" if record.undoes else ""
