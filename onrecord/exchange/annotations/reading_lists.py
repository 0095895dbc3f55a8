"""What Instapaper and Pocket export: a CSV line for a page that was kept, and for each selection that was made on one.

Columns: Instapaper `URL,Title,Selection,Folder,Timestamp`; Pocket `title,url,time_added,tags,status`. Both, and browsers and
Pinboard, also write a list of links in HTML: Pocket `<a href="…" time_added="…" tags="a,b">`, the others with `TAGS`.
"""

import csv
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import lines_of, no_field, notes, read_text
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy
from onrecord.text.urls import is_web_url

_LARGEST = 32 << 20
_LONGEST = 16 << 20
_LIST = lazy(
    rb"(?i)<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>|^\s*<!DOCTYPE NETSCAPE-Bookmark-file-1>"
)
# What browsers keep beside pages: their own settings, searches and scripts.
_NO_PAGES = ("javascript:", "place:", "about:", "chrome:", "data:", "file:", "edge:")
_HEADINGS = ({"url", "title", "selection", "folder"}, {"title", "url", "time_added", "tags"})


def looks_like(head: bytes) -> bool:
    """Whether a CSV file has the heading of Instapaper or of Pocket, or HTML is a list of theirs or of bookmarks."""
    if _LIST.search(head[:4096]):
        return True
    heading = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("ascii", "replace").lower()
    return _is_heading(heading.replace('"', "").split(","))


def _is_heading(cells: list[str]) -> bool:
    return any(heading <= {cell.strip() for cell in cells} for heading in _HEADINGS)


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A source a page, and a quotation a selection, whose words are the page's own. InputError: it has other columns."""
    written = read_text(stream, name, largest=_LARGEST)
    yield from notes(written, no_field)
    if _LIST.search(written.text[:4096].encode()):
        yield from _links(written.text)
        return
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


class _Links(HTMLParser):
    """The links of a list, each with the line that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[int, dict[str, str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._open = tag == "a" and "href" in told
        if self._open:
            tags = "|".join(told.get("tags", "").split(","))
            self.rows.append((self.getpos()[0], {"url": told["href"], "title": "", "tags": tags}))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][1]["title"] += data


def _links(text: str) -> Iterator[Entry]:
    parser = _Links()
    parser.feed(text)
    parser.close()
    for line, row in parser.rows:
        if row["url"].lower().startswith(_NO_PAGES):
            continue
        yield _entry({**row, "title": " ".join(row["title"].split())}, f"line {line}")


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
