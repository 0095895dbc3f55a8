"""What pages say in schema.org's words comes in as quotations, claims and verdicts."""

import io
import json

from exchange.annotations.test_annotations import JSON
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations.schemaorg import read
from onrecord.exchange.entries import ClaimEntry, Entry, QuoteEntry

# Shapes: the examples of https://schema.org/Quotation and https://schema.org/ClaimReview.
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Person",
            "@id": "#dahl",
            "name": "Ingrid Dahl",
            "sameAs": "https://www.wikidata.org/wiki/Q1",
        },
        {
            "@type": "Quotation",
            "text": "The ferry will sail at dawn",
            "spokenByCharacter": {"@id": "#dahl"},
            "dateCreated": "2024-03-02T08:00:00Z",
            "isPartOf": {"@type": "NewsArticle", "name": "Ferries and fog", "url": "https://example.org/f"},
            "pagination": "3",
        },
        {
            "@type": "ClaimReview",
            "url": "https://example.org/check",
            "claimReviewed": "Ferries sail in fog.",
            "author": {"@type": "Organization", "name": "Fact Desk"},
            "datePublished": "2024-03-04",
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": "2",
                "bestRating": 5,
                "alternateName": "Half true",
            },
        },
    ],
}


def entries(data: bytes) -> list[Entry]:
    return list(read(io.BytesIO(data), "a file"))


def test_a_graph_in_a_file_and_in_a_page() -> None:
    data = json.dumps(GRAPH).encode()
    quote, claim = entries(data)
    assert isinstance(quote, QuoteEntry) and quote.speaker and quote.source
    assert (quote.text, quote.speaker.name, quote.said) == (
        "The ferry will sail at dawn",
        "Ingrid Dahl",
        "2024-03-02",
    )
    assert quote.source.csl == {
        "type": "article-newspaper",
        "title": "Ferries and fog",
        "URL": "https://example.org/f",
    }
    assert (quote.locator_label, quote.locator) == ("page", "3")
    assert isinstance(claim, ClaimEntry)
    review = claim.reviews[0]
    assert (claim.text, review.reviewer.name, review.verdict) == (
        "Ferries sail in fog.",
        "Fact Desk",
        "Half true",
    )
    assert (review.rating, review.worst, review.best, review.published) == (2, 1, 5, "2024-03-04")
    page = b'<!doctype html><script type="application/ld+json">' + data + b"</script><p>Fog"
    assert entries(page) == [quote, claim]
    assert formats.to_read("a.jsonld", data).name == formats.to_read("a.html", page).name == "schemaorg"


@given(
    st.binary()
    | JSON.map(lambda one: json.dumps([GRAPH, {"@type": "Quotation", "text": "a", "creator": one}]).encode())
)
def test_anything_is_refused_in_a_sentence(data: bytes) -> None:
    try:
        entries(data)
    except InputError as error:
        assert error.message.startswith("a file")
