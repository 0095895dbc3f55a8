"""Every table, view and column of the file in words: for the pages of Datasette, and for `docs/data-model.md`."""

from __future__ import annotations

from onrecord.model.tables.kept import KEPT
from onrecord.model.tables.recorded import RECORDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.tables.table import Table

TABLES: Mapping[str, Table] = {**RECORDED, **KEPT}
