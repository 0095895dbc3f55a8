"""Whatever is not a current onrecord database is refused in one sentence, and left as it was."""

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import as_nobody

from onrecord.db import engine, files, schema
from onrecord.db.engine import reading, writing
from onrecord.db.models import Speaker
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
        ("older", "onrecord migrate"),
    ],
)
def test_refusals(tmp_path: Path, kind: str, sentence: str) -> None:
    path = tmp_path / "some.db"
    match kind:
        case "empty":
            path.touch()
        case "text":
            path.write_text("Dear diary, " * 40)
        case "short":
            path.write_bytes(files.MAGIC)
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
    assert fingerprint(tmp_path) == before


def test_where_the_database_is(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "onrecord.db").touch()
    given, named = Path("given.db"), tmp_path / "named.db"
    assert engine.locate(given, {"ONRECORD_DB": str(named)}, inner) == given
    assert engine.locate(None, {"ONRECORD_DB": str(named)}, inner) == named
    assert engine.locate(None, {}, inner) == tmp_path / "onrecord.db"
    assert engine.locate(None, {}, Path("/")) == engine.home_path()


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
    with writing(path, "test") as session:
        session.add(Speaker(slug="jane-doe", name="Jane Doe", kind="person"))
    with reading(path) as session:
        assert session.query(Speaker).count() == 1
    # SQLite's own log may stand beside it; nothing else does.
    assert {one.name.removesuffix("-wal").removesuffix("-shm") for one in tmp_path.iterdir()} == {path.name}


def test_readers_cannot_write(database: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"), reading(database) as session:
        session.add(Speaker(slug="jane-doe", name="Jane Doe", kind="person"))
        session.flush()


@pytest.fixture
def read_only_database() -> Iterator[Path]:
    """A database in a folder that nobody may write to, but everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "onrecord.db"
        schema.create(path)
        path.chmod(0o444)
        Path(name).chmod(0o555)
        yield path
        Path(name).chmod(0o755)


def test_a_read_only_medium_is_read(read_only_database: Path) -> None:
    def count() -> str:
        with reading(read_only_database) as session:
            return str(session.query(Speaker).count())

    assert as_nobody(count) == "0"
    assert fingerprint(read_only_database.parent).keys() == {"onrecord.db"}


def test_writing_to_a_read_only_medium_is_explained(read_only_database: Path) -> None:
    def write() -> str:
        with writing(read_only_database, "test"):
            return "written"

    assert "read-only medium" in as_nobody(write)


def test_a_full_disk_records_nothing(database: Path) -> None:
    before = fingerprint(database.parent)
    with pytest.raises(DatabaseError, match="full"), writing(database, "test") as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        session.add(Speaker(slug="jane-doe", name="Jane" * 100_000, kind="person"))
        session.flush()
    assert fingerprint(database.parent) == before
