"""What pages say to programs: quotations and verdicts in the words of schema.org, as JSON-LD in a data block."""

import json
from collections.abc import Callable, Sequence

from markupsafe import Markup
from sqlalchemy.orm import Session

from onrecord import lookup, verdicts
from onrecord.browse import cells
from onrecord.cite import cite, csl
from onrecord.cite.formats.dates import day
from onrecord.db.models import Claim
from onrecord.records import Json, Quote

_KINDS = {"person": "Person", "organisation": "Organization"}
# Inside <script> only "<" is dangerous; the others are escaped for whoever copies it elsewhere.
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def script(data: Json) -> Markup:
    """`data` as a data block: no browser runs it, and nothing in it can end it."""
    # ASCII alone: no U+2028, no bidi controls, no half characters.
    written = json.dumps(data, allow_nan=False).translate(_ESCAPED)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(written))


def document(nodes: Sequence[Json]) -> Json:
    """One document of several nodes."""
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def quotations(quotes: Sequence[Quote], address: Callable[[str], str]) -> list[Json]:
    """A Quotation for each of `quotes`; `address` gives the page of a reference."""
    if not quotes:
        return []
    written = json.loads(cite(quotes, format="jsonld", force=True))
    nodes: list[Json] = written.pop("@graph", None) or [written]
    for node, quote in zip(nodes, quotes, strict=True):
        node.pop("@context", None)
        node["@id"] = node["url"] = address(quote.ref)
    return nodes


def reviews(session: Session, claim: Claim, appearances: Sequence[str] = ()) -> list[Json]:
    """A ClaimReview for each verdict that somebody gave on `claim`; `appearances` are pages of its statements."""
    return [_review(session, claim, verdict, appearances) for verdict in verdicts.of_claim(session, claim.id)]


def _review(
    session: Session, claim: Claim, verdict: verdicts.VerdictRecord, appearances: Sequence[str]
) -> Json:
    reviewer = verdict.reviewer
    rating: Json = {"@type": "Rating", "alternateName": csl.clean(verdict.verdict)}
    if verdict.rating is not None:
        rating |= {
            "ratingValue": verdict.rating,
            "bestRating": verdict.best,
            "worstRating": verdict.worst,
        }
    text = csl.clean(claim.text)
    reviewed: Json = {"@type": "Claim", "identifier": claim.key, "text": text}
    if appearances:
        reviewed["appearance"] = [{"@id": one} for one in appearances]
    made: Json = {
        "@type": "ClaimReview",
        "claimReviewed": text,
        "itemReviewed": reviewed,
        "author": {
            "@type": "Thing" if reviewer.unnamed else _KINDS.get(reviewer.kind, "Organization"),
            "name": csl.printed_name(reviewer, None),
        },
        "reviewRating": rating,
    }
    if day(verdict.published):
        made["datePublished"] = verdict.published
    address = lookup.source(session, verdict.source).url if verdict.source else None
    if address and cells.is_link(address):
        made["url"] = address
    return made
