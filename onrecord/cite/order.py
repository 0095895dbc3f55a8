"""The order of quotations in a citation."""

from __future__ import annotations

from onrecord.cite import csl
from onrecord.errors import InputError, UsageError
from onrecord.model.records import Quote
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from onrecord.cite.engine_style import Style

SORTS = ("style", "given", "date", "speaker", "source")
GROUPS = ("speaker", "source", "date")


def sorted_quotes(quotes: Sequence[Quote], sort: str | None) -> list[Quote]:
    """By "date": when it was said, else published, what is undated last; by "speaker": by family name; by "source": by its
    citekey, and as the words stand in it. Else as given."""
    if sort is not None and sort not in SORTS:
        raise UsageError(f"{sort!r} is not an order. Orders: {', '.join(SORTS)}.")
    if sort == "date":
        return sorted(quotes, key=_day)
    if sort == "speaker":
        return sorted(quotes, key=_name)
    if sort == "source":
        return sorted(quotes, key=_place)
    return list(quotes)


def grouped_quotes(quotes: Sequence[Quote], group_by: str) -> list[tuple[str, list[Quote]]]:
    """The quotations under headings: their speakers by family name, their sources, or their dates from the first on.

    In a group they keep their order. `group_by` is one of `GROUPS`; UsageError: it is none.
    """
    if group_by not in GROUPS:
        raise UsageError(f"{group_by!r} is nothing to group by. Choose from: {', '.join(GROUPS)}.")
    by: dict[str, tuple[Callable[[Quote], Any], Callable[[Quote], str]]] = {
        "speaker": (_name, _speaker_heading),
        "source": (_source_day, _source_heading),
        "date": (_day, _date_heading),
    }
    key, heading = by[group_by]
    groups: dict[str, list[Quote]] = {heading(quote): [] for quote in sorted(quotes, key=key)}
    for quote in quotes:
        groups[heading(quote)].append(quote)
    return list(groups.items())


def sorted_by_style(quotes: Sequence[Quote], style: Style) -> list[Quote]:
    """By the place of their sources in the bibliography; those without an entry last."""
    from onrecord.cite.pandoc import trees

    items = csl.items(quotes)
    order = [place for place, _ in trees(items, [], style, all_entries=True).entries]
    ranks = {str(items[place]["id"]): rank for rank, place in enumerate(order)}
    return sorted(quotes, key=lambda quote: ranks.get(quote.source.citekey, len(ranks)))


def _day(quote: Quote) -> tuple[bool, int]:
    return _earliest(quote.said or quote.source.issued)


def _earliest(written: str | None) -> tuple[bool, int]:
    try:
        earliest = edtf.parse(written).earliest if written else None
    except InputError:
        earliest = None
    return (earliest is None, earliest or 0)


def _place(quote: Quote) -> tuple[str, bool, int]:
    start = quote.spans[0].start if quote.spans else None
    return (quote.source.citekey, start is None, start or 0)


def _source_day(quote: Quote) -> tuple[bool, int, str]:
    return (*_earliest(quote.source.issued), quote.source.citekey)


def _speaker_heading(quote: Quote) -> str:
    name = csl.printed_name(quote.speaker, quote.named_as)
    return name[:1].upper() + name[1:]


def _source_heading(quote: Quote) -> str:
    source = quote.source
    title = csl.clean(source.title or "")
    name = f"“{title}”" if title else source.citekey
    return ", ".join(filter(None, [name, csl.clean(source.container_title or ""), _in_words(source.issued)]))


def _date_heading(quote: Quote) -> str:
    return _in_words(quote.said or quote.source.issued) or "Undated"


def _in_words(written: str | None) -> str:
    try:
        return edtf.humanise(edtf.parse(written)) if written else ""
    except InputError:
        return csl.clean(written or "")


def _name(quote: Quote) -> tuple[str, str]:
    speaker = quote.speaker
    return (
        csl.short_name(speaker, quote.named_as).casefold(),
        csl.printed_name(speaker, quote.named_as).casefold(),
    )
