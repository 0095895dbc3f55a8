"""Refusing to record in a file that another program has rebuilt: see `parts`."""

from __future__ import annotations

from onrecord.db import files
from onrecord.db.digests import DIGESTS
from onrecord.db.parts import Difference, differences, digests, parts, told
from onrecord.errors import DatabaseError, Hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from onrecord.db.reports import Place


def connect(path: Place) -> sqlite3.Connection:
    """A connection to record with. DatabaseError: see `files.connect_writing`, and where another program took away what
    records and guards."""
    connection = files.connect_writing(path)
    try:
        if told := problem(path, connection):
            raise told
    except BaseException:
        connection.close()
        raise
    return connection


def problem(path: Place, connection: sqlite3.Connection) -> DatabaseError | None:
    """The error that says what another program has made of the file; None where all is as it should be."""
    if digests(connection) >= DIGESTS:
        return None
    # Another version of SQLite may write the same definitions otherwise.
    from onrecord.db.migrate import schema

    different = differences(parts(connection), schema(files.SCHEMA_VERSION))
    return refusal(path, different) if different else None


def refusal(path: Place, different: Sequence[Difference]) -> DatabaseError:
    """The error that says what is different, and how it is mended."""
    return DatabaseError(
        f"Another program has rebuilt parts of {path}: {told(different)}. Until they are as they were nothing is "
        "recorded.",
        hint=Hint("mend"),
    )
