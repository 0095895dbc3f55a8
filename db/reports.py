"""What SQLite reports about the file, as a sentence about it: what is wrong, what stands, what to do."""

from __future__ import annotations

import os

from onrecord.db.sqlite import sqlite3
from onrecord.errors import DatabaseError, Hint
from onrecord.model.light import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    Place = str | PathLike[str]

# How long a connection waits for others.
BUSY_SECONDS = 30
NOTHING = "nothing was recorded"
# What to do about a damaged file: about a database, and about what was to mend it.
FROM_A_BACKUP = "Restore it from a backup, or try sqlite3's .recover."
ANOTHER_BACKUP = "Take another backup."
_LOG = (
    "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_ROLLBACK",
    "SQLITE_CANTOPEN",
)  # fmt: skip
_NO_TEXT = "Could not decode to UTF-8"


@contextmanager
def explaining(path: Place, stands: str = "", *, remedy: str = FROM_A_BACKUP) -> Iterator[None]:
    """Turns what SQLite reports about the file, itself or through SQLAlchemy, into a DatabaseError.

    `stands` says what is recorded all the same when the disk is full or fails ("nothing was recorded"),
    `remedy` what helps where it is damaged.
    """
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", None) or error
        if remedy != FROM_A_BACKUP and isinstance(error, DatabaseError):
            # What opening a file says of it knows of no other remedy.
            cause = error.__cause__ or error
        problem = explained(path, cause, stands, remedy) if isinstance(cause, sqlite3.Error) else None
        if problem is None:
            raise
        raise problem from error


def is_about_the_file(error: sqlite3.Error) -> bool:
    """Whether it is the file, or the disk, that fails, and not what was asked of it: then nothing else can be done there."""
    return explained("", error) is not None


def explained(
    path: Place, error: sqlite3.Error, stands: str = "", remedy: str = FROM_A_BACKUP
) -> DatabaseError | None:
    """The error as one of ours; None for one that is not about the file."""
    code: str = getattr(error, "sqlite_errorname", "")
    if code.startswith(_LOG) and not os.access(os.path.dirname(os.path.realpath(path)), os.W_OK):
        return DatabaseError(
            f"{path} cannot be read here: while others may write to it, SQLite keeps a log beside it, and you may not "
            f"write in its folder. Copy it, and {os.path.basename(path)}-wal where there is one, to a folder of yours."
        )
    so_far = f"; {stands}" if stands else ""
    reasons = {
        "SQLITE_BUSY": f"Another program kept {path} busy for {BUSY_SECONDS} seconds. Try again.",
        "SQLITE_LOCKED": f"Another program kept {path} busy. Try again.",
        "SQLITE_PROTOCOL": f"Other programs kept {path} busy. Try again.",
        "SQLITE_READONLY": f"{path} cannot be written to. Copy it to a place where it can.",
        "SQLITE_FULL": f"The disk that holds {path}, or temporary files, is full{so_far}. Make room and try again.",
        "SQLITE_IOERR": f"Reading or writing {path} failed (full or broken disk?).",
        "SQLITE_CANTOPEN": f"{path} cannot be opened. Look at its permissions and those of its folder.",
        "SQLITE_CORRUPT": f"{path} is damaged. {remedy}",
        "SQLITE_NOTADB": f"{path} is not an SQLite database.",
    }
    for name, told in reasons.items():
        if code == name or code.startswith(f"{name}_"):
            # Where writing itself fails, SQLite cannot say either what has reached the disk.
            unsure = stands and name == "SQLITE_IOERR"
            return DatabaseError(told, hint=Hint("see_recorded") if unsure else None)
    if _NO_TEXT in str(error):
        return DatabaseError(f"{path} holds bytes that are no text: it is damaged. {remedy}")
    return None
