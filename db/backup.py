"""A copy of the database beside it, as it is before it is changed from the ground up.

It has its name only when it is complete, on the disk, and has been read again. Whoever asks for it holds the database's
write lock, so that nothing is recorded between the copy and the change, and nobody else copies.
"""

from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from onrecord.db import copying
from onrecord.errors import DatabaseError
from onrecord.outputs.file import make_like, put_new


def back_up(path: Path, version: int, why: str = "") -> Path:
    """The copy's path. DatabaseError where it cannot be made, or the database is damaged; then there is none.

    `why` stands in its name. Raises sqlite3.Error as well, about the database or about the disk.
    """
    clear_up(path)
    draft = _draft(path)
    try:
        copying.made(draft)
        try:
            copying.copy(path, draft)
            make_like(path, draft)
            return named(draft, path.resolve(), version, why)
        finally:
            clear_up(path)
    except OSError as error:
        raise DatabaseError(f"The copy of {path} cannot be made beside it: {error.strerror}.") from None


def clear_up(path: Path) -> None:
    """Takes away what a copy left that was never finished: somebody stopped it."""
    copying.thrown_away(_draft(path))


def named(draft: Path, stem: Path, version: int, why: str = "") -> Path:
    """Gives a finished copy its name, which tells the schema, the time, and why it was made."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        name = f"{stem.name}.schema{version}-{stamp}{again}{f'.{why}' if why else ''}.backup"
        with suppress(FileExistsError):
            put_new(draft, stem.with_name(name))
            return stem.with_name(name)
    raise AssertionError("numbers do not end")


def _draft(path: Path) -> Path:
    place = path.resolve()
    return place.with_name(f"{place.name}.backup-unfinished")
