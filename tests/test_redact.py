"""What is taken out stands in no file any more, under no name; what is left says that it was there, and is sound."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.doctor.examine import faults
from onrecord.text.redacted import BLOCK, blocked, is_intact, marked

SECRET = "Zwölf Quastenflosser verschwanden heimlich aus dem Hafenbecken"
# As files may have it: as written, folded for the search, in the other encodings that are about.
TRACES = tuple(
    way
    for word in ("quastenflosser", "verschwanden", "heimlich", "hafenbecken")
    for way in (word.encode(), word.encode("utf-16-le"))
)
ARTICLE = f"""The harbour

“{SECRET},” said Ingrid Dahl, the mayor of Tallvik, on Monday.

“Nobody asked us,” a deckhand said. “Nobody ever asks us.”
"""


LATER = f"\n“{SECRET}, and nobody saw them,” she added later.\n"


def traces(folder: Path) -> list[str]:
    """The files in which something of it stands."""
    return [
        one.name
        for one in folder.rglob("*")
        if one.is_file() and any(trace in one.read_bytes().lower() for trace in TRACES)
    ]


@pytest.fixture
def desk(tmp_path: Path, run: Run) -> tuple[Path, str]:
    """A folder with a database that has the words in every way that there is, and the key of the statement."""
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(
        ARTICLE.replace("verschwanden heimlich", "verschwanden\nheimlich") + LATER
    )
    variables = {"ONRECORD_DB": str(desk / "onrecord.db")}
    run("init", desk / "onrecord.db")
    run("ingest", "a.txt", "--citekey", "dahl-2024", "--engine", "rules", **variables)
    added = run(
        "add",
        "quote",
        SECRET,
        "--by",
        "Ingrid Dahl",
        "--in",
        "dahl-2024",
        "--new-speaker",
        "--json",
        **variables,
    )
    key = json.loads(added.stdout)["key"]
    run(
        "add",
        "quote",
        "Nobody asked us",
        "--by",
        "A deckhand",
        "--in",
        "dahl-2024",
        "--new-speaker",
        **variables,
    )
    run("edit", key, "--note", f"She said: {SECRET}!", **variables)
    run("edit", key, "--note", "Look again", **variables)
    run("add", "claim", f"It is true that {SECRET}.", **variables)
    run("add", "source", "b.txt", "--citekey", "copied-2025", "--title", "Copied", **variables)
    run(
        "add",
        "quote",
        f"{SECRET}, and nobody saw them",
        "--by",
        "Ingrid Dahl",
        "--in",
        "copied-2025",
        **variables,
    )
    (desk / "onrecord.db.index").mkdir()
    (desk / "onrecord.db.index" / "segment").write_text(SECRET)
    assert traces(desk)
    return desk / "onrecord.db", key


def test_a_wording_is_in_no_file_any_more(desk: tuple[Path, str], run: Run, tmp_path: Path) -> None:
    path, key = desk
    variables = {"ONRECORD_DB": str(path)}
    assert "--yes" in run("redact", key, "--reason", "court order", code=2, **variables).stderr
    would = json.loads(
        run("redact", key, "--reason", "court order", "--dry-run", "--json", **variables).stdout
    )
    assert traces(path.parent) and len(would["copies"]) == 2
    done = json.loads(run("redact", key, "--reason", "court order", "--yes", "--json", **variables).stdout)
    assert done["statements"] == [key] and done["copies"] == would["copies"]
    assert traces(path.parent) == []
    shown = run("show", key, **variables).stdout
    assert "[redacted]" in shown and "court order" in shown and "SHA-256" in shown
    text = run("text", "dahl-2024", **variables).stdout
    assert BLOCK in text and "Nobody asked us" in text
    assert "court order" in run("history", **variables).stdout
    run("verify", "--all", **variables)
    assert {one.kind.name for one in faults(path) if not one.kind.doubt} == set()
    run("undo", code=1, **variables)
    run("export", "-o", "all.jsonl", **variables)
    run("init", "other/onrecord.db")
    run("import", "all.jsonl", "--db", "other/onrecord.db")
    assert traces(tmp_path / "other") == []


def test_all_texts_of_a_source_are_in_no_file_any_more(desk: tuple[Path, str], run: Run) -> None:
    path, key = desk
    variables = {"ONRECORD_DB": str(path)}
    run("redact", key, "--reason", "x", "--yes", **variables)
    run("redact", "source", "dahl-2024", "--reason", "withdrawn", "--with-quotes", "--yes", **variables)
    for one in path.parent.iterdir():
        assert b"mayor of Tallvik" not in one.read_bytes() and b"deckhand said" not in one.read_bytes(), one
    with closing(sqlite3.connect(path)) as db:
        texts = dict(db.execute("SELECT citekey, text FROM snapshots JOIN sources ON sources.id = source_id"))
        assert set(texts["dahl-2024"]) == {BLOCK}
        # The very same text under another source is taken out too, and nothing else of that.
        assert (
            texts["copied-2025"].lstrip(BLOCK).startswith(f"\n\n“{BLOCK * len(SECRET)}, and nobody saw them")
        )
        assert db.execute("SELECT count(*) FROM snapshots WHERE original IS NOT NULL").fetchone() == (0,)
    assert {one.kind.name for one in faults(path) if not one.kind.doubt} == set()
    run("verify", "--all", **variables)


def test_what_is_neither_is_refused(desk: tuple[Path, str], run: Run) -> None:
    path, _ = desk
    for words in (["speaker", "ingrid-dahl"], ["nothing-like-it"]):
        run(
            "redact",
            *words,
            "--reason",
            "x",
            "--yes",
            code=2 if words[0] == "speaker" else 1,
            ONRECORD_DB=str(path),
        )
    assert traces(path.parent)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_places_in_what_is_left_stay(text: str, places: list[tuple[int, int]]) -> None:
    places = [(min(one), max(one)) for one in places if min(one) < len(text)]
    left = blocked(text, places)
    assert len(left) == len(text)
    for at, (before, after) in enumerate(zip(text, left, strict=True)):
        inside = any(start <= at < end for start, end in places)
        assert after == (BLOCK if inside else before)
    told = marked("trafilatura 2", left, "2025-01-01")
    assert is_intact(left, "0" * 64, told)
    assert not is_intact(left + "x", "0" * 64, told)
    assert marked(told, left, "2025-02-02").count("redacted") == 1


def test_what_is_not_there_is_told_before_anybody_is_asked(run: Run) -> None:
    run("init")
    assert "nope" in run("redact", "nope", "--reason", "withdrawn", code=1).stderr
