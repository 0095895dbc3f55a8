"""schema.org's Claim and ClaimReview: what was claimed, where it was said, and what those who examined it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.cite import csl
from onrecord.cite.formats import jsonld
from onrecord.cite.formats.dates import day
from onrecord.model.claim_records import Position, VerdictRecord
from onrecord.model.records import Json, Quote, SourceRecord
from onrecord.text.urls import is_web_url


def appears_in(stance: str, quote: Quote) -> bool:
    """Whether a claim is made in a quotation, as schema.org's `appearance` says: by nobody who denies or questions it.

    Nor by whom a source has deny, ask or not say the words, nor by somebody who never said them.
    """
    return stance == "asserts" and quote.polarity == "asserted" and quote.status != "misattributed"


def appearances(positions: Iterable[Position], address: Callable[[Quote], str]) -> list[Json]:
    """The quotations among `positions` that make the claim, by their addresses."""
    return [
        {"@id": address(position.quote)}
        for position in positions
        if appears_in(position.stance, position.quote)
    ]


def claim(key: str, text: str, appearance: Iterable[Json]) -> Json:
    """A Claim; `appearance` are quotations that make it."""
    made: Json = {"@type": "Claim", "identifier": key, "text": csl.clean(text)}
    return made | ({"appearance": found} if (found := list(appearance)) else {})


def review(text: str, reviewed: Json, verdict: VerdictRecord, source: SourceRecord | None) -> Json:
    """The ClaimReview of a claim with this `text`, and `reviewed` as its node; `source` is where the verdict stands."""
    rating: Json = {"@type": "Rating", "alternateName": csl.clean(verdict.verdict)}
    if verdict.rating is not None:
        rating |= {"ratingValue": verdict.rating, "bestRating": verdict.best, "worstRating": verdict.worst}
    node: Json = {
        "@type": "ClaimReview",
        "claimReviewed": csl.clean(text),
        "itemReviewed": reviewed,
        "author": jsonld.person(verdict.reviewer, None),
        "reviewRating": rating,
    }
    if day(verdict.published):
        node["datePublished"] = verdict.published
    if source is not None and source.url and is_web_url(source.url):
        node["url"] = source.url
    return node
