"""CSL-JSON: an array with one item a source, for Zotero, pandoc and every CSL processor.

What is in doubt stands in `note`, where people see it; the quotations stand in `custom`, which the schema leaves
to programs.
"""

import json
from collections.abc import Sequence

from onrecord.cite import archived, csl
from onrecord.cite.attribution import doubt_notes, record_of
from onrecord.cite.grouping import by_source
from onrecord.records import Json, Quote


def write(quotes: Sequence[Quote]) -> str:
    """The items of the sources of `quotes`, in the order in which they first come."""
    return json.dumps(items(quotes), ensure_ascii=False, indent=2, allow_nan=False)


def items(quotes: Sequence[Quote]) -> list[Json]:
    """The items themselves."""
    return [_item(found) for found in by_source(quotes)]


def _item(quotes: Sequence[Quote]) -> Json:
    doubts = [note for quote in quotes for note in doubt_notes(quote)]
    source = quotes[0].source
    item = csl.with_notes(csl.item(source), [archived.sentence(source), *doubts])
    custom = item.get("custom")
    item["custom"] = {
        **(custom if isinstance(custom, dict) else {}),
        **({"archive_url": source.archive_url} if source.archive_url else {}),
        "quotations": [record_of(quote) for quote in quotes],
    }
    return item
