"""What the commands of `config` share: which file is meant, and what is known of a setting."""

from __future__ import annotations

from onrecord import settings
from onrecord.cli.options import database_file
from onrecord.cli.spec import argument, flag
from onrecord.errors import OnrecordError
from onrecord.model.records import Json
from onrecord.settings.keys import KEYS, Key, checked
from onrecord.settings.reading import Stated

KEY = argument(
    "key",
    help=f"One of: {', '.join(KEYS)}.",
    metavar="KEY",
    required=True,
    complete=tuple(KEYS),
)
FOLDER = flag(
    "--folder", help="Use onrecord.toml beside the database, which applies to everyone who uses it."
)


def file_meant(database: str | None, *, folder: bool) -> str:
    """The file beside the database, or the user's own."""
    return settings.file_beside(_database(database) or settings.BESIDE) if folder else settings.user_file()


def stated(key: Key, database: str | None) -> Stated | None:
    """What holds of a key, its default too. InputError: a file is broken, or its value is none."""
    setting = settings.stated(key.name, _database(database))
    if setting is None and key.default is not None:
        return Stated(checked(key, key.default), "default", "")
    return setting


def as_record(key: str, stated: Stated | None) -> Json:
    """What holds of a key, for other programs."""
    return {
        "key": key,
        "value": stated.value if stated else None,
        "from": stated.origin if stated else None,
        "place": (stated.place or None) if stated else None,
    }


def _database(typed: str | None) -> str | None:
    """The database that is meant; None where the user's file does not say which."""
    try:
        return database_file(typed)
    except OnrecordError:
        if typed is not None:
            raise
        return None
