"""Whatever a session writes into a searched column, its folded copy goes along."""

from typing import Any

from sqlalchemy import event, inspect

from onrecord.db import folding
from onrecord.db.base import Base


@event.listens_for(Base, "before_insert", propagate=True)
@event.listens_for(Base, "before_update", propagate=True)
def _fold(_mapper: Any, _connection: Any, row: Any) -> None:
    searched = folding.SEARCHED.get(row.__tablename__, ())
    attributes = inspect(row).attrs
    written = {
        column: getattr(row, column) for column in searched if attributes[column].history.has_changes()
    }
    for copy, text in folding.of(row.__tablename__, written).items():
        setattr(row, copy, text)
