"""What pages say to programs: COinS, JSON-LD, OpenGraph."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.browse import coins, linked_data
from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db.store import writing
from onrecord.exchange.annotations import schemaorg
from onrecord.exchange.entries import ClaimEntry, QuoteEntry
from onrecord.model.records import CreatorRecord, SourceRecord, SpeakerRef
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.speakers.write import add_name, find_speaker

Page = Callable[..., Any]

ANYTHING = st.text(st.characters(), max_size=40)


def work(**fields: Any) -> SourceRecord:
    given: dict[str, Any] = {
        "citekey": "dahl-2024", "type": "article-journal", "title": "Ferries & fog = 50% + more",
        "container_title": "Harbour Studies", "publisher": None, "issued": "2024-03-02", "url": "https://hs.example/1",
        "archive_url": None, "accessed": None, "language": "en", "csl": {"DOI": "10.5555/12345", "volume": "7"},
        "creators": (
            CreatorRecord(role="author", speaker=_speaker("Ingrid Dahl", "person", "Dahl", "Ingrid"), named_as=None),
            CreatorRecord(role="author", speaker=_speaker("Tallvik Port Office", "organisation"), named_as=None),
        ),
        **fields,
    }  # fmt: skip
    return SourceRecord(**given)


def _speaker(name: str, kind: str, family: str | None = None, first: str | None = None) -> SpeakerRef:
    return SpeakerRef(slug=name.lower(), name=name, kind=kind, unnamed=False, family=family, given=first)


def read(span: Markup) -> list[tuple[str, str]]:
    """The pairs of a COinS span, as whoever reads the page gets them."""
    (found,) = html.fromstring(f"<div>{span}</div>").iter("span")
    assert found.get("class") == "Z3988"
    assert not found.text
    return parse_qsl(found.get("title"), strict_parsing=True)


def test_a_work_is_read_off_its_span() -> None:
    pairs = read(coins.span(work()))
    fields = dict(pairs)
    assert fields["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:dc"
    assert fields["rft.type"] == "journalArticle"
    assert fields["rft.title"] == "Ferries & fog = 50% + more"
    assert fields["rft.source"] == "Harbour Studies"
    assert fields["rft.date"] == "2024-03-02"
    assert [value for name, value in pairs if name == "rft.identifier"] == [
        "urn:doi:10.5555/12345", "https://hs.example/1",
    ]  # fmt: skip
    assert ("rft.au", "Dahl, Ingrid") in pairs
    assert ("rft.aucorp", "Tallvik Port Office") in pairs


def test_the_type_comes_after_the_title() -> None:
    """Zotero's openurl.js takes the title of what it knows as a journal article for the journal's."""
    names = [name for name, _ in read(coins.span(work()))]
    assert names.index("rft.type") > names.index("rft.title")


@pytest.mark.parametrize("type_", SOURCE_TYPES)
def test_every_type_of_source_has_one_of_zotero(type_: str) -> None:
    assert dict(read(coins.span(work(type=type_))))["rft.type"].isalpha()


@given(title=ANYTHING, url=ANYTHING)
def test_whatever_a_source_is_called_the_span_holds(title: str, url: str) -> None:
    fields = dict(read(coins.span(work(title=title, url=f"javascript:{url}", csl=None))))
    assert "rft.identifier" not in fields
    assert fields["rft.title"]


@given(st.dictionaries(ANYTHING, ANYTHING | st.lists(ANYTHING), max_size=4))
def test_whatever_a_data_block_holds_it_stays_one(data: dict[str, Any]) -> None:
    written = linked_data.script(data)
    (found,) = html.fromstring(f"<div>{written}</div>").iter("script")
    assert json.loads(found.text) == json.loads(json.dumps(data))
    assert written.isascii()


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "]]>&amp;"]
)
def test_nothing_ends_a_data_block_early(text: str) -> None:
    written = str(linked_data.script({"text": text}))
    inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside)["text"] == text


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
