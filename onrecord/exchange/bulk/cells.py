"""Statements as CSV, a row each, under a heading with the names of the fields; `statements` says which there are.

Besides those, the names that `onrecord export --format table` gives are understood: `title` and `container` of the
source, `tags` with semicolons between, and a `locator` in words ("p. 4") where no column says its label.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.bulk import statements
from onrecord.exchange.bulk.lines import LONGEST, Line, damaged, is_damage
from onrecord.exchange.bulk.said import Said
from onrecord.exchange.bulk.unread import marked, mended
from onrecord.text.clean import csv_safe, one_line
from onrecord.text.locators import parse_locator

_OTHER_NAMES = {"title": "source_title", "container": "container_title"}


def looks_like(head: bytes) -> bool:
    """Whether the heading has the fields of a statement."""
    first = head.partition(b"\n")[0].decode("utf-8-sig", "replace")
    names = {name.strip() for name in next(csv.reader([first]), [])}
    return "text" in names and not names.isdisjoint({"source", "url"})


def rows(stream: BinaryIO, name: str, codec: str | None) -> Iterator[tuple[Line, dict[str, Any] | str]]:
    """The rows that are not empty, by the heading; numbered by the line that they end on.

    InputError: there is no heading, it names a column twice, or the file is damaged.
    """
    if codec is None:
        raise InputError(
            f"{one_line(name)} is not UTF-8, and it does not show which encoding it is in instead; save it as UTF-8."
        )
    encoding = "utf-8-sig" if codec == "utf-8" else codec
    text = TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    before = csv.field_size_limit(LONGEST)
    reader = csv.reader(text)
    try:
        heading = [one.strip() for one in next(reader, [])]
        if len(set(heading)) < len(heading) or "text" not in heading:
            raise InputError(
                f"{one_line(name)} has no heading with the column “text”, and every column once, in its first line."
            )
        for row in reader:
            if any(row):
                yield _row(reader.line_num, heading, row)
    except Exception as error:
        if not (is_damage(error) or isinstance(error, csv.Error)):
            raise
        raise damaged(name, reader.line_num, error) from None
    finally:
        csv.field_size_limit(before)
        text.detach()


def read(line: dict[str, Any]) -> Iterator[Said]:
    """What a row says. InputError: a field is missing, or not what it must be."""
    found = {_OTHER_NAMES.get(name, name): value for name, value in line.items()}
    if "tags" in found:
        found["tags"] = [tag for one in found["tags"].split(";") if (tag := one.strip())]
    if "locator" in found and "locator_label" not in found:
        locator = parse_locator(found["locator"])
        found["locator_label"], found["locator"] = locator.label, locator.value
    yield from statements.read(found)


def _row(number: int, heading: list[str], row: list[str]) -> tuple[Line, dict[str, Any] | str]:
    cells = [mended(cell) for cell in row]
    found = _object(heading, [cell for cell, _ in cells])
    fields = marked(found) if isinstance(found, dict) and any(damaged for _, damaged in cells) else ()
    return Line(number, _written(row), fields), found


def _object(heading: list[str], row: list[str]) -> dict[str, Any] | str:
    if len(row) > len(heading):
        return f"it has {len(row)} fields, and the heading {len(heading)}."
    return {name: _unguarded(cell) for name, cell in zip(heading, row, strict=False) if cell.strip()}


def _unguarded(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and csv_safe(cell[1:]) == cell else cell


def _written(row: list[str]) -> bytes:
    """The row for the file of those refused."""
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(row)
    return line.getvalue().encode("utf-8", "surrogateescape")
