"""A text goes to the work that waits for it: by title and author, identifier, address; what is not sure is said."""

import json
from pathlib import Path

import pytest
from conftest import Prepared, Run

LIBRARY = """
@book{carew1978, author={Carew, Thomas}, title={The Eastport Letters}, year=1978, isbn={978-1-234-56789-7}}
@article{lee2020, author={Lee, Ann}, title={Harbours and their keepers}, year=2020, doi={10.1234/abc.5}}
@online{quist2021, author={Quist, Bo}, title={A quay}, year=2021, url={https://quay.example/a}}
"""
SAID = "“We sail at dawn,” said Margaret Ellingham, the harbour master.\n"


@pytest.fixture
def library(prepared: Prepared, tmp_path: Path) -> Path:
    prepared(_works_without_texts)
    return tmp_path


def _works_without_texts(run: Run, folder: Path) -> None:
    (folder / "library.bib").write_text(LIBRARY)
    run("init")
    run("import", "library.bib")


def texts(run: Run) -> dict[str, int]:
    listed = json.loads(run("list", "sources", "--json").stdout)
    return {one["citekey"]: len(one["snapshots"]) for one in listed}


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text)
    return str(folder / name)


@pytest.mark.parametrize(
    ("name", "text", "citekey"),
    [
        ("a.md", f"---\ntitle: The Eastport letters\nauthor: Carew, Thomas\n---\n\n{SAID}", "carew1978"),
        ("carew1978.txt", f"The Eastport Letters\n\nThomas Carew\n\n{SAID}", "carew1978"),
        ("b.txt", f"Harbours\n\ndoi:10.1234/ABC.5\n\n{SAID}", "lee2020"),
        (
            "c.html",
            f'<link rel="canonical" href="http://www.quay.example/a/"><title>X</title><p>{SAID}',
            "quist2021",
        ),
    ],
)
def test_a_document_that_is_sure_to_be_a_work_becomes_its_copy(
    run: Run, library: Path, name: str, text: str, citekey: str
) -> None:
    done = run("ingest", written(library, name, text))
    assert f"This looks like {citekey} in your library: attached." in done.stdout
    assert texts(run) == {"carew1978": 0, "lee2020": 0, "quist2021": 0} | {citekey: 1}
    run("undo")
    assert texts(run) == {"carew1978": 0, "lee2020": 0, "quist2021": 0}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"---\ntitle: The Eastport letters\nauthor: Ann Other\n---\n\n{SAID}"),
        ("a.md", f"---\ntitle: The Eastport letters\nauthor: Thomas Carew\ndate: 1999\n---\n\n{SAID}"),
        ("carew1978.txt", f"Notes of a day\n\n{SAID}"),
        ("z.txt", f"The Eastport Letters\n\nThomas Carew\n\n{SAID}"),
    ],
)
def test_a_weak_match_is_said_and_not_guessed(run: Run, library: Path, name: str, text: str) -> None:
    done = run("ingest", written(library, name, text))
    assert "It may be carew1978 in your library, which has no text yet." in done.stderr
    assert texts(run)["carew1978"] == 0 and len(texts(run)) == 4


def test_a_review_of_a_book_is_not_the_book(run: Run, library: Path) -> None:
    review = f"A look at The Eastport Letters by Thomas Carew\n\n{SAID}"
    done = run("ingest", written(library, "review.txt", review))
    assert "attached" not in done.stdout and "It may be" not in done.stderr
    assert texts(run)["carew1978"] == 0


def test_a_tie_is_said_and_as_new_is_new(run: Run, library: Path) -> None:
    twin = "@book{carew1978x, author={Carew, Thomas}, title={The Eastport Letters}, year=1991, publisher={Other}}"
    run("import", written(library, "twin.bib", twin))
    given = written(library, "a.md", f"---\ntitle: The Eastport Letters\nauthor: Thomas Carew\n---\n\n{SAID}")
    tied = run("ingest", given)
    assert "It may be carew1978 or carew1978x" in tied.stderr
    run("undo")
    assert "Added source" in run("ingest", given, "--as-new").stdout


def test_a_stored_copy_is_read_by_its_citekey_and_a_review_leads_on(run: Run, library: Path) -> None:
    assert "add snapshot carew1978 FILE" in run("review", "carew1978", code=1).stderr
    stored = run("add", "snapshot", "carew1978", written(library, "z.txt", SAID))
    assert "onrecord ingest carew1978" in stored.stderr
    assert "onrecord ingest carew1978" in run("review", "carew1978", code=1).stderr
    assert "1 new" in run("ingest", "carew1978").stdout
    assert "We sail at dawn" in run("review", "carew1978").stdout


def test_many_files_say_what_each_gave_and_what_failed(run: Run, library: Path) -> None:
    clips = library / "clips"
    clips.mkdir()
    written(clips, "a.txt", f"One\n\n{SAID}")
    written(clips, "b.txt", "Two\n\n“It rains,” said Ann Lee.\n")
    written(clips, "c.txt", "")
    written(clips, ".hidden", "x")
    done = run("ingest", str(clips), code=1)
    assert [line.rpartition(": ")[2] for line in done.stdout.splitlines()] == [
        "added a; 1 proposed.",
        "added b; 1 proposed.",
    ]
    assert "1 of 3 could not be read:" in done.stderr and "c.txt is empty" in done.stderr
    history = json.loads(run("history", "--json").stdout)
    assert [one["command"].rpartition("/")[2] for one in history[:2]] == ["b.txt", "a.txt"]
    again = run("ingest", str(clips / "a.txt"), str(library / "gone.txt"), code=1)
    assert "known as a; 0 proposed, 1 known" in again.stdout and "gone.txt" in again.stderr
    empty = library / "empty"
    empty.mkdir()
    assert "folder without files" in run("ingest", str(empty), code=1).stderr
