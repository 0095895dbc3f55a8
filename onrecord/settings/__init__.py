"""What people settle once: in a file of their own, and what harmlessly may stand beside a database.

An option of a command line goes before a variable, a variable before `onrecord.toml` beside the database, that before the
user's file. Whoever sent one a database sent the file beside it too: of that file only what cannot run a program, point
elsewhere or sign for anybody is taken (`keys.KEYS` says what). Where there is no file, nothing is loaded to read one.
"""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.settings.reading import Stated

BESIDE = "onrecord.toml"
_ON_LINUX = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}


def folder_of(kind: str) -> str:
    """onrecord's folder among the user's "data", "config", "state" or "cache", where the platform has it; it need not exist."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        variable, usual = _ON_LINUX[kind]
        home = os.path.expanduser("~") if os.environ.get("HOME") != "" else ""
        base = os.environ.get(variable, "").strip() or os.path.join(home, usual)
        if base.startswith("/"):
            return os.path.join(base, "onrecord")  # as platformdirs has it, which takes longer to load
    import platformdirs

    named: str = getattr(platformdirs, f"user_{kind}_dir")("onrecord", appauthor=False)
    return named


def user_file() -> str:
    """The user's own file: what ONRECORD_CONFIG names, else config.toml in the config folder. It need not exist."""
    given = os.environ.get("ONRECORD_CONFIG")
    return os.path.expanduser(given) if given else os.path.join(folder_of("config"), "config.toml")


def file_beside(database: str) -> str:
    """`onrecord.toml` beside a database, wherever links to it stand. It need not exist."""
    return os.path.join(os.path.dirname(os.path.realpath(database)), BESIDE)


def recent_file() -> str:
    """Where the databases used lately are remembered, a path a line, the latest first. It need not exist."""
    return os.path.join(folder_of("state"), "recent")


def used_last() -> bytes:
    """The database that was used before; empty where none is remembered."""
    try:
        with open(recent_file(), "rb") as file:
            return file.readline(4096).rstrip(b"\n")
    except OSError:
        return b""


def is_file(path: str) -> bool:
    """Whether there is a file to read: no folder, pipe or device."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def stated(key: str, database: str | None = None) -> Stated | None:
    """What is settled of `key` in the variables, beside `database` or by the user; None where nothing is.

    InputError: a file cannot be read as TOML, or its value is none of the key's.
    """
    from_variable = _variable(key)
    beside = file_beside(database) if database is not None else None
    if from_variable is None and not is_file(user_file()) and not (beside and is_file(beside)):
        return None
    from onrecord.settings import reading

    return reading.stated(key, from_variable, beside, user_file())


def _variable(key: str) -> tuple[str, str] | None:
    """The variable of a key and its value, where it is set: ONRECORD_CITEKEY_FORMAT."""
    name = variable_of(key)
    return (name, os.environ[name]) if os.environ.get(name) else None


def variable_of(key: str) -> str:
    """The variable that settles a key: ONRECORD_CITEKEY_FORMAT; of the database ONRECORD_DB."""
    return "ONRECORD_DB" if key == "database" else f"ONRECORD_{key.upper().replace('-', '_')}"
