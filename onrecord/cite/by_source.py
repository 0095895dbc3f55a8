"""Quotations by the source they are cited from, for formats that describe sources."""

from __future__ import annotations

from onrecord.cite.attribution import doubts, quotation_line
from onrecord.cite.csl import clean
from onrecord.cite.occasions import my_translation
from onrecord.model.record import record
from onrecord.model.records import Quote, SourceRecord
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@record()
class Work:
    """A source with the quotations cited from it; where there are none, the source itself is cited.

    `aliases` are other keys by which it is cited.
    """

    source: SourceRecord
    quotes: tuple[Quote, ...] = ()
    aliases: tuple[str, ...] = ()


def by_source(quotes: Iterable[Quote]) -> list[Work]:
    """The works that quotations are cited from, in the order in which they first come; each quotation once."""
    groups: dict[str, dict[str, Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.source.citekey, {}).setdefault(quote.ref, quote)
    return [Work(next(iter(group.values())).source, tuple(group.values())) for group in groups.values()]


def annotation(quote: Quote) -> str:
    """A quotation in a line: “…” — Kim Jong-un, via KCNA, para. 12 [attribution disputed: …]"""
    line = quotation_line(quote)
    if quote.locator_label and quote.locator:
        line += f", {format_locator(quote.locator_label, clean(quote.locator))}"
    if mine := my_translation(quote, "en"):
        line += f", {mine}"
    return " ".join([line, *(f"[{doubt}]" for doubt in doubts(quote))])
