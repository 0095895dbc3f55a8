"""What pages say to programs: COinS, JSON-LD, OpenGraph."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db.store import writing
from onrecord.exchange.annotations import schemaorg
from onrecord.exchange.entries import ClaimEntry, QuoteEntry
from onrecord.speakers.write import add_name, find_speaker

Page = Callable[..., Any]


def described(page: Page, path: str) -> tuple[Any, Any]:
    """The page, and what its data block says."""
    shown = html.fromstring(page(path).text)
    (block,) = [one for one in shown.iter("script") if one.get("type") == "application/ld+json"]
    return shown, json.loads(block.text)


def test_a_quotation_describes_itself(page: Page) -> None:
    shown, data = described(page, "/-/quote/key2aaaaaa")
    (node,) = data["@graph"]
    assert node["@type"] == "Quotation"
    assert node["url"] == "http://localhost/-/quote/key2aaaaaa@courier-2024"
    assert node["spokenByCharacter"] == {"@type": "Person", "name": "Tobias Ren"}
    assert "creator" not in node  # it is disputed
    assert page(node["url"].removeprefix("http://localhost")).status_code == 200
    meta = {one.get("property") or one.get("name"): one.get("content") for one in shown.iter("meta")}
    assert meta["og:url"] == "http://localhost/-/quote/key2aaaaaa"
    assert meta["og:title"].startswith("Tobias Ren: The quay was inspected")
    assert "in The quay that nobody inspected." in meta["og:description"]
    assert "Attribution disputed: The office denies the conversation." in meta["og:description"]
    (canonical,) = [one.get("href") for one in shown.iter("link") if one.get("rel") == "canonical"]
    assert canonical == meta["og:url"]
    assert len(shown.find_class("Z3988")) == 1


def test_hostile_text_is_plain_in_the_head(page: Page) -> None:
    shown, data = described(page, "/-/quote/key3aaaaaa")
    assert data["@graph"][0]["text"] == "Nothing here runs: <script>alert('x')</script>"
    for one in shown.iter("meta"):
        assert "\u202e" not in (one.get("content") or "")
        assert "onrecord-chip" not in (one.get("content") or "")


def test_a_verdict_is_a_claim_review_that_can_be_read_in(database: Path, page: Page, tmp_path: Path) -> None:
    with writing(database, "test") as store:
        factories.source(store, url="https://check.example/ferry")
        added = factories.quote(store, "Nobody who bought a ticket will be left on the pier,")
        claim = add_claim(store, "Everybody with a ticket sails.")[0]
        take_stance(store, added.quote.key, claim.key, "asserts")
        give_verdict(
            store,
            find_claim(store, claim.key),
            VerdictFields(
                by="Tallvik Fact Desk", verdict="Mostly </script> true", source="dahl-2024", rating=4, worst=1, best=5,
                published="2024-03-09", new_speaker=True,
            ),
        )  # fmt: skip
    _, data = described(page, f"/-/quote/{added.quote.key}")
    review = data["@graph"][1]
    assert review["@type"] == "ClaimReview"
    assert review["author"] == {"@type": "Organization", "name": "Tallvik Fact Desk"}
    assert review["datePublished"] == "2024-03-09"
    assert review["url"] == "https://check.example/ferry"
    assert review["itemReviewed"]["appearance"] == [{"@id": data["@graph"][0]["@id"]}]
    saved = tmp_path / "page.html"
    saved.write_text(page(f"/-/quote/{added.quote.key}").text, encoding="utf-8")
    with saved.open("rb") as stream:
        entries = list(schemaorg.read(stream, saved.name))
    (quote,) = [one for one in entries if isinstance(one, QuoteEntry)]
    assert quote.text == "Nobody who bought a ticket will be left on the pier,"
    (claimed,) = [one for one in entries if isinstance(one, ClaimEntry)]
    assert claimed.text == "Everybody with a ticket sails."
    (verdict,) = claimed.reviews
    assert (verdict.verdict, verdict.rating, verdict.published) == ("Mostly </script> true", 4, "2024-03-09")


def test_a_speaker_describes_itself(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        tobias = find_speaker(store, "Tobias Ren")
        store.update(
            "speakers", tobias.id, wikidata_id="Q42", family="Ren", given="Tobias",
            description="Envoy </script><script>alert(1)</script>",
        )  # fmt: skip
        add_name(store, tobias, "Т. Рен")
        slug = tobias.slug
    _, data = described(page, f"/-/speaker/{slug}")
    assert data["@graph"] == [
        {
            "@id": f"http://localhost/-/speaker/{slug}",
            "url": f"http://localhost/-/speaker/{slug}",
            "@type": "Person",
            "name": "Tobias Ren",
            "alternateName": ["Т. Рен"],
            "familyName": "Ren",
            "givenName": "Tobias",
            "description": "Envoy </script><script>alert(1)</script>",
            "sameAs": "https://www.wikidata.org/wiki/Q42",
        }
    ]


def test_nothing_but_an_item_becomes_an_address_of_wikidata(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        store.execute("UPDATE speakers SET wikidata_id = 'Q1/../x' WHERE name = 'Tobias Ren'")
        slug = find_speaker(store, "Tobias Ren").slug
    assert "sameAs" not in described(page, f"/-/speaker/{slug}")[1]["@graph"][0]


def test_a_source_describes_itself_and_the_quotations_in_it(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(
            store, issued="2024-03-02", type="article-newspaper", url="https://courier.example/fog"
        )
        added = factories.quote(store, "Nobody who bought a ticket will be left on the pier,")
    _, data = described(page, "/-/source/dahl-2024")
    (node,) = data["@graph"]
    assert node["@type"] == "NewsArticle"
    assert node["@id"] == node["mainEntityOfPage"] == "http://localhost/-/source/dahl-2024"
    assert node["url"] == "https://courier.example/fog"
    assert node["datePublished"] == "2024-03-02"
    (part,) = node["hasPart"]
    _, quoted = described(page, f"/-/quote/{added.quote.key}")
    assert part == {"@type": "Quotation", "@id": quoted["@graph"][0]["@id"]}


def test_a_hostile_source_is_plain_in_its_data(page: Page) -> None:
    _, data = described(page, "/-/source/letter-1911")
    (node,) = data["@graph"]
    assert node["name"] == "A letter <script>alert('x')</script>"
    assert node["@type"] == "Message"
    assert not {"url", "hasPart"} & set(node)  # a script is no address, and no text is stored
