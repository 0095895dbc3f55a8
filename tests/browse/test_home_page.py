"""The home page, as a reader gets it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories
from datasette.app import Datasette

from onrecord.browse import metadata, versions
from onrecord.browse.readonly import make_datasette
from onrecord.db import schema
from onrecord.db.store import writing
from onrecord.model.vocabulary import CHECK_RESULTS
from onrecord.pages import STATIC, home_page

Page = Callable[..., Any]
Keep = Callable[[Any], Any]


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def home(page: Page, path: str = "/") -> Any:
    response = page(path)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def section(tree: Any, name: str) -> Any:
    return tree.xpath(f"//section[@aria-labelledby='{name}']")[0]


def test_it_searches_and_says_what_is_in_here(page: Page) -> None:
    tree = home(page)
    (form,) = tree.xpath("//form[@role='search']")
    assert (form.get("action"), form.xpath(".//input/@name")) == ("/-/onrecord/search", ["q"])
    holdings = tree.xpath("//ul[@class='holdings']/li")
    assert [words(one) for one in holdings] == [
        "4 statements", "3 speakers", "2 sources", "1 claim", "1 stored text",
    ]  # fmt: skip
    for one in holdings:
        assert page(one.find("a").get("href")).status_code == 200
    assert "/onrecord" in [one.get("href") for one in tree.iter("a")]


def test_what_was_recorded_last_comes_first_and_at_once(filled: Path, page: Page) -> None:
    entries = section(home(page), "last").xpath(".//li")
    assert words(entries[0]).startswith("Nothing here runs: <script>alert('x')</script> Mallory")
    with writing(filled, "test") as store:
        factories.source(store, None)
        factories.quote(store, "The cranes belong to nobody")
    assert words(section(home(page), "last").xpath(".//li")[0]).startswith("The cranes belong to nobody")


def test_the_time_line_leads_to_what_was_said_then(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store, None)
        factories.quote(store, "Then", said="2019")
        factories.quote(store, "Later", said="2024-05")
    shown = section(home(page), "over-time")
    rows = {words(one): one.get("href") for one in shown.xpath(".//table//th/a")}
    assert set(rows) == {"2019", "2024"}
    entries = home(page, rows["2019"]).xpath("//ol[@class='entries']/li")
    assert any(words(entry).startswith("Then") for entry in entries)
    assert not any(words(entry).startswith("Later") for entry in entries)
    # The fixture's rows say in words when it was, and leave the days out.
    assert "4 without any date." in words(shown)


def test_the_most_quoted_are_named_with_numbers(page: Page) -> None:
    tree = home(page)
    speakers = section(tree, "speakers").xpath(".//li")
    assert words(speakers[0]) == "Ines Falkenau 2"
    assert speakers[0].find(".//a").get("href") == "/-/speaker/speaker-0"
    assert words(section(tree, "sources").xpath(".//li")[0]).endswith(" 2")


def test_it_says_how_much_is_verified_and_what_is_in_doubt(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store)
        factories.quote(store, "Nobody asked us", "a deckhand", unnamed=True)
    shown = section(home(page), "sure")
    outcomes = {words(one.find("th")): int(words(one.find("td"))) for one in shown.xpath(".//tbody/tr")}
    assert sum(outcomes.values()) == 5
    assert words(shown.findall("p")[0]).startswith("1 of 5 quotations stand so")
    for address in shown.xpath(".//tbody//a/@href"):
        assert page(address).status_code == 200
    doubts = {words(one): one.find("a").get("href") for one in shown.xpath("p[@class='reason']")}
    assert set(doubts) == {"disputed 1 quotation", "misattributed 1 quotation"}
    assert len(home(page, doubts["disputed 1 quotation"]).xpath("//ol[@class='entries']/li")) == 1


def test_an_empty_database_says_how_to_begin(database: Path, kept: Keep) -> None:
    datasette = kept(make_datasette(database))
    tree = home(lambda path: asyncio.run(datasette.client.get(path)))
    assert "Nothing is recorded yet" in words(tree)
    assert not tree.xpath("//svg")


def test_of_several_databases_each_has_its_own(filled: Path, tmp_path: Path, kept: Keep) -> None:
    other = tmp_path / "other.db"
    schema.create(other)
    with writing(other, "test") as store:
        factories.source(store, None)
        factories.quote(store, "Only here")
    datasette = kept(Datasette([str(filled), str(other)], settings=metadata.settings(public=False)))

    def page(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    places = {words(one): one.get("href") for one in home(page).xpath("//nav[@aria-label='Databases']/a")}
    assert places == {"other": "/?in=other"}
    assert words(section(home(page, places["other"]), "last").xpath(".//li")[0]).startswith("Only here")
    assert home(page, places["other"]).xpath("//input[@name='in']/@value") == ["other"]


def test_datasettes_own_answer_for_programs_stays(page: Page) -> None:
    answer = page("/.json").json()
    assert "onrecord" in ([one["name"] for one in answer["databases"]] if versions.IS_1 else answer)


def test_who_may_not_see_the_database_sees_datasettes_own_page(filled: Path, kept: Keep) -> None:
    private = {"databases": {filled.stem: {"tables": {"snapshots": {"allow": False}}}}}
    datasette = kept(Datasette([str(filled)], metadata=private, settings=metadata.settings(public=False)))
    response = asyncio.run(datasette.client.get("/"))
    assert response.status_code == 200
    assert "Recorded last" not in response.text
    assert asyncio.run(datasette.client.get("/-/onrecord")).status_code == 404


def test_every_outcome_has_its_place_in_the_picture() -> None:
    assert set(home_page._OUTCOMES) == {*CHECK_RESULTS, None}
    colours = (STATIC / "pages.css").read_text(encoding="utf-8")
    assert all(f".outcome-{one or 'unchecked'} {{ fill:" in colours for one in home_page._OUTCOMES)
