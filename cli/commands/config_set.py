"""onrecord config set"""

from __future__ import annotations

import os

from onrecord.cli.config_places import FOLDER, KEY, file_meant
from onrecord.cli.options import AS_JSON, DATABASE
from onrecord.cli.plain import print_json, remark, say
from onrecord.cli.spec import Command, argument
from onrecord.errors import UsageError
from onrecord.model.records import Json
from onrecord.settings.keys import checked, checked_beside, key_of
from onrecord.settings.lines import shown
from onrecord.text.clean import one_line

EXAMPLES = """Examples:

onrecord config set style chicago-notes-bibliography

onrecord config set citekey-format "auth.lower + '-' + year"

onrecord config set database ~/desk/quotes.db

onrecord config set editor 'code --wait'

onrecord config set locale de-DE --folder"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.settings.keys import Key, Value

COMMAND = Command(
    KEY,
    argument("value", help="The new value.", metavar="VALUE", required=True),
    FOLDER,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(*, key: str, value: str, folder: bool, database: str | None, as_json: bool) -> None:
    """Change a setting in your settings file, or with --folder beside the database. Comments in the file are kept."""
    from onrecord.settings import write

    asked = key_of(key)
    if folder and not asked.beside:
        raise UsageError(f"{key} is yours alone to settle: leave out --folder.")
    settled = _value(asked, value)
    if folder:
        settled = checked_beside(asked, settled)
    path = file_meant(database, folder=folder)
    mended = write.put(path, key, settled)
    if as_json:
        record: Json = {"key": key, "value": settled, "path": path, "mended": list(mended)}
        print_json(record)
        return
    tell_mended(path, mended)
    say(f"{key} is {shown(settled)} now ({one_line(path)}).")
    if os.environ.get(name := _variable(key)):
        remark(f"{name} is set, and goes before it.")


def tell_mended(path: str, mended: tuple[int, ...]) -> None:
    """Names the lines that could not be read."""
    if mended:
        which = f"Line {mended[0]}" if len(mended) == 1 else f"Lines {', '.join(map(str, mended))}"
        remark(
            f"{which} of {one_line(path)} could not be read, and {'is a comment' if len(mended) == 1 else 'are comments'} now."
        )


def _value(asked: Key, value: str) -> Value:
    """The value as it is kept: whole paths, so that it means the same in every folder."""
    from onrecord.cli.settled import known

    if asked.name in ("database", "backups") and value.strip():
        value = os.path.abspath(os.path.expanduser(value))
        if asked.name == "database" and os.path.isdir(value):
            raise UsageError(f"{one_line(value)} is a folder: name the file of the database in it.")
    settled = checked(asked, value)
    return known(asked.name, settled) if isinstance(settled, str) else settled


def _variable(key: str) -> str:
    from onrecord.settings import variable_of

    return variable_of(key)
