"""What Instapaper and Pocket export: a CSV line for a page that was kept, and for each selection that was made on one.

Columns: Instapaper `URL,Title,Selection,Folder,Timestamp`; Pocket `title,url,time_added,tags,status`.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import lines_of, no_field, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.urls import is_web_url

_LARGEST = 32 << 20
_LONGEST = 16 << 20
_HEADINGS = ({"url", "title", "selection", "folder"}, {"title", "url", "time_added", "tags"})


def looks_like(head: bytes) -> bool:
    """Whether a CSV file has the heading of Instapaper or of Pocket."""
    heading = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("ascii", "replace").lower()
    return _is_heading(heading.replace('"', "").split(","))


def _is_heading(cells: list[str]) -> bool:
    return any(heading <= {cell.strip() for cell in cells} for heading in _HEADINGS)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A source a page, and a quotation a selection, whose words are the page's own. InputError: it has other columns."""
    written = read_text(stream, name, largest=_LARGEST)
    yield from notes(written, no_field)
    before = csv.field_size_limit(_LONGEST)
    rows = csv.reader(lines_of(written.text))
    try:
        heading = [cell.strip().lower() for cell in next(rows, [])]
        if not _is_heading(heading):
            raise InputError(
                f"{one_line(name)} is not an Instapaper or Pocket export: it lacks their columns."
            )
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _entry(
                    dict(zip(heading, (cell.strip() for cell in row), strict=False)), f"line {rows.line_num}"
                )
    except csv.Error as error:
        raise InputError(f"{one_line(name)}, line {rows.line_num}: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _entry(row: dict[str, str], where: str) -> Entry:
    kept: Json = {**row}
    url, title = row.get("url", ""), row.get("title", "")
    if not is_web_url(url):
        return Refused(where=where, reason="It names no web address.", kept=kept)
    tags = tuple(dict.fromkeys(tag for one in row.get("tags", "").split("|") if (tag := one.strip())))
    page: Json = {"type": "webpage", "URL": url}
    # Pocket has the address for the title of what has none.
    page |= {"title": title} if title and title != url else {}
    page |= {"keyword": ", ".join(tags)} if tags else {}
    source = SourceEntry(where=where, csl=page)
    words = row.get("selection", "")
    return QuoteEntry(where=where, text=words, source=source) if words else source
