"""Files of settings, changed."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.errors import InputError
from onrecord.outputs import file as outputs
from onrecord.settings import is_file, lines
from onrecord.settings.reading import text_of
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.settings.keys import Value

HEADING = "# Settings of onrecord\n"


def put(path: str, key: str, value: Value | None) -> tuple[int, ...]:
    """Settles `key` in a file, which is made where it is missing; with None it is settled there no more.

    Returns the lines that could not be read and are comments now. InputError: the file cannot be read or written.
    """
    if os.path.lexists(path) and not is_file(path):
        raise InputError(f"{one_line(path)} is not a file that settings can be written to.")
    there = is_file(path)
    if not there and value is None:
        return ()
    changed = lines.put(text_of(path) if there else HEADING, key, value)
    _write(path, changed.text, replace=there)
    return changed.mended


def make(path: str) -> None:
    """An empty file of settings where there is none."""
    if not os.path.lexists(path):
        _write(path, HEADING, replace=False)


def _write(path: str, text: str, *, replace: bool) -> None:
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{one_line(str(folder))} cannot be made: {error.strerror}.") from None
    outputs.write(path, text.encode(), force=replace)
