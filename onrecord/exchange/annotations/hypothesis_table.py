"""Annotations as the sidebar of Hypothesis exports them for spreadsheets: CSV, a row an annotation.

Columns: `Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags`; "Author" is who annotated, who said nothing of it.
"""

import csv
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import lines_of
from onrecord.model.records import Json
from onrecord.text import wrapped
from onrecord.text.clean import one_line
from onrecord.text.urls import is_web_url

_COLUMNS = frozenset(("url", "quote", "comment", "tags", "group"))
_LONGEST = 16 << 20


def is_heading(line: str) -> bool:
    """Whether a line names the columns of such a table."""
    return {cell.strip(' "\r').lower() for cell in line.split(",")} >= _COLUMNS


def entries(text: str, name: str) -> Iterator[Entry]:
    """A quotation a row; what quotes nothing is refused. InputError: a row cannot be read."""
    before = csv.field_size_limit(_LONGEST)
    rows = csv.reader(lines_of(text))
    try:
        heading = [cell.strip().lower() for cell in next(rows, [])]
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = dict(zip(heading, (cell.strip() for cell in row), strict=False))
                yield _entry(cells, f"line {rows.line_num}")
    except csv.Error as error:
        raise InputError(f"{one_line(name)}, line {rows.line_num}: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _entry(row: dict[str, str], where: str) -> Entry:
    kept: Json = {**row}
    if row.get("type", "").lower() == "reply":
        return Refused(where=where, reason="It answers another annotation and quotes nothing.", kept=kept)
    if not (words := row.get("quote", "")):
        return Refused(where=where, reason="It is a note on the whole page and quotes nothing.", kept=kept)
    url = row.get("url", "")
    page: Json = {"type": "webpage", "URL": wrapped.meant(url).url} if is_web_url(url) else {}
    return QuoteEntry(
        where=where,
        text=words,
        source=SourceEntry(where=where, csl=page) if page else None,
        locator_label="page" if row.get("page") else None,
        locator=row.get("page") or None,
        note=row.get("comment") or None,
        tags=tuple(dict.fromkeys(tag for part in row.get("tags", "").split(",") if (tag := part.strip()))),
    )
