"""CSL-JSON (csl-data.json, CSL 1.0.2), and the quotations that onrecord's own export keeps in `custom`."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.values import as_list, load, nodes, text
from onrecord.exchange.entries import Entry, NameEntry, QuoteEntry, Refused, RelayEntry, SourceEntry
from onrecord.model.records import Json
from onrecord.text import edtf
from onrecord.text.clean import one_line

# What a program may know of a work without knowing its type.
_TELLING = frozenset({"title", "author", "editor", "URL", "DOI", "container-title", "issued", "note"})
_FORMS = ("direct", "mixed", "indirect")


def looks_like(head: bytes) -> bool:
    """Whether a JSON file begins as items of CSL do."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    named = b'"type"' in head and (b'"issued"' in head or b'"author"' in head or b'"title"' in head)
    others = (b'"itemType"', b'"@context"', b'"uri"', b'"@type"')
    return start[:1] in (b"[", b"{") and named and not any(other in head for other in others)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work an item, then its quotations. InputError: it is not CSL-JSON."""
    document, noted = load(stream, name)
    yield from noted
    items = document.get("items") if isinstance(document, dict) else document
    if not isinstance(items, list):
        raise InputError(f"{one_line(name)} is not CSL-JSON: an array of items is expected.")
    for number, item in enumerate(items, 1):
        where = f"item {number}"
        if not isinstance(item, dict) or not _TELLING & item.keys():
            kept = item if isinstance(item, dict) else {}
            yield Refused(where=where, reason="It is no item of CSL: nothing in it names a work.", kept=kept)
            continue
        if identifier := text(item.get("id")):
            where = f"{where} ({one_line(identifier)[:80]})"
        yield from _entries(item, where)


def _entries(item: Json, where: str) -> Iterator[Entry]:
    custom = item.get("custom")
    own = dict(custom) if isinstance(custom, dict) else {}
    quotations, archive = own.pop("quotations", None), text(own.pop("archive_url", None))
    aliases = tuple(key for one in as_list(own.pop("citekeys", None)) if (key := text(one)))
    kept = {name: value for name, value in item.items() if name != "custom"}
    if quotations is not None or archive is not None:
        # Our own export, which adds sentences to the note.
        kept.pop("note", None)
        if note := text(own.pop("own_note", None)):
            kept["note"] = note
    if archive is not None and kept.get("URL") == archive:
        # The copy's address stands in for one of the page, which has none.
        del kept["URL"]
    if own:
        kept["custom"] = own
    source = SourceEntry(where=where, csl=kept, archive_url=archive, aliases=aliases)
    yield source
    for number, node in enumerate(nodes(quotations), 1):
        yield _quotation(node, source, f"{where}, quotation {number}")


def _quotation(item: Json, source: SourceEntry, where: str) -> Entry:
    wording, form, status = (
        text(item.get("text")),
        text(item.get("form")) or "direct",
        text(item.get("status")),
    )
    if not wording:
        return Refused(where=where, reason="It holds no wording.", kept=item)
    if form not in _FORMS:
        return Refused(where=where, reason=f"{json.dumps(form)} is no form of a quotation.", kept=item)
    said = text(item.get("said"))
    try:
        said = edtf.parse(said).text if said else None
    except InputError as error:
        return Refused(where=where, reason=error.message, kept=item)
    speaker, translator = text(item.get("speaker")), text(item.get("translator"))
    label, locator = text(item.get("locator_label")), text(item.get("locator"))
    via = [hop for given in as_list(item.get("via")) if (hop := text(given))]
    return QuoteEntry(
        where=where,
        text=wording,
        speaker=NameEntry(name=speaker) if speaker else None,
        source=source,
        form=form,
        via=tuple(RelayEntry(name=NameEntry(name=hop)) for hop in via),
        locator_label=label if locator else None,
        locator=locator if label else None,
        said=said,
        place=text(item.get("place")),
        occasion=text(item.get("occasion")),
        medium=text(item.get("medium")),
        translator=NameEntry(name=translator) if translator else None,
        status=status or "sourced",
        status_reason=text(item.get("status_reason")),
    )
