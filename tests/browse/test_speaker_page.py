"""The page of a speaker, as a reader gets it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.db.store import writing
from onrecord.pages import links
from onrecord.speakers.write import add_name, find_speaker, merge_speakers

Page = Callable[..., Any]
HOSTILE = "<script>alert('x')</script>\"'> \u202ereversed\u202c \x1b[31m"


def tree(response: Any) -> Any:
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture
def dahl(filled: Path) -> None:
    with writing(filled, "test") as store:
        factories.source(store, None, citekey="dahl-1999", title="An old paper", issued="1999")
        for year in (2001, 2003, 2003):
            factories.quote(store, f"Fog no. {year}.", source="dahl-1999", said=str(year), unverified=True)
        factories.quote(store, "Fog again.", source="dahl-1999", unverified=True)
        dahl = find_speaker(store, "ingrid-dahl")
        store.update("speakers", dahl.id, wikidata_id="Q42", description="Mayor of Tallvik")
        add_name(store, dahl, "Ингрид Даль", kind="transliteration", language="ru")


def test_it_says_who_the_speaker_is(dahl: None, page: Page) -> None:
    found = tree(page("/-/speaker/ingrid-dahl"))
    shown = words(found)
    assert (
        "person Ingrid Dahl also Ингрид Даль Mayor of Tallvik 3 statements in 1 source · Wikidata Q42"
        in shown
    )
    assert "Ингрид Даль transliteration, ru" in shown
    assert "https://www.wikidata.org/wiki/Q42" in found.xpath("//@href")
    assert found.xpath("//*[@lang='ru']")


def test_the_picture_has_its_table_and_the_table_leads_to_the_statements(dahl: None, page: Page) -> None:
    found = tree(page("/-/speaker/ingrid-dahl"))
    drawn = found.xpath("//figure/svg[@role='img']")[0]
    assert [words(one) for one in drawn.xpath("./title")] == ["Statements over time"]
    assert len(drawn.xpath("./rect")) == 3
    assert not found.xpath("//@style")
    rows = [[words(cell) for cell in row] for row in found.xpath("//tbody/tr")]
    assert rows == [["1999", "0", "1"], ["2001", "1", "0"], ["2003", "1", "0"]]
    address = found.xpath("//tbody//a[text()='2001']/@href")[0]
    there = tree(page(address.partition("#")[0]))
    assert [words(one) for one in there.xpath("//blockquote")] == ["Fog no. 2001."]
    assert "1 of 3. Show all" in words(there)


def test_statements_stand_the_newest_first_with_their_source(dahl: None, page: Page) -> None:
    found = tree(page("/-/speaker/ingrid-dahl"))
    entries = [words(one) for one in found.xpath("//ol[@class='entries']/li")]
    assert [entry[:13] for entry in entries] == ["Fog no. 2003.", "Fog no. 2001.", "Fog again. In"]
    assert "In An old paper, 2003 direct not checkable" in entries[0]
    assert "published 1999" in entries[2]


def test_doubts_lead_to_the_statements_concerned(page: Page) -> None:
    found = tree(page("/-/speaker/speaker-1"))
    address = found.xpath("//section[h2[@id='doubts']]//a/@href")[0]
    assert "key2aaaaaa" in page(address).text
    assert "disputed The office denies the conversation." in words(found)


def test_what_was_passed_on_stands_apart(page: Page) -> None:
    shown = words(tree(page("/-/speaker/speaker-0")))
    assert "What others said, passed on by Ines Falkenau The quay was inspected" in shown


def test_names_in_the_tables_lead_to_it(page: Page) -> None:
    for table in ("quotes", "speakers"):
        links = html.fromstring(page(f"/onrecord/{table}").text).xpath("//td//a/@href")
        assert "/-/speaker/speaker-1" in links


def test_a_merged_speaker_says_so(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        merge_speakers(store, find_speaker(store, "speaker-1"), find_speaker(store, "speaker-0"))
    shown = words(tree(page("/-/speaker/speaker-1")))
    assert "Tobias Ren (speaker-1) was found to be the same as Ines Falkenau." in shown


def test_hostile_text_neither_runs_nor_reorders(filled: Path, page: Page) -> None:
    with writing(filled, "test") as store:
        store.update("speakers", 3, name=HOSTILE, description=HOSTILE, slug=HOSTILE)
        store.insert(
            "speaker_names",
            speaker_id=3,
            name=HOSTILE,
            name_key="x",
            language=HOSTILE,
            script=HOSTILE,
            kind="alias",
        )
    response = page(links.speaker_at(HOSTILE))
    found = tree(response)
    assert found.xpath("//script/@src") == ["/-/static-plugins/onrecord/pages.js"]
    assert not found.xpath("//script[text()][not(@type='application/ld+json')]")
    assert {"\u202e", "\u202c", "\x1b"} & set(response.text) == set()
    assert not found.xpath("//@*[starts-with(name(), 'on')]")
    for address in found.xpath("//@href"):
        assert address.startswith(("/", "#", "http://localhost/-/speaker/"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nobody", 404),
        ("%00%FF%22%3Cscript%3E", 404),
        ("speaker-0?page=0", 400),
        ("speaker-0?page=99", 400),
        ("speaker-0?page=x", 400),
        ("speaker-0?when=%00", 400),
        ("speaker-0?when=yesterday", 400),
        ("speaker-0?when=1814", 200),
        ("speaker-0?when=", 200),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(page: Page, path: str, status: int) -> None:
    response = page(f"/-/speaker/{path}")
    assert response.status_code == status
    if status != 200:
        assert response.headers["content-type"].startswith("text/plain")
        assert response.text.count("\n") == 1
