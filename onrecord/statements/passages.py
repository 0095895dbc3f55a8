"""Where on its page a quotation stands: what points a browser to the very words (a text fragment)."""

from __future__ import annotations

from onrecord.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.db.reader import Reader
    from onrecord.model.records import Quote

_PAGES = """SELECT sha256, min(id) FROM snapshots WHERE sha256 IN (SELECT value FROM json_each(?))
    AND media_type IN ('text/html', 'application/xhtml+xml', 'multipart/related', 'application/warc', 'application/wacz', 'application/x-webarchive')
    GROUP BY sha256"""


def pointed(reader: Reader, quotes: Iterable[Quote]) -> list[Quote]:
    """`quotes` with the `passage` of those that stand in the stored copy of a web page, as far as its words tell the place."""
    quotes = list(quotes)
    wanted = {quote.snapshot for quote in quotes if quote.snapshot and quote.spans and quote.source.url}
    if not wanted:
        return quotes
    # Digests are hexadecimal: a list of them is JSON as it stands, without loading `json`.
    listed = ",".join([f'"{digest}"' for digest in sorted(wanted)])
    pages = dict(reader.rows(_PAGES, (f"[{listed}]",)))
    pointed_quotes = list(quotes)
    # Page by page: no more than one text is held.
    for digest, number in pages.items():
        text: str = reader.value("SELECT text FROM snapshots WHERE id = ?", (number,))
        for index, quote in enumerate(quotes):
            if quote.snapshot == digest and quote.spans and quote.source.url:
                pointed_quotes[index] = replace(quote, passage=_passage(text, quote))
    return pointed_quotes


def _passage(text: str, quote: Quote) -> str | None:
    from onrecord.text.pointing import pointer

    start, end = min(span.start for span in quote.spans), max(span.end for span in quote.spans)
    found = pointer(text, start, end)
    return None if found is None else found.written()
