"""Two databases that use one citekey for two works: nothing of the one is put into the other's work."""

import json
from pathlib import Path

from conftest import Run


def recorded(run: Run, folder: Path, name: str, title: str, wording: str) -> str:
    database = f"{name}.db"
    (folder / f"{name}.md").write_text(f"“{wording},” Tobias Brandt said.\n")
    run("init", "--db", database)
    run("add", "source", f"{name}.md", "--title", title, "--citekey", "amsel", "--db", database)
    run("add", "quote", wording, "--by", "Tobias Brandt", "--in", "amsel", "--new-speaker", "--db", database)
    run("export", "-o", f"{name}.jsonl", "--db", database)
    return database


def test_what_belongs_to_another_work_of_that_name_is_refused(run: Run, tmp_path: Path) -> None:
    here = recorded(run, tmp_path, "here", "Lock talks", "The lock has held for sixty years")
    recorded(run, tmp_path, "there", "A winter without ferries", "The lock leaks")
    told = run("import", "there.jsonl", "--db", here, code=1)
    assert told.returncode == 1
    assert "it has the name of another source here" in told.stdout + told.stderr
    quotes = json.loads(run("list", "quotes", "--json", "--db", here).stdout)
    assert [quote["text"] for quote in quotes] == ["The lock has held for sixty years"]


def test_a_work_whose_title_was_corrected_is_the_same(run: Run, tmp_path: Path) -> None:
    here = recorded(run, tmp_path, "here", "Lock talks put off agian", "The lock has held for sixty years")
    recorded(run, tmp_path, "there", "Lock talks put off again", "The lock leaks")
    run("import", "there.jsonl", "--db", here, code=1)
    quotes = json.loads(run("list", "quotes", "--json", "--db", here).stdout)
    assert {quote["text"] for quote in quotes} == {"The lock has held for sixty years", "The lock leaks"}
