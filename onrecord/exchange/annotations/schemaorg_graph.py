"""Quotation, Claim and ClaimReview of https://schema.org in JSON-LD: writing.

One @graph, a node a line: a Quotation for each attribution, then each claim with those that bear on it, then the
verdicts of those who examined it. What schema.org has no word for stands beside it in words of our own, so that
reading the file gives everything back.
"""

from collections.abc import Iterator
from urllib.parse import quote as percent

from onrecord.cite import csl
from onrecord.cite.formats import claimreview, jsonld
from onrecord.exchange.annotations.portable import packed, packed_source
from onrecord.exchange.selection import Selection
from onrecord.model.claim_records import ClaimRecord, VerdictRecord
from onrecord.model.records import Json, SourceRecord
from onrecord.sources import queries as source_queries
from onrecord.text import embedded

_CONTEXT: list[object] = [
    jsonld.CONTEXT,
    {
        "onrecord": "urn:onrecord:",
        "onrecord:attribution": {"@type": "@json"},
        "onrecord:source": {"@type": "@json"},
    },
]
# schema.org has a word for where a claim is made, and none for the other statements that bear on it.
_BEARING = {
    "asserts": "onrecord:assertedBy",
    "denies": "onrecord:deniedBy",
    "questions": "onrecord:questionedBy",
}


def pieces(selection: Selection) -> Iterator[str]:
    """Everything that is selected; memory does not grow with the number of quotations."""
    yield f'{{"@context": {embedded.dumps(_CONTEXT)}, "@graph": ['
    between = "\n"
    for node in _nodes(selection):
        yield between + embedded.dumps(node)
        between = ",\n"
    yield "\n]}\n"


def _nodes(selection: Selection) -> Iterator[Json]:
    for attributions in selection.statements():
        for quote in attributions:
            yield {
                "@id": _address(quote.ref),
                **jsonld.quotation(quote),
                "onrecord:attribution": packed(quote),
            }
    for claim in selection.claims():
        yield _claim(claim)
        for verdict in claim.verdicts:
            yield _review(claim, verdict, source_queries.source_named(selection.reader, verdict.source))


def _claim(claim: ClaimRecord) -> Json:
    appearances = claimreview.appearances(claim.positions, lambda quote: _address(quote.ref))
    node = {"@id": _address(claim.key), **claimreview.claim(claim.key, claim.text, appearances)}
    if claim.note:
        node["description"] = csl.clean(claim.note)
    for stance, field in _BEARING.items():
        bearing = [
            {"@id": _address(one.quote.ref)}
            for one in claim.having(stance)
            if not claimreview.appears_in(stance, one.quote)
        ]
        if bearing:
            node[field] = bearing
    return node


def _review(claim: ClaimRecord, verdict: VerdictRecord, source: SourceRecord | None) -> Json:
    node = claimreview.review(claim.text, {"@id": _address(claim.key)}, verdict, source)
    if verdict.published and "datePublished" not in node:
        # EDTF knows more than the dates of schema.org.
        node["onrecord:published"] = verdict.published
    if source is not None:
        node["onrecord:source"] = packed_source(source)
    return node


def _address(name: str) -> str:
    return f"urn:onrecord:{percent(name, safe='@')}"
