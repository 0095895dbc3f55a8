"""The databases used lately: at most ten paths in a file of the state folder, the latest first.

It is a help and no more: where it cannot be read or written nobody is told.
"""

from __future__ import annotations

import os

from onrecord import settings
from onrecord.errors import OnrecordError
from onrecord.model import kept
from onrecord.model.light import suppress

_MOST = 10
_LARGEST = 64 << 10  # bytes


def note(path: str) -> None:
    """Remembers that a database was used, unless the user has settled otherwise."""
    with suppress(OSError, ValueError):
        whole = os.fsencode(os.path.realpath(path))
        if b"\n" in whole:
            return
        known = _listed()
        if known[:1] == [whole] or not _wanted():
            return
        paths = [whole, *(one for one in known if one != whole)][:_MOST]
        kept.write(settings.recent_file(), b"".join([one + b"\n" for one in paths]))


def lately() -> list[str]:
    """Those that are still there, the latest first."""
    with suppress(OSError, ValueError):
        return [one for one in map(os.fsdecode, _listed()) if os.path.isfile(one)] if _wanted() else []
    return []


def told() -> list[str]:
    """What to print of them where no database is found: nothing, where there are none."""
    from onrecord.text.clean import one_line

    paths = lately()
    if not paths:
        return []
    use = "Use one with --db FILE, or everywhere: onrecord config set database FILE"
    return ["Used lately:", *(f"  {one_line(path)}" for path in paths), use]


def _listed() -> list[bytes]:
    try:
        with open(settings.recent_file(), "rb") as file:
            return [one for one in file.read(_LARGEST).split(b"\n") if one.startswith(b"/")][:_MOST]
    except OSError:
        return []


def _wanted() -> bool:
    try:
        setting = settings.stated("recent")
    except OnrecordError:  # whoever needs the settings says what is wrong with them
        return False
    return setting is None or setting.value is True
