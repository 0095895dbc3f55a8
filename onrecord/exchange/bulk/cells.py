"""Statements as CSV, a row each, under a heading with the names of the fields; `statements` says which there are.

Besides those, the names that `onrecord export --format table` gives are understood: `title` and `container` of the
source, `tags` with semicolons between, and a `locator` in words ("p. 4") where no column says its label.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO, TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO

from onrecord.errors import Hint, InputError, OnrecordError
from onrecord.exchange.bulk import columns
from onrecord.exchange.bulk.fields import Fields
from onrecord.exchange.bulk.lines import LONGEST, Line, damaged, is_damage
from onrecord.exchange.bulk.unread import marked, mended
from onrecord.text.clean import csv_safe, one_line


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
    return columns.are_of_statements(fields)


def _decoded(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) & ~1].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def rows(
    stream: BinaryIO,
    name: str,
    codec: str | None,
    *,
    fields: Fields | None = None,
) -> Iterator[tuple[Line, dict[str, Any] | str]]:
    """The rows that are not empty, by the heading; numbered by the line that they end on.

    Commas, semicolons or tabs stand between the cells. `fields` says which columns are which fields. InputError: there is no
    heading, it names a column twice, or the file is damaged; UsageError: a column that was asked for is not there.
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
        fields = fields or Fields()
        first, sign, skipped = _first(text, fields.mapping)
        reader = csv.reader(chain([first], text), delimiter=sign)
        heading = fields.heading(next(reader, []))
        said = [one for one in heading if one]
        if len(set(said)) < len(said) or "text" not in said:
            raise InputError(
                f"{one_line(name)} has no heading with the column “text”, and every column once, in its first line.",
                hint=Hint("map_columns"),
            )
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
