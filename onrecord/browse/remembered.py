"""What is costly to count, kept until the file changes: a reload shows what was recorded a moment ago."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from onrecord.db import files

Kept = TypeVar("Kept")

# Answers kept for a file; the longest unasked goes first.
MOST = 512


def remembered(path: Path, what: Hashable, make: Callable[[], Kept]) -> Kept:
    """What `make` gave for `what` since the file at `path` last changed, else what it gives now.

    `what` says all that the answer depends on besides the file. Called from any thread.
    """
    kept = _kept(path)
    found = kept.get(what)
    if found is None:
        found = (kept.version(), make())
        kept.put(what, *found)
    made: Kept = found[1]
    return made


def version(path: Path) -> tuple[int, int, int]:
    """Another one whenever another connection changed the file at `path`, or another file was put in its place."""
    return _kept(path).version()


@lru_cache(maxsize=16)
def _kept(path: Path) -> "_Kept":
    return _Kept(path)


class _Kept:
    """The answers about one file.

    SQLite's PRAGMA data_version tells a connection whether another one has committed since: this connection does
    nothing else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, tuple[tuple[int, int, int], Any]] = OrderedDict()
        self._file: tuple[int, int] | None = None
        self._connection: Any = None

    def version(self) -> tuple[int, int, int]:
        with self._lock:
            return self._version()

    def _version(self) -> tuple[int, int, int]:
        stat = self._path.stat()
        here = (stat.st_dev, stat.st_ino)
        if here != self._file:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._file = files.connect_reading(self._path), here
        number = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return (*here, int(number))

    def get(self, what: Hashable) -> tuple[tuple[int, int, int], Any] | None:
        with self._lock:
            found = self._answers.get(what)
            if found is None or found[0] != self._version():
                return None
            self._answers.move_to_end(what)
            return found

    def put(self, what: Hashable, version: tuple[int, int, int], made: Any) -> None:
        """`version` is the one from before it was made, so that nothing recorded meanwhile is missed."""
        with self._lock:
            self._answers[what] = (version, made)
            self._answers.move_to_end(what)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
