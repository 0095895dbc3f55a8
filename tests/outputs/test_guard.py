"""Under no name may an output be the database, what belongs to it, or what the same command reads."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ConflictError
from onrecord.outputs.file import write
from onrecord.outputs.guard import COMPANIONS, Guard


@pytest.mark.parametrize("end", ["", *COMPANIONS])
@pytest.mark.parametrize("there", [True, False])
def test_the_database_and_what_sqlite_keeps_beside_it(database: Path, end: str, there: bool) -> None:
    part = Path(f"{database}{end}")
    if there and end:
        part.write_bytes(b"x")
    before = database.read_bytes()
    with pytest.raises(ConflictError, match="database"):
        write(part, b"words", force=True, guard=Guard(database))
    assert database.read_bytes() == before
    assert part.exists() == (there or not end)


@pytest.mark.parametrize("end", ["", *COMPANIONS])
def test_other_names_of_them(database: Path, tmp_path: Path, end: str) -> None:
    part = Path(f"{database}{end}")
    part.touch()
    (tmp_path / "soft").symlink_to(part)
    os.link(part, tmp_path / "hard")
    (tmp_path / "folder").symlink_to(tmp_path)
    for name in ("soft", "hard", f"folder/{part.name}", f"folder/../{tmp_path.name}/{part.name}"):
        with pytest.raises(ConflictError):
            write(tmp_path / name, b"words", force=True, guard=Guard(database))


def test_a_database_that_is_named_by_a_link(database: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(database)
    for name in ("onrecord.db", "onrecord.db-wal", "link.db"):
        with pytest.raises(ConflictError):
            write(tmp_path / name, b"words", force=True, guard=Guard(tmp_path / "link.db"))


STEPS = st.lists(st.sampled_from([".", "", "sub/..", "here", "here/sub/.."]), max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("spelt")
    (made / "sub").mkdir()
    (made / "here").symlink_to(made)
    (made / "data.db").write_bytes(b"some data")
    return made


@given(steps=STEPS, written=STEPS)
def test_however_a_path_is_spelt(folder: Path, steps: list[str], written: list[str]) -> None:
    kept = os.path.join(folder, *filter(None, steps), "data.db")  # noqa: PTH118  (pathlib would tidy it up)
    name = os.path.join(folder, *filter(None, written), "data.db")  # noqa: PTH118
    for guard in (Guard(kept), Guard(None, [kept])):
        with pytest.raises(ConflictError):
            guard.refuse(name)
    Guard(kept, [kept]).refuse(folder / "other.txt")


def test_another_database_is_refused_though_forced(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x)")
        connection.commit()
        shutil.copyfile(tmp_path / "other.db-wal", tmp_path / "a-log")
        for name in ("other.db", "other.db-wal", "other.db-journal", "a-log"):
            with pytest.raises(ConflictError, match="SQLite"):
                write(tmp_path / name, b"words", force=True)
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_inputs(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text("[]")
    (tmp_path / "soft.json").symlink_to("in.json")
    os.link(tmp_path / "in.json", tmp_path / "hard.json")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.md").write_text("one")
    guard = Guard(None, [tmp_path / "in.json", tmp_path / "notes", "-", "https://a.example/x", "a\0b"])
    for name in ("in.json", "soft.json", "hard.json", "notes/one.md"):
        with pytest.raises(ConflictError, match="is read by this command"):
            write(tmp_path / name, b"words", force=True, guard=guard)
    write(tmp_path / "notes" / "two.md", b"two", force=False, guard=guard)
    assert (tmp_path / "in.json").read_text() == "[]"


def test_the_file_behind_standard_input(tmp_path: Path) -> None:
    (tmp_path / "keys.txt").write_text("one\n")
    kept = os.dup(0)
    try:
        with (tmp_path / "keys.txt").open("rb") as stream:
            os.dup2(stream.fileno(), 0)
            with pytest.raises(ConflictError, match="is read by this command"):
                write(tmp_path / "keys.txt", b"words", force=True)
    finally:
        os.dup2(kept, 0)
        os.close(kept)
    assert (tmp_path / "keys.txt").read_text() == "one\n"


def test_folders(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, here = tmp_path / "people" / "me", tmp_path / "here" / "below"
    home.mkdir(parents=True)
    here.mkdir(parents=True)
    Path(f"{database}.index").mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    guard = Guard(database)
    for name in (".", "..", "../..", "/", "/proc", "/dev", home, tmp_path, f"{database}.index"):
        with pytest.raises(ConflictError, match="folder of its own"):
            guard.refuse_folder(name)
    for name in (tmp_path / "site", here / "site", home / "site"):
        guard.refuse_folder(name)
