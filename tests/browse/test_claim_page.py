"""The page of a claim, as a reader gets it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, link_claims, take_stance
from onrecord.db.store import writing
from onrecord.pages import links
from onrecord.statements.fields import RelayFields

Page = Callable[..., Any]
HOSTILE = "<script>alert('x')</script>\"'> \u202ereversed\u202c \x1b[31m"


def tree(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def fog(filled: Path) -> None:
    """A claim that four papers take from one agency, that one person denies, and that a desk looked into."""
    with writing(filled, "test") as store:
        claim = find_claim(store, "claim1")
        for number in range(4):
            factories.source(store, None, citekey=f"paper-{number}", title=f"Paper {number}", issued="2024")
            said = factories.quote(
                store,
                "The fog lifted.",
                source=f"paper-{number}",
                via=(RelayFields(speaker="Coastal Wire"),),
                unverified=True,
            )
        take_stance(store, said.quote.key, claim.key, "asserts", "Of the morning.")
        denied = factories.quote(store, "It never lifted.", source="paper-0", said="2023", unverified=True)
        take_stance(store, denied.quote.key, claim.key, "denies")
        other, _ = add_claim(store, "The fog stayed.")
        link_claims(store, other.key, claim.key, "contradicts")
        give_verdict(
            store,
            claim,
            VerdictFields(
                by="Fact Desk", verdict="Mostly true", source="paper-1", rating=4, worst=1, best=5,
                published="2024-06-01", new_speaker=True,
            ),
        )  # fmt: skip


def test_the_sides_stand_beside_each_other_with_their_origins(fog: None, page: Page) -> None:
    found = tree(page("/-/claim/claim1"))
    sides = {words(one.find("h2")): words(one) for one in found.xpath("//div[@class='sides']/section")}
    assert list(sides) == ["For 2", "Against 1", "Questioning 0"]
    assert "5 sources, 2 origins Coastal Wire in paper-0" in sides["For 2"]
    assert "The fog lifted." in sides["For 2"]
    assert "Of the morning." in sides["For 2"]
    assert "disputed The office denies the conversation." in sides["For 2"]
    assert "1 source, 1 origin" in sides["Against 1"]
    assert sides["Questioning 0"].endswith("Nobody on record.")
    assert "On more than one side: Ingrid Dahl." in words(found)


def test_verdicts_have_reviewer_rating_and_date(fog: None, page: Page) -> None:
    found = tree(page("/-/claim/claim1"))
    row = found.xpath("//section[h2[@id='verdicts']]//tbody/tr")[0]
    assert [words(cell) for cell in row] == [
        "Mostly true", "Fact Desk", "4 (from 1 to 5)", "1 June 2024", "paper-1",
    ]  # fmt: skip
    assert row.xpath(".//a/@href") == ["/-/speaker/fact-desk", "/-/source/paper-1"]
    (data,) = found.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(data)["@graph"][0]["@type"] == "ClaimReview"


def test_the_picture_has_its_table(fog: None, page: Page) -> None:
    found = tree(page("/-/claim/claim1"))
    section = found.xpath("//section[h2[@id='time']]")[0]
    assert section.xpath(".//svg[@role='img']")
    assert [words(cell) for cell in section.xpath(".//thead//th")] == [
        "Time", "For", "Against", "Questioning",
    ]  # fmt: skip
    assert [[words(cell) for cell in row] for row in section.xpath(".//tbody/tr")] == [
        ["2023", "0", "1", "0"],
        ["2024", "1", "0", "0"],
    ]


def test_other_claims_and_statements_lead_to_it(fog: None, page: Page) -> None:
    found = tree(page("/-/claim/claim1"))
    assert "contradicts The fog stayed." in words(found)
    (other,) = found.xpath("//section[h2[@id='related']]//a/@href")
    assert "/-/claim/claim1" in tree(page(other)).xpath("//@href")
    assert "/-/claim/claim1" in tree(page("/-/quote/key2aaaaaa")).xpath("//@href")
    assert "/-/claim/claim1" in tree(page("/onrecord/claims")).xpath("//@href")


def test_a_claim_that_nobody_spoke_of_can_be_read(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        key = add_claim(store, "Nothing happened.")[0].key
    found = tree(page(f"/-/claim/{key}"))
    assert "0 for, 0 against, 0 questioning" in words(found)
    assert not found.xpath("//figure")


def test_hostile_text_neither_runs_nor_reorders(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        store.update("claims", 1, key=HOSTILE, text=HOSTILE, note=HOSTILE)
        store.update("stances", 1, note=HOSTILE)
        store.insert(
            "reviews", claim_id=1, reviewer_id=3, source_id=2, verdict=HOSTILE, published=HOSTILE, rating=None
        )
    response = page(links.claim_at(HOSTILE))
    found = tree(response)
    assert found.xpath("//script/@src") == ["/-/static-plugins/onrecord/pages.js"]
    assert found.xpath("//script[text()]/@type") == ["application/ld+json"]
    assert {"\u202e", "\u202c", "\x1b"} & set(response.text) == set()
    assert not found.xpath("//@*[starts-with(name(), 'on')]")
    for address in found.xpath("//@href"):
        assert address.startswith(("/", "#", "http://localhost/"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("c-nothing", 404),
        ("%00%FF%22%3Cscript%3E", 404),
        ("c", 404),
        ("clai", 200),
        ("claim1?when=%00", 200),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(page: Page, path: str, status: int) -> None:
    response = page(f"/-/claim/{path}")
    assert response.status_code == status
    if status != 200:
        assert response.headers["content-type"].startswith("text/plain")
        assert response.text.count("\n") == 1
