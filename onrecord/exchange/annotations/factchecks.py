"""What Google's Fact Check Tools API answers, as nodes of schema.org.

Shapes: https://developers.google.com/fact-check/tools/api/reference/rest (`claims.search`, `claims.imageSearch`, `pages`).
"""

from collections.abc import Iterator

from onrecord.exchange.annotations.values import nodes, text
from onrecord.model.records import Json

# The lists of its answers.
LISTS = frozenset(("claims", "results", "claimReviewMarkupPages"))
TELLING = (b'"claimReview"', b'"claimReviewMarkups"')


def reviews(response: Json) -> list[Json] | None:
    """A ClaimReview for each verdict in an element of an answer; None: it is none."""
    if "@type" in response:
        return None
    if isinstance(found := response.get("claim"), dict) and "claimReview" in found:
        response = found
    if isinstance(response.get("claimReviewMarkups"), list):
        return list(_of_page(response))
    if "claimReview" not in response:
        return None
    item = {
        "@type": "Claim",
        "author": _named(text(response.get("claimant"))),
        "datePublished": response.get("claimDate"),
    }
    return [
        {
            "@type": "ClaimReview",
            "url": review.get("url"),
            "name": review.get("title"),
            "inLanguage": review.get("languageCode"),
            "datePublished": review.get("reviewDate"),
            "claimReviewed": response.get("text"),
            "author": _publisher(review.get("publisher")),
            "reviewRating": {"alternateName": review.get("textualRating")},
            "itemReviewed": item,
        }
        for review in nodes(response.get("claimReview"))
    ]


def _publisher(value: object) -> Json | None:
    if not isinstance(value, dict):
        return None
    return _named(text(value.get("name")) or text(value.get("site")), "Organization")


def _of_page(page: Json) -> Iterator[Json]:
    author = page.get("claimReviewAuthor")
    reviewer = _named(text(author.get("name")), "Organization") if isinstance(author, dict) else None
    for node in nodes(page.get("claimReviewMarkups")):
        claimant = node.get("claimAuthor")
        rating = node.get("rating")
        yield {
            "@type": "ClaimReview",
            "url": node.get("url") or page.get("pageUrl"),
            "datePublished": page.get("publishDate"),
            "claimReviewed": node.get("claimReviewed"),
            "author": reviewer,
            "reviewRating": rating | {"alternateName": rating.get("textualRating")}
            if isinstance(rating, dict)
            else None,
            "itemReviewed": {
                "@type": "Claim",
                "author": _named(text(claimant.get("name"))) | {"sameAs": claimant.get("sameAs")}
                if isinstance(claimant, dict) and text(claimant.get("name"))
                else None,
                "datePublished": node.get("claimDate"),
                "contentLocation": {"name": node.get("claimLocation")},
                "firstAppearance": node.get("claimFirstAppearance"),
                "appearance": node.get("claimAppearances"),
            },
        }


def _named(name: str | None, kind: str | None = None) -> Json:
    made: Json = {"name": name} if name else {}
    return made | {"@type": kind} if kind else made
