"""The search page, as a reader gets it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord import search
from onrecord.browse import metadata
from onrecord.browse.readonly import make_datasette
from onrecord.db import schema
from onrecord.db.store import reading, writing

Page = Callable[..., Any]


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def found(page: Page, expected: int = 200, /, **asked: object) -> Any:
    response = page(f"/-/onrecord/search?{urlencode(asked)}")
    assert response.status_code == expected, response.text
    return html.fromstring(response.text)


def hits(tree: Any) -> list[str]:
    return [words(one) for one in tree.xpath("//ol[@class='entries']/li")]


def number(tree: Any) -> str:
    return words(tree.xpath("//h1")[0])


def narrowing(tree: Any, name: str) -> dict[str, tuple[int, str]]:
    """A list beside the hits: the number and the address by value."""
    return {
        words(one.find("a")): (int(words(one.xpath("span")[0])), one.find("a").get("href"))
        for one in tree.xpath(f"//ul[@aria-labelledby='list-{name}']/li")
    }


def test_a_hit_says_who_through_whom_where_when_and_what_is_in_doubt(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store, None, title="Minutes", citekey="minutes-2021")
        factories.quote(
            store, "The cranes belong to nobody", source="minutes-2021", locator="p. 12", said="2021-03-04"
        )
    tree = found(page, q='"quay was inspected"')
    assert number(tree) == "1 statement"
    assert hits(tree)[0].startswith(
        "The quay was inspected in the spring, said the U.S. envoy. Tobias Ren, through Ines Falkenau, in "
        "The quay that nobody inspected, 20 February 2024 direct not checked disputed The office denies"
    )
    assert [words(one) for one in tree.iter("mark")] == ["quay was inspected"]
    assert tree.xpath("//blockquote/a/@href") == ["/-/quote/key2aaaaaa"]
    assert "in Minutes, p. 12, 4 March 2021" in hits(found(page, q="cranes"))[0]


def test_a_hit_that_was_found_by_its_source_or_speaker_shows_where(page: Page) -> None:
    by_title = found(page, q="nobody inspected", by="Tobias Ren")
    assert [words(one) for one in by_title.iter("mark")] == ["inspected", "nobody", "inspected"]
    by_name = found(page, q="frost Falkenau")
    assert [words(one) for one in by_name.iter("mark")] == ["frost", "Falkenau"]


@pytest.mark.parametrize(
    "typed", ["harbour", '"the loans"', "harb*", "frost -loans", "Falkenau", "quay", '"']
)
def test_it_finds_what_the_search_of_the_command_line_finds(filled: Path, page: Page, typed: str) -> None:
    with reading(filled) as store:
        keys = [hit.quote.key for hit in search.search(store, typed, sort="newest").hits]
    tree = found(page, q=typed, sort="newest")
    assert [one.rpartition("/")[2] for one in tree.xpath("//blockquote/a/@href")] == keys


def test_one_click_narrows_and_another_takes_it_off(page: Page) -> None:
    everything = found(page, sort="newest")
    speakers = narrowing(everything, "speaker")
    assert {name: count for name, (count, _) in speakers.items()}["Ines Falkenau"] == 2
    narrowed = html.fromstring(page(speakers["Ines Falkenau"][1]).text)
    assert number(narrowed) == "2 statements"
    taken = narrowed.xpath("//ul[@class='taken']/li")
    assert [words(one) for one in taken] == ["Speaker: Ines Falkenau ✕"]
    assert not narrowing(narrowed, "speaker")
    without = html.fromstring(page(taken[0].find("a").get("href")).text)
    assert hits(without) == hits(everything)


def test_every_list_says_what_its_click_will_find(page: Page) -> None:
    everything = found(page, sort="newest")
    lists = everything.xpath("//section[@id='lists']//ul/@aria-labelledby")
    assert {"list-speaker", "list-source", "list-status", "list-form"} <= set(lists)
    for name in lists:
        for count, address in narrowing(everything, name.removeprefix("list-")).values():
            assert number(html.fromstring(page(address).text)).split()[0] == str(count)


def test_pages_go_on_where_the_one_before_ends(database: Path, page: Page) -> None:
    with writing(database, "test") as store:
        factories.source(store, None)
        for one in range(45):
            factories.quote(store, f"Buoy {one} has drifted", said=f"20{one:02}")
    first = found(page, q="buoy", sort="newest")
    assert number(first) == "45 statements"
    second = html.fromstring(page(first.xpath("//a[@rel='next']/@href")[0]).text)
    third = html.fromstring(page(second.xpath("//a[@rel='next']/@href")[0]).text)
    assert third.xpath("//a[@rel='next']") == []
    assert hits(html.fromstring(page(third.xpath("//a[@rel='prev']/@href")[0]).text)) == hits(second)
    shown = [*hits(first), *hits(second), *hits(third)]
    assert len(shown) == len(set(shown)) == 45
    assert third.xpath("//ol/@start") == ["41"]
    beyond = found(page, q="buoy", page=9)
    assert "There is no page 9 of these." in beyond.text_content()


def test_what_finds_nothing_says_what_would(page: Page) -> None:
    named = found(page, q="frost Falkenaw")
    assert number(named) == "Nothing was found for “frost Falkenaw”"
    meant = next(one for one in named.iter("a") if words(one) == "Ines Falkenau")
    assert number(html.fromstring(page(meant.get("href")).text)) == "1 statement"
    apart = found(page, q="frost envoy", form="direct")
    offered = {words(one): one.get("href") for one in apart.xpath("//section//li/a")}
    assert set(offered) == {"“frost” alone", "“envoy” alone"}
    assert number(html.fromstring(page(offered["“frost” alone"]).text)) == "1 statement"
    filtered = found(page, q="frost", status="disputed")
    offered = {words(one): one.get("href") for one in filtered.xpath("//section//li/a")}
    assert number(html.fromstring(page(offered["the same without the filters"]).text)) == "1 statement"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"q": "quay", "by": "Nobody Known"}, "There is no speaker 'Nobody Known'."),
        ({"q": "quay", "since": "last week"}, "last week"),
        ({"q": "quay", "source": "nowhere-1999"}, "There is no source 'nowhere-1999'."),
        ({"q": "quay", "tag": "nothing"}, "There is no tag 'nothing'."),
        ({"q": "quay", "form": "shouted"}, "'shouted' is not a form."),
        ({"q": "quay", "sort": "best"}, "'best' is nothing for sort."),
        ({"q": "quay", "by": "Nobody Known", "via": "\x19"}, "There is no speaker 'Nobody Known'."),
        ({"q": "quay", "page": "0"}, "Pages are counted from 1"),
        ({"q": "quay", "page": "two"}, "Pages are counted from 1"),
        ({"q": "quay", "page": "501"}, "Pages are counted from 1"),
        ({"q": "q" * 501}, "at most 500 characters"),
        ({"q": " ".join(f"w{one}" for one in range(41))}, "at most 40"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence_beside_the_form(
    page: Page, asked: dict[str, str], sentence: str
) -> None:
    tree = found(page, 400, **asked)
    (alert,) = tree.xpath("//*[@role='alert']")
    assert sentence in words(alert)
    assert "onrecord" not in words(alert)
    assert tree.xpath("//input[@id='q']/@value") == [asked["q"]]


def test_a_name_of_several_is_a_choice(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store, None)
        factories.quote(store, "One", by="Ada Falkenau")
    tree = found(page, 400, by="Falkenau")
    chosen = {words(one): one.get("href") for one in tree.xpath("//*[@role='alert']//a")}
    assert set(chosen) == {"Ines Falkenau", "Ada Falkenau"}
    assert number(html.fromstring(page(chosen["Ada Falkenau"]).text)) == "1 statement"


def test_a_tag_on_the_page_of_a_statement_finds_all_that_have_it(page: Page) -> None:
    tags = html.fromstring(page("/-/quote/key0aaaaaa").text).xpath("//dd/a[bdi='harbour']/@href")
    assert tags == ["/-/onrecord/search?tag=harbour"]
    assert number(html.fromstring(page(tags[0]).text)) == "1 statement"


def test_empty_fields_of_the_form_stay_out_of_the_address(page: Page) -> None:
    response = page("/-/onrecord/search?q=frost&by=&since=&form=direct", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (
        302,
        "/-/onrecord/search?q=frost&form=direct",
    )


def test_every_page_has_a_box_that_searches(page: Page) -> None:
    for path in ("/-/quote/key0aaaaaa", "/-/source/courier-2024", "/-/onrecord/search"):
        (form,) = html.fromstring(page(path).text).xpath("//form[@role='search']")
        assert (form.get("action"), form.get("method")) == ("/-/onrecord/search", "get")
        assert form.xpath(".//input[@type='search']/@name") == ["q"]


def test_hostile_text_neither_runs_nor_reorders(page: Page) -> None:
    for asked in ({"q": "runs"}, {"q": "<script>alert(1)</script>\u202e"}, {"by": "\u202e<img src=x>"}):
        response = page(f"/-/onrecord/search?{urlencode(asked)}")
        tree = html.fromstring(response.text)
        assert tree.xpath("//script/@src") == ["/-/static-plugins/onrecord/pages.js"]
        assert not tree.xpath("//img")
        assert "\x1b" not in response.text
        assert "\u202e" not in tree.xpath("//main")[0].text_content()
        assert response.headers["content-security-policy"].startswith("default-src 'none'")


def test_what_was_recorded_a_moment_ago_is_in_the_lists(filled: Path, page: Page) -> None:
    before = narrowing(found(page, sort="newest"), "speaker")
    with writing(filled, "test") as store:
        factories.source(store, None)
        factories.quote(store, "One", by="Ada Falkenau")
    after = narrowing(found(page, sort="newest"), "speaker")
    assert "Ada Falkenau" not in before
    assert "Ada Falkenau" in after


def test_one_of_several_databases_is_searched(
    filled: Path, tmp_path: Path, kept: Callable[[Any], Any]
) -> None:
    from datasette.app import Datasette

    other = tmp_path / "other.db"
    schema.create(other)
    with writing(other, "test") as store:
        factories.source(store, None)
        factories.quote(store, "Only here: frost")
    datasette = kept(Datasette([str(filled), str(other)], settings=metadata.settings(public=False)))

    def page(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    here = found(page, q="frost")
    assert here.xpath("//select[@name='in']/option[@selected]/text()") == ["onrecord"]
    there = found(page, **{"q": "frost", "in": "other"})
    assert hits(there)[0].startswith("Only here: frost")
    assert there.xpath("//ol//blockquote/a/@href")[0].endswith("?in=other")
    assert found(page, **{"q": "frost", "in": "other", "sort": "oldest"}) is not None
    assert page("/-/onrecord/search?q=frost&in=nothing").status_code == 404


def test_without_anything_to_look_for_there_is_a_form(tmp_path: Path, kept: Callable[[Any], Any]) -> None:
    database = tmp_path / "onrecord.db"
    schema.create(database)
    datasette = kept(make_datasette(database))

    def page(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    assert found(page).xpath("//form//input[@name='q']")
    assert number(found(page, q="anything")) == "Nothing was found for “anything”"


def test_a_half_remembered_wording_is_offered_where_nothing_is_found(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store, None, title="Minutes", citekey="minutes-2021", issued="2021")
        said = factories.quote(
            store, "The lanterns of the old breakwater are lit by nobody in winter", source="minutes-2021"
        )
        factories.quote(
            store, "the lanterns of the old breakwater are lit by nobody", "Mara <b>Lind", source="minutes-2021",
            status="misattributed", reason="she never came there",
        )  # fmt: skip
    tree = found(page, q="lantern of that old breakwater is lit by noone in winters")
    assert number(tree).startswith("Nothing was found")
    assert "It is recorded as" in words(tree.xpath("//*[@id='remembered']")[0])
    [shown] = hits(tree)
    assert (
        "Ingrid Dahl" in shown and "Also given to Mara <b>Lind" in shown and "she never came there" in shown
    )
    assert f"/-/quote/{said.quote.key}" in tree.xpath("//ol[@class='entries']//blockquote/a/@href")[0]
    assert not found(page, q="zebra quagga okapi").xpath("//*[@id='remembered']")


def passages(tree: Any) -> list[str]:
    return [words(one) for one in tree.xpath("//section[@id='texts']//ol/li")]


def test_stored_texts_are_a_second_list(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        factories.source(store, issued="2024-03-02")
        factories.quote(store, "would rather close the port than risk a crew", "the harbour master")
    tree = found(page, q="harbour master")
    [port] = passages(tree)
    assert (
        "close the port" in port and "In Ferries and fog, para. 3, published 2 March 2024 On record:" in port
    )
    assert [one.text for one in tree.xpath("//section[@id='texts']//mark")] == ["harbour", "master"]
    [link] = tree.xpath("//section[@id='texts']//blockquote/a/@href")
    assert page(link.partition("#")[0]).status_code == 200
    # What nobody recorded is found there alone.
    tree = found(page, q="deckhand")
    assert number(tree).startswith("Nothing was found") and passages(tree)[0].endswith("Not on record")
    assert not passages(found(page, q="harbour master", by="the harbour master"))
    assert not passages(found(page, q="harbour master", since="2025"))


def test_all_passages_have_pages_of_their_own(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        text = "\n\n".join(f"The crane, said number {one}." for one in range(45))
        factories.source(store, text, citekey="cranes", title="Cranes")
    tree = found(page, q="crane number")
    assert len(passages(tree)) == 5
    [all_of_them] = tree.xpath("//section[@id='texts']/p/a[starts-with(text(), 'All 45')]/@href")
    seen = passages(html.fromstring(page(all_of_them).text)) + passages(
        found(page, q="crane number", texts=2)
    )
    assert len({*seen, *passages(found(page, q="crane number", texts=3))}) == 45
    assert not passages(found(page, q="crane number", texts=4))
    for wrong in ("0", "501", "x", "-1", "٣"):
        assert number(found(page, 400, q="crane", texts=wrong)) == "This cannot be searched for"
