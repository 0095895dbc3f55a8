"""Zotero's items in JSON: as Better BibTeX exports them, each with its attachments, or as the web service lists them.

Better BibTeX: an object with `items`, whose attachments hold their annotations. The web service (api.zotero.org, version
3): an array of objects with `key` and `data`; attachments and annotations stand beside the items and name their parent.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.values import load, nodes, text
from onrecord.exchange.entries import Entry, Refused
from onrecord.exchange.zotero import items
from onrecord.model.records import Json
from onrecord.text.clean import one_line

_CHILDREN = ("attachment", "annotation", "note")


def looks_like(head: bytes) -> bool:
    """Whether a JSON file begins as a library of Zotero does."""
    return b'"itemType"' in head and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work an item, then its annotations. InputError: it is not a Zotero library."""
    document, noted = load(stream, name)
    yield from noted
    listed = document.get("items") if isinstance(document, dict) else document
    if not isinstance(listed, list) or not any("itemType" in data_of(node) for node in nodes(listed)):
        raise InputError(f"{one_line(name)} is not a Zotero library: items with an itemType are expected.")
    for number, item in enumerate(whole(listed), 1):
        where = f"item {number}"
        title = text(item.get("citationKey")) or text(item.get("title")) or text(item.get("key"))
        where = f"{where} ({one_line(title)[:80]})" if title else where
        if text(item.get("itemType")) is None:
            yield Refused(where=where, reason="It has no itemType.", kept=item)
        else:
            yield from items.entries(item, where)


def data_of(item: Json) -> Json:
    """The fields of an item, which the web service has within it."""
    data = item.get("data")
    return data if isinstance(data, dict) else item


def whole(listed: Sequence[object]) -> Iterator[Json]:
    """The items, each with its attachments, their annotations and its notes; an attachment without an item is one itself."""
    below: defaultdict[str, list[Json]] = defaultdict(list)
    own: list[Json] = []
    for node in nodes(list(listed)):
        data = dict(data_of(node))
        parent = text(data.get("parentItem"))
        if parent and text(data.get("itemType")) in _CHILDREN:
            below[parent].append(data)
        elif text(data.get("itemType")) != "note":
            own.append(data)
    for item in own:
        key = text(item.get("key")) or text(item.get("itemKey")) or ""
        children = below.get(key, ())
        attachments = [dict(node) for node in nodes(item.get("attachments"))]
        attachments += [child for child in children if text(child.get("itemType")) == "attachment"]
        if text(item.get("itemType")) == "attachment":
            attachments.append({"key": key, "annotations": item.pop("annotations", None)})
        for attachment in attachments:
            marked = below.get(text(attachment.get("key")) or text(attachment.get("itemKey")) or "", ())
            annotations = [each for each in marked if text(each.get("itemType")) == "annotation"]
            attachment["annotations"] = [*nodes(attachment.get("annotations")), *annotations]
        notes = [child for child in children if text(child.get("itemType")) == "note"]
        held = item.get("notes")
        yield item | {
            "attachments": attachments,
            "notes": [*(held if isinstance(held, list) else []), *notes],
        }
