"""What a draft cites beside a passage: which sources, and which page of them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.check.compared import Finding
from onrecord.check.draft import Cite
from onrecord.db.reader import Reader
from onrecord.drafts.keys import Key
from onrecord.drafts.references import resolve
from onrecord.model.record import record
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.patterns import lazy

_PAGES = lazy(
    r"(?:^|[\s,])(?:pp?|pages?|S|Seiten?|págs?|pág|с|стр)?\.?\s*(\d{1,6})(?:\s*[-–—]{1,2}\s*(\d{1,6}))?"
)
_OTHER = lazy(r"(?i)\b(?:chap|ch|sec|para|par|§|vol|fig|no|line|n)\b|§|¶|:\d\d")


@record()
class Cited:
    """What citations stand for: `given` where there are any; the citekeys and ids of sources; attributions that are cited
    themselves; and the keys that stand for nothing."""

    given: bool
    citekeys: frozenset[str]
    sources: tuple[int, ...]
    attributions: tuple[int, ...]
    unknown: tuple[str, ...]


def resolved(reader: Reader, cites: Sequence[Cite]) -> Cited:
    """What the citations beside a passage stand for."""
    if not cites:
        return Cited(False, frozenset(), (), (), ())
    found = resolve(reader, [Key(one.key, 0) for one in cites])
    citekeys = {one.citekey for one in found.sources.values()}
    citekeys |= {one.source.citekey for one in found.quotes.values()}
    attributions = [
        one for quote in found.quotes.values() for one in statement_queries.attribution_ids(reader, quote.ref)
    ]
    sources = [source_queries.source_id(reader, one) for one in sorted(citekeys)]
    return Cited(
        True,
        frozenset(citekeys),
        tuple(sources),
        tuple(attributions),
        tuple([one.key.name for one in found.unknown]),
    )


def cited_place_differs(cites: Sequence[Cite], finding: Finding) -> str:
    """What is wrong with the page that the draft cites; "" where nothing can be told to be."""
    quote = finding.quote
    if quote is None or quote.locator_label != "page" or not quote.locator:
        return ""
    recorded = _pages(quote.locator)
    for cite in cites:
        if not cite.place or _OTHER.search(cite.place):
            continue
        given = _pages(cite.place)
        if given and recorded and not (given[0] <= recorded[1] and recorded[0] <= given[1]):
            return f"it stands on page {quote.locator} of {quote.source.citekey}, and the draft cites {cite.place}"
    return ""


def _pages(given: str) -> tuple[int, int] | None:
    found = _PAGES.search(given)
    if found is None:
        return None
    first = int(found[1])
    return first, max(first, int(found[2] or first))
