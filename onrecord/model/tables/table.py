"""A table in words."""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

ID = {"id": "its number, which is never used again"}


@record()
class Table:
    """A table or view: what it is called, what a row of it is, and what stands in each column."""

    title: str
    description: str
    columns: Mapping[str, str]
