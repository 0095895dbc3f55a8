"""Dates, places and titles as pages write them."""

from onrecord.errors import InputError
from onrecord.model.records import Quote
from onrecord.text import edtf
from onrecord.text.clean import one_line
from onrecord.text.locator_forms import format_locator
from onrecord.text.markup import plain
from onrecord.text.moments import at_words
from onrecord.text.patterns import lazy

_LANGUAGE = lazy(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def shortened(text: str, longest: int) -> str:
    """`text` in one line without hidden characters, cut to `longest`."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def language(tag: str | None) -> str | None:
    """`tag` where HTML takes it as a language tag (BCP 47), else None."""
    return tag if tag and _LANGUAGE.fullmatch(tag) else None


def titled(title: str | None, otherwise: str) -> str:
    """A title in plain letters, or else what names its source."""
    return plain(title) if title else otherwise


def dated(text: str) -> str:
    """An EDTF date in words, as far as it is one."""
    try:
        return edtf.humanise(edtf.parse(text))
    except InputError:
        return text


def passage(quote: Quote) -> str | None:
    """The address of the very words, in the recording or on the page; None where nothing tells it."""
    return at_words(quote.source.url, quote.locator_label, quote.locator, quote.passage)


def located(quote: Quote) -> str:
    """Where in its source a quotation stands, in words: "p. 12", "" where nobody says."""
    if not quote.locator_label or not quote.locator:
        return ""
    try:
        return format_locator(quote.locator_label, quote.locator)
    except InputError:
        return f"{quote.locator_label} {quote.locator}"
