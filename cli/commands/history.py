"""onrecord history"""

from __future__ import annotations

from collections import Counter

from onrecord.cli.limits import most, tell_cut
from onrecord.cli.options import AS_JSON, DATABASE, LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command, argument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.history.queries import OperationRecord, OtherRecord


COMMAND = Command(
    argument("operation", help="Show what this one changed.", metavar="[OPERATION]", kind="whole"),
    LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord history  ·  onrecord history 17  ·  onrecord history --limit 5 --json",
)


def run(*, operation: int | None, limit: int | None, database: str | None, as_json: bool) -> None:
    """Show what was done, by whom and when, the latest first."""
    from onrecord.history import queries as history_queries

    with asking(database) as reader:
        records = history_queries.operations(reader, limit=most(limit), only=operation)
        total = len(records) if operation is not None else history_queries.operations_count(reader)
        # What was before the oldest that is listed is left out with it.
        since = records[-1].id if len(records) < total else 0
        others = history_queries.by_others(reader, since=since) if operation is None else []
    if as_json:
        print_json(record.as_json() for record in _in_order(records, others))
    elif operation is not None:
        print_rows(("what", "row", "field", "before", "after"), list(_changes(records[0])))
    else:
        print_rows(
            ("no.", "at", "by", "command", ""),
            [_row(one) for one in _in_order(records, others)],
        )
    tell_cut(len(records), total)


def _in_order(
    operations: Sequence[OperationRecord], others: Sequence[OtherRecord]
) -> list[OperationRecord | OtherRecord]:
    """The latest first."""
    every: list[tuple[float, OperationRecord | OtherRecord]] = [
        *((one.id, one) for one in operations),
        *((one.after + 0.5, one) for one in others),
    ]
    return [one for _, one in sorted(every, key=lambda pair: -pair[0])]


def _row(record: OperationRecord | OtherRecord) -> tuple[str, str, str, str, str]:
    from onrecord.db.history import ANOTHER_PROGRAM
    from onrecord.history.queries import OtherRecord

    if isinstance(record, OtherRecord):
        return "", "", ANOTHER_PROGRAM, _summary(record), f"after {record.after}"
    command = _summary(record) if record.by == ANOTHER_PROGRAM else record.command
    return str(record.id), record.at, record.by, command, _remark(record)


def _summary(record: OperationRecord | OtherRecord) -> str:
    """What was changed, by the number of rows: "update of 2 rows of statements"."""
    rows: Counter[tuple[str, str]] = Counter()
    for change in record.changes:
        rows[change.kind, change.table] += change.last - change.first + 1
    return ", ".join(
        f"{kind} of {number:,} {'row' if number == 1 else 'rows'} of {table}"
        for (kind, table), number in rows.items()
    )


def _remark(record: OperationRecord) -> str:
    if record.undone_by:
        return f"taken back by {record.undone_by}"
    return f"takes back {record.undoes}" if record.undoes else ""


def _changes(record: OperationRecord) -> list[tuple[str, str, str, str, str]]:
    rows = []
    for change in record.changes:
        row = str(change.first) if change.first == change.last else f"{change.first}-{change.last}"
        fields = change.fields or (("", "", ""),)
        for field, before, after in fields:
            rows.append((f"{change.kind} {change.table}", row, field, _shown(before), _shown(after)))
    return rows


def _shown(value: object) -> str:
    return "" if value is None else str(value)
