"""onrecord config get"""

from __future__ import annotations

from onrecord.cli.config_places import KEY, as_record, stated
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.plain import print_json, say
from onrecord.cli.spec import Command
from onrecord.errors import NotFoundError
from onrecord.settings.keys import key_of
from onrecord.settings.lines import shown

COMMAND = Command(
    KEY,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord config get style  ·  onrecord config get style --json",
)


def run(*, key: str, database: str | None, as_json: bool) -> None:
    """Print the value of a setting, wherever it is set, or its default."""
    setting = stated(key_of(key), database)
    if as_json:
        print_json(as_record(key, setting))
        return
    if setting is None:
        raise NotFoundError(f"{key} is not settled.")
    say(shown(setting.value))
