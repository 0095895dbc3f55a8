"""Having deleted bytes leave the file: what SQLite deletes stands in free pages, and in the log, until they are written over."""

from __future__ import annotations

import os
import shutil

from onrecord.db import files, index_lock
from onrecord.db.reports import explaining
from onrecord.errors import DatabaseError
from onrecord.model.light import closing
from onrecord.outputs.guard import INDEX

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reports import Place


def erase(path: Place) -> None:
    """Writes the file anew without what was deleted, empties its log, and takes the index beside it away.

    DatabaseError where another program reads in the file: then its log stays, and it must be done again.
    """
    index_lock.end_holder(path)
    shutil.rmtree(os.path.realpath(path) + INDEX, ignore_errors=True)
    with explaining(path), closing(files.connect_migrating(path)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        [busy, *_] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise DatabaseError(
            f"It is out of the tables, but another program has {path} open, and its bytes may still be in the log. End that program, "
            "and redact the same once more."
        )
