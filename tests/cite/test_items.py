"""CSL-JSON of anybody's: a line an item, whatever stands in it, and one list that is right across its pieces."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pypandoc
import pytest
from cite.nasty import NASTY
from tools import program

from onrecord.cite import items, lists, styles
from onrecord.cite.items import format_items
from onrecord.errors import InputError, UsageError
from onrecord.model.records import Json

ROOT = Path(__file__).parents[2]
TIDE: Json = {
    "id": "tide",
    "type": "article-journal",
    "title": "What the “tide” brings",
    "author": [{"family": "Brandt", "given": "Mirela"}],
    "container-title": "Coastal Review",
    "issued": {"date-parts": [[2021]]},
    "URL": "https://coastal.example/tide?a=1&b=2",
}
LETTER: Json = {
    "id": "letter",
    "type": "personal_communication",
    "author": [{"family": "Okoro", "given": "Tobias"}],
    "issued": {"date-parts": [[2002, 8, 19]]},
}


def formatted(
    raw: list[Json], style: str = "apa", *, as_: str = "bibliography", format: str = "text"
) -> list[str]:
    return format_items(raw, styles.load(style), as_=as_, format=format, each=as_ == "each")


def test_the_three_ways() -> None:
    other = {**TIDE, "id": "lamps", "title": "Lamps"}
    given = [TIDE, LETTER, other]
    assert formatted(given, as_="citation") == ["(Brandt, 2021)", "(T. Okoro, personal communication, August 19, 2002)", "(Brandt, 2021)"]  # fmt: skip
    each = formatted(given, as_="each")
    assert each[0].startswith("Brandt, M. (2021). What the “tide” brings. Coastal Review.")
    assert each[1] == "(T. Okoro, personal communication, August 19, 2002)"
    assert each[2].startswith("Brandt, M. (2021). Lamps.")
    together = formatted(given)
    assert [line[:18] for line in together] == ["Brandt, M. (2021a)", "Brandt, M. (2021b)"]
    assert "Lamps" in together[0]


def test_numbers_follow_the_list_and_are_one_where_a_work_stands_alone() -> None:
    given = [TIDE, {**TIDE, "id": "b"}, {**TIDE, "id": "c"}]
    assert formatted(given, "ieee", as_="citation") == ["[1]"] * 3
    assert [line[:4] for line in formatted(given, "ieee", as_="each")] == ["[1] "] * 3
    assert [line[:4] for line in formatted(given, "ieee")] == ["[1] ", "[2] ", "[3] "]


def test_locators_are_cited_and_times_lose_their_word() -> None:
    given = [{**TIDE, "locator": "12"}, {**TIDE, "locator": "00:12:05", "label": "timestamp"}]
    assert formatted(given, as_="citation") == ["(Brandt, 2021, p. 12)", "(Brandt, 2021, 00:12:05)"]


def test_marks_in_nested_quotations_stand_inside_all_of_them() -> None:
    given = [{**TIDE, "title": title} for title in ("The last “tide”", "Is it “ready”?")]
    lines = formatted(given, "chicago-notes-bibliography", as_="citation")
    assert "“The Last ‘Tide,’” Coastal Review" in lines[0]
    assert "“Is It ‘Ready’?,” Coastal Review" in lines[1]


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "chicago-notes-bibliography", "ieee"])
def test_a_list_is_the_same_in_one_piece_and_in_many(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Json] = [
        {
            "id": f"x{number}",
            "type": "book",
            "title": f"Tide {number * 37 % 101}",
            "author": [
                {"family": ("Ash", "Berg", "Cor")[number % 3], "given": ("Ana", "Bo")[number % 2]},
                *([{"family": "Dahl", "given": "Eva"}] * (number % 4)),
            ],
            "issued": {"date-parts": [[2000 + number % 2]]},
        }
        for number in range(36)
    ]
    whole = formatted(given, style)
    monkeypatch.setattr(lists, "PIECE", 10)
    assert formatted(given, style) == whole
    assert len(whole) == 36
    if style in ("apa", "chicago-author-date"):
        assert len(set(whole)) == 36
        assert sum(bool(re.search(r"200[01][a-z]", line)) for line in whole) == 36


@pytest.mark.parametrize("format", ["text", "html", "markdown", "latex"])
def test_nothing_in_an_item_breaks_a_line_or_becomes_markup(format: str) -> None:
    given: list[Json] = [{**TIDE, "id": str(number), "title": text} for number, text in enumerate(NASTY)]
    given += [{**TIDE, "author": [{"literal": text}]} for text in NASTY]
    for as_ in ("citation", "each"):
        lines = formatted(given, as_=as_, format=format)
        assert len(lines) == len(given)
        assert not [line for line in lines if len(line.splitlines()) != 1]
        if format == "html":
            assert not [line for line in lines if "<script" in line.lower()]


@pytest.mark.parametrize("format", ["html", "markdown", "latex"])
def test_pandoc_reads_back_the_words_that_the_text_has(format: str) -> None:
    readable = [text for text in NASTY if text.isprintable() and len(text) < 1_000]
    given: list[Json] = [{**TIDE, "title": f"A {text} Z", "URL": ""} for text in readable]
    plain, marked = formatted(given, as_="each"), formatted(given, as_="each", format=format)
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", format.replace("markdown", "markdown-smart").replace("latex", "latex-smart"), "-t", "plain", "--wrap=none"],
        input="\n\n".join(f"<p>{line}</p>" if format == "html" else line for line in marked),
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    read = [" ".join(line.split()) for line in done.stdout.split("\n\n") if line.strip()]
    wanted = [" ".join(line.split()) for line in plain]
    assert read == wanted


def test_italics_and_links() -> None:
    address = "https://coastal.example/tide?a=1&b=2"
    html, markdown, latex = (formatted([TIDE], format=one)[0] for one in ("html", "markdown", "latex"))
    assert "<i>Coastal Review</i>" in html
    assert 'href="https://coastal.example/tide?a=1&amp;b=2"' in html
    assert "*Coastal Review*" in markdown and f"]({address})" in markdown
    assert "\\emph{Coastal Review}" in latex and "\\href{https://coastal.example/tide?a=1\\&b=2}{" in latex
    hostile = formatted([{**TIDE, "URL": "javascript:alert(1)"}], format="html")[0]
    assert 'href="javascript' not in hostile


def test_what_no_engine_could_use_is_cleaned() -> None:
    raw: list[Json] = [
        {"id": 7, "type": "book", "title": "Lone \ud800 half", "issued": None},
        {"id": None, "type": "book", "title": "Nulls", "issued": {"date-parts": [[None]]}, "author": [None]},
        {"title": "No type"},
        {},
    ]
    assert len(formatted(raw, as_="each")) == 4
    assert formatted(raw, as_="each")[0] == "Lone half. (n.d.)."
    assert formatted([], as_="citation") == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[", "is not JSON: line 1"),
        (b"{}", "an array of items is expected"),
        (b"[1]", "item 1 is not an object"),
        (b"\xff\xff", "is not UTF-8: line 1, column 1"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_csl_json_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        items.parse_items(data, "library.json")


def test_items_stand_in_an_array_or_in_an_object() -> None:
    assert items.parse_items(json.dumps([TIDE]).encode(), "x") == [TIDE]
    assert items.parse_items(json.dumps({"items": [TIDE]}).encode(), "x") == [TIDE]


def test_a_format_for_records_is_not_one_for_items() -> None:
    with pytest.raises(UsageError, match="'bibtex' is not a format for items"):
        formatted([TIDE], format="bibtex")


def test_what_the_engine_alone_would_set_wrongly() -> None:
    title = {
        **TIDE,
        "id": "t",
        "type": "book",
        "title": "What to look for",
        "URL": "https://coastal.example/t",
    }
    (headline,) = formatted([title], style="chicago-author-date", as_="bibliography")
    assert "What to Look For" in headline
    # A filler of the Hangul alphabet marks the word inside the engine; one of the title's own stays.
    (kept,) = formatted([{**title, "title": "Fog \u115f\u1161"}], style="apa", as_="bibliography")
    assert "Fog \u115f\u1161" in kept
    # A term that stands in for a missing medium is no empty group.
    (online,) = formatted([{**title, "type": "article-magazine"}], style="ieee", as_="bibliography")
    assert "[Online]. Available: https://coastal.example/t" in online


@pytest.mark.long
def test_the_measurement_reaches_its_figures() -> None:
    known = subprocess.run(
        [program("node"), "-e", "require(process.env.CITEPROC_JS || 'citeproc')"],
        cwd=ROOT / "bench" / "citations",
        capture_output=True,
        check=False,
    )
    if known.returncode or find_spec("citeproc") is None:
        pytest.skip("citeproc-js or citeproc-py is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "bench.citations"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    figures = dict(re.findall(r"^(citation|entry): .* = ([\d.]+)%", done.stdout, flags=re.MULTILINE))
    assert float(figures["citation"]) >= 97
    assert float(figures["entry"]) >= 95


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        items.read_items(str(tmp_path / "missing.json"))
