"""onrecord config edit"""

from __future__ import annotations

from onrecord.cli.config_places import FOLDER, file_meant
from onrecord.cli.options import DATABASE
from onrecord.cli.plain import remark
from onrecord.cli.spec import Command
from onrecord.errors import OnrecordError

COMMAND = Command(
    FOLDER,
    DATABASE,
    answers=False,
    examples="Examples:  onrecord config edit  ·  onrecord config edit --folder",
)


def run(*, folder: bool, database: str | None) -> None:
    """Open your settings file in your editor, and check it afterwards."""
    from onrecord.cli import editor
    from onrecord.settings import reading, write

    path = file_meant(database, folder=folder)
    try:
        program = editor.chosen()
    except OnrecordError:
        # The file that is to be mended may be what names the editor.
        program = editor.unsettled()
    write.make(path)
    editor.edit(path, program)
    for name, value in reading.read(path).items():
        problem = reading.problem_of(name, value, beside=folder)
        if problem:
            remark(f"{path}: {problem}")
