"""onrecord config unset"""

from __future__ import annotations

from onrecord.cli.commands.config_set import tell_mended
from onrecord.cli.config_places import FOLDER, KEY, file_meant
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.plain import print_json, say
from onrecord.cli.spec import Command
from onrecord.text.clean import one_line

COMMAND = Command(
    KEY,
    FOLDER,
    DATABASE,
    AS_JSON,
    acts=True,
    examples="Examples:  onrecord config unset style  ·  onrecord config unset locale --folder",
)


def run(*, key: str, folder: bool, database: str | None, as_json: bool) -> None:
    """Remove a setting. Keys that onrecord no longer knows can be removed too, if the file has them."""
    from onrecord.settings import is_file, lines, write
    from onrecord.settings.keys import KEYS, key_of
    from onrecord.settings.reading import text_of

    path = file_meant(database, folder=folder)
    there = is_file(path) and key in lines.keys_in(text_of(path))
    if not there and key not in KEYS:
        key_of(key)  # which says that there is none
    mended = write.put(path, key, None) if there else ()
    if as_json:
        print_json({"key": key, "path": path, "changed": there, "mended": list(mended)})
        return
    tell_mended(path, mended)
    say(f"{key} is no longer set in {one_line(path)}." if there else f"{key} is not set in {one_line(path)}.")
