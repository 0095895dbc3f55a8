"""onrecord ingest --proposals: what other programs found, on the command line."""

import json
from pathlib import Path

import pytest
from conftest import Run

ARTICLE = """Ferries and fog

“Nobody who bought a ticket will be left on the pier,” said Ingrid Dahl, the mayor of Tallvik. “We sail,” she added, “whatever the fog may do.”
"""
GIVEN = (
    {"quote": "Nobody who bought a ticket will be left on the pier", "speaker": "Ingrid Dahl", "cue": "said", "confidence": 1},
    {"quote": "whatever the fog may do", "speaker": "Ingrid Dahl", "confidence": 1},
    {"quote": "The fog is a lie\u202e", "speaker": "Ingrid Dahl", "confidence": 1},
)  # fmt: skip


@pytest.fixture
def article(run: Run, tmp_path: Path) -> Path:
    run("init")
    (tmp_path / "p.jsonl").write_text("\n".join(map(json.dumps, GIVEN)))
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_what_stands_is_proposed_and_only_what_our_rules_say_too_is_accepted_in_bulk(
    run: Run, article: Path, tmp_path: Path
) -> None:
    told = run(
        "ingest", article, "--citekey", "d", "--proposals", tmp_path / "p.jsonl", "--accept", "confident",
        "--threshold", "0", "--engine", "rules", "--json", code=1,
    )  # fmt: skip
    (found,) = json.loads(told.stdout)
    assert [(one["state"], one["engine"].split()[0]) for one in found["proposals"]] == [
        ("accepted", "rules"),
        ("open", "given"),
    ]
    assert found["given"] == 3
    assert [one["where"] for one in found["rejected"]] == ["line 3"]
    # A person may accept it all the same.
    number = found["proposals"][1]["id"]
    review = run("review", "d", "-o", "-").stdout
    assert f"{number}" in review
    again = run("ingest", "d", "--engine", "rules", "--proposals", "-", input=json.dumps(GIVEN[1])).stdout
    assert "0 new, 1 known" in again


def test_rejections_are_listed_and_nothing_is_obeyed(run: Run, article: Path, tmp_path: Path) -> None:
    told = run(
        "ingest", article, "--engine", "rules", "--proposals", tmp_path / "p.jsonl", "--dry-run", code=1
    )
    assert "1 of 3 rejected:" in told.stderr
    assert "line 3: “The fog is a lie<U+202E>”: it does not stand in the text." in told.stderr
    assert run("list", "sources").stdout == ""


def test_what_cannot_be_asked_or_read_changes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.jsonl").write_text('{"quote": "We sail"}\n{"quote": "We')
    for words, code, says in (
        (["--proposals", tmp_path / "cut.jsonl"], 1, "line 2"),
        (["--proposals", tmp_path / "none.jsonl"], 1, "none.jsonl"),
        (["--proposals", ""], 1, "empty"),
        ([tmp_path / "p.jsonl", "--proposals", "x"], 2, "one source"),
        (["--proposals", tmp_path], 1, "is a folder"),
        (["--proposals", tmp_path / "p.jsonl", "-o", tmp_path / "p.jsonl", "--force"], 1, "p.jsonl"),
    ):
        told = run("ingest", article, "--engine", "rules", *words, code=code)
        assert says in told.stderr
        assert "Traceback" not in told.stderr
    assert run("list", "sources").stdout == ""
