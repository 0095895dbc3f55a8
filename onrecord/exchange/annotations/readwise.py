"""Highlights as Readwise exports them: a line a highlight, with the columns that its export page names, or its import page.

Columns: https://readwise.io/import_bulk and the "Export to CSV" of https://readwise.io/export.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.author_cells import authors
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import lines_of, no_field, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.urls import is_web_url

_LARGEST = 32 << 20
# The longest cell, in characters: a highlight is never a book.
_LONGEST = 16 << 20
# The columns of its export; and what they are called in files that people make for its import.
_NEEDED = ("Highlight", "Book Title")
_CALLED = {
    "Title": "Book Title",
    "Author": "Book Author",
    "Document Tags": "Document tags",
    "Source URL": "URL",
    "Url": "URL",
}


def looks_like(head: bytes) -> bool:
    """Whether a CSV file has the heading of Readwise."""
    heading = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    cells = {cell.strip(b' "\r') for cell in heading.split(b",")}
    return b"Highlight" in cells and (b"Book Title" in cells or {b"Title", b"Author"} <= cells)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a line; its words are the book's own. InputError: it has not the columns of Readwise."""
    read = read_text(stream, name, largest=_LARGEST)
    yield from notes(read, no_field)
    before = csv.field_size_limit(_LONGEST)
    rows = csv.reader(lines_of(read.text), strict=True)
    shown = one_line(name)
    try:
        named = [cell.strip() for cell in next(rows, [])]
        heading = [_CALLED.get(cell, cell) if _CALLED.get(cell) not in named else cell for cell in named]
        missing = [column for column in _NEEDED if column not in heading]
        if missing:
            raise InputError(f"{shown} is not a Readwise export: it has no column {missing[0]!r}.")
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
        book["author"] = authors(author)
    if asin := cell("Amazon Book ID"):
        book |= {"type": "book", "custom": {"amazon_book_id": asin}}
    if (address := cell("URL")) and is_web_url(address):
        book |= {"type": "webpage", "URL": address}
    label, locator = _place((cell("Location Type") or "").lower(), cell("Location"))
    return QuoteEntry(
        where=where,
        text=wording,
        source=SourceEntry(where=where, csl=book),
        locator_label=label,
        locator=locator,
        note=cell("Note"),
        tags=tuple(
            dict.fromkeys(
                tag
                for column in ("Tags", "Document tags")
                for one in (cell(column) or "").split(",")
                if (tag := one.strip())
            )
        ),
    )


def _place(kind: str, written: str | None) -> tuple[str | None, str | None]:
    """A page, or the time in a recording; the other kinds (a Kindle's own count, the order in a feed) are on no page."""
    if written and kind == "page":
        return "page", written
    if written and kind == "time_offset" and written.isascii() and written.isdigit() and len(written) < 7:
        seconds = int(written)
        return "timestamp", f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return None, None
