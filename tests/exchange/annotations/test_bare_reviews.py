"""Lines of reviews that do not say whose words they use."""

import io
import json

from onrecord.exchange import formats
from onrecord.exchange.entries import ClaimEntry


def test_lines_of_reviews_without_a_context_are_known() -> None:
    line = {
        "@type": "ClaimReview",
        "claimReviewed": "The pier fell.",
        "author": {"@type": "Organization", "name": "Quay Facts"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Facebook posts"}},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }
    source = "".join(
        json.dumps({**line, "url": f"https://quay.example/{number}"}) + "\n" for number in range(3)
    )
    found = formats.to_read("a.jsonl", source.encode())
    claims = [
        one
        for one in formats.load(found.reader or "")(io.BytesIO(source.encode()), "a.jsonl")
        if isinstance(one, ClaimEntry)
    ]
    assert found.name == "schemaorg"
    assert [
        (stance, quote.speaker is not None and quote.speaker.unnamed)
        for claim in claims
        for stance, quote in claim.stances
    ] == [("asserts", True)] * 3
