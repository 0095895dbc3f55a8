"""`stats` and `timeline`: numbers for programs, bars for people, drawings as files."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from factories import quote, source
from lxml import etree

from onrecord.cli import plots
from onrecord.db.store import writing

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def filled(database: Path) -> Path:
    with writing(database, "fill") as store:
        source(store, None, citekey="daily", title="<b>Daily</b> & <i>", issued="2023-03-01")
        for number in range(3):
            quote(store, f"Sentence {number}.", "A & <B> \u202ex", source="daily", said=f"202{number}-05-01")
        quote(store, "In other words.", source="daily", form="indirect")
    return database


def test_numbers_a_line_each_and_as_json(filled: Path, run: Run) -> None:
    lines = [line.split("\t") for line in run("--db", filled, "stats").stdout.splitlines()]
    assert ["On record", "statements", "4"] in lines
    assert ["Form", "direct", "3"] in lines and ["Form", "indirect", "1"] in lines
    told = json.loads(run("--db", filled, "stats", "--json").stdout)
    assert told["counts"]["statements"] == 4 and told["forms"] == {"direct": 3, "indirect": 1}
    over_time = json.loads(run("--db", filled, "timeline", "--json").stdout)
    assert told["over_time"] == over_time
    [head, *periods] = [
        line.split("\t") for line in run("--db", filled, "timeline", "--group-by", "form").stdout.splitlines()
    ]
    assert head == ["when", "direct", "indirect"]
    assert sum(int(cell) for period in periods for cell in period[1:]) == 4


@pytest.mark.parametrize("command", [("timeline", "--group-by", "speaker"), ("timeline",), ("stats",)])
def test_a_drawing_is_a_whole_file_in_which_nothing_is_code(
    filled: Path, tmp_path: Path, run: Run, command: tuple[str, ...]
) -> None:
    out = tmp_path / "drawn.svg"
    run("--db", filled, *command, "--plot", out)
    tree = etree.fromstring(out.read_bytes())
    assert {etree.QName(one).localname for one in tree.iter()} <= {
        "svg",
        "title",
        "style",
        "rect",
        "line",
        "text",
    }
    assert "\u202e" not in out.read_text(encoding="utf-8")
    run("--db", filled, *command, "--plot", out, code=1)
    run("--db", filled, *command, "--plot", out, "--force")


def test_png_where_its_package_is_there(filled: Path, tmp_path: Path, run: Run) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed: pip install onrecord[plot]")
    run("--db", filled, "stats", "--plot", tmp_path / "drawn.png")
    assert (tmp_path / "drawn.png").read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_told_and_nothing_written(filled: Path, tmp_path: Path, run: Run) -> None:
    assert "neither in .svg" in run("--db", filled, "stats", "--plot", "drawn.gif", code=2).stderr
    assert "is nothing to count by" in run("--db", filled, "timeline", "--group-by", "moon", code=2).stderr
    assert not (tmp_path / "drawn.gif").exists()


def test_a_drawing_takes_the_place_of_no_database(filled: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "record.svg"
    other.write_bytes(filled.read_bytes())
    run("--db", other, "stats", "--plot", other, "--force", code=1)
    assert other.read_bytes() == filled.read_bytes()


def test_names_keep_their_columns() -> None:
    assert plots.padded("김바다", 8) == "김바다  "
    assert plots.shortened("김바다 김바다", 9) == "김바다 …"
