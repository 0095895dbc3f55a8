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
_PARAGRAPHS = lazy(
    r"(?i)(?:\bparas?|\bparagraphs?|\bAbs|\bAbsatz|[§¶])[\s.]*(\d{1,6})(?:\s*[-–—]{1,2}\s*(\d{1,6}))?"
)
_OTHER = lazy(r"(?i)\b(?:chap|ch|sec|para|par|§|vol|fig|no|line|n)\b|§|¶|:\d\d")


@record()
class Cited:
    """What citations stand for: `given` where there are any; the citekeys and ids of sources; attributions that are cited
    themselves; and the keys that stand for nothing. `statements`: the keys of statements, where nothing else is cited."""

    given: bool
    citekeys: frozenset[str]
    sources: tuple[int, ...]
    attributions: tuple[int, ...]
    unknown: tuple[str, ...]
    statements: frozenset[str] = frozenset()


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
        frozenset()
        if found.sources or found.unknown
        else frozenset(quote.key for quote in found.quotes.values()),
    )


def cited_statement_differs(cited: Cited, standing: Sequence[Finding]) -> str:
    """That the draft cites another statement by its key than the one that has the words; "" where it does not, or cites sources."""
    quotes = [one.quote for one in standing if one.quote is not None]
    if not cited.statements or not quotes or any(quote.key in cited.statements for quote in quotes):
        return ""
    return f"it is {quotes[0].ref}, and the draft cites {', '.join(sorted(cited.statements))}"


def cited_place_differs(cites: Sequence[Cite], finding: Finding) -> str:
    """What is wrong with the page or paragraph that the draft cites; "" where nothing can be told to be."""
    quote = finding.quote
    if quote is None or quote.locator_label not in ("page", "paragraph") or not quote.locator:
        return ""
    in_paragraphs = quote.locator_label == "paragraph"
    recorded = _numbers(quote.locator)
    for cite in cites:
        if not cite.place or (_OTHER.search(cite.place) and not in_paragraphs):
            continue
        given = _numbers(cite.place, in_paragraphs=in_paragraphs)
        if given and recorded and not (given[0] <= recorded[1] and recorded[0] <= given[1]):
            where = f"in paragraph {quote.locator}" if in_paragraphs else f"on page {quote.locator}"
            return f"it stands {where} of {quote.source.citekey}, and the draft cites {cite.place}"
    return ""


def _numbers(given: str, *, in_paragraphs: bool = False) -> tuple[int, int] | None:
    """The first and the last number of a place; of a place in paragraphs only where it says so."""
    found = (_PARAGRAPHS if in_paragraphs else _PAGES).search(given)
    if found is None:
        return None
    first = int(found[1])
    return first, max(first, int(found[2] or first))
