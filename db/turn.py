"""Waiting for one's turn to record.

SQLite itself asks for the lock again after longer and longer pauses, up to a tenth of a second: whoever has waited long asks
seldom, and whoever has just come asks at once and gets it, so that with eight writers one waits for ten seconds. Here
whoever has waited longer asks more often.
"""

from __future__ import annotations

from time import monotonic, sleep

from onrecord.db import reports
from onrecord.db.sqlite import sqlite3

_BUSY = 5  # SQLITE_BUSY, and its extended codes in the lowest byte
# Between two askings, in seconds: at first, and of whoever has waited for a second and more.
_FIRST, _LAST = 0.008, 0.0005


def begin(connection: sqlite3.Connection) -> None:
    """BEGIN IMMEDIATE, waiting for others as long as a connection waits. sqlite3.OperationalError: they took longer."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        began = monotonic()
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                waited = monotonic() - began
                if error.sqlite_errorcode & 0xFF != _BUSY or waited > reports.BUSY_SECONDS:
                    raise
            sleep(max(_FIRST * (1 - waited), _LAST))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(reports.BUSY_SECONDS * 1000)}")
