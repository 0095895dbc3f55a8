"""The history of a database."""

from __future__ import annotations

from onrecord.api.noun import Noun
from onrecord.history import queries
from onrecord.history.queries import OperationRecord
from onrecord.history.undo import take_back


class History(Noun):
    """What was done to the database, and taking it back."""

    def operations(self, limit: int | None = None) -> list[OperationRecord]:
        """The operations with their changes, the latest first."""
        with self._database.reader() as reader:
            return queries.operations(reader, limit=limit)

    def undo(self, number: int | None = None) -> OperationRecord:
        """Takes back an operation, by default the latest that still stands. Undoing an undoing does it again.

        NotFoundError where there is none; ConflictError where later operations stand in the way.
        """
        with self._database.writer("python: undo", many=True) as store:
            return take_back(store, number)
