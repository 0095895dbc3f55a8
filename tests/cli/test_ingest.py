"""From a file to reviewed, verified quotations on the command line."""

import json
from pathlib import Path

import pytest
from conftest import Run

ARTICLE = """Ferries and fog

“Nobody who bought a ticket will be left on the pier,” said Ingrid Dahl, the mayor of Tallvik. “We sail,” she added, “whatever the fog may do.”

“Nobody asked us,” a deckhand said.
"""
ABOUT = ("--title", "Ferries and fog", "--date", "2024-03-02", "--citekey", "dahl-2024")


@pytest.fixture
def article(run: Run, tmp_path: Path) -> Path:
    run("init")
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def states(run: Run) -> list[str]:
    told = json.loads(run("review", "dahl-2024", "--json").stdout)
    return [one["state"] for one in told["proposals"]]


def test_reading_proposes_and_records_nothing_yet(run: Run, article: Path) -> None:
    told = run("ingest", article, *ABOUT)
    lines = [line.split("\t") for line in told.stdout.splitlines() if "\t" in line]
    assert ["open", "Ingrid Dahl", "direct"] in [line[1:4] for line in lines]
    assert "Nobody who bought a ticket will be left on the pier" in [line[-1] for line in lines]
    assert "onrecord review dahl-2024" in told.stderr
    assert run("search", "ticket").stdout == ""
    again = json.loads(run("ingest", article, "--json").stdout)[0]
    assert (again["created"], again["new"], again["known"]) == (False, 0, len(lines))
    assert "dahl-2024\t" in run("review").stdout


def test_the_confident_ones_are_recorded_and_verified(run: Run, article: Path) -> None:
    (told,) = json.loads(
        run("ingest", article, *ABOUT, "--accept", "confident", "--threshold", "0.5", "--json").stdout
    )
    assert told["accepted"][0]["text"] == "Nobody who bought a ticket will be left on the pier"
    checks = json.loads(run("verify", "--all", "--json").stdout)
    assert len(checks) == len(told["accepted"])
    assert {check["check_result"] for check in checks} <= {"exact", "interrupted", "elided"}
    before = states(run)
    assert set(before) == {"accepted"}
    # Accepting is an operation of its own: what was read stays when it is taken back.
    run("undo")
    assert states(run) == ["open"] * len(before)
    assert run("search", "ticket").stdout == ""


def test_a_rehearsal_keeps_nothing(run: Run, article: Path) -> None:
    told = run("ingest", article, *ABOUT, "--accept", "confident", "--threshold", "0.5", "--dry-run")
    assert "\taccepted\t" in told.stdout and "Would have accepted" in told.stderr
    assert run("list", "sources").stdout == ""


def test_a_review_in_a_file(run: Run, article: Path, tmp_path: Path) -> None:
    run("ingest", article, *ABOUT, "--to", "review.md")
    path = tmp_path / "review.md"
    text = path.read_text()
    assert run("review", "dahl-2024", "--to", "-").stdout == text
    path.write_text(
        text.replace("decision: leave", "decision: accept", 1).replace(
            "decision: leave", "decision: reject", 1
        )
    )
    rehearsed = run("review", "--from", "review.md", "--dry-run")
    assert "Would have accepted 1, rejected 1" in rehearsed.stderr
    assert set(states(run)) == {"open"}
    assert "Accepted 1, rejected 1." in run("ingest", "--from", "review.md").stderr
    assert states(run)[:2] == ["accepted", "rejected"]
    assert "Nothing to change." in run("review", "--from", "review.md").stderr
    # What was rejected stays so; the file is never written over unless it was read in the same breath.
    run("ingest", article)
    assert states(run)[:2] == ["accepted", "rejected"]
    assert "exists already" in run("review", "dahl-2024", "--to", "review.md", code=1).stderr
    run("review", "--from", "review.md", "--to", "review.md")
    assert "- decision: reject" in path.read_text()


def test_a_line_that_is_wrong_is_named_and_nothing_is_done(run: Run, article: Path, tmp_path: Path) -> None:
    run("ingest", article, *ABOUT, "--to", "review.md")
    path = tmp_path / "review.md"
    text = (
        path.read_text()
        .replace("decision: leave", "decision: accept")
        .replace("> Nobody who bought", "> Nobody who sold")
    )
    path.write_text(text)
    number = 1 + next(at for at, line in enumerate(text.split("\n")) if line.startswith("> Nobody who sold"))
    told = run("review", "--from", "review.md", code=1).stderr
    assert told.startswith(f"Error: Line {number}: these words do not stand in the stored text.")
    assert "[-bought-]" in told
    assert set(states(run)) == {"open"}


def test_a_name_of_several_is_left_open_with_the_reason(run: Run, article: Path) -> None:
    for slug in ("dahl-the-mayor", "dahl-the-singer"):
        run("add", "speaker", "Ingrid Dahl", "--slug", slug)
    told = run("ingest", article, *ABOUT, "--accept", "confident", "--threshold", "0.5")
    assert "Left open" in told.stderr and "dahl-the-singer" in told.stderr
    assert "open" in states(run)


def test_several_files_at_once(run: Run, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("“The ropes are rotten,” said Bo Ek.\n")
    told = json.loads(run("ingest", article, other, "--type", "article-newspaper", "--json").stdout)
    assert len(told) == 2 and all(one["new"] for one in told)
    waiting = json.loads(run("review", "--json").stdout)["waiting"]
    assert len(waiting) == 2


def test_a_later_copy_keeps_what_was_decided(run: Run, article: Path, tmp_path: Path) -> None:
    run("ingest", article, *ABOUT, "--to", "review.md")
    path = tmp_path / "review.md"
    path.write_text(path.read_text().replace("decision: leave", "decision: reject", 1))
    run("review", "--from", "review.md")
    later = tmp_path / "later.txt"
    later.write_text("Corrected on Monday.\n\n" + ARTICLE)
    run("add", "snapshot", "dahl-2024", later)
    assert json.loads(run("ingest", later, "--json").stdout)[0]["still_rejected"] == 1
    assert states(run)[0] == "rejected"


def test_an_approximate_date_of_publication(run: Run, article: Path) -> None:
    run("ingest", article, "--title", "Old", "--date", "1850~", "--citekey", "old")
    assert "old\t" in run("review").stdout


def test_standard_input(run: Run, article: Path) -> None:
    run("ingest", "-", *ABOUT, input=ARTICLE)
    assert "open" in states(run)


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        ((), "Say what to read", 2),
        (("article.txt", "--accept", "everything"), "write --accept confident", 2),
        (("article.txt", "--threshold", "7"), "not between 0 and 1", 2),
        (("article.txt", "--engine", "magic"), "not an engine", 2),
        (("article.txt", "other.txt", "--citekey", "x"), "for one source", 2),
        (("nowhere.txt",), "There is no file", 1),
        (("article.txt", "--date", "some day"), "some day", 1),
        (("--from", "nowhere.md"), "There is no file nowhere.md.", 1),
        (("--from", "article.txt"), "not a review file", 1),
        (("--from", "latin.md"), "not UTF-8: line 2", 1),
        (("article.txt", "--to", "article.txt"), "is read by this command", 1),
        (("article.txt", "--to", "kept.md"), "exists already", 1),
        (("article.txt", "--to", "no/such/folder.md"), "cannot be written", 1),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, article: Path, tmp_path: Path, words: tuple[str, ...], sentence: str, code: int
) -> None:
    (tmp_path / "latin.md").write_bytes(b"# Review of dahl-2024\ncaf\xe9\n")
    (tmp_path / "kept.md").write_text("kept")
    told = run("ingest", *words, code=code)
    assert sentence in told.stderr and told.stderr.count("\n") == 1


def test_reviewing_what_was_never_read(run: Run, article: Path) -> None:
    run("add", "source", article, *ABOUT)
    assert "Nothing was proposed of dahl-2024" in run("review", "dahl-2024", code=1).stderr
    assert "no source" in run("review", "nobody", code=1).stderr
    assert "Nothing waits" in run("review").stderr


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("works.ris", "TY  - NEWS\nAU  - Dahl, Ingrid\nTI  - Ferries and fog\nER  - \n", "RIS"),
        ("works.bib", "@misc{dahl, author={Dahl, Ingrid}, title={Ferries and fog}}\n", "BibTeX"),
        ("works.json", '[{"id": "dahl", "type": "book", "title": "Ferries and fog"}]', "CSL-JSON"),
        ("My Clippings.txt", "Ferries (Dahl)\n- Your Highlight on page 3 | location 40-41 | Added on Monday, 2 January 2023 10:00:00\n\nFog.\n==========\n", "Kindle"),
    ],
)  # fmt: skip
def test_a_file_of_records_is_no_text_to_store(
    run: Run, tmp_path: Path, name: str, text: str, called: str
) -> None:
    run("init")
    (tmp_path / name).write_text(text)
    run("add", "source", "--citekey", "ferries", "--title", "Ferries")
    for words in (["ingest"], ["add", "source"], ["add", "snapshot", "ferries"]):
        said = run(*words, tmp_path / name, code=1).stderr
        assert "looks like records" in said and called in said
        assert "onrecord import " in said and name in said
    assert run("list", "sources").stdout.count("\n") == 1
    assert "looks like records" in run("extract", tmp_path / name).stderr
    run("ingest", "-", "--citekey", "listed", input=text)
    assert text.split()[0] in run("text", "listed").stdout


def test_a_text_is_no_file_of_records(run: Run, article: Path) -> None:
    assert "records" not in run("ingest", article).stderr


def test_languages_go_by_code_and_by_name(run: Run, article: Path) -> None:
    run("ingest", article, *ABOUT, "--lang", "British English")
    assert json.loads(run("show", "dahl-2024", "--json").stdout)["language"] == "en-GB"
    run("edit", "dahl-2024", "--lang=ger")
    assert json.loads(run("show", "dahl-2024", "--json").stdout)["language"] == "de"
    refused = run("edit", "dahl-2024", "--lang", "klingon", code=1)
    assert "'klingon' is no language" in refused.stderr
    run("edit", "dahl-2024", "--lang", "")
    assert json.loads(run("show", "dahl-2024", "--json").stdout)["language"] is None
