"""Python's `sqlite3` without what it adds in Python: adapters of dates, for which it loads `datetime`, and nothing of ours.

A command that answers at once takes a tenth of its time to load that. The classes and errors are the very same ones.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import _sqlite3 as sqlite3
    except ImportError:  # another Python than CPython
        import sqlite3

# By these names the rest of the program knows it: a connection, a row, what the database has to say against a statement,
# and that a rule of a table would be broken.
Connection = sqlite3.Connection
Row = sqlite3.Row
Trouble = sqlite3.Error
BrokenRule = sqlite3.IntegrityError
VERSION = sqlite3.sqlite_version

__all__ = ["VERSION", "BrokenRule", "Connection", "Row", "Trouble", "sqlite3"]
