"""onrecord config path"""

from __future__ import annotations

from onrecord import settings
from onrecord.cli.config_places import FOLDER, file_meant
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.plain import print_json, say
from onrecord.cli.spec import Command
from onrecord.text.clean import one_line

COMMAND = Command(
    FOLDER,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord config path  ·  onrecord config path --folder",
)


def run(*, folder: bool, database: str | None, as_json: bool) -> None:
    """Print the path of your settings file: ONRECORD_CONFIG, else config.toml in your config folder."""
    path = file_meant(database, folder=folder)
    if as_json:
        print_json({"path": path, "exists": settings.is_file(path)})
    else:
        say(one_line(path) if not path.isprintable() else path)
