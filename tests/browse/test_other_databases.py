"""Plain `datasette` with onrecord installed: ours are readable, others stay as they are."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from datasette.app import Datasette

from onrecord.pages.host import TITLE

Page = Callable[[str], Any]
Keep = Callable[[Any], Any]
STYLE = "onrecord.css"


@pytest.fixture
def page(filled: Path, tmp_path: Path, kept: Keep) -> Page:
    """Plain Datasette on one of ours and on another application's file with the same table names."""
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.executescript(
        "CREATE TABLE quotes (id INTEGER PRIMARY KEY, text TEXT, status TEXT, url TEXT);"
        "INSERT INTO quotes VALUES (1, 'Buy low.', 'disputed', 'https://shop.example/');"
        "CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('one two');"
    )
    connection.close()
    datasette = kept(Datasette(files=[str(filled), str(other)]))
    return lambda path: asyncio.run(datasette.client.get(path))


def test_ours_is_readable_without_any_set_up(page: Page) -> None:
    text = page("/onrecord/quotes?_search=frost").text
    assert "onrecord-wording" in text
    assert STYLE in text
    assert 'data-column="speaker"' in text


def test_others_keep_their_own_look(page: Page) -> None:
    for path in ("/other", "/other/quotes", "/other/quotes/1"):
        response = page(path)
        assert response.status_code == 200
        assert STYLE not in response.text
        assert "onrecord-" not in response.text
    assert page("/other/notes?_search=two").status_code == 200


def test_a_home_page_that_is_shared_is_nobodys(page: Page) -> None:
    home = page("/").text
    assert "<h1>Datasette</h1>" in home
    ours = page("/-/onrecord").text
    assert "Recorded last" in ours
    assert 'href="/-/onrecord"' in ours
    assert STYLE not in home
    assert TITLE not in home


def test_the_owners_own_metadata_wins(filled: Path, kept: Keep) -> None:
    mine = {"databases": {"onrecord": {"title": "Mine", "tables": {"quotes": {"facets": ["form"]}}}}}
    datasette = kept(Datasette(files=[str(filled)], metadata=mine))
    assert "<h1>Mine" in asyncio.run(datasette.client.get("/onrecord")).text
    quotes = html.fromstring(asyncio.run(datasette.client.get("/onrecord/quotes")).text)
    assert [facet.get("data-column") for facet in quotes.find_class("facet-info")] == ["form"]


def test_a_database_of_another_schema_is_left_alone(filled: Path, kept: Keep) -> None:
    connection = sqlite3.connect(filled)
    connection.executescript("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);")
    connection.close()
    datasette = kept(Datasette(files=[str(filled)]))
    shown = asyncio.run(datasette.client.get("/onrecord")).text
    assert TITLE not in shown
    assert STYLE not in shown
