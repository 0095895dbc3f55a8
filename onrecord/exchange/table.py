"""Statements as a table for spreadsheets: a line an attribution. To read and to sort; `bulk.cells` reads most of it again."""

import csv
from io import TextIOWrapper
from typing import BinaryIO

from onrecord.exchange.selection import Selection
from onrecord.model.records import Quote
from onrecord.text.clean import csv_safe
from onrecord.text.locator_forms import format_locator

COLUMNS = (
    "key", "polarity", "text", "speaker", "named_as", "via", "form", "said", "place", "occasion", "medium", "language",
    "source", "title", "container", "issued", "url", "locator", "page_index", "exact", "check_result",
    "accepted_reason", "status",
    "status_reason", "rank", "rank_reason", "translator", "tags", "note",
)  # fmt: skip


def write(selection: Selection, out: BinaryIO) -> None:
    """A heading and the lines; no cell begins a formula (OWASP, CSV injection)."""
    # Spreadsheets take a file without the mark for one in the machine's own encoding.
    text = TextIOWrapper(out, encoding="utf-8-sig", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for quotes in selection.statements():
            for quote in quotes:
                writer.writerow([csv_safe(str(cell)) if cell is not None else "" for cell in _cells(quote)])
    finally:
        text.flush()
        text.detach()


def _cells(quote: Quote) -> tuple[str | int | None, ...]:
    source = quote.source
    return (
        quote.ref, quote.polarity, quote.text, quote.speaker.name, quote.named_as,
        "; ".join(hop.named_as or hop.speaker.name for hop in quote.passed_on), quote.form, quote.said, quote.place,
        quote.occasion, quote.medium, quote.language, source.citekey, source.title, source.container_title,
        source.issued, source.url,
        format_locator(quote.locator_label, quote.locator) if quote.locator_label and quote.locator else None,
        quote.page_index, quote.exact, quote.check_result, quote.accepted_reason, quote.status, quote.status_reason, quote.rank,
        quote.rank_reason, quote.translator.name if quote.translator else None, "; ".join(quote.tags), quote.note,
    )  # fmt: skip
