"""A static copy in a real browser, below a path of a plain web server: led through, copied from, accessible, harmless."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")
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
    for page in ("index", "speakers", "claims", f"quote/{keys['ferry']}", "source/dahl-2024",
                 "speaker/ingrid-dahl", f"claim/{keys['claim']}"):  # fmt: skip
        tab = open_tab(f"{address}/{page}.html", width=width, dark=dark)
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
