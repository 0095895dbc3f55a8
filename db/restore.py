"""Putting a backup in the place of the database, with what stands there kept beside it.

The backup is written into the file that is there, as one transaction: whoever has it open sees the one state or the
other, nobody goes on writing into a file that has lost its name, and a crash leaves one of the two. Between the copy of what
stood there and the change nobody can record. Only what SQLite cannot write to (it is damaged at its head, it is no database)
is moved aside as it is.
"""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from onrecord.db import backup, copying, files, kept
from onrecord.db.reports import explaining
from onrecord.errors import ConflictError, DatabaseError
from onrecord.model.record import record
from onrecord.outputs.file import make_like, put_new, sync_folder
from onrecord.outputs.guard import COMPANIONS

BEFORE = "before-restore"
_DRAFT = ".restore-unfinished"
_ASIDE = ".aside-unfinished"
# What SQLite says of a file that it cannot write into: then that is moved away.
_UNUSABLE = ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_CANTOPEN")


@record()
class Restored:
    """What was put there, and where what stood there is now: a whole copy, or (`moved`) the files themselves, none where nothing did."""

    whole: kept.Whole
    aside: tuple[Path, ...]
    moved: bool


def restore(file: Path, path: Path, *, rehearse: bool = False) -> Restored:
    """Makes `path` what the backup `file` holds. With `rehearse` the backup is read, and nothing is changed.

    DatabaseError: the backup is none of onrecord's, of a newer one, or not whole, or the database is another program's.
    ConflictError: they are the same file.
    """
    if files.is_part(file, path):
        raise ConflictError(f"{file} is the database itself, or its log: name a backup of it.")
    whole = kept.verified(file)
    there = os.path.lexists(path)
    if there:
        _refuse_another(path)
        files.check_writable(path)
    if rehearse:
        return Restored(whole, (), moved=False)
    place = Path(os.path.realpath(path))
    draft = place.with_name(f"{place.name}{_DRAFT}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        copying.thrown_away(draft)
        copying.made(draft)
        try:
            with explaining(file):
                copying.copy(file, draft)
            make_like(place if there else file, draft)
            if there:
                try:
                    return Restored(whole, (_written_over(draft, place),), moved=False)
                except sqlite3.DatabaseError as error:
                    if not getattr(error, "sqlite_errorname", "").startswith(_UNUSABLE):
                        with explaining(path, "nothing was changed"):
                            raise
            aside = _moved_aside(place)
            put_new(draft, place)
            return Restored(whole, aside, moved=True)
        finally:
            copying.thrown_away(draft)
    except FileExistsError:
        raise ConflictError(f"Something else has come to {path} meanwhile. Try again.") from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be restored: {error.strerror}.") from None


def _refuse_another(path: Path) -> None:
    """DatabaseError for the file of another program; what is damaged so that nobody can say is ours to replace."""
    if path.is_dir() or not path.exists():
        files.refuse_no_file(path)
    try:
        with closing(files.connect(files.uri(path, "ro"))) as connection:
            [application] = connection.execute("PRAGMA application_id").fetchone()
            used = connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return
    if application != files.APPLICATION_ID and used:
        raise DatabaseError(f"{path} belongs to another application: nothing is restored over it.")


def _written_over(draft: Path, place: Path) -> Path:
    """Writes the draft into the database, and gives the copy of what stood there."""
    aside: list[Path] = []

    def keep(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseError(f"Another program keeps {place} busy: nothing was changed. Try again.")
        if not aside:  # nobody else can write from here on
            aside.append(copied_aside(place))

    with (
        closing(files.connect(files.uri(draft, "rw"))) as source,
        closing(files.connect_migrating(place)) as target,
    ):
        [size] = target.execute("PRAGMA page_size").fetchone()
        if source.execute("PRAGMA page_size").fetchone() != (size,):
            source.execute(f"PRAGMA page_size = {size}")
            source.execute("VACUUM")
        try:
            source.backup(target, pages=1, progress=keep)
        except BaseException:
            for one in aside:
                one.unlink(missing_ok=True)
            raise
    with suppress(sqlite3.Error), closing(files.connect_migrating(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return aside[0]


def copied_aside(path: Path, why: str = BEFORE) -> Path:
    """A copy beside the database, page by page, whatever is in it: what stands there may be damaged. `why` stands in its name."""
    place = Path(os.path.realpath(path))
    draft = place.with_name(f"{place.name}{_ASIDE}")
    copying.thrown_away(draft)
    copying.made(draft)
    try:
        with (
            closing(files.connect(files.uri(place, "ro"))) as source,
            closing(files.connect(files.uri(draft, "rw"))) as target,
        ):
            target.execute("PRAGMA journal_mode = OFF")
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            [version] = source.execute("PRAGMA user_version").fetchone()
        copying.sync(draft)
        make_like(place, draft)
        return backup.named(draft, place, version, why)
    finally:
        copying.thrown_away(draft)


def _moved_aside(place: Path) -> tuple[Path, ...]:
    """Gives what stands there, and what belongs to it, another name. Nothing is read or changed of it."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    moved: list[Path] = []
    # The log last: without its database it means nothing, beside another it would be taken for that one's.
    for end in ("", *COMPANIONS):
        aside = place.with_name(f"{place.name}{end}")
        if os.path.lexists(aside):
            new = place.with_name(f"{place.name}.{BEFORE}-{stamp}{end}")
            if os.path.lexists(new):
                raise DatabaseError(f"{new} exists already: nothing was changed. Try again.")
            aside.rename(new)
            moved.append(new)
    sync_folder(place.parent)
    return tuple(moved)
