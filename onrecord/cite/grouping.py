"""Quotations by the source they are cited from, for formats that describe sources."""

from collections.abc import Sequence

from onrecord.cite.attribution import doubts, quotation_line
from onrecord.cite.csl import clean
from onrecord.records import Quote
from onrecord.text.locators import format_locator


def by_source(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotations of each source, the sources in the order in which they first come; each quotation once."""
    groups: dict[str, dict[str, Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.source.citekey, {}).setdefault(quote.ref, quote)
    return [list(group.values()) for group in groups.values()]


def annotation(quote: Quote) -> str:
    """A quotation in a line: “…” — Kim Jong-un, via KCNA, para. 12 [attribution disputed: …]"""
    line = quotation_line(quote)
    if quote.locator_label and quote.locator:
        line += f", {format_locator(quote.locator_label, clean(quote.locator))}"
    return " ".join([line, *(f"[{doubt}]" for doubt in doubts(quote))])
