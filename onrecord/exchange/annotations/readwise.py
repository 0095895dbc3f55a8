"""Highlights as Readwise exports them: a line a highlight, with the columns that its export page names.

Columns: https://readwise.io/import_bulk and the "Export to CSV" of https://readwise.io/export.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import no_field, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.names import parse_author

# The longest cell, in characters: a highlight is never a book.
_LONGEST = 16 << 20
# What stands between the names of several.
_SEVERAL = re.compile(r";|&|\s(?:and|und|et|y|og|och)\s", re.IGNORECASE)
_NEEDED = ("Highlight", "Book Title")


def looks_like(head: bytes) -> bool:
    """Whether a CSV file has the heading of Readwise."""
    heading = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return b"Highlight" in heading and b"Book Title" in heading


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a line; its words are the book's own. InputError: it has not the columns of Readwise."""
    read = read_text(stream, name)
    yield from notes(read, no_field)
    before = csv.field_size_limit(_LONGEST)
    rows = csv.reader(StringIO(read.text, newline=""), strict=True)
    shown = one_line(name)
    try:
        heading = [cell.strip() for cell in next(rows, [])]
        missing = [column for column in _NEEDED if column not in heading]
        if missing:
            raise InputError(f"{shown} is no export of Readwise: it has no column {missing[0]!r}.")
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _entry(dict(zip(heading, row, strict=False)), f"line {line}", len(row) - len(heading))
            line = rows.line_num + 1
    except csv.Error as error:
        raise InputError(f"{shown}, line {rows.line_num}: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _entry(row: dict[str, str], where: str, surplus: int) -> Entry:
    def cell(column: str) -> str | None:
        return row.get(column, "").strip() or None

    kept: Json = {**row}
    wording, title = cell("Highlight"), cell("Book Title")
    if surplus > 0:
        return Refused(
            where=where, reason="It has more cells than the heading: a quotation mark is missing.", kept=kept
        )
    if wording is None or title is None:
        missing = "Highlight" if wording is None else "Book Title"
        return Refused(where=where, reason=f"Its cell {missing!r} is empty.", kept=kept)
    book: Json = {"type": "document", "title": title}
    if author := cell("Book Author"):
        book["author"] = [_author(author)]
    if asin := cell("Amazon Book ID"):
        book |= {"type": "book", "custom": {"amazon_book_id": asin}}
    # The other kinds of place (a Kindle's own count, the order in a feed) are not on any page.
    page = cell("Location") if (cell("Location Type") or "").lower() == "page" else None
    return QuoteEntry(
        where=where,
        text=wording,
        source=SourceEntry(where=where, csl=book),
        locator_label="page" if page else None,
        locator=page,
        note=cell("Note"),
        tags=tuple(dict.fromkeys(tag for one in (cell("Tags") or "").split(",") if (tag := one.strip()))),
    )


def _author(name: str) -> Json:
    """One person's name in its parts; several names in one cell stay as they stand, for nothing says where they part."""
    if _SEVERAL.search(name) or name.count(",") > 1:
        return {"literal": name}
    person = parse_author(name)
    return (
        {"family": person.family, "given": person.given}
        if person.family and person.given
        else {"literal": name}
    )
