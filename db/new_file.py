"""Making a new database file, from the schema as the migrations leave it: `current.sql`, which `current` writes."""

from __future__ import annotations

import os
from contextlib import closing
from importlib import resources
from pathlib import Path

from onrecord.db import files
from onrecord.db.reports import explaining
from onrecord.errors import ConflictError, DatabaseError, Hint
from onrecord.outputs.file import put_new
from onrecord.outputs.guard import COMPANIONS, Guard
from onrecord.outputs.unfinished import beside

SCRIPT = "current.sql"


def create(path: Path) -> None:
    """Makes a new database at `path`, whole or not at all. ConflictError if something is there already."""
    if "\0" in str(path):
        raise DatabaseError(f"{str(path)!r} is not a file name.")
    if os.path.lexists(path):
        raise ConflictError(f"{path} already exists.", hint=Hint("use_database", path=path))
    Guard().refuse(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}.") from None
    try:
        draft = Path(beside(path.parent))
        # Made here, so that it has the permissions that the umask leaves.
        draft.touch(exist_ok=False)
        try:
            with explaining(path):
                _make(draft)
            put_new(draft, path)
        finally:
            for leftover in (draft, *(Path(f"{draft}{end}") for end in COMPANIONS)):
                leftover.unlink(missing_ok=True)
    except FileExistsError:
        raise ConflictError(f"{path} already exists.", hint=Hint("use_database", path=path)) from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}.") from None


def script() -> str:
    """The SQL that makes an empty database of the current schema."""
    return resources.files("onrecord.db").joinpath(SCRIPT).read_text("utf-8")


def _make(path: Path) -> None:
    with closing(files.connect_migrating(path)) as connection:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script()}\nCOMMIT;")
        # Only the file itself is going to be kept.
        [busy, *_] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise DatabaseError(f"{path} cannot be made: another program has it open.")
