"""The Nu Html Checker, which the W3C's validator runs, finds nothing in the pages and the style sheets."""

import json
import subprocess
import sys
import urllib.request
from itertools import chain
from pathlib import Path

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import payloads
import reading_room
import tools

STATIC = Path(__file__).parents[2] / "onrecord" / "browse" / "static"


def found_in(*files: Path) -> list[str]:
    """Its errors and warnings: the file, the line and the sentence."""
    done = subprocess.run(
        # Short of work, a compiler that optimises costs more than it saves; its slower code takes a deeper stack.
        [tools.program("java"), "-XX:TieredStopAtLevel=1", "-Xss8m", "-jar", str(tools.html_checker()), "--format", "json", "--stdout",
         "--skip-info-messages", "--no-langdetect", "--also-check-css", *map(str, files)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    return [
        f"{one['url'].rpartition('/')[2]}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')[:120]}"
        for one in json.loads(done.stdout)["messages"]
    ]


@pytest.mark.parametrize("hostile", [False, True], ids=["newsroom", "hostile"])
def test_the_pages_are_valid(tmp_path: Path, hostile: bool) -> None:
    database = tmp_path / "onrecord.db"
    if hostile:
        paths = list(chain.from_iterable(reading_room.hostile(database, payloads.PAYLOADS)))
    else:
        room = reading_room.Room("", database, reading_room.newsroom(database))
        paths = room.pages
    saved = []
    with reading_room.served(database) as address:
        for number, path in enumerate(paths):
            with urllib.request.urlopen(address + path) as response:
                saved.append(tmp_path / f"{number}.html")
                saved[-1].write_bytes(response.read())
    assert found_in(*saved) == []


def test_a_static_copy_is_valid(tmp_path: Path) -> None:
    reading_room.newsroom(tmp_path / "onrecord.db")
    subprocess.run(
        [sys.executable, "-m", "onrecord", "publish", "site", "--db", "onrecord.db"],
        check=True, capture_output=True, cwd=tmp_path,
    )  # fmt: skip
    found = found_in(*(tmp_path / "site").rglob("*.html"))
    # The checker knows no origin of a file, and takes a data block for a script that would run.
    assert [one for one in found if "Content Security Policy (meta tag)" not in one] == []


def test_the_style_sheets_are_valid() -> None:
    assert found_in(*STATIC.glob("*.css")) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a><b></p></b>", encoding="utf-8"
    )
    assert any("Duplicate ID" in one for one in found_in(page))
