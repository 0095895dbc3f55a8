"""Whatever is not a current onrecord database is refused in one sentence, and left as it was."""

import contextlib
import hashlib
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import as_nobody, mounted

from onrecord.db import files, schema
from onrecord.db.store import reading, writing
from onrecord.errors import ConflictError, DatabaseError


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def make(path: Path, application_id: int, user_version: int) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY)")
        connection.execute(f"PRAGMA application_id = {application_id}")
        connection.execute(f"PRAGMA user_version = {user_version}")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("missing", "There is no database at"),
        ("empty", "is empty"),
        ("text", "is not an SQLite database"),
        ("short", "is not an SQLite database"),
        ("folder", "is a folder"),
        ("foreign", "belongs to another application"),
        ("newer", "made by a newer onrecord"),
        ("older", r"this onrecord needs \d+\.$"),
        ("tiny", "is not an SQLite database"),
        ("zeros", "is not an SQLite database"),
        ("dangling", "is a link to"),
        ("pipe", "is a named pipe"),
        ("socket", "is a socket"),
        ("device", "is a device"),
        ("long", "cannot be read: File name too long"),
        ("below", "cannot be read: Not a directory"),
        ("nul", "is not a file name"),
    ],
)
def test_refusals(tmp_path: Path, kind: str, sentence: str) -> None:
    path = tmp_path / "some.db"
    match kind:
        case "tiny":
            path.write_text("x")
        case "zeros":
            path.write_bytes(bytes(5000))
        case "dangling":
            path.symlink_to("nowhere.db")
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as made, contextlib.chdir(tmp_path):
                made.bind("some.db")
        case "device":
            path.symlink_to("/dev/zero")
        case "long":
            path = tmp_path / ("x" * 300)
        case "below":
            path.touch()
            path = path / "some.db"
        case "nul":
            path = tmp_path / "some\0.db"
        case "empty":
            path.touch()
        case "text":
            path.write_text("Dear diary, " * 40)
        case "short":
            path.write_bytes(b"SQLite format 3\x00")
        case "folder":
            path.mkdir()
        case "foreign":
            make(path, 0x12345678, 3)
        case "newer":
            make(path, files.APPLICATION_ID, files.SCHEMA_VERSION + 1)
        case "older":
            make(path, files.APPLICATION_ID, files.SCHEMA_VERSION - 1)
    before = fingerprint(tmp_path)
    with pytest.raises(DatabaseError, match=sentence), reading(path):
        pass
    with pytest.raises(DatabaseError, match=sentence), writing(path, "test"):
        pass
    with pytest.raises(DatabaseError, match=sentence):
        schema.upgrade(path) if kind != "older" else files.check(path)
    assert fingerprint(tmp_path) == before


def test_where_the_database_is(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "onrecord.db").touch()
    named = str(tmp_path / "named.db")
    assert files.locate("given.db", {"ONRECORD_DB": named}, inner) == "given.db"
    assert files.locate(None, {"ONRECORD_DB": named}, inner) == named
    assert files.locate(None, {}, inner) == str(tmp_path / "onrecord.db")
    assert files.locate(None, {}, Path("/")) == files.home()


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives files to other users")
def test_the_database_of_another_user_is_used_only_where_it_is_named(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = database.parent / "a" / "b"
    below.mkdir(parents=True)
    assert files.locate(None, {}, below) == str(database)
    os.chown(database, 65534, 65534)
    with pytest.raises(DatabaseError, match="belongs to another user"):
        files.locate(None, {}, below)
    assert files.locate(str(database), {}, below) == str(database)
    assert files.locate(None, {"ONRECORD_DB": str(database)}, below) == str(database)
    monkeypatch.setenv("SUDO_UID", "65534")
    assert files.locate(None, {}, below) == str(database)


def test_a_new_database_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    path.write_text("mine")
    with pytest.raises(ConflictError, match="already exists"):
        schema.create(path)
    assert path.read_text() == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["onrecord.db"]


def test_names_that_mean_something_in_a_uri(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1?.db"
    schema.create(path)
    with writing(path, "test") as store:
        store.insert("speakers", slug="jane-doe", name="Jane Doe", kind="person")
    with reading(path) as store:
        assert store.value("SELECT count(*) FROM speakers") == 1
    # SQLite's own log may stand beside it; nothing else does.
    assert {one.name.removesuffix("-wal").removesuffix("-shm") for one in tmp_path.iterdir()} == {path.name}


def test_readers_cannot_write(database: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"), reading(database) as store:
        store.insert("speakers", slug="jane-doe", name="Jane Doe", kind="person")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter and only we may write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def count(path: Path) -> str:
    with reading(path) as store:
        return str(store.value("SELECT count(*) FROM tags"))


def test_a_file_that_may_not_be_read(open_folder: Path) -> None:
    path = open_folder / "onrecord.db"
    schema.create(path)
    path.chmod(0o600)
    if os.geteuid() != 0:
        path.chmod(0)
    assert "cannot be read: Permission denied" in as_nobody(lambda: count(path))


def test_a_read_only_medium_is_read_and_not_written(tmp_path: Path) -> None:
    path, medium = tmp_path / "folder" / "onrecord.db", tmp_path / "medium"
    schema.create(path)
    with writing(path, "test") as store:
        store.insert("tags", name="fog")
    medium.mkdir()
    before = fingerprint(path.parent)
    with mounted(medium, "--bind", "-o", "ro", str(path.parent)):
        assert count(medium / "onrecord.db") == "1"
        with pytest.raises(DatabaseError, match="read-only medium"), writing(medium / "onrecord.db", "test"):
            pass
    assert fingerprint(path.parent) == before


def test_what_is_read_only_here_may_be_written_elsewhere(tmp_path: Path) -> None:
    """A container that sees the folder read-only, and an owner who goes on recording."""
    path, medium = tmp_path / "folder" / "onrecord.db", tmp_path / "medium"
    schema.create(path)
    medium.mkdir()
    with mounted(medium, "--bind", "-o", "ro", str(path.parent)), reading(path):
        for number in range(3):
            with writing(path, "test") as store:
                store.insert("tags", name=f"{number}")
            assert count(medium / "onrecord.db") == f"{number + 1}"


STOPPED = """
import os, sys
from pathlib import Path
from onrecord.db.store import writing

with writing(Path(sys.argv[1]), "test") as store:
    store.insert("tags", name="fog")
os._exit(0)
"""


def test_a_log_on_a_read_only_medium_is_not_passed_over(tmp_path: Path) -> None:
    path, medium = tmp_path / "folder" / "onrecord.db", tmp_path / "medium"
    schema.create(path)
    with reading(path):  # which keeps the writer from tidying up
        subprocess.run([sys.executable, "-c", STOPPED, str(path)], check=True)
    path.with_name("onrecord.db-shm").unlink()
    assert path.with_name("onrecord.db-wal").stat().st_size
    medium.mkdir()
    with (
        mounted(medium, "--bind", "-o", "ro", str(path.parent)),
        pytest.raises(DatabaseError, match=r"Copy it, and onrecord\.db-wal"),
    ):
        count(medium / "onrecord.db")


def test_who_may_not_write_in_the_folder_is_told_what_to_do(open_folder: Path) -> None:
    path = open_folder / "onrecord.db"
    schema.create(path)
    if os.geteuid() != 0:
        path.chmod(0o444)
        open_folder.chmod(0o555)

    def write() -> str:
        with writing(path, "test"):
            return "written"

    try:
        assert "you may not write in its folder. Copy it" in as_nobody(lambda: count(path))
        assert "in a folder you may not write to" in as_nobody(write)
        assert fingerprint(open_folder).keys() == {"onrecord.db"}
    finally:
        open_folder.chmod(0o755)


OWNER = """
import sys
from contextlib import nullcontext
from pathlib import Path
from onrecord.db.store import reading, writing

path = Path(sys.argv[1])
with reading(path) if sys.argv[2] == "open" else nullcontext():
    print(flush=True)
    for number in range(60):
        with writing(path, "test") as store:
            store.insert("tags", name=f"{number}")
            store.insert("tags", name=f"{number} again")
    sys.stdin.read()
"""


@pytest.mark.parametrize("kept", ["open", "closed"])
def test_another_user_reads_what_is_consistent_while_the_owner_records(open_folder: Path, kept: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    path = open_folder / "onrecord.db"
    schema.create(path)
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(path), kept], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert owner.stdin is not None and owner.stdout is not None
    owner.stdout.readline()

    def look() -> str:
        seen: Counter[str] = Counter()
        for _ in range(100):
            try:
                with reading(path) as store:
                    first = store.value("SELECT count(*) FROM tags")
                    whole = store.value("PRAGMA quick_check")
                    again = store.value("SELECT count(*) FROM tags")
                seen["good" if first % 2 == 0 and first == again and whole == "ok" else "bad"] += 1
            except DatabaseError as error:
                seen["told" if "you may not write in its folder" in error.message else error.message] += 1
        return " ".join(sorted(seen))

    seen = as_nobody(look)
    owner.communicate(b"")
    assert owner.returncode == 0
    assert seen in ({"good"} if kept == "open" else {"good", "good told", "told"})


def test_a_full_disk_records_nothing(database: Path) -> None:
    before = fingerprint(database.parent)
    with pytest.raises(DatabaseError, match="full"), writing(database, "test") as store:
        pages = store.value("PRAGMA page_count")
        store.execute(f"PRAGMA max_page_count = {pages}")
        store.insert("speakers", slug="jane-doe", name="Jane" * 100_000, kind="person")
    assert fingerprint(database.parent) == before
