"""The order of quotations in a citation."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cite import csl
from onrecord.errors import InputError, UsageError
from onrecord.model.records import Quote
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cite.styles import Style

SORTS = ("style", "given", "date", "speaker")


def sorted_quotes(quotes: Sequence[Quote], sort: str | None) -> list[Quote]:
    """By "date": when it was said, else published, what is undated last; by "speaker": by family name. Else as given."""
    if sort is not None and sort not in SORTS:
        raise UsageError(f"{sort!r} is not an order. Orders: {', '.join(SORTS)}.")
    if sort == "date":
        return sorted(quotes, key=_day)
    if sort == "speaker":
        return sorted(quotes, key=_name)
    return list(quotes)


def sorted_by_style(quotes: Sequence[Quote], style: Style) -> list[Quote]:
    """By the place of their sources in the bibliography; those without an entry last."""
    from onrecord.cite.pandoc import trees

    items = csl.items(quotes)
    order = [place for place, _ in trees(items, [], style, all_entries=True).entries]
    ranks = {str(items[place]["id"]): rank for rank, place in enumerate(order)}
    return sorted(quotes, key=lambda quote: ranks.get(quote.source.citekey, len(ranks)))


def _day(quote: Quote) -> tuple[bool, int]:
    written = quote.said or quote.source.issued
    try:
        earliest = edtf.parse(written).earliest if written else None
    except InputError:
        earliest = None
    return (earliest is None, earliest or 0)


def _name(quote: Quote) -> tuple[str, str]:
    speaker = quote.speaker
    return (
        csl.short_name(speaker, quote.named_as).casefold(),
        csl.printed_name(speaker, quote.named_as).casefold(),
    )
