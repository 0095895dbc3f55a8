"""CSL-JSON: an array with one item a source, for Zotero, pandoc and every CSL processor.

What is in doubt stands in `note`, where people see it; the quotations stand in `custom`, which the schema leaves
to programs.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator

from onrecord.cite import archived, csl
from onrecord.cite.attribution import doubt_notes, record_of
from onrecord.cite.by_source import Work
from onrecord.model.records import Json


def write(works: Iterable[Work]) -> Iterator[str]:
    """The array, piece by piece: joined, the pieces are the file without its last line end."""
    before = "["
    for work in works:
        yield f"{before}\n{_indented(item(work))}"
        before = ","
    yield "[]" if before == "[" else "\n]"


def _indented(record: Json) -> str:
    # Line ends inside values are escapes: every line of it is one of the layout.
    return textwrap.indent(json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False), "  ")


def item(work: Work) -> Json:
    """The item of a work. What stood in `note` without onrecord is in `custom.own_note`."""
    doubts = [note for quote in work.quotes for note in doubt_notes(quote)]
    source = work.source
    plain = csl.item(source)
    item = csl.with_notes(plain, [archived.sentence(source), *doubts])
    custom = item.get("custom")
    kept = {
        **(custom if isinstance(custom, dict) else {}),
        **({"own_note": plain["note"]} if plain.get("note") and (work.quotes or source.archive_url) else {}),
        **({"archive_url": source.archive_url} if source.archive_url else {}),
        **({"citekeys": list(source.aliases)} if source.aliases else {}),
        **({"quotations": [record_of(quote) for quote in work.quotes]} if work.quotes else {}),
    }
    return {**item, "custom": kept} if kept else item
