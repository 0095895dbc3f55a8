"""How quotations and sources are told: the citation with its key and address first, then what was found of it and what is in doubt."""

from __future__ import annotations

from onrecord.cite import moments
from onrecord.cite.attribution import doubts, speaker_line
from onrecord.mcp.answer import data, label
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.records import Quote, SourceRecord

_MAKERS = ("author", "editor", "interviewer", "translator")
_MOST_MAKERS = 3


def work(source: SourceRecord) -> str:
    """ "A. Smith, “Harbour report”, The Courier, 2024-03-01", as far as that is known."""
    names = [
        label(creator.named_as or creator.speaker.name)
        for creator in source.creators
        if creator.role in _MAKERS
    ]
    makers = ", ".join(names[:_MOST_MAKERS]) + (" et al." if len(names) > _MOST_MAKERS else "")
    title = f"“{label(source.title)}”" if source.title else ""
    parts = (makers, title, label(source.container_title or source.publisher), label(source.issued))
    return ", ".join([part for part in parts if part]) or source.type


def source_head(source: SourceRecord) -> str:
    """ "[smith-2023] A. Smith, “Harbour report” … https://…" """
    address = label(source.url or source.archive_url)
    return f"[{label(source.citekey)}] {work(source)}{f' {address}' if address else ''}"


def quote_head(quote: Quote) -> str:
    """The citation: "[KEY@CITEKEY] Ingrid Dahl, via HNA, in: A. Smith, “Harbour report”, 2024, para. 2 https://…" """
    where = work(quote.source)
    if quote.locator and quote.locator_label:
        where = f"{where}, {label(format_locator(quote.locator_label, quote.locator))}"
    address = label(moments.address(quote))
    return f"[{label(quote.ref)}] {label(speaker_line(quote))}, in: {where}{f' {address}' if address else ''}"


def standing(quote: Quote) -> str:
    """What verification found last, the form, the polarity and every doubt, in one line."""
    outcome = quote.check_result or "never checked"
    day = f" on {quote.checked_at[:10]}" if quote.checked_at else ""
    doubt = label("; ".join(doubts(quote))) or "none recorded"
    polarity = quote.polarity.replace("_", " ")
    return f"outcome: {outcome}{day} · form: {quote.form} · polarity: {polarity} · doubt: {doubt}"


def quotation(quote: Quote) -> tuple[str, str, str]:
    """A recorded quotation: citation, standing, and the words as people must read them."""
    return quote_head(quote), standing(quote), data(quote.shown)
