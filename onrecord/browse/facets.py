"""The lists of values to choose from beside a table."""

from typing import Any

from datasette.facets import ColumnFacet

from onrecord.browse.metadata import FACET_TYPE
from onrecord.text.clean import visible

LONGEST = 80


class ReadableFacet(ColumnFacet):  # type: ignore[misc]
    """Datasette's facet by column, with labels that are cut to a line or two and cannot reorder text.

    Datasette escapes labels, but does not pass them through `render_cell`. A list without choices is left out.
    """

    type = FACET_TYPE

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        facets, timed_out = await super().facet_results()
        for facet in facets:
            facet["type"] = "column"  # a reader need not know that there are two kinds
            for choice in facet["results"]:
                label = visible(str(choice["label"]))
                choice["label"] = label if len(label) <= LONGEST else f"{label[:LONGEST]}…"
        return [facet for facet in facets if facet["results"]], timed_out
