"""CSV of onrecord's tables: no cell is a formula, and every other character is what it was."""

import asyncio
import csv
import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.browse.csv_guard import Rows
from onrecord.browse.readonly import make_datasette
from onrecord.db.store import writing
from onrecord.text.clean import csv_safe

Keep = Callable[[Any], Any]

CELLS = st.text(
    st.sampled_from("=+-@\t\r\n\",;'x1é ") | st.characters(exclude_categories=["Cs"]), max_size=12
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6)
FORMULAS = ("=1+1", "+49 30 1", "-x", "@SUM(A1)", "\t=1", "\r=1", '="a""b",c', "-2+3\n=4", "-5", "+7.5%")


def written(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(TABLES, st.lists(st.integers(0, 200), max_size=6))
def test_cells_are_guarded_wherever_the_text_is_cut(rows: list[list[str]], cuts: list[int]) -> None:
    whole = written(rows)
    ends = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    taking = Rows()
    pieces = [row for start, end in pairwise(ends) for row in taking.take(whole[start:end])]
    assert read("".join([*pieces, taking.rest()])) == [[csv_safe(cell) for cell in row] for row in rows]


def test_datasettes_csv_holds_no_formula(filled: Path, kept: Keep) -> None:
    with writing(filled, "test") as store:
        for name in FORMULAS:
            store.insert("tags", name=name)
    datasette = kept(make_datasette(filled))

    def fetch(address: str) -> list[list[str]]:
        response = asyncio.run(datasette.client.get(address, follow_redirects=True))
        assert response.status_code == 200
        return read(response.content.decode())

    expected = [csv_safe(name) for name in ("harbour", *FORMULAS)]
    assert expected[1] == "'=1+1"
    for address in (
        "/onrecord/tags.csv", "/onrecord/tags.csv?_stream=on", "/onrecord/tags.csv?_dl=1&_size=max",
        "/onrecord.csv?sql=select+id,+name+from+tags+order+by+id",
    ):  # fmt: skip
        assert [row[1] for row in fetch(address)[1:]] == expected
    # What is not CSV is left alone.
    rows = asyncio.run(datasette.client.get("/onrecord/tags.json?_shape=array")).json()
    assert [row["name"] for row in rows] == ["harbour", *FORMULAS]


def test_other_databases_are_left_alone(tmp_path: Path, kept: Keep) -> None:
    import sqlite3

    from datasette.app import Datasette

    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE cells (text TEXT); INSERT INTO cells VALUES ('=1+1')")
    connection.close()
    datasette = kept(Datasette([str(path)]))
    assert asyncio.run(datasette.client.get("/other/cells.csv")).text == "rowid,text\r\n1,=1+1\r\n"
