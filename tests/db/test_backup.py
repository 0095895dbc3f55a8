"""However a migration ends, the database is whole, a backup is what it says, and what is said of it is true."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import factories
import pytest
from alembic import command
from conftest import Run
from stopping import stopped_at
from tools import mounted

from onrecord.db import driver, files, migrate, schema
from onrecord.db.store import writing
from onrecord.errors import DatabaseError

KILLS = 8
PEOPLE = 20
BEFORE = files.SCHEMA_VERSION - 1


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the schema before the current one, with rows in it."""
    path = tmp_path_factory.mktemp("older") / "onrecord.db"
    schema.create(path)
    with writing(path, "fill") as store:
        factories.source(store)
        for number in range(PEOPLE):
            factories.quote(store, "Nobody asked us", by=f"Person {chr(65 + number)}")
    engine = driver.engine(lambda: files.connect_migrating(path), "BEGIN IMMEDIATE")
    with engine.connect() as connection:
        command.downgrade(migrate.configuration(connection), f"{BEFORE:04}")
    return path


def state(path: Path) -> tuple[int, int]:
    """The schema of a whole file, and how many attributions it has."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [version] = db.execute("PRAGMA user_version").fetchone()
        [attributions] = db.execute("SELECT count(*) FROM attributions").fetchone()
        return version, attributions


def backups(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if one.name.endswith(".backup")]


def test_a_migration_that_is_killed_leaves_nothing_half_done(older: Path, tmp_path: Path) -> None:
    def copy(name: str) -> Path:
        (tmp_path / name).mkdir()
        return Path(shutil.copy(older, tmp_path / name / "onrecord.db"))

    migrate.schema(BEFORE)  # remembered, so that each process asks for the same
    whole = stopped_at(partial(schema.upgrade, copy("whole")), 0)
    assert whole > KILLS
    seen: set[tuple[int, int, bool]] = set()
    for kill in range(1, KILLS + 1):
        path = copy(str(kill))
        assert stopped_at(partial(schema.upgrade, path), whole * kill // KILLS) == 0
        kept = backups(path.parent)
        assert [state(one) for one in kept] == [(BEFORE, PEOPLE)] * len(kept)
        version, attributions = state(path)
        assert attributions == PEOPLE
        unfinished = (path.parent / "onrecord.db.backup-unfinished").exists()
        assert version == BEFORE or kept
        seen.add((version, len(kept), unfinished))
        schema.upgrade(path)
        assert state(path) == (files.SCHEMA_VERSION, PEOPLE)
        assert {one.name for one in path.parent.iterdir()} == {
            "onrecord.db",
            *(one.name for one in backups(path.parent)),
        }
    assert len(seen) > 1


def test_an_unfinished_copy_is_cleared_up_though_there_is_nothing_to_migrate(database: Path) -> None:
    left = database.with_name("onrecord.db.backup-unfinished")
    left.write_bytes(b"half of it")
    assert schema.upgrade(database) == schema.Upgraded()
    assert not left.exists()


def test_a_full_disk_is_told_as_it_is(older: Path, tmp_path: Path, run: Run) -> None:
    """From a disk that has no room for a copy to one that has it for everything, what is said is what happened."""
    small = tmp_path / "small"
    small.mkdir()
    size = older.stat().st_size
    ended: list[bool] = []
    for room in (1.5, 2.5, 3, 3.5, 4, 5, 8):
        with mounted(small, "-t", "tmpfs", "-o", f"size={int(size * room)}", "tmpfs"):
            path = Path(shutil.copy(older, small / "onrecord.db"))
            try:
                schema.upgrade(path)
            except DatabaseError as error:
                assert "is full; nothing was changed" in error.message
                assert state(path) == (BEFORE, PEOPLE)
                assert [one.name for one in small.iterdir() if "backup" in one.name] == []
                ended.append(False)
            else:
                assert [state(one) for one in backups(small)] == [(BEFORE, PEOPLE)]
                assert state(path) == (files.SCHEMA_VERSION, PEOPLE)
                ended.append(True)
    assert ended == sorted(ended)
    assert set(ended) == {False, True}
    with mounted(small, "-t", "tmpfs", "-o", f"size={int(size * 1.5)}", "tmpfs"):
        path = Path(shutil.copy(older, small / "onrecord.db"))
        assert len(run("migrate", "--db", path, code=1).stderr.splitlines()) == 1


def test_a_damaged_database_is_not_migrated(older: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(older, tmp_path / "onrecord.db"))
    with closing(sqlite3.connect(path)) as db:
        [page_size] = db.execute("PRAGMA page_size").fetchone()
        [root] = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_attributions_speaker_id'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * page_size)
        file.write(bytes(page_size))
    with pytest.raises(DatabaseError, match="is damaged"):
        schema.upgrade(path)
    assert backups(tmp_path) == []
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (BEFORE,)


def test_two_backups_of_one_second_are_two_files(database: Path) -> None:
    first = schema.upgrade(database, repair=True).backup
    second = schema.upgrade(database, repair=True).backup
    assert first is not None and second is not None and first != second
    assert state(first)[0] == state(second)[0] == files.SCHEMA_VERSION


def test_a_backup_is_read_by_those_who_may_read_the_database(database: Path) -> None:
    database.chmod(0o640)
    backup = schema.upgrade(database, repair=True).backup
    assert backup is not None
    assert backup.stat().st_mode & 0o777 == 0o640


def test_a_command_of_two_operations_says_which_of_them_stands(tmp_path: Path, run: Run) -> None:
    """What is ingested is stored first, and then what was found in it is recorded: the disk may be full in between."""
    (tmp_path / "later.txt").write_text(
        "".join(f"“Nobody asked us about pier {n},” said Ingrid Dahl.\n\n" for n in range(60))
    )
    run("init", tmp_path / "onrecord.db")
    small = tmp_path / "small"
    small.mkdir()
    size = (tmp_path / "onrecord.db").stat().st_size
    said: set[str] = set()
    for room in range(4, 60, 4):
        with mounted(small, "-t", "tmpfs", "-o", f"size={size + room * 16_384}", "tmpfs"):
            path = Path(shutil.copy(tmp_path / "onrecord.db", small / "onrecord.db"))
            done = subprocess.run(
                [sys.executable, "-m", "onrecord", "ingest", "later.txt", "--citekey", "later", "--accept", "confident", "--engine", "rules", "--db", path],
                cwd=tmp_path, env={**os.environ, "ONRECORD_CONFIG": os.devnull, "XDG_STATE_HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            with closing(sqlite3.connect(path)) as db:
                [stored] = db.execute("SELECT count(*) FROM sources").fetchone()
        if done.returncode:
            assert stored == ("what was recorded before that stands" in done.stderr), done.stderr
        said.add("nothing" if not stored else "something" if done.returncode else "all")
        if said == {"nothing", "something", "all"}:
            return
    raise AssertionError(said)
