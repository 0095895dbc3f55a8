"""The engines that can answer a search, and which of them does.

FTS5, inside the file, is always in step and answers everything. An index beside the file is asked first where it is in
step; what it cannot answer exactly as FTS5 would, it leaves to FTS5.
"""

from __future__ import annotations

import os

from onrecord.db.reader import Reader
from onrecord.errors import OnrecordError, UsageError
from onrecord.search import sqlite
from onrecord.search.plans import Plan
from onrecord.search.sqlite import SORTS, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from onrecord.search.index.ask import Beside
else:
    Protocol = object


class Engine(Protocol):
    """Answers a plan, or gives None and leaves it to the next engine. All engines give the same answers."""

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row] | None:
        """A page of hits, one for each statement, in the order of `sort`."""

    def count(self, planned: Plan) -> int | None:
        """The number of statements found."""


class Inside:
    """FTS5, in the file itself."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row]:
        return sqlite.rows(self._reader, planned, sort=sort, limit=limit, offset=offset)

    def count(self, planned: Plan) -> int:
        return sqlite.count(self._reader, planned)


def of(reader: Reader) -> Sequence[Engine]:
    """The engines to ask, in this order; the last one always answers."""
    beside, _ = _ready(reader)
    return [Inside(reader)] if beside is None else [beside, Inside(reader)]


def notice(reader: Reader) -> OnrecordError | None:
    """Why an index that is beside the file cannot be used as it is: it is answered without."""
    return _ready(reader)[1]


def _ready(reader: Reader) -> tuple[Beside | None, OnrecordError | None]:
    # Where there is no index, nothing of it is loaded.
    if not os.path.isdir(f"{reader.file()}.index"):
        return None, None
    from onrecord.search.index import ask

    return ask.ready(reader)


def rows(asked: Sequence[Engine], planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row]:
    """The first answer. UsageError for an unknown sorting."""
    if sort not in SORTS:
        raise UsageError(f"{sort!r} is not a sorting. Choose from: {', '.join(SORTS)}.")
    answers = (one.rows(planned, sort=sort, limit=limit, offset=offset) for one in asked)
    return next(answer for answer in answers if answer is not None)


def count(asked: Sequence[Engine], planned: Plan) -> int:
    """The first answer."""
    return next(answer for answer in (one.count(planned) for one in asked) if answer is not None)
