"""onrecord config list"""

from __future__ import annotations

from onrecord.cli.config_places import as_record, file_meant, stated
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.output import print_json, print_rows, remark
from onrecord.cli.spec import Command
from onrecord.errors import OnrecordError
from onrecord.model.records import Json
from onrecord.settings.keys import KEYS, Key
from onrecord.settings.lines import shown

COMMAND = Command(
    DATABASE, AS_JSON, examples="Examples:  onrecord config list  ·  onrecord config list --json"
)


def run(*, database: str | None, as_json: bool) -> None:
    """List the settings, their values, and whether an environment variable, the database's folder or your own file sets them."""
    problems: dict[str, None] = {}
    rows = [_row(key, database, problems) for key in KEYS.values()]
    if as_json:
        print_json(rows)
    else:
        print_rows(
            ("setting", "value", "from"),
            [
                (
                    str(row["key"]),
                    "" if row["value"] is None else shown(row["value"]),
                    str(row["place"] or row["from"] or "not settled"),
                )
                for row in rows
            ],
        )
        remark(f"Your settings are in {file_meant(database, folder=False)}")
    for problem in problems:
        remark(problem)
    if problems:
        raise SystemExit(1)


def _row(key: Key, database: str | None, problems: dict[str, None]) -> Json:
    try:
        setting = stated(key, database)
    except OnrecordError as error:
        from onrecord.cli.hints import told

        problems[told(error.message, error.hint)] = None
        setting = None
    return as_record(key.name, setting)
