"""Statements as CSV, a row each, under a heading with the names of the fields; `statements` says which there are.

Besides those, the names that `onrecord export --format table` gives are understood: `title` and `container` of the
source, `tags` with semicolons between, and a `locator` in words ("p. 4") where no column says its label.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO, TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO

from onrecord.errors import Hint, InputError, OnrecordError
from onrecord.exchange.bulk import columns, statements
from onrecord.exchange.bulk.lines import LONGEST, Line, damaged, is_damage
from onrecord.exchange.bulk.said import Said
from onrecord.exchange.bulk.unread import marked, mended
from onrecord.text import dates, locators, slugs
from onrecord.text.clean import csv_safe, one_line

_OTHER_NAMES = {"title": "source_title", "container": "container_title"}


def looks_like(head: bytes) -> bool:
    """Whether the heading has the fields of a statement, in any of the languages in which they are known."""
    # A few lines only; some programs end them with \r alone.
    begin = re.split(r"\r\n|\r|\n", _decoded(head), maxsplit=2)
    sign = columns.stated(begin[0])
    first = begin[min(1, len(begin) - 1)] if sign else begin[0]
    sign = sign or columns.divided(first, {})
    try:
        fields, _ = columns.heading(next(csv.reader([first], delimiter=sign), []), {})
    except csv.Error:
        return False
    return "text" in fields and not {"source", "url", "source_title"}.isdisjoint(fields)


def _decoded(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) & ~1].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def rows(
    stream: BinaryIO,
    name: str,
    codec: str | None,
    *,
    mapping: Mapping[str, str] | None = None,
    told: Callable[[str], None] | None = None,
) -> Iterator[tuple[Line, dict[str, Any] | str]]:
    """The rows that are not empty, by the heading; numbered by the line that they end on.

    Commas, semicolons or tabs stand between the cells. `mapping` says which columns (its keys) are which fields; `told` gets a
    sentence where columns are known by their usual names. InputError: there is no heading, it names a column twice, or the
    file is damaged; UsageError: `mapping` names a column that is not there.
    """
    if codec is None:
        raise InputError(
            f"{one_line(name)} is not UTF-8, and it does not show which encoding it is in instead; save it as UTF-8."
        )
    encoding = "utf-8-sig" if codec == "utf-8" else "utf-16" if codec.startswith("utf-16") else codec
    text = TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    before = csv.field_size_limit(LONGEST)
    number = 0
    try:
        first, sign, skipped = _first(text, mapping or {})
        reader = csv.reader(chain([first], text), delimiter=sign)
        heading, guessed = columns.heading(next(reader, []), mapping or {})
        said = [one for one in heading if one]
        if len(set(said)) < len(said) or "text" not in said:
            raise InputError(
                f"{one_line(name)} has no heading with the column “text”, and every column once, in its first line.",
                hint=Hint("map_columns"),
            )
        if guessed and told:
            told(f"{one_line(name)}: {columns.said_of(guessed)}")
        for row in reader:
            number = reader.line_num + skipped
            if any(row):
                yield _row(number, heading, row)
    except Exception as error:
        if isinstance(error, OnrecordError) or not (is_damage(error) or isinstance(error, csv.Error)):
            raise
        raise damaged(name, number, error) from None
    finally:
        csv.field_size_limit(before)
        text.detach()


def _first(text: TextIOWrapper, mapping: Mapping[str, str]) -> tuple[str, str, int]:
    """The first line of the heading, the sign between the cells, and how many lines stood before it."""
    first = text.readline(LONGEST).removeprefix("\ufeff")
    if sign := columns.stated(first):
        return text.readline(LONGEST), sign, 1
    return first, columns.divided(first, mapping), 0


def read(line: dict[str, Any]) -> Iterator[Said]:
    """What a row says. InputError: a field is missing, or not what it must be."""
    cells = {_OTHER_NAMES.get(name, name): value for name, value in line.items()}
    if "tags" in cells:
        cells["tags"] = [tag for one in cells["tags"].split(";") if (tag := one.strip())]
    if "page" in cells:
        page = cells.pop("page")
        cells.setdefault("locator", page if cells.get("locator_label") else _page(page))
    if "said" in cells and dates.is_unknown(cells["said"]):
        del cells["said"]
    if "said" in cells:
        cells["said"] = dates.typed(cells["said"]).text
    if "source" in cells and not slugs.is_citekey(cells["source"]):
        # The name of a paper or a book, and no citekey.
        cells.setdefault("source_title", cells["source"])
        cells["source"] = slugs.slugify(cells["source"])
    if "source_title" in cells and "source" not in cells and "url" not in cells:
        cells["source"] = slugs.slugify(cells["source_title"])
    if "locator" in cells and "locator_label" not in cells:
        locator = locators.parse_locator(locators.typed(cells["locator"]))
        cells["locator_label"], cells["locator"] = locator.label, locator.value
    yield from statements.read(cells)


def _page(typed: str) -> str:
    """A page with its label; whoever fills in a column of pages writes "12", "S. 12" or "p. 12"."""
    try:
        return str(locators.formatted(*locators.parse_locator(locators.typed(typed))))
    except InputError:
        return f"p. {typed}"


def _row(number: int, heading: list[str], row: list[str]) -> tuple[Line, dict[str, Any] | str]:
    cells = [mended(cell) for cell in row]
    found = _object(heading, [cell for cell, _ in cells])
    fields = marked(found) if isinstance(found, dict) and any(damaged for _, damaged in cells) else ()
    return Line(number, _written(row), fields), found


def _object(heading: list[str], row: list[str]) -> dict[str, Any] | str:
    if len(row) > len(heading):
        return f"it has {len(row)} fields, and the heading {len(heading)}."
    return {name: _unguarded(cell) for name, cell in zip(heading, row, strict=False) if name and cell.strip()}


def _unguarded(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and csv_safe(cell[1:]) == cell else cell


def _written(row: list[str]) -> bytes:
    """The row for the file of those refused."""
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(row)
    return line.getvalue().encode("utf-8", "surrogateescape")
