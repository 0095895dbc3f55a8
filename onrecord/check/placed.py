"""What a draft cites beside a passage: which sources, and which page of them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.check.compared import Finding
from onrecord.check.draft import Cite
from onrecord.db.reader import Reader, array
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
_ROMAN = lazy(r"(?i)(?:^|[\s,])pp?\.?\s*[ivxlcdm]+\b")
_OTHER = lazy(r"(?i)\b(?:chap|ch|sec|para|par|§|vol|fig|no|line|n)\b|§|¶|:\d\d")


@record()
class Cited:
    """What citations stand for: `given` where there are any; the citekeys and ids of sources; attributions that are cited
    themselves; and the keys that stand for nothing. `statements`: the keys of statements, where nothing else is cited.
    `sources_of`: the citekey of the source that each key stands for; `checkable`: those with a stored text."""

    given: bool
    citekeys: frozenset[str]
    sources: tuple[int, ...]
    attributions: tuple[int, ...]
    unknown: tuple[str, ...]
    statements: frozenset[str] = frozenset()
    sources_of: tuple[tuple[str, str], ...] = ()
    checkable: frozenset[str] = frozenset()

    def source_of(self, key: str) -> str | None:
        return dict(self.sources_of).get(key)


def resolved(reader: Reader, cites: Sequence[Cite]) -> Cited:
    """What the citations beside a passage stand for."""
    if not cites:
        return Cited(False, frozenset(), (), (), ())
    records = resolve(reader, [Key(cite.key, 0) for cite in cites])
    citekeys = {source.citekey for source in records.sources.values()}
    citekeys |= {quote.source.citekey for quote in records.quotes.values()}
    attributions = [
        attribution
        for quote in records.quotes.values()
        for attribution in statement_queries.attribution_ids(reader, quote.ref)
    ]
    sources = [source_queries.source_id(reader, citekey) for citekey in sorted(citekeys)]
    texts = reader.column(
        "SELECT s.citekey FROM sources AS s WHERE s.id IN (SELECT value FROM json_each(?)) "
        "AND EXISTS (SELECT 1 FROM snapshots AS n WHERE n.source_id = s.id)",
        (array(sources),),
    )
    return Cited(
        True,
        frozenset(citekeys),
        tuple(sources),
        tuple(attributions),
        tuple([missing.key.name for missing in records.unknown]),
        frozenset()
        if records.sources or records.unknown
        else frozenset(quote.key for quote in records.quotes.values()),
        (
            *((name, source.citekey) for name, source in records.sources.items()),
            *((name, quote.source.citekey) for name, quote in records.quotes.items()),
        ),
        frozenset(texts),
    )


def cited_statement_differs(cited: Cited, standing: Sequence[Finding]) -> str:
    """That the draft cites another statement by its key than the one that has the words; "" where it does not, or cites sources."""
    quotes = [finding.quote for finding in standing if finding.quote is not None]
    if not cited.statements or not quotes or any(quote.key in cited.statements for quote in quotes):
        return ""
    return f"it is {quotes[0].ref}, and the draft cites {', '.join(sorted(cited.statements))}"


@record()
class Place:
    """What comes of the places that a draft cites: `wrong` where the words stand elsewhere, `unchecked` where nobody can tell."""

    wrong: str = ""
    unchecked: str = ""


def cited_places(cited: Cited, cites: Sequence[Cite], there: Sequence[Finding]) -> Place:
    """How the words stand to the pages and paragraphs that the draft cites, each in the source whose key stands before it; `there`
    is what was found of them in the cited sources."""
    unchecked: list[str] = []
    for number, cite in enumerate(cites):
        citekey = cited.source_of(cite.key)
        findings = [finding for finding in there if finding.citekey == citekey]
        if not findings:
            # What stands in the same brackets is said to have the words; "see also" does not say so.
            if number and not cite.aside and cite.at == cites[0].at:
                if citekey in cited.checkable:
                    return Place(f"the draft cites {cite.key} too, and it does not stand there")
                unchecked.append(
                    f"that it stands in {cite.key} cannot be checked: "
                    + ("it has no stored text" if citekey else "it is not on record")
                )
            continue
        told = [_differs(cite, finding) for finding in findings]
        if told and all(place.wrong for place in told):
            return told[0]
        unchecked += [told[0].unchecked] if all(place.unchecked for place in told) else []
    return Place(unchecked="; ".join(unchecked))


def _differs(cite: Cite, finding: Finding) -> Place:
    label = _label_of(cite.place)
    if not label:
        return Place()
    cited_numbers = _numbers(cite.place, in_paragraphs=label == "paragraph")
    where = _place_in(finding, label)
    shown = f"page {cite.place}" if cite.place[:1].isdigit() else cite.place
    if where is not None and cited_numbers is None:
        same = where.lower() in cite.place.lower().replace(",", " ").split()
        return Place() if same else Place(unchecked=f"{shown} cannot be compared with {label} {where}")
    if where is None or cited_numbers is None:
        return Place(unchecked=f"{shown} cannot be checked: {finding.citekey} {_WITHOUT.get(label, _ELSE)}")
    recorded = _numbers(where, in_paragraphs=False)
    if recorded is None or (cited_numbers[0] <= recorded[1] and recorded[0] <= cited_numbers[1]):
        return Place()
    stands = f"in paragraph {where}" if label == "paragraph" else f"on page {where}"
    return Place(f"it stands {stands} of {finding.citekey}, and the draft cites {shown}")


_WITHOUT = {"page": "is stored without pages", "paragraph": "has no stored text"}
_ELSE = "is stored with other places"


def _label_of(place: str) -> str:
    """What a place that the draft cites counts: a number alone is a page; "" where it names no place."""
    if _PARAGRAPHS.search(place):
        return "paragraph"
    if _OTHER.search(place):
        return "other"
    return "page" if _PAGES.search(place) or _ROMAN.search(place) else ""


def _place_in(finding: Finding, label: str) -> str | None:
    """The page or paragraph of a finding, as the record has it, or else its stored copy."""
    quote, copy, place = finding.quote, finding.copy, finding.range
    if quote is not None and quote.locator_label == label and quote.locator:
        return quote.locator
    if copy is None or place is None:
        return None
    if label == "paragraph":
        return copy.paragraph_at(place[0])
    first, last = copy.place_at(place[0]), copy.place_at(max(place[0], place[1] - 1))
    if first is None or first[0] != label:
        return None
    return first[1] if last is None or last[1] == first[1] else f"{first[1]}-{last[1]}"


def _numbers(place: str, *, in_paragraphs: bool = False) -> tuple[int, int] | None:
    """The first and the last number of a place; of a place in paragraphs only where it says so."""
    match = (_PARAGRAPHS if in_paragraphs else _PAGES).search(place)
    if match is None:
        return None
    first = int(match[1])
    return first, max(first, int(match[2] or first))
