"""Backups are whole, of one moment and of this database; restoring one loses nothing, whatever stands there."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from functools import partial
from pathlib import Path

import factories
import pytest
from conftest import Run
from stopping import stopped_at

from onrecord.db import files, kept
from onrecord.db.restore import restore
from onrecord.db.store import reading, writing
from onrecord.errors import DatabaseError, InputError, OnrecordError

KILLS = 10


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual folder of backups."""
    monkeypatch.setenv("ONRECORD_BACKUPS", str(tmp_path / "kept"))
    return tmp_path / "kept"


def tag(path: Path, *names: str) -> None:
    with writing(path, "tag") as store:
        for name in names:
            store.insert("tags", name=name)


def tags(path: Path) -> set[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {name for (name,) in db.execute("SELECT name FROM tags")}


def beside(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir() if one.name.startswith(".onrecord-")}


def test_each_is_of_one_moment_while_others_record(database: Path, usual: Path, tmp_path: Path) -> None:
    done = threading.Event()

    def record(who: str) -> None:
        number = 0
        while not done.is_set():
            tag(database, f"{who}{number} left", f"{who}{number} right")
            number += 1

    writers = [threading.Thread(target=record, args=(who,)) for who in "ab"]
    for one in writers:
        one.start()
    try:
        made = [kept.make(database) for _ in range(6)]
    finally:
        done.set()
        for one in writers:
            one.join()
    held: set[str] = set()
    for number, backup in enumerate(made):
        there = tags(Path(backup.path))
        assert {f"{name.removesuffix('left')}right" for name in there if name.endswith("left")} == {
            name for name in there if name.endswith("right")
        }
        assert held <= there
        held = there
        assert kept.verified(Path(backup.path)).rows["tags"] == len(there)
        again = tmp_path / f"again{number}.db"
        restore(Path(backup.path), again)
        assert tags(again) == there
    assert len({one.path for one in made}) == 6
    assert {one.name for one in usual.iterdir()} == {Path(one.path).name for one in made}


def test_one_that_is_killed_has_no_name(database: Path, usual: Path) -> None:
    tag(database, "fog")
    whole = stopped_at(lambda: kept.make(database), 0)
    for number in range(1, KILLS + 1):
        before = len(kept.listed(database))
        stopped_at(lambda: kept.make(database), whole * number // (KILLS + 1))
        found = kept.listed(database)
        assert before <= len(found) <= before + 1
        for one in found:
            kept.verified(Path(one.path))
    kept.make(database)
    assert {one.name for one in usual.iterdir()} == {Path(one.path).name for one in kept.listed(database)}


def left_by_a_dead_process(folder: Path) -> str:
    """The name of what a process was writing that has ended."""
    code = f"from onrecord.outputs.unfinished import beside; print(beside({str(folder)!r}))"
    return subprocess.check_output([sys.executable, "-c", code], text=True).strip()


def test_what_a_killed_one_left_goes_though_nothing_is_to_be_kept(database: Path, usual: Path) -> None:
    """It was killed between naming the backup and taking its draft away."""
    tag(database, "fog")
    backup = Path(kept.make(database).path)
    left = usual / left_by_a_dead_process(usual)
    left.write_bytes(backup.read_bytes())
    assert kept.before(database, "merge") is None
    assert [one.name for one in usual.iterdir()] == [backup.name]


def test_none_goes_where_a_web_server_hands_out_files(run: Run, database: Path, tmp_path: Path) -> None:
    run("publish", "site")
    (tmp_path / "site" / "below").mkdir()
    for more in (["site"], ["site/below"], ["site/new", "--dry-run"], ["site", "--dry-run", "--json"]):
        assert "was written by publish" in run("backup", *more, code=1).stderr
    assert not list((tmp_path / "site").rglob("*.backup")) and not (tmp_path / "site" / "new").exists()
    run("backup", "beside")


def test_only_those_of_this_database_that_were_asked_for_make_room(
    run: Run, database: Path, tmp_path: Path
) -> None:
    into = tmp_path / "stick"
    other = tmp_path / "other" / "onrecord.db"
    other.parent.mkdir()
    factories.new_database(other)
    strange = into / "onrecord.db.schema7-notes.backup"
    for one in (database, database, database, other):
        kept.make(one, str(into))
    strange.write_text("mine")
    automatic = kept.make(database, str(into), before="merge")
    [first, second, third] = kept.surplus(database, str(into), 0)
    told = json.loads(run("backup", into, "--keep", "2", "--dry-run", "--json", "--db", database).stdout)
    assert told["removed"] == [second.path, third.path]
    run("backup", into, "--keep", "2", "--db", database)
    assert {one.path for one in kept.listed(database, str(into)) if not one.before} >= {first.path}
    assert len(kept.listed(database, str(into))) == 3
    assert Path(automatic.path).exists() and strange.exists()
    assert len(kept.listed(other, str(into))) == 1


@pytest.mark.parametrize(
    "kind", ["damaged", "another", "text", "newer", "folder", "nothing", "itself", "pipe"]
)
def test_what_is_no_backup_is_refused_and_changes_nothing(kind: str, database: Path, tmp_path: Path) -> None:
    tag(database, "fog")
    file = tmp_path / "given"
    shutil.copy(kept.make(database).path, file)
    if kind == "damaged":
        file.write_bytes(file.read_bytes()[:40_000] + bytes(80_000) + file.read_bytes()[120_000:])
    elif kind == "newer":
        with closing(sqlite3.connect(file)) as db:
            db.execute("PRAGMA user_version = 99")
    elif kind != "itself":
        file.unlink()
        if kind == "another":
            with closing(sqlite3.connect(file)) as db:
                db.execute("CREATE TABLE t(x)")
        elif kind == "text":
            file.write_text("not a database at all" * 100)
        elif kind == "folder":
            file.mkdir()
        elif kind == "pipe":
            os.mkfifo(file)
    given = database if kind == "itself" else file
    before = {one.name for one in tmp_path.iterdir()} | {"onrecord.db-wal", "onrecord.db-shm"}
    with pytest.raises(OnrecordError):
        restore(given, database)
    if kind != "itself":
        with pytest.raises(InputError if kind == "nothing" else DatabaseError):
            kept.verified(given)
    assert tags(database) == {"fog"}
    assert {one.name for one in tmp_path.iterdir()} <= before | {"given-wal", "given-shm"}


@pytest.mark.parametrize(
    "state", ["whole", "page", "head", "empty", "text", "older", "other pages", "gone", "log only"]
)
def test_whatever_stands_there_is_kept(state: str, database: Path) -> None:
    tag(database, "then")
    backup = Path(kept.make(database).path)
    tag(database, "since")
    with closing(files.connect_migrating(database)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [root] = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_relays_speaker_id'"
        ).fetchone()
    if state == "page":
        with database.open("r+b") as file:
            file.seek((root - 1) * 4096)
            file.write(bytes(4096))
    elif state == "head":
        with database.open("r+b") as file:
            file.write(bytes(100))
    elif state == "empty":
        database.write_bytes(b"")
    elif state == "text":
        database.write_text("overwritten by an editor\n" * 50)
    elif state == "older":
        with closing(sqlite3.connect(database)) as db:
            db.execute("PRAGMA user_version = 3")
    elif state == "other pages":
        with closing(sqlite3.connect(database)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA page_size = 8192")
            db.execute("VACUUM")
    elif state in ("gone", "log only"):
        database.unlink()
        if state == "log only":
            Path(f"{database}-wal").write_bytes(b"left by another")
    stood = database.read_bytes() if database.exists() else None
    assert restore(backup, database, rehearse=True).aside == ()
    assert (database.read_bytes() if database.exists() else None) == stood
    aside = restore(backup, database).aside
    assert tags(database) == {"then"}
    if state in ("head", "text"):
        assert aside[0].read_bytes() == stood
    elif state == "log only":
        assert [one.read_bytes() for one in aside] == [b"left by another"]
    elif state == "gone":
        assert aside == ()
    elif state == "empty":
        assert len(aside) == 1
    else:
        with closing(sqlite3.connect(aside[0])) as db:
            assert {name for (name,) in db.execute("SELECT name FROM tags")} == {"then", "since"}
    if state == "whole":
        restore(aside[0], database)
        assert tags(database) == {"then", "since"}
    assert beside(database) == set()


def test_another_programs_database_is_not_restored_over(run: Run, database: Path, tmp_path: Path) -> None:
    backup = kept.make(database).path
    foreign = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE t(x)")
    assert "another application" in run("restore", backup, "--yes", "--db", foreign, code=1).stderr
    assert {one.name for one in tmp_path.iterdir() if one.name.startswith("places")} == {"places.sqlite"}


def test_nothing_is_restored_unasked(run: Run, database: Path) -> None:
    tag(database, "fog")
    backup = kept.make(database).path
    tag(database, "since")
    assert "--yes" in run("restore", backup, "--db", database, code=2).stderr
    told = json.loads(run("restore", backup, "--dry-run", "--json", "--db", database).stdout)
    assert told["dry_run"] and told["aside"] == [] and told["rows"]["tags"] == 1
    assert tags(database) == {"fog", "since"}
    told = json.loads(run("restore", backup, "-y", "--json", "--db", database).stdout)
    assert tags(database) == {"fog"} and tags(Path(told["aside"][0])) == {"fog", "since"}
    assert "is whole" in run("backup", "--verify", backup).stdout
    assert len(run("backup", "--verify", __file__, code=1).stderr.splitlines()) == 1


def test_one_that_is_killed_leaves_the_one_or_the_other(database: Path, tmp_path: Path) -> None:
    tag(database, "then")
    backup = Path(kept.make(database).path)
    tag(database, "since")

    def copied(name: str) -> Path:
        (tmp_path / name).mkdir()
        with closing(files.connect_migrating(database)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(shutil.copy(database, tmp_path / name / "onrecord.db"))

    measured = copied("measured")
    whole = stopped_at(lambda: restore(backup, measured), 0)
    seen = set()
    for number in (*(whole * one // KILLS for one in range(1, KILLS - 2)), whole - 15, whole - 2, whole):
        path = copied(str(number))
        stopped_at(partial(restore, backup, path), number)
        there = tags(path)
        seen.add(frozenset(there))
        assert there == {"then", "since"} or (
            there == {"then"}
            and any(tags(one) == {"then", "since"} for one in path.parent.glob("*.before-restore.backup"))
        )
        restore(backup, path)
        assert tags(path) == {"then"}
        assert beside(path) == set()
    assert len(seen) == 2


def test_what_others_record_meanwhile_is_in_the_one_or_the_other(database: Path) -> None:
    tag(database, "then")
    backup = Path(kept.make(database).path)
    acknowledged: list[str] = []
    done = threading.Event()

    def record() -> None:
        number = 0
        while not done.is_set():
            tag(database, f"tag {number}")
            acknowledged.append(f"tag {number}")
            number += 1

    writer = threading.Thread(target=record)
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as open_since_before:
        open_since_before.execute("SELECT count(*) FROM tags").fetchone()
        writer.start()
        try:
            aside = [restore(backup, database).aside[0] for _ in range(3)]
        finally:
            done.set()
            writer.join()
        seen = {name for (name,) in open_since_before.execute("SELECT name FROM tags")}
    assert seen == tags(database)
    held = tags(database).union(*map(tags, aside))
    assert set(acknowledged) <= held


def test_large_changes_are_preceded_by_one(run: Run, tmp_path: Path, usual: Path) -> None:
    path = tmp_path / "onrecord.db"
    settled = {"ONRECORD_BACKUPS": str(usual)}
    run("init", **settled)
    (tmp_path / "said.csv").write_text(
        "text,speaker,source\n"
        + "".join(f"The fog {one} lifts,Ingrid {chr(65 + one % 20)},log\n" for one in range(120))
    )
    run("import", "said.csv", **settled)
    assert kept.listed(path) == []  # nothing that was there was changed
    run("merge", "ingrid-a", "ingrid-b", "--dry-run", **settled)
    assert kept.listed(path) == []
    run("merge", "ingrid-a", "ingrid-b", **settled)
    [merge] = kept.listed(path)
    assert merge.before == "merge"
    run("undo", **settled)
    run("undo", "1", "--dry-run", **settled)
    assert kept.listed(path) == [merge]
    run("undo", "1", **settled)
    [change, _] = kept.listed(path)
    assert change.before == "change"
    with reading(Path(change.path)) as store:
        assert store.value("SELECT count(*) FROM attributions") == 120
    with reading(path) as store:
        assert store.value("SELECT count(*) FROM attributions") == 0
    run("undo", "4", **settled)
    assert change.path in run("status", **settled).stdout
    run("undo", "5", ONRECORD_AUTO_BACKUP="false", **settled)
    assert len(kept.listed(path)) == 2
    told = json.loads(run("status", "--json", **settled).stdout)
    assert told["backup"]["path"] == change.path
    listed = run("backup", "--list", **settled).stdout.splitlines()
    assert [line.split("\t")[-1] for line in listed] == [change.path, merge.path]


def test_those_made_by_itself_stay_few_and_fail_in_silence(
    database: Path, usual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = kept.make(database)
    for number in range(kept.AUTOMATIC + 2):
        tag(database, f"tag {number}")
        assert kept.before(database, "merge") is not None
        assert kept.before(database, "merge") is None  # the latest is of what stands
    assert sum(bool(one.before) for one in kept.listed(database)) == kept.AUTOMATIC
    assert asked in kept.listed(database)
    monkeypatch.setattr(kept, "CHEAP", 1)
    tag(database, "large")
    assert kept.before(database, "merge") is None
    monkeypatch.undo()
    monkeypatch.setenv("ONRECORD_BACKUPS", "/dev/null/backups")
    assert kept.before(database, "merge") is None
    with pytest.raises(OnrecordError):
        kept.make(database)


def test_of_a_damaged_database_none_is_made(run: Run, database: Path, usual: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        [root] = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_relays_speaker_id'"
        ).fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    with pytest.raises(DatabaseError, match="damaged"):
        kept.make(database)
    assert list(usual.iterdir()) == []


def test_a_backup_that_is_not_there_is_told_as_a_file(run: Run) -> None:
    run("init")
    told = run("restore", "nowhere.backup", "--yes", code=1).stderr
    assert "There is no file nowhere.backup." in told and "backup --list" in told
