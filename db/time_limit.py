"""An end to what takes SQLite too long: others want to read too."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.db.reader import Reader
from onrecord.errors import UsageError

# Between two looks at the clock, in instructions of SQLite's virtual machine: some milliseconds.
_STEPS = 20_000


class TooLong(UsageError):
    """The time was up."""


@contextmanager
def time_limit(reader: Reader, seconds: float, sentence: str) -> Iterator[None]:
    """Whatever SQLite does for `reader` inside ends after `seconds`, with `sentence` as TooLong."""
    connection = reader.connection
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise TooLong(sentence) from None
    finally:
        connection.set_progress_handler(None, 0)
