"""The engines that can answer a search, and which of them does.

FTS5, inside the file, is always in step and answers everything. An index beside the file is asked first where it is in
step; what it cannot answer exactly as FTS5 would, it leaves to FTS5.
"""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.orm import Session

from onrecord.errors import UsageError
from onrecord.search import engine
from onrecord.search.engine import SORTS, Plan, Row
from onrecord.search.scale import asking


class Engine(Protocol):
    """Answers a plan, or gives None and leaves it to the next engine. All engines give the same answers."""

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row] | None:
        """A page of hits, one for each statement, in the order of `sort`."""

    def count(self, planned: Plan) -> int | None:
        """The number of statements found."""


class Inside:
    """FTS5, in the file itself."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row]:
        return engine.rows(self._session, planned, sort=sort, limit=limit, offset=offset)

    def count(self, planned: Plan) -> int:
        return engine.count(self._session, planned)


def of(session: Session) -> Sequence[Engine]:
    """The engines to ask, in this order; the last one always answers."""
    beside, _ = asking.ready(session)
    return [Inside(session)] if beside is None else [beside, Inside(session)]


def notice(session: Session) -> str | None:
    """A sentence where there is an index beside the file that cannot be used as it is."""
    return asking.ready(session)[1]


def rows(asked: Sequence[Engine], planned: Plan, *, sort: str, limit: int, offset: int) -> list[Row]:
    """The first answer. UsageError for an unknown sorting."""
    if sort not in SORTS:
        raise UsageError(f"{sort!r} is not a sorting. Choose from: {', '.join(SORTS)}.")
    answers = (one.rows(planned, sort=sort, limit=limit, offset=offset) for one in asked)
    return next(answer for answer in answers if answer is not None)


def count(asked: Sequence[Engine], planned: Plan) -> int:
    """The first answer."""
    return next(answer for answer in (one.count(planned) for one in asked) if answer is not None)
