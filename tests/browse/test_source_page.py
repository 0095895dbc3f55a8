"""The page of a source, as a reader gets it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories
import recorded

from onrecord.browse import metadata
from onrecord.db import schema
from onrecord.db.store import reading, writing
from onrecord.ingest.read import read_bytes
from onrecord.pages import links
from onrecord.sources.copies import add_snapshot
from onrecord.statements import queries as statement_queries

Page = Callable[..., Any]
HOSTILE = "<script>alert('x')</script> \u202ereversed\u202c \x1b[31m"


def tree(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def ferries(filled: Path) -> str:
    """A source with two statements in its text and one beside it; gives the reference of the first."""
    with writing(filled, "test") as store:
        factories.source(
            store,
            authors=("Lunde, Eirik",),
            container_title="Tallvik Courier",
            issued="2024-03-02",
            url="https://courier.example/fog",
        )
        first = factories.quote(store, "Nobody who bought a ticket will be left on the\npier")
        factories.quote(store, "Nobody ever asks us", "a deckhand", unnamed=True)
        factories.quote(store, "Fog is a lie", form="indirect", unverified=True)
    return first.quote.ref


def test_it_says_what_the_source_is(ferries: str, page: Page) -> None:
    found = tree(page("/-/source/dahl-2024"))
    head = words(next(one for one in found.iter("header") if one.get("class") == "source-head"))
    assert "Ferries and fog By Eirik Lunde Tallvik Courier · 2 March 2024" in head
    addresses = {one.get("href") for one in found.iter("a")}
    assert {"/-/speaker/eirik-lunde", "https://courier.example/fog"} <= addresses


def test_a_mark_leads_to_the_quote_and_a_quote_to_its_mark(ferries: str, filled: Path, page: Page) -> None:
    found = tree(page("/-/source/dahl-2024"))
    marks = {words(one): one.getparent().get("href") for one in found.iter("mark")}
    assert marks["Nobody who bought a ticket will be left on the pier"] == f"/-/quote/{ferries}"
    assert "marked" in found.xpath("//mark/parent::a/@class")
    assert page(f"/-/quote/{ferries}").status_code == 200
    with reading(filled) as store:
        quote = recorded.quotes(store, ferries)[0]
    address, _, anchor = links.place_at(quote).partition("#")
    there = tree(page(address))
    assert there.xpath(f"//*[@id='{anchor}']")
    assert [words(one) for one in there.xpath("//mark[contains(@class, 'asked')]")] == list(marks)[:1]


def test_statements_are_listed_with_what_verification_gave(ferries: str, filled: Path, page: Page) -> None:
    found = tree(page("/-/source/dahl-2024"))
    entries = [words(one) for one in found.xpath("//section[@id='statements']//li")]
    assert entries[0].startswith(
        "Nobody who bought a ticket will be left on the pier Ingrid Dahl direct typographic"
    )
    assert "In the text, para. 2" in entries[0]
    apart = words(found.xpath("//section[@class='apart']")[0])
    assert "Fog is a lie" in apart
    assert "Nobody ever asks us" not in apart
    with reading(filled) as store:
        (lie,) = (
            quote for quote in statement_queries.quotes(store, range(1, 20)) if quote.text == "Fog is a lie"
        )
    address, _, anchor = links.place_at(lie).partition("#")
    assert "Fog is a lie" in words(tree(page(address)).xpath(f"//*[@id='{anchor}']")[0])


def test_a_link_to_it_says_what_it_is(ferries: str, page: Page) -> None:
    found = tree(page("/-/source/dahl-2024?para=2"))
    assert found.xpath("//link[@rel='canonical']/@href") == ["http://localhost/-/source/dahl-2024"]
    assert found.xpath("//meta[@property='og:description']/@content") == [
        "Eirik Lunde. Tallvik Courier. 2 March 2024. 3 statements on record."
    ]


def test_a_doubt_is_seen_in_the_text(ferries: str, filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        store.update(
            "attributions",
            recorded.attribution(store, ferries).id,
            status="disputed",
            status_reason="She says she was asleep.",
        )
    found = tree(page("/-/source/dahl-2024"))
    assert [words(one) for one in found.xpath("//sup")] == ["1!", "2"]
    assert found.xpath("//sup/a/@aria-label")[0] == "Statement 1, in doubt"
    assert "disputed She says she was asleep." in words(found.xpath("//li[@id='statement-1']")[0])


def test_paragraphs_have_addresses_that_outlive_a_later_copy(ferries: str, filled: Path, page: Page) -> None:
    found = tree(page("/-/source/dahl-2024"))
    assert found.xpath("//*[starts-with(@id, 'para-')]/@id") == [f"para-{n}" for n in range(1, 5)]
    address = next(one.get("href") for one in found.iter("a") if words(one) == "4")
    with writing(filled, "test") as store:
        add_snapshot(store, "dahl-2024", read_bytes(b"Withdrawn.\n", name="a.txt"))
    assert "Withdrawn." in words(tree(page("/-/source/dahl-2024")))
    kept = tree(page(address.partition("#")[0]))
    assert "Nobody ever asks us" in words(kept.xpath("//*[@id='para-4']")[0])
    assert "This is an older copy" in words(kept)
    assert "one of 2 copies." in words(kept)


def test_a_long_text_is_turned_page_by_page(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        text = "\n\n".join(f"Gull {number} sat on the mole and said nothing." for number in range(3_000))
        factories.source(store, text, title="Gulls", citekey="gulls-2020")
    seen: list[str] = []
    address = "/-/source/gulls-2020"
    while address:
        found = tree(page(address))
        seen += [one.text_content() for one in found.xpath("//div[@class='para']/p")]
        address = next(iter(found.xpath("//nav/a[@rel='next']/@href")), "")
    assert seen == text.split("\n\n")
    assert "Gull 2900 sat" in words(tree(page("/-/source/gulls-2020?para=2901")))


def test_hostile_text_neither_runs_nor_reorders(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        source = recorded.source(store, "letter-1911")
        named = ("container_title", "publisher", "citekey", "accessed", "language", "archive_url", "issued")
        store.update("sources", source.id, **dict.fromkeys(named, HOSTILE))
        store.insert(
            "snapshots",
            source_id=source.id,
            captured_at=HOSTILE,
            sha256="1" * 64,
            media_type=HOSTILE,
            text=f"{HOSTILE}\n\n{HOSTILE}",
            extractor=HOSTILE,
            places=[[0, "page", "<b>1</b>"]],
        )
    response = page(links.source_at(HOSTILE))
    found = tree(response)
    assert found.xpath("//script/@src") == ["/-/static-plugins/onrecord/pages.js"]
    assert not found.xpath("//script[text()][not(@type='application/ld+json')]")
    assert {"\u202e", "\u202c", "\x1b"} & set(response.text) == set()
    assert "unsafe" not in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
    for address in found.xpath("//@href"):
        assert address.startswith(("/", "#", "http://localhost/-/source/"))
    assert found.xpath("//span[@class='place']")[0].text_content() == "p. <b>1</b>"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nowhere", 404),
        ("%00%FF%22%3Cscript%3E", 404),
        ("courier-2024?copy=ffffffffffff", 404),
        ("courier-2024?copy=%25", 404),
        ("courier-2024?show=key1aaaaaa", 404),
        ("courier-2024?show=%00", 404),
        ("courier-2024?part=0", 400),
        ("courier-2024?part=9", 400),
        ("courier-2024?part=%D9%A3", 400),
        ("courier-2024?para=99999999999999999999", 400),
        ("courier-2024?para=-1", 400),
        ("letter-1911?para=1", 200),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(page: Page, path: str, status: int) -> None:
    response = page(f"/-/source/{path}")
    assert response.status_code == status
    if status != 200:
        assert response.headers["content-type"].startswith("text/plain")
        assert response.text.count("\n") == 1


def test_who_may_not_see_the_database_does_not_see_the_page(filled: Path, kept: Callable[[Any], Any]) -> None:
    from datasette.app import Datasette

    private = {"databases": {filled.stem: {"tables": {"snapshots": {"allow": False}}}}}
    datasette = kept(Datasette([str(filled)], metadata=private, settings=metadata.settings(public=False)))
    assert asyncio.run(datasette.client.get("/-/source/courier-2024")).status_code == 404


def test_of_two_databases_each_has_its_own_page(
    filled: Path, tmp_path: Path, kept: Callable[[Any], Any]
) -> None:
    from datasette.app import Datasette

    other = tmp_path / "other.db"
    schema.create(other)
    with writing(other, "test") as store:
        factories.source(store, "Other words.", title="Another paper", citekey="courier-2024")
    datasette = kept(Datasette([str(filled), str(other)], settings=metadata.settings(public=False)))

    def get(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    assert "Another paper" in get("/-/source/courier-2024?in=other").text
    found = tree(get("/-/source/courier-2024?in=onrecord"))
    assert "The quay that nobody inspected" in words(found)
    paragraph = found.xpath("//a[@class='para-number']/@href")[0]
    assert "in=onrecord" in paragraph
    assert get(paragraph.partition("#")[0]).status_code == 200
    quote = tree(get(next(one for one in found.xpath("//@href") if one.startswith("/-/quote/"))))
    assert quote.xpath("//section[@id='cite-box']//input[@name='in']/@value") == ["onrecord"]
    assert get("/-/quote/key0aaaaaa?in=other").status_code == 404
