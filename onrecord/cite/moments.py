"""Recordings at the moment, and pages at the passage, of the words that are cited from them."""

from __future__ import annotations

from onrecord.model.record import replace
from onrecord.model.records import Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


_TIME = "timestamp"


def link(quote: Quote) -> str | None:
    """The address of the words: of the recording at their moment, of the page at their passage; None where nothing tells."""
    if not quote.source.url or (quote.locator_label != _TIME and not quote.passage):
        return None
    from onrecord.text.moments import at_words

    return at_words(quote.source.url, quote.locator_label, quote.locator, quote.passage)


def address(quote: Quote) -> str:
    """Where the words can be read or heard: the recording at its moment, the page at its passage, else the source, else its archived copy; or ""."""
    return link(quote) or quote.source.url or quote.source.archive_url or ""


def linked(quotes: Sequence[Quote]) -> Sequence[Quote]:
    """`quotes` with the addresses of recordings at the moment that is cited; as they are where one is cited at several."""
    if all(quote.locator_label != _TIME for quote in quotes):
        return quotes
    languages: dict[str, set[str | None]] = {}
    for quote in quotes:
        languages.setdefault(quote.source.citekey, set()).add(_moment(quote))
    return [
        replace(quote, source=replace(quote.source, url=there))
        if len(languages[quote.source.citekey]) == 1 and (there := _moment(quote))
        else quote
        for quote in quotes
    ]


def _moment(quote: Quote) -> str | None:
    return link(replace(quote, passage=None)) if quote.passage else link(quote)
