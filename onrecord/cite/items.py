"""CSL-JSON of anybody's, formatted without a database."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.cite import csl, lists, markup
from onrecord.cite.engine_style import Style
from onrecord.cite.inlines import plain
from onrecord.cite.lists import Formatter
from onrecord.cite.pandoc import Cite
from onrecord.errors import InputError, UsageError
from onrecord.model.records import Json
from onrecord.text.locators import LOCATOR_LABELS
from onrecord.text.unread import unread

MAX_BYTES = 200_000_000


def read_items(name: str) -> list[Json]:
    """The items of the CSL-JSON file `name`. InputError: it cannot be read."""
    try:
        with Path(name).open("rb") as file:
            return items_in(file, csl.clean(name))
    except (OSError, ValueError) as error:
        raise unread(name, error) from None


def items_in(stream: BinaryIO, name: str) -> list[Json]:
    """The items of a stream, which messages call `name`. InputError: there are none."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"{name} is larger than 200 MB: split it.")
    return parse_items(data, name)


def parse_items(data: bytes, name: str) -> list[Json]:
    """The items of CSL-JSON as they stand there. InputError: it is no CSL-JSON; `name` is for the message.

    An array of items, or an object with such an array in `items`.
    """
    try:
        # A lone surrogate may stand as an escape, or as bytes that UTF-8 forbids.
        items = json.loads(data.decode("utf-8-sig", "surrogatepass"))
    except UnicodeDecodeError:
        from onrecord.ingest.decode import not_utf8

        raise not_utf8(data, name=name) from None
    except json.JSONDecodeError as error:
        raise InputError(f"{name} is not JSON: line {error.lineno}, {error.msg}.") from None
    except (RecursionError, ValueError):
        raise InputError(f"{name} is not JSON that can be read: it is nested too deeply.") from None
    if isinstance(items, dict) and isinstance(items.get("items"), list):
        items = items["items"]
    if not isinstance(items, list):
        raise InputError(f"{name} is not CSL-JSON: an array of items is expected.")
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise InputError(f"{name} is not CSL-JSON: item {number} is not an object.")
    return items


def format_items(
    raw: Sequence[Json], style: Style, *, as_: str, format: str, each: bool = False
) -> list[str]:
    """Lines of `format`, none with a line break inside.

    `as_` "citation": one line an item, each as if it were the only one; its `locator` and `label` are cited.
    "bibliography": one list as the style sorts it, without works the style makes no entry for; with `each` one
    line an item in the order given, and the citation where the style has no entry.
    """
    if format not in markup.FORMATS:
        raise UsageError(f"{format!r} is not a format for items. Formats: {', '.join(markup.FORMATS)}.")
    items = [csl.cleaned(item) for item in raw]
    cites = [_cite(item) for item in items]
    works = [{name: value for name, value in item.items() if name not in _PLACES} for item in items]
    written = _writer(style, format)
    if not works:
        return []
    if as_ == "citation":
        return lists.citations(works, style, written, cites)
    if each:
        return lists.entries_alone(works, style, written, cites)
    return lists.bibliography(works, style, written)


_PLACES = ("locator", "label")


def _cite(item: Json) -> Cite:
    locator, label = (csl.clean(str(item.get(name) or "")) for name in _PLACES)
    if not locator:
        return Cite(id=str(item["id"]))
    return Cite(id=str(item["id"]), label=label if label in LOCATOR_LABELS else "page", locator=locator)


def _writer(style: Style, format: str) -> Formatter:
    inside = style.commas_inside_quotes
    if format == "text":
        return lambda tree: plain(tree, commas_inside_quotes=inside)
    return lambda tree: markup.write(tree, format, commas_inside_quotes=inside)
