"""Whole records as one CSV file: one row a row, a column for every field of every table.

A cell of text that is empty, or that a spreadsheet could take for a formula, begins with an apostrophe, and so does
one that begins with an apostrophe itself; an empty cell is no value at all. Lists and objects are JSON.
"""

from __future__ import annotations

import csv
import json
import re
from io import TextIOWrapper

from onrecord.errors import InputError
from onrecord.exchange.lines import LONGEST_LINE, lines
from onrecord.exchange.whole.closure import chosen_rows
from onrecord.exchange.whole.dump import rows
from onrecord.exchange.whole.jsonl import HEADER, check_header
from onrecord.exchange.whole.tables import BY_NAME, KINDS, VERSION
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from onrecord.db.store import Store
    from onrecord.exchange.outcomes import Outcome
    from onrecord.exchange.selection import Selection
    from onrecord.exchange.whole.restore import Restorer
    from onrecord.exchange.whole.tables import Field

# OWASP, CSV injection: what makes a spreadsheet calculate; and the apostrophe that says that it must not.
_DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")
_DELIMITERS = ",;\t"
_NUMBER = "number"


def columns() -> list[str]:
    """The columns: what each row is, then every field in the order in which the tables first have it."""
    return list(
        dict.fromkeys(["type", "version", _NUMBER, *(field.name for kind in KINDS for field in kind.fields)])
    )


def looks_like(head: bytes) -> bool:
    """Whether a file begins as these do."""
    return re.match(rb'(?:\xef\xbb\xbf)?"?type"?[,;\t]"?version"?[,;\t]"?number"?[,;\t]', head) is not None


def write(selection: Selection, out: BinaryIO) -> None:
    """Every row that is selected, parents first, below the names of the columns."""
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=False)
    try:
        writer = csv.writer(text)
        names = columns()
        writer.writerow(names)
        writer.writerow(_row(names, {"type": HEADER, "version": VERSION}))
        for kind, row in rows(selection.reader, chosen_rows(selection)):
            writer.writerow(_row(names, {"type": kind.name, **row}))
    finally:
        text.flush()
        text.detach()


def _row(names: Sequence[str], row: dict[str, object]) -> list[str]:
    return [cell(row[name]) if name in row else "" for name in names]


def cell(value: object) -> str:
    """A value as a cell that holds it whole and that no spreadsheet calculates."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return f"'{value}" if value == "" or value.startswith(_DANGEROUS) else value
    # Only ASCII: halves of characters stay escaped.
    return json.dumps(value, separators=(",", ":"))


def restore(store: Store, stream: BinaryIO, name: str) -> Iterator[Outcome]:
    """Takes the rows in; InputError where the file is none of these, or of a newer onrecord."""
    from onrecord.exchange.outcomes import Outcome
    from onrecord.exchange.whole.restore import Restorer

    restorer: Restorer | None = None
    for where, row in _rows(stream, name):
        if restorer is None:
            version = row.get("version", "")
            header = {"type": row.get("type"), "version": int(version) if version.isdigit() else None}
            restorer = Restorer(store, check_header(header, name))
            continue
        type_ = row.pop("type", None)
        try:
            values = _values(type_, row)
        except InputError as error:
            yield Outcome(did="refused", where=where, what=type_ or "row", reason=error.message)
            continue
        yield restorer.take(type_, values, where)
    if restorer is None:
        raise InputError(f"{one_line(name)} is not an export of whole records.")
    yield from restorer.finish()


def _rows(stream: BinaryIO, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows by their columns, without empty cells."""
    numbered = lines(stream, name)
    first = next(numbered, (1, ""))[1]
    delimiter = first.replace('"', "").removeprefix("type")[:1]
    if not delimiter or delimiter not in _DELIMITERS:
        raise InputError(
            f"{one_line(name)} is not an export of whole records: its first column is not “type”."
        )
    names = next(csv.reader([first], delimiter=delimiter))
    reader = csv.reader((line for _, line in numbered), delimiter=delimiter, strict=True)
    # How long a cell may be is a setting of the whole process.
    before = csv.field_size_limit(LONGEST_LINE)
    try:
        for cells in reader:
            if len(cells) > len(names):
                raise InputError(f"{one_line(name)}, line {reader.line_num + 1}: more cells than columns.")
            filled = {column: cell for column, cell in zip(names, cells, strict=False) if cell}
            if filled:
                yield f"line {reader.line_num + 1}", filled
    except csv.Error as error:
        raise InputError(f"{one_line(name)}, line {reader.line_num + 1}: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _values(type_: str | None, row: dict[str, str]) -> dict[str, object]:
    kind = BY_NAME.get(type_ or "")
    fields = {field.name: field for field in kind.fields} if kind else {}
    return {name: _value(fields.get(name), name, text) for name, text in row.items()}


def _value(field: Field | None, name: str, text: str) -> object:
    kind = field.type if field else None
    try:
        if name == _NUMBER or kind is int or (field and field.target == "attributions"):
            return int(text)
        if kind is bool:
            return {"0": False, "1": True}[text]
        if kind is float:
            return float(text)
        if kind is object or (field and field.target == "snapshots"):
            return json.loads(text)
    except (ValueError, KeyError, RecursionError):
        raise InputError(f"{name} cannot be read: {text[:80]!r}.") from None
    return text.removeprefix("'")
