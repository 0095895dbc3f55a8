"""Python's `sqlite3` without what it adds in Python: adapters of dates, for which it loads `datetime`, and nothing of ours.

A command that answers at once takes a tenth of its time to load that. The classes and errors are the very same ones.
"""

from __future__ import annotations

import sys

from onrecord.model.light import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
else:
    # All that the driver wants of `functools` when it is loaded is `lru_cache`, for its statements: it is handed that, where
    # nobody has loaded the module yet and no other thread can do so meanwhile. The module would take longer to load than the driver.
    _alone = "functools" not in sys.modules and "threading" not in sys.modules
    if _alone:
        sys.modules["functools"] = type(sys)("functools")
        sys.modules["functools"].lru_cache = lru_cache
        try:
            import _sqlite3 as sqlite3
        except (ImportError, AttributeError):  # of a Python that is made otherwise
            _alone = False
        finally:
            del sys.modules["functools"]
    if not _alone:
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
