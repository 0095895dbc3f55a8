"""onrecord history"""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import single
from onrecord.cli.limits import most, tell_cut
from onrecord.cli.options import AsJson, Database, Limit, asking
from onrecord.cli.output import print_json, print_rows

if TYPE_CHECKING:
    from onrecord.past import OperationRecord

app = single()


@app.command(
    epilog="Examples:  onrecord history  ·  onrecord history 17  ·  onrecord history --limit 5 --json"
)
def history(
    operation: Annotated[
        int | None,
        typer.Argument(metavar="[OPERATION]", help="Show what this one changed.", show_default=False),
    ] = None,
    limit: Limit = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Show what was done, by whom and when, the latest first."""
    from onrecord import listing

    with asking(database) as reader:
        records = listing.operations(reader, limit=most(limit), only=operation)
        total = len(records) if operation is not None else listing.operations_count(reader)
    if as_json:
        print_json(record.as_json() for record in records)
    elif operation is not None:
        print_rows(("what", "row", "field", "before", "after"), list(_changes(records[0])))
    else:
        print_rows(
            ("no.", "at", "by", "command", ""),
            [(str(one.id), one.at, one.by, one.command, _remark(one)) for one in records],
        )
    tell_cut(len(records), total)


def _remark(record: "OperationRecord") -> str:
    if record.undone_by:
        return f"taken back by {record.undone_by}"
    return f"takes back {record.undoes}" if record.undoes else ""


def _changes(record: "OperationRecord") -> list[tuple[str, str, str, str, str]]:
    rows = []
    for change in record.changes:
        row = str(change.first) if change.first == change.last else f"{change.first}-{change.last}"
        fields = change.fields or (("", "", ""),)
        for field, before, after in fields:
            rows.append((f"{change.kind} {change.table}", row, field, _shown(before), _shown(after)))
    return rows


def _shown(value: object) -> str:
    return "" if value is None else str(value)
