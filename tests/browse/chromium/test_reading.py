"""A reader's way through the reading room, in a browser."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import reading_room
import tools

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def clipboard(tab: "Page") -> str:
    text: str = tab.evaluate("navigator.clipboard.readText()")
    return text


def cited(path: Path, key: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "cite", key, "--db", str(path), *options],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.rstrip("\n")


def test_search_narrow_open_and_copy(open_tab: Open, room: Any) -> None:
    tab = open_tab(room.address)
    tab.get_by_role("searchbox").first.fill("nobody")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/-/onrecord/search?q=nobody")
    tab.get_by_role("region", name="Narrow this down").get_by_role("link", name="Ingrid Dahl").click()
    tab.wait_for_url("**by=ingrid-dahl")
    tab.get_by_role("link", name=reading_room.FERRY).click()
    tab.locator("#citations").get_by_role("button", name="Copy").nth(1).click()
    tab.get_by_role("status").get_by_text("Copied.").wait_for()
    assert clipboard(tab) == cited(room.path, room.keys["ferry"], "--as", "citation")


def test_what_a_search_finds_is_taken_along_and_read(open_tab: Open, room: Any, tmp_path: Path) -> None:
    tab = open_tab(f"{room.address}/-/onrecord/search?q=nobody")
    saved = {}
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        with tab.expect_download() as downloading:
            tab.get_by_role("main").get_by_role("link", name=name, exact=True).click()
        download = downloading.value
        saved[download.suggested_filename] = Path(download.path()).read_text("utf-8")
    assert set(saved) == {"search-nobody.bib", "search-nobody.ris", "search-nobody.csljson"}
    assert set(tools.read_with_biber(saved["search-nobody.bib"], tmp_path)) == {"dahl-2024", "letter-2024"}
    for format_, name in (("ris", "search-nobody.ris"), ("csljson", "search-nobody.csljson")):
        titles = {item["title"] for item in tools.read_with_pandoc(saved[name], format_)}
        assert titles == {"Ferries and fog", "A letter to the council"}


def test_another_style_and_format(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['master']}")
    tab.get_by_label("Style", exact=True).select_option("chicago-notes-bibliography")
    tab.get_by_role("status").get_by_text("Cited in the style Chicago").wait_for()
    style = ("--style", "chicago-notes-bibliography")
    expected = cited(room.path, room.keys["master"], *style, "--as", "blockquote")
    assert tab.locator("#piece-blockquote").text_content() == expected
    tab.get_by_label("Format").select_option("latex")
    tab.get_by_role("status").get_by_text("as LaTeX").wait_for()
    expected = cited(room.path, room.keys["master"], *style, "--format", "latex", "--as", "bibliography")
    assert tab.locator("#piece-bibliography").text_content() == expected


def test_a_style_is_found_by_typing(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['ferry']}")
    tab.get_by_label("Another style").fill("nature physics")
    tab.keyboard.press("Enter")
    tab.get_by_role("status").get_by_text("Cited in the style nature-physics").wait_for()
    assert tab.get_by_label("Style", exact=True).input_value() == "nature-physics"
    tab.get_by_label("Another style").fill("harvard")
    tab.keyboard.press("Enter")
    tab.get_by_role("status").get_by_text("styles found").wait_for()
    tab.locator("#styles-found").get_by_role("button").first.click()
    tab.get_by_role("status").get_by_text("Cited in the style").wait_for()
    assert not tab.locator("#styles-found").get_by_role("button").count()
    tab.get_by_label("Another style").fill("no such style")
    tab.keyboard.press("Enter")
    tab.get_by_text("No style has these words in its name.").wait_for()


def test_the_permalink_is_copied(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['ferry'][:6]}")
    tab.get_by_role("button", name="Copy").last.click()
    tab.get_by_role("status").get_by_text("Copied.").wait_for()
    assert clipboard(tab) == f"{room.address}/-/quote/{room.keys['ferry']}"


def test_single_keys(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['ferry']}")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.matches('[data-entry]')")
    tab.locator("#piece-citation").wait_for()
    tab.keyboard.press("c")
    tab.get_by_role("status").get_by_text("Copied.").wait_for()
    assert reading_room.FERRY in clipboard(tab)
    tab.keyboard.press("?")
    help_ = tab.get_by_role("dialog", name="Keyboard shortcuts")
    help_.wait_for()
    help_.get_by_role("checkbox").uncheck()
    tab.keyboard.press("Escape")
    help_.wait_for(state="hidden")
    tab.keyboard.press("?")
    assert not help_.is_visible()
    tab.reload()
    tab.keyboard.press("?")
    assert not help_.is_visible()
    tab.get_by_role("button", name="Keyboard shortcuts").click()
    help_.wait_for()


def test_keys_are_letters_where_one_types(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['ferry']}")
    tab.get_by_label("Another style").press_sequentially("c?j/k")
    assert tab.get_by_label("Another style").input_value() == "c?j/k"
    assert not tab.get_by_role("dialog").is_visible()


def test_without_scripts_the_button_cites(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/quote/{room.keys['ferry']}", scripts=False)
    assert not tab.get_by_role("button", name="Copy").count()
    tab.get_by_label("Style", exact=True).select_option("ieee")
    tab.get_by_role("button", name="Show").click()
    expected = cited(room.path, room.keys["ferry"], "--style", "ieee", "--as", "bibliography")
    assert tab.locator("#piece-bibliography").text_content() == expected
