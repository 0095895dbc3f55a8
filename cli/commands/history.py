"""onrecord history"""

from __future__ import annotations

from collections import Counter

from onrecord.cli.limits import most, tell_cut
from onrecord.cli.named import number_of, one
from onrecord.cli.options import AS_JSON, DATABASE, LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import ANYTHING, Command, argument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.history.queries import ChangeRecord, OperationRecord, OtherRecord

_DONE = {"insert": "added", "update": "changed", "delete": "removed"}
# Columns that are computed of others.
_COMPUTED = ("_min", "_max", "_folded", "_key")
_POINTS_AT = {
    "attribution_id": "attributions",
    "quoted_from_id": "attributions",
    "statement_id": "statements",
    "speaker_id": "speakers",
    "translator_id": "speakers",
    "reviewer_id": "speakers",
    "merged_into_id": "speakers",
    "source_id": "sources",
    "claim_id": "claims",
    "tag_id": "tags",
}
# So many rows of a range are named.
_NAMED = 5

COMMAND = Command(
    argument(
        "name",
        help="What this operation changed (its number); or what was done to a NAME, also to one that is gone.",
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
    """Show what was done, by whom and when, the latest first: in all, in one operation, or to one thing."""
    from onrecord.history import queries as history_queries

    operation = number_of(name)
    others: Sequence[OtherRecord] = []
    changed = []
    with asking(database) as reader:
        if operation is not None:
            records = history_queries.operations(reader, only=operation)
            changed = [] if as_json else _changes(reader, records[0])
            total = 1
        elif name:
            from onrecord.history.parts import touching
            from onrecord.traces import rows_named

            found = touching(reader, rows_named(reader, *one(name)))
            records, total = found[: most(limit)], len(found)
        else:
            records = history_queries.operations(reader, limit=most(limit))
            total = history_queries.operations_count(reader)
            # What was before the oldest that is listed is left out with it.
            others = history_queries.by_others(reader, since=records[-1].id if len(records) < total else 0)
    if as_json and operation is not None:
        print_json(records[0].as_json())
    elif as_json:
        print_json(record.as_json() for record in _in_order(records, others))
    elif operation is not None:
        print_rows(("", "what", "field", "before", "after"), changed)
    else:
        print_rows(
            ("no.", "at", "by", "command", ""),
            [_row(each) for each in _in_order(records, others)],
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


def _changes(reader: Reader, record: OperationRecord) -> list[tuple[str, str, str, str, str]]:
    """A line a field that differs, in words: what only serves the search and the comparison of dates is left out."""
    rows = []
    for change in record.changes:
        what = _rows_in_words(reader, change)
        fields = [one for one in change.fields if not one[0].endswith(_COMPUTED)] or [("", "", "")]
        for field, before, after in fields:
            table = _POINTS_AT.get(field)
            rows.append(
                (
                    _DONE[change.kind],
                    what,
                    field.removesuffix("_id").replace("_", " "),
                    _shown(reader, table, before),
                    _shown(reader, table, after),
                )
            )
    return rows


def _rows_in_words(reader: Reader, change: ChangeRecord) -> str:
    from onrecord.db.naming import names_of, noun_of

    number = change.last - change.first + 1
    names = names_of(reader, change.table, change.first, change.last, most=_NAMED)
    title = change.table.replace("_", " ")
    if number == 1:
        return f"{noun_of(change.table)} {names[0] if names else change.first}"
    named = f": {', '.join(names)}{' …' if number > len(names) else ''}" if names else ""
    return f"{number:,} {title}{named}"


def _shown(reader: Reader, table: str | None, value: object) -> str:
    from onrecord.db.naming import names_of

    if value is None:
        return ""
    if (
        table is not None
        and isinstance(value, int)
        and (names := names_of(reader, table, value, value, most=1))
    ):
        return names[0]
    return str(value)
