"""Statements as CSV: what a spreadsheet, or `export --format table`, makes of them is taken in."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange.bulk import cells
from onrecord.text.clean import csv_safe

HEADING = "text,speaker,url,said,tags,locator,title\n"
ROWS = (
    '"The ferry\nsails, they say.",Ingrid Dahl,https://courier.example/fog,2019-03-02,fog; ferries,p. 4,Fog\n'
    "'=Nobody asked us,,https://courier.example/fog,,,,\n"
)


def test_rows_are_statements(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.csv.gz").write_bytes(gzip.compress(("\ufeff" + HEADING + "\n" + ROWS).encode()))
    [told] = json.loads(run("import", "said.csv.gz", "--db", database, "--json").stdout)
    assert (told["added"], told["known"], told["refused"]) == (2, 0, 0)
    [found] = json.loads(run("search", "ferry", "--db", database, "--json").stdout)
    assert (found["text"], found["speaker"], found["said"]) == (
        "The ferry\nsails, they say.",
        "Ingrid Dahl",
        "2019-03-02",
    )
    assert (found["tags"], found["locator_label"], found["locator"]) == (["ferries", "fog"], "page", "4")
    [other] = json.loads(run("search", "nobody", "--db", database, "--json").stdout)
    assert other["text"] == "=Nobody asked us"


def test_bad_rows_are_kept_apart(database: Path, run: Run, tmp_path: Path) -> None:
    bad = b"Bad \xff byte,Olof Ek,https://courier.example/1,,,,\nToo,many,https://courier.example/2,,,,,,8\n,Olof Ek,https://courier.example/3,,,,\n"
    (tmp_path / "said.statements.csv").write_bytes(HEADING.encode() + bad + ROWS.encode())
    done = run("import", "said.statements.csv", "--rejects", "bad.jsonl", "--db", database, "--json", code=1)
    [told] = json.loads(done.stdout)
    assert (told["added"], told["refused"], told["damaged"]) == (3, 2, 1)
    assert "said.statements.csv, line 2, text: bytes that cannot be read are kept as \ufffd." in done.stderr
    kept = [json.loads(line) for line in (tmp_path / "bad.jsonl").read_text().splitlines()]
    assert [one["line"] for one in kept] == [3, 4]
    assert "9 fields, and the heading 7" in kept[0]["reason"] and kept[1]["reason"] == "it has no text."


@pytest.mark.parametrize("heading", [b"speaker,url\n", b"text,url,text\n", b""])
def test_without_a_heading_nothing_is_taken(heading: bytes) -> None:
    with pytest.raises(InputError, match="has no heading with the column"):
        list(cells.rows(io.BytesIO(heading + b"a,b,c\n"), "said.csv", "utf-8"))


def test_a_table_that_was_exported_comes_back(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.csv").write_text(HEADING + ROWS)
    run("import", "said.csv", "--db", database)
    run("export", "-o", "all.statements.csv", "--db", database)
    run("init", "other.db")
    [told] = json.loads(run("import", "all.statements.csv", "--db", "other.db", "--json").stdout)
    assert (told["added"], told["refused"]) == (2, 0)
    ours, theirs = (
        sorted(one["text"] for one in json.loads(run("search", "", "--db", path, "--json").stdout))
        for path in (database, "other.db")
    )
    assert ours == theirs and len(ours) == 2


# A wording that begins as a guarded formula does cannot be told from one.
CELL = st.text(min_size=1).filter(
    lambda cell: cell.strip() and "\r" not in cell and not (cell[0] == "'" and csv_safe(cell[1:]) == cell)
)


@given(st.lists(CELL, min_size=1, max_size=4))
def test_what_is_written_safely_is_read_as_it_was(values: list[str]) -> None:
    names = ["text", "speaker", "url", "note"][: len(values)]
    written = io.StringIO()
    csv.writer(written).writerows([names, [csv_safe(one) for one in values]])
    [(_, found)] = cells.rows(
        io.BytesIO(written.getvalue().encode("utf-8", "surrogatepass")), "said.csv", "utf-8"
    )
    safe = [one.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for one in values]
    assert found == dict(zip(names, safe, strict=True))


def test_a_table_is_read_under_the_name_of_statements_and_its_pages_as_people_write_them(
    database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "z.csv").write_text(
        "Zitat;Name;Quelle;Seite\nNein.;Ida Falk;Blatt 2020;S. 214\nJa.;Ida Falk;Blatt 2020;p. 7\n", "utf-8"
    )
    assert "2 attributions added" in run("import", "--format", "statements", "z.csv").stdout
    (tmp_path / "l.csv").write_text("text,speaker,source,locator\nNa.,Ida Falk,Blatt 2020,3–5\n", "utf-8")
    assert "1 attribution added, 0 known already, 0 lines refused" in run("import", "l.csv").stdout
    found = {one["text"]: one["locator"] for one in json.loads(run("list", "quotes", "--json").stdout)}
    assert found == {"Nein.": "214", "Ja.": "7", "Na.": "3-5"}
