"""What changed between two stored copies, as a reader gets it."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories
from asking import ask

from onrecord.browse.server import application
from onrecord.db.store import writing
from onrecord.ingest.read import read_bytes
from onrecord.pages import links
from onrecord.sources.copies import add_snapshot

Page = Callable[..., Any]
FIRST = """The lock on the north gate

Ida Lund has kept the gate for nine years. “I locked it at six and nobody came after me,” she said.

The town pays 40 crowns a night for it.

Olof Ek, who lives beside the gate, heard nothing.

“We were asleep,” a neighbour said.

The gate is of oak.

It was made in Tallvik.

Nobody remembers by whom.
"""
SECOND = """The lock on the north gate

Ida Lund has kept the gate for nine years. “I locked it at seven and nobody came after me,” she said.

The town pays 55 crowns a night for it.

A second lock was bought on Friday.

Olof Ek, who lives beside the gate, heard nothing.

The gate is of oak.

It was made in Tallvik.

Nobody remembers by whom.
"""


def tree(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def words(node: Any) -> str:
    """The text, without the numbers of statements in it."""
    return " ".join("".join(node.xpath(".//text()[not(ancestor::sup)]")).split())


@pytest.fixture
def gate(filled: Path) -> dict[str, str]:
    """A source with two copies and four statements from the first one; gives their keys."""
    with writing(filled, "test") as store:
        factories.source(store, FIRST, citekey="gate-2024", title="The north gate", language="en")
        kept = partial(factories.quote, store, source="gate-2024")
        added = {
            "lund": kept("I locked it at six and nobody came after me", "Ida Lund"),
            "town": kept("for it", "The town", form="indirect", unverified=True),
            "ek": kept("heard nothing", "Olof Ek", form="indirect"),
            "neighbour": kept("We were asleep", "a neighbour", unnamed=True),
        }
        copy = read_bytes(SECOND.encode(), name="gate.txt")
        add_snapshot(store, "gate-2024", copy, archive_url="https://archive.example/gate")
    return {name: one.quote.key for name, one in added.items()}


def test_words_that_went_and_came_are_marked(gate: dict[str, str], page: Page) -> None:
    found = tree(page("/-/source/gate-2024/diff"))
    assert [words(one) for one in found.xpath("//section[@class='revised']//del")] == [
        "six", "40", "“We were asleep,” a neighbour said.",
    ]  # fmt: skip
    assert [words(one) for one in found.xpath("//section[@class='revised']//ins")] == [
        "seven", "55", "A second lock was bought on Friday.",
    ]  # fmt: skip
    headings = [words(one) for one in found.xpath("//section[starts-with(@class, 'change')]/h2")]
    assert headings[1:4] == ["Paragraph 2 changed", "Paragraph 3 changed", "Paragraph 4 added"]
    assert "Paragraph 5 removed (of copy 1)" in headings
    # One paragraph on each side of a change is shown, the others are counted.
    assert words(found.xpath("//p[contains(@class, 'skipped')]")[0]) == "2 paragraphs unchanged"
    assert "Nobody remembers" not in words(found)


def test_recorded_statements_are_marked_and_the_touched_ones_named(gate: dict[str, str], page: Page) -> None:
    found = tree(page("/-/source/gate-2024/diff"))
    assert "3 recorded statements are touched" in words(found)
    marks: dict[str, str] = {}
    for one in found.xpath("//a[@class='marked']"):
        key = one.get("href").rpartition("/")[2].partition("@")[0]
        if not one.xpath("ancestor::ins"):
            marks[key] = marks.get(key, "") + one.text_content()
    # The white space between words is nobody's.
    assert "".join(marks[gate["lund"]].split()) == "Ilockeditatsixandnobodycameafterme"
    assert marks[gate["ek"]] == "heard nothing"
    assert marks[gate["neighbour"]] == "We were asleep"
    touched = {
        words(one.xpath(".//blockquote")[0]): "touched" in words(one)
        for one in found.xpath("//section[@id='statements']//li")
    }
    assert touched["I locked it at six and nobody came after me"]
    assert touched["We were asleep"]
    # Its own words stay, and the price in their sentence is another.
    assert touched["for it"]
    assert not touched["heard nothing"]
    for link in found.xpath("//section[@id='statements']//a[starts-with(@href, '#')]/@href"):
        assert len(found.xpath(f"//*[@id='{link[1:]}']")) == 1


def test_the_places_lead_into_both_copies(gate: dict[str, str], page: Page) -> None:
    found = tree(page("/-/source/gate-2024/diff"))
    for link in found.xpath("//section[starts-with(@class, 'change')]/h2/a/@href"):
        address, _, anchor = link.partition("#")
        assert tree(page(address)).xpath(f"//*[@id='{anchor}']")
    removed = found.xpath("//section[@class='change removed']/h2/a/@href")[0]
    assert "asleep" in words(tree(page(removed.partition("#")[0])).xpath("//*[@id='para-5']")[0])


def test_the_source_leads_to_it_and_says_when_it_was_captured(gate: dict[str, str], page: Page) -> None:
    found = tree(page("/-/source/gate-2024"))
    (link,) = {one for one in found.xpath("//@href") if "/diff" in one}
    assert tree(page(link)).xpath("//del")
    (captured,) = [words(one) for one in found.xpath("//dl/div[dt='Captured']/dd")]
    assert captured.count("copy 1") == captured.count("copy 2") == 1
    assert "https://archive.example/gate" in found.xpath("//dl/div[dt='Captured']//a/@href")
    assert not [one for one in tree(page("/-/source/courier-2024")).xpath("//@href") if "/diff" in one]


def test_a_page_that_returns_to_its_first_text(gate: dict[str, str], filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        add_snapshot(store, "gate-2024", read_bytes(FIRST.encode(), name="gate.txt"))
    source = tree(page("/-/source/gate-2024"))
    assert "asleep" in words(source.xpath("//div[@class='text']")[0])
    assert "This is an older copy" not in words(source)
    (captured,) = [words(one) for one in source.xpath("//dl/div[dt='Captured']/dd")]
    assert captured.count("copy 1") == 2
    back = tree(page("/-/source/gate-2024/diff"))
    assert words(back.xpath("//section[@class='revised']//ins")[0]) == "six"
    older = tree(page("/-/source/gate-2024?copy=" + lookup_copy(filled, 2)))
    assert "This is an older copy" in words(older)
    (since,) = {
        one
        for one in older.xpath("//div[@class='notice']//@href | //p[@class='notice']//@href")
        if "/diff" in one
    }
    assert since == links.diff_at("gate-2024", 2)


def lookup_copy(path: Path, number: int) -> str:
    from onrecord.db.reader import opened
    from onrecord.sources.captures import copies

    with opened(str(path)) as reader:
        return copies(reader, "gate-2024")[number - 1].sha256


def test_any_two_copies_can_be_chosen(gate: dict[str, str], page: Page) -> None:
    back = tree(page("/-/source/gate-2024/diff?from=2&to=1"))
    assert words(back.xpath("//section[@class='revised']//ins")[0]) == "six"
    form = back.xpath("//form[@class='copies']")[0]
    assert form.get("action") == "/-/source/gate-2024/diff"
    assert [one.get("value") for one in form.xpath(".//option[@selected]")] == ["2", "1"]
    same = tree(page("/-/source/gate-2024/diff?from=2&to=2"))
    assert "This is one and the same copy." in words(same)
    assert not same.xpath("//section[@class='revised']")


def test_much_that_changed_comes_in_parts(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        text = "\n\n".join(
            f"Gull {number} sat on the mole and said nothing at all to anybody." for number in range(1_500)
        )
        factories.source(store, text, title="Gulls", citekey="gulls-2020")
        factories.quote(store, "Gull 1400 sat on the mole", "A keeper", source="gulls-2020")
        other = text.replace("the mole", "the pier")
        add_snapshot(store, "gulls-2020", read_bytes(other.encode(), name="gulls.txt"))
    seen, address = [], "/-/source/gulls-2020/diff"
    while address:
        found = tree(page(address))
        seen += [words(one) for one in found.xpath("//section[starts-with(@class, 'change')]/p")]
        address = next(iter(found.xpath("//nav/a[@rel='next']/@href")), "")
    assert len(seen) == 1_500
    assert seen[1_499].startswith("Gull 1499 sat on the mole pier and")
    assert page("/-/source/gulls-2020/diff?part=99").status_code == 400


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nowhere/diff", 404),
        ("courier-2024/diff", 404),
        ("letter-1911/diff", 404),
        ("gate-2024/diff?from=3", 404),
        ("gate-2024/diff?from=0", 404),
        ("gate-2024/diff?from=1&to=99", 404),
        ("gate-2024/diff?from=x", 400),
        ("gate-2024/diff?to=-1", 400),
        ("gate-2024/diff?to=%D9%A3", 400),
        ("gate-2024/diff?part=0", 400),
        ("gate-2024/diff?from=99999999999999", 400),
        ("gate-2024/diff?from=&to=", 200),
        ("%00%FF/diff", 404),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(
    gate: dict[str, str], page: Page, path: str, status: int
) -> None:
    response = page(f"/-/source/{path}")
    assert response.status_code == status
    if status != 200:
        assert response.headers["content-type"].startswith("text/plain")
        assert response.text.count("\n") == 1


def test_hostile_text_neither_runs_nor_reorders(filled: Path, page: Page) -> None:
    hostile = "<script>alert('x')</script> \u202ereversed\u202c \x1b[31m </del></ins>"
    # What is typed may have no control character; a text may, as it came.
    typed = hostile.replace("\x1b", "")
    with writing(filled, "test") as store:
        factories.source(store, f"Before {hostile} after.", title=typed, citekey="hostile-2024")
        factories.quote(store, f"{typed} after", "Mallory", source="hostile-2024", unverified=True)
        copy = read_bytes(f"Before {hostile} {hostile} later.\n\n{hostile}\n".encode(), name="a.txt")
        add_snapshot(store, "hostile-2024", copy)
    response = page("/-/source/hostile-2024/diff")
    found = tree(response)
    assert found.xpath("//script/@src") == ["/-/static-plugins/onrecord/pages.js"]
    assert not found.xpath("//script[text()]")
    assert {"\u202e", "\u202c", "\x1b"} & set(response.text) == set()
    assert "unsafe" not in response.headers["content-security-policy"]


def test_whole_texts_are_not_for_everybody(gate: dict[str, str], filled: Path) -> None:
    get = partial(ask, application(filled, "127.0.0.1", public=True))
    assert get("/-/source/gate-2024/diff").status == 404
    source = get("/-/source/gate-2024").text
    assert "/diff" not in source
    assert "https://archive.example/gate" in source


def test_of_two_databases_each_has_its_own(
    gate: dict[str, str], filled: Path, tmp_path: Path, kept: Any
) -> None:
    from datasette.app import Datasette

    from onrecord.db import schema

    other = tmp_path / "other.db"
    schema.create(other)
    datasette = kept(Datasette([str(filled), str(other)]))

    def get(path: str) -> Any:
        return asyncio.run(datasette.client.get(path))

    found = tree(get("/-/source/gate-2024/diff?in=onrecord"))
    assert found.xpath("//form[@class='copies']/input[@name='in']/@value") == ["onrecord"]
    assert found.xpath("//form[@class='copies']/@action") == ["/-/source/gate-2024/diff"]
    assert get("/-/source/gate-2024/diff?in=other").status_code == 404
