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

__all__ = ["sqlite3"]
