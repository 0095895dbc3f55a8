"""Recordings at the moment of the words that are cited from them."""

from __future__ import annotations

from onrecord.model.record import replace
from onrecord.model.records import Quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


_TIME = "timestamp"


def link(quote: Quote) -> str | None:
    """The address of the recording at the words of `quote`; None where its source is none, or has no time."""
    if quote.locator_label != _TIME or not quote.source.url:
        return None
    from onrecord.text.moments import at_moment

    return at_moment(quote.source.url, quote.locator_label, quote.locator)


def address(quote: Quote) -> str:
    """Where the words can be read or heard: the recording at its moment, else the source, else its archived copy; or ""."""
    return link(quote) or quote.source.url or quote.source.archive_url or ""


def linked(quotes: Sequence[Quote]) -> Sequence[Quote]:
    """`quotes` with the addresses of recordings at the moment that is cited; as they are where one is cited at several."""
    if all(quote.locator_label != _TIME for quote in quotes):
        return quotes
    found: dict[str, set[str | None]] = {}
    for quote in quotes:
        found.setdefault(quote.source.citekey, set()).add(link(quote))
    return [
        replace(quote, source=replace(quote.source, url=there))
        if len(found[quote.source.citekey]) == 1 and (there := link(quote))
        else quote
        for quote in quotes
    ]
