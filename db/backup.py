"""A copy of the database beside it, as it is before it is changed from the ground up.

It has its name only when it is complete, on the disk, and has been read again. Whoever asks for it holds the database's
write lock, so that nothing is recorded between the copy and the change, and nobody else copies.
"""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from onrecord.db import files
from onrecord.db.parts import parts, quoted
from onrecord.errors import DatabaseError
from onrecord.outputs.file import put_new
from onrecord.outputs.guard import COMPANIONS


def back_up(path: Path, version: int) -> Path:
    """The copy's path. DatabaseError where it cannot be made, or the database is damaged; then there is none.

    Raises sqlite3.Error as well, about the database or about the disk.
    """
    clear_up(path)
    draft = _draft(path)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _copy(path, draft)
            _like(path, draft)
            return _named(path, version, draft)
        finally:
            clear_up(path)
    except OSError as error:
        raise DatabaseError(f"The copy of {path} cannot be made beside it: {error.strerror}.") from None


def clear_up(path: Path) -> None:
    """Takes away what a copy left that was never finished: somebody stopped it."""
    draft = _draft(path)
    for end in ("", *COMPANIONS):
        with suppress(OSError):
            draft.with_name(f"{draft.name}{end}").unlink()


def _draft(path: Path) -> Path:
    place = path.resolve()
    return place.with_name(f"{place.name}.backup-unfinished")


def _copy(path: Path, draft: Path) -> None:
    with (
        closing(files.connect_reading(path, any_schema=True)) as source,
        closing(files.connect(files.uri(draft, "rw"))) as target,
    ):
        target.execute("PRAGMA synchronous = FULL")
        target.execute("PRAGMA journal_mode = OFF")  # an unfinished copy is thrown away
        source.backup(target)
        # One file, that can be read wherever it lies.
        target.execute("PRAGMA journal_mode = DELETE")
        [found] = target.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise DatabaseError(
                f"{path} is damaged ({' '.join(str(found).split())}): nothing was changed. "
                "Restore it from a backup, or try sqlite3's .recover."
            )
        if _counts(source) != _counts(target):
            raise DatabaseError(f"The copy of {path} is not the same as it: nothing was changed. Try again.")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = [part.name for part in parts(connection) if part.kind == "table" and not part.is_virtual]
    return {name: connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0] for name in tables}


def _like(path: Path, draft: Path) -> None:
    """Who may read the database may read its copy, and nobody else."""
    status = path.stat()
    with suppress(OSError):  # only root gives files away
        if (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(draft, status.st_uid, status.st_gid)
    draft.chmod(status.st_mode & 0o777)


def _named(path: Path, version: int, draft: Path) -> Path:
    """Gives the finished copy its name, which tells the schema and the time."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        backup = draft.with_name(f"{path.resolve().name}.schema{version}-{stamp}{again}.backup")
        with suppress(FileExistsError):
            put_new(draft, backup)
            return backup
    raise AssertionError("numbers do not end")
