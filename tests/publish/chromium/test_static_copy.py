"""A static copy in a real browser, below a path of a plain web server: led through, copied from, accessible, harmless."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")
pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

import payloads
import reading_room
import static_copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

Open = Callable[..., "Page"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def published(database: Path, folder: Path) -> None:
    folder.parent.mkdir()
    subprocess.run(
        [sys.executable, "-m", "onrecord", "publish", str(folder), "--db", str(database)],
        check=True, capture_output=True, cwd=database.parent,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The newsroom's copy below a path: its address, and the keys of what is in it."""
    folder = tmp_path_factory.mktemp("copy")
    keys = reading_room.newsroom(folder / "onrecord.db")
    published(folder / "onrecord.db", folder / "below" / "room")
    with static_copy.handed_out(folder) as address:
        yield f"{address}/below/room", keys


def test_a_reader_is_led_from_the_home_page_to_a_source_and_copies_a_citation(
    open_tab: Open, copy: tuple[str, dict[str, str]]
) -> None:
    address, keys = copy
    tab = open_tab(f"{address}/")
    tab.get_by_role("navigation", name="Places").get_by_role("link", name="Speakers").click()
    tab.get_by_role("link", name="Ingrid Dahl").click()
    tab.get_by_role("link", name=reading_room.FERRY).first.click()
    assert tab.url == f"{address}/quote/{keys['ferry']}.html"
    copying = tab.locator("#citations").get_by_role("button", name="Copy").first
    copying.click()
    tab.get_by_role("status").get_by_text("Copied.").wait_for()
    assert reading_room.FERRY.rstrip(",") in tab.evaluate("navigator.clipboard.readText()")
    tab.get_by_role("link", name="Ferries and fog").first.click()
    assert tab.url == f"{address}/source/dahl-2024.html"
    tab.get_by_role("link", name=reading_room.MASTER).click()
    assert tab.url == f"{address}/quote/{keys['master']}.html"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_nothing_is_in_the_way(
    open_tab: Open, copy: tuple[str, dict[str, str]], width: int, dark: bool
) -> None:
    address, keys = copy
    found = {}
    tab = None
    for page in ("index", "search", "speakers", "claims", f"quote/{keys['ferry']}", "source/dahl-2024",
                 "speaker/ingrid-dahl", f"claim/{keys['claim']}"):  # fmt: skip
        tab = open_tab(f"{address}/{page}.html", width=width, dark=dark, tab=tab)
        tab.evaluate(AXE)
        broken = tab.evaluate(
            "axe.run().then(found => found.violations.map(one => one.id + one.nodes[0].html))"
        )
        wide = tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        found[page] = [*broken, *(["wider than the screen"] if wide else [])]
    assert {page: what for page, what in found.items() if what} == {}


def test_no_payload_runs(chromium: "Browser", tmp_path: Path) -> None:
    database = tmp_path / "onrecord.db"
    reading_room.hostile(database, [" ".join(payloads.PAYLOADS)])
    published(database, tmp_path / "below" / "room")
    ran: list[str] = []
    tab = chromium.new_page()

    def dialog(shown: "Dialog") -> None:
        ran.append(f"{tab.url}: {shown.message}")
        shown.dismiss()

    tab.on("dialog", dialog)
    with static_copy.handed_out(tmp_path) as address:
        for page in (tmp_path / "below" / "room").rglob("*.html"):
            tab.goto(f"{address}/{page.relative_to(tmp_path).as_posix()}")
            # A dialog of what a page runs on its own comes before this answers.
            assert tab.evaluate("document.querySelector('main') !== null")
    tab.close()
    assert ran == []


def test_the_search_is_done_in_the_browser(open_tab: Open, copy: tuple[str, dict[str, str]]) -> None:
    address, keys = copy
    tab = open_tab(f"{address}/")
    tab.get_by_label("Search what was said").fill("ticket DÁHL")
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", level=1).get_by_text("statement").wait_for()
    assert tab.url.startswith(f"{address}/search.html?q=ticket")
    first = tab.locator(".hits li").first
    assert {mark.casefold() for mark in first.locator("mark").all_inner_texts()} >= {"ticket", "dahl"}
    tab.get_by_role("link", name=reading_room.FERRY).click()
    assert tab.url == f"{address}/quote/{keys['ferry']}.html"


def test_what_was_found_is_narrowed_and_widened_again(
    open_tab: Open, copy: tuple[str, dict[str, str]]
) -> None:
    address, _ = copy
    tab = open_tab(f"{address}/search.html?q=the")
    tab.get_by_role("heading", name="Narrow this down").wait_for()
    number = int(tab.locator("#hits").inner_text().split()[0])
    choice = tab.locator("#list-speaker + ul li").first
    count = int(choice.locator(".count").inner_text())
    choice.get_by_role("link").click()
    tab.get_by_role("list", name="Narrowed to").wait_for()
    assert int(tab.locator("#hits").inner_text().split()[0]) == count < number
    tab.get_by_role("link", name="Without this: Speaker").click()
    tab.get_by_role("heading", name="Narrow this down").wait_for()
    assert int(tab.locator("#hits").inner_text().split()[0]) == number


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"risk a crew"', True),
        ('"crew a risk"', False),
        ("nobodysaidthis", False),
        ("cre*", True),
        ("cre", False),
    ],
)
def test_phrases_beginnings_and_nothing(
    open_tab: Open, copy: tuple[str, dict[str, str]], typed: str, found: bool
) -> None:
    tab = open_tab(f"{copy[0]}/search.html")
    tab.get_by_label("Search what was said").fill(typed)
    tab.get_by_role("main").get_by_role("button", name="Search").click()
    tab.locator("#hits").wait_for()
    assert tab.locator("#hits").inner_text().startswith("Nothing was found") is not found
    assert bool(tab.locator(".hits li").count()) is found


def test_doubt_is_seen_in_what_was_found(open_tab: Open, copy: tuple[str, dict[str, str]]) -> None:
    tab = open_tab(f"{copy[0]}/search.html?q=port")
    tab.locator(".hits .reason").first.wait_for()
    assert tab.locator(".hits .onrecord-bad, .hits .onrecord-doubtful").count()


HARD = (
    "İstanbul’da IŞIK ışık", "Straße STRASSE ﬁn ﬃ", "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "Dvořák café CAFÉ", "東京都の天気はどうですか", "한국어 문장",
    "it's a well-known x² 10½ ⅷ", "नमस्ते दुनिया", "Ёлка ёлка", "a_b a-b a.b", "𝔊𝔬𝔱𝔥𝔦𝔠 ＷＩＤＥ", "ǅ ŉ ﷺ", "שָׁלוֹם", "กขค",
)  # fmt: skip


def test_words_are_folded_as_they_are_in_the_index(open_tab: Open, copy: tuple[str, dict[str, str]]) -> None:
    from onrecord.publish import search_index

    tab = open_tab(f"{copy[0]}/search.html")
    for text in HARD:
        words = search_index.words(text)
        assert tab.evaluate("text => wordsOf(text)", text) == words
        assert tab.evaluate("words => words.map(shardOf)", words) == [
            search_index.shard(word) for word in words
        ]
