"""No command line makes anything else of the database, of its inputs, or of what stood there before."""

import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing

LINES = '{"text": "Buoys are lit.", "url": "https://a.example/"}\n{"text": ""}\n'


@pytest.fixture
def key(database: Path, tmp_path: Path) -> str:
    with writing(database, "test") as store:
        factories.source(store, "“The fog lifts,” Ann Dahl said.", citekey="letter", title="A letter")
        quote = factories.quote(store, "The fog lifts", by="Ann Dahl", source="letter")
    (tmp_path / "lines.statements.jsonl").write_text(LINES)
    (tmp_path / "items.json").write_text('[{"id": "a", "type": "book", "title": "Fog"}]')
    (tmp_path / "draft.md").write_text("See [@letter].\n")
    (tmp_path / "article.txt").write_text("“The ferry is late,” Bo Ek said.\n")
    return quote.quote.key


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith(("-wal", "-shm"))
    }


def intact(database: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(database)) as connection:
        [(checked,)] = connection.execute("PRAGMA integrity_check").fetchall()
        assert checked == "ok"
        return tuple(
            connection.execute("SELECT count(*) FROM statements UNION ALL SELECT count(*) FROM sources")
        )


def writers(key: str, out: str) -> Iterator[list[str]]:
    """Every command that writes a file, told to write `out` whatever is there."""
    yield ["cite", key, "--format", "bibtex", "-o", out, "--replace"]
    yield ["cite", "--for", "draft.md", "--format", "bibtex", "-o", out, "--force"]
    yield ["cite", "--items", "items.json", "--format", "text", "-o", out, "--force"]
    yield ["export", "--format", "jsonl", "-o", out, "--force"]
    yield ["import", "lines.statements.jsonl", "--rejects", out, "--force"]
    yield ["review", "--to", out, "--force"]
    yield ["ingest", "article.txt", "--to", out, "--force"]


def test_nothing_becomes_of_the_database(run: Run, database: Path, tmp_path: Path, key: str) -> None:
    before = intact(database)
    os.link(database, tmp_path / "hard")
    (tmp_path / "soft").symlink_to(database)
    # Under each of its names, so that every command meets one.
    for words, out in zip(
        writers(key, "OUT"), itertools.cycle(("onrecord.db", "hard", "soft")), strict=False
    ):
        told = run(*[out if word == "OUT" else word for word in words], code=1)
        assert "is the database" in told.stderr, words
    told = run("cite", key, "-o", "onrecord.db-wal", "--force", code=1)
    assert "a part of the database" in told.stderr
    assert intact(database) == before
    assert not Path(f"{database}-wal").exists() or Path(f"{database}-wal").stat().st_size == 0


def test_nothing_becomes_of_another_database(run: Run, tmp_path: Path, key: str, database: Path) -> None:
    shutil.copyfile(database, tmp_path / "archive")
    before = (tmp_path / "archive").read_bytes()
    for words in list(writers(key, "archive"))[::3]:
        assert "SQLite database" in run(*words, code=1).stderr, words
    assert (tmp_path / "archive").read_bytes() == before


def test_what_is_there_stays_unless_told(run: Run, tmp_path: Path, key: str, database: Path) -> None:
    (tmp_path / "mine.txt").write_text("my own words")
    for words in writers(key, "mine.txt"):
        assert "exists already" in run(*words[:-1], code=1).stderr, words
        assert (tmp_path / "mine.txt").read_text() == "my own words"
        run(*words, code=1 if "--rejects" in words else 0)
        assert (tmp_path / "mine.txt").read_text() != "my own words", words
        (tmp_path / "mine.txt").write_text("my own words")
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".onrecord-")]


def test_no_input_is_written_over(run: Run, tmp_path: Path, key: str, database: Path) -> None:
    before = contents(tmp_path)
    for words in (
        ["import", "lines.statements.jsonl", "--rejects", "lines.statements.jsonl", "--force"],
        ["cite", "--items", "items.json", "-o", "items.json", "--format", "csljson", "--force"],
        ["cite", "--for", "draft.md", "-o", "draft.md", "--force"],
        ["ingest", "article.txt", "--to", "article.txt", "--force"],
    ):
        assert "is read by this command" in run(*words, code=1).stderr, words
    assert contents(tmp_path) == before


def test_a_review_file_may_be_done_and_written_again(
    run: Run, tmp_path: Path, key: str, database: Path
) -> None:
    run("ingest", "article.txt", "--to", "review.md")
    (tmp_path / "review.md").chmod(0o600)
    run("review", "--from", "review.md", "--to", "review.md")
    assert (tmp_path / "review.md").stat().st_mode & 0o777 == 0o600
    assert "exists already" in run("review", "--to", "review.md", code=1).stderr


def test_rejects_are_whole_or_not_there(run: Run, tmp_path: Path, key: str, database: Path) -> None:
    run("import", "lines.statements.jsonl", "--rejects", "refused.jsonl", "--strict", code=1)
    assert not (tmp_path / "refused.jsonl").exists()
    run("import", "lines.statements.jsonl", "--rejects", "refused.jsonl", code=1)
    assert len((tmp_path / "refused.jsonl").read_text().splitlines()) == 1
    streamed = run("import", "lines.statements.jsonl", "--rejects", "/dev/stderr", code=1)
    assert '"line": 2' in streamed.stderr


def test_notes_are_not_written_over_a_database_among_them(run: Run, tmp_path: Path, key: str) -> None:
    (tmp_path / "vault").mkdir()
    shutil.move(tmp_path / "onrecord.db", tmp_path / "vault" / f"{key}.md")
    words = ("export", "-o", "vault", "--format", "notes", "--force", "--db", f"vault/{key}.md")
    assert "is the database" in run(*words, code=1).stderr
    intact(tmp_path / "vault" / f"{key}.md")


def test_a_folder_in_the_place_of_the_index_stays(run: Run, tmp_path: Path, key: str, database: Path) -> None:
    (tmp_path / "onrecord.db.index").mkdir()
    (tmp_path / "onrecord.db.index" / "thesis.txt").write_text("Chapter one")
    assert "no index made it" in run("index", "--rebuild", code=1).stderr
    assert (tmp_path / "onrecord.db.index" / "thesis.txt").read_text() == "Chapter one"


def test_a_database_is_not_made_in_the_place_of_a_log(
    run: Run, tmp_path: Path, key: str, database: Path
) -> None:
    assert "a part of one" in run("init", "onrecord.db-journal", code=1).stderr
    (tmp_path / "link.db").symlink_to("nowhere.db")
    assert "already exists" in run("init", "link.db", code=1).stderr
    assert not (tmp_path / "onrecord.db-journal").exists() and not (tmp_path / "nowhere.db").exists()
