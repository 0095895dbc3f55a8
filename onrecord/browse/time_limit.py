"""An end to what takes SQLite too long: others want to read too."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc
from sqlalchemy.orm import Session

from onrecord.db.reader import of
from onrecord.errors import UsageError

# Between two looks at the clock, in instructions of SQLite's virtual machine: some milliseconds.
_STEPS = 20_000


class TooLong(UsageError):
    """The time was up."""


@contextmanager
def time_limit(session: Session, seconds: float, sentence: str) -> Iterator[None]:
    """Whatever SQLite does for `session` inside ends after `seconds`, with `sentence` as TooLong."""
    connection = of(session).connection
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        yield
    except (sqlite3.OperationalError, exc.OperationalError) as error:
        original = error.orig if isinstance(error, exc.OperationalError) else error
        if getattr(original, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise TooLong(sentence) from None
    finally:
        connection.set_progress_handler(None, 0)
