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
# The device and inode of a file, and SQLite's data_version.
Version = tuple[int, int, int]


def remembered(path: Path, what: Hashable, make: Callable[[], Kept]) -> Kept:
    """What `make` gave for `what` since the file at `path` last changed, else what it gives now.

    `what` says all that the answer depends on besides the file. Called from any thread.
    """
    page: Kept | None = recall(path, what)
    if page is None:
        before = version(path)
        page = make()
        keep(path, what, before, page)
    return page


def recall(path: Path, what: Hashable) -> Any:
    """What was kept for `what`; None where nothing was, or the file changed since."""
    return _kept(path).get(what)


def keep(path: Path, what: Hashable, before: Version, page: Any) -> None:
    """Keeps `answer` for `what`; `before` is the `version` of the file from before it was made."""
    _kept(path).put(what, before, page)


def version(path: Path) -> Version:
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
        self._answers: OrderedDict[Hashable, tuple[Version, Any]] = OrderedDict()
        self._file: tuple[int, int] | None = None
        self._connection: Any = None

    def version(self) -> Version:
        with self._lock:
            return self._version()

    def _version(self) -> Version:
        stat = self._path.stat()
        here = (stat.st_dev, stat.st_ino)
        if here != self._file:
            if self._connection is not None:
                self._connection.close()
            self._connection, self._file = files.connect_reading(self._path), here
        number = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return (*here, int(number))

    def get(self, what: Hashable) -> Any:
        with self._lock:
            answer = self._answers.get(what)
            if answer is None or answer[0] != self._version():
                return None
            self._answers.move_to_end(what)
            return answer[1]

    def put(self, what: Hashable, version: Version, answer: Any) -> None:
        with self._lock:
            self._answers[what] = (version, answer)
            self._answers.move_to_end(what)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
