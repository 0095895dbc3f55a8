"""The index over stored texts follows whatever is stored, taken back and removed, by whomever."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from conftest import Run
from factories import ARTICLE, source
from indexed import assert_indexed

from onrecord.db import driver, files, migrate, stored_texts
from onrecord.db.store import writing
from onrecord.ingest.read import read_bytes
from onrecord.sources.copies import add_snapshot

LATER = ARTICLE.replace("The fog", "The smoke")


def found(database: Path, words: str) -> int:
    """How many passages have the words."""
    with closing(sqlite3.connect(database)) as connection:
        [number] = connection.execute(
            "SELECT count(*) FROM snapshots_fts WHERE snapshots_fts MATCH ?", (words,)
        ).fetchone()
        return int(number)


def texts(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM snapshots_searched").fetchone()[0])


def undo(run: Run, database: Path) -> None:
    run("undo", "--db", database)
    assert_indexed(database)


def test_what_is_stored_is_found_until_it_is_removed_and_again_when_that_is_undone(
    database: Path, run: Run
) -> None:
    with writing(database, "store") as store:
        source(store)
        add_snapshot(store, "dahl-2024", read_bytes(LATER.encode(), name="later.txt"))
    assert_indexed(database)
    assert (found(database, "smoke"), found(database, "ferry")) == (1, 2)
    run("rm", "dahl-2024", "--yes", "--db", database)
    assert_indexed(database)
    assert (found(database, "ferry"), texts(database)) == (0, 0)
    undo(run, database)
    assert (found(database, "smoke"), found(database, "ferry")) == (1, 2)
    undo(run, database)
    assert found(database, "ferry") == 0


def test_a_text_of_two_sources_is_indexed_once_and_stays_with_the_last(database: Path, run: Run) -> None:
    with writing(database, "store") as store:
        source(store)
    with writing(database, "store") as store:
        source(store, None, citekey="mirror", title="A mirror")
        add_snapshot(store, "mirror", read_bytes(ARTICLE.encode(), name="mirror.txt"))
    assert (found(database, "ferry"), texts(database)) == (1, 1)
    run("rm", "dahl-2024", "--yes", "--db", database)
    assert_indexed(database)
    assert found(database, "ferry") == 1
    run("rm", "mirror", "--yes", "--db", database)
    assert_indexed(database)
    assert found(database, "ferry") == 0


def test_what_is_imported_is_indexed(database: Path, run: Run) -> None:
    with writing(database, "store") as store:
        source(store)
        source(store, "Zebras graze.", citekey="zebras", title="Zebras")
    taken = database.with_name("taken.jsonl")
    run("export", "--format", "jsonl", "-o", taken, "--db", database)
    other = database.with_name("other.db")
    run("init", other)
    run("import", taken, "--db", other)
    assert_indexed(other)
    assert (found(other, "zebras"), found(other, "ferry")) == (1, 1)


def test_an_operation_that_fails_leaves_the_index_as_it_was(database: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing(database, "fail") as store:
        source(store)
        raise ZeroDivisionError
    with writing(database, "rehearse", rehearse=True) as store:
        source(store)
    assert texts(database) == found(database, "ferry") == 0


@pytest.mark.parametrize("recursive", [True, False])
def test_what_another_program_stores_replaces_and_deletes_is_made_up_for(
    database: Path, recursive: bool
) -> None:
    with writing(database, "store") as store:
        source(store)
    row = "INSERT OR REPLACE INTO snapshots(id, source_id, captured_at, sha256, media_type, text, extractor) VALUES "
    values = "(?, 1, '2024-01-01T00:00:00Z', ?, 'text/plain', ?, 'theirs')"
    with closing(sqlite3.connect(database)) as theirs, theirs:
        theirs.execute(f"PRAGMA recursive_triggers = {int(recursive)}")
        for number, text in ((7, "Zebras graze."), (7, "Okapis graze."), (1, "Giraffes graze.")):
            theirs.execute(row + values, (number, sha256(text.encode()).hexdigest(), text))
        missing = stored_texts.missing(theirs)
    assert missing == [1, 7]
    with writing(database, "write") as store:
        store.insert("tags", name="animals")
    assert_indexed(database)
    assert (found(database, "okapis"), found(database, "giraffes"), found(database, "zebras")) == (1, 1, 0)
    assert found(database, "ferry") == 0
    with closing(sqlite3.connect(database)) as theirs, theirs:
        theirs.execute("DELETE FROM snapshots WHERE id = 7")
    with writing(database, "write") as store:
        store.insert("tags", name="birds")
    assert_indexed(database)
    assert found(database, "okapis") == 0


def test_a_text_that_is_not_what_its_digest_says_is_not_indexed(database: Path) -> None:
    with writing(database, "store") as store:
        source(store)
        store.insert(
            "snapshots", source_id=1, captured_at="2024-01-01T00:00:00Z", sha256="0" * 64, media_type="text/plain",
            text="Zebras graze.", extractor="text",
        )  # fmt: skip
    assert (found(database, "zebras"), found(database, "ferry")) == (0, 1)
    with closing(sqlite3.connect(database)) as connection:
        assert stored_texts.missing(connection) == [2]


def test_repairing_makes_the_index_anew(database: Path, run: Run) -> None:
    with writing(database, "store") as store:
        source(store)
    with closing(sqlite3.connect(database)) as theirs, theirs:
        theirs.execute("DELETE FROM snapshots_searched")
        theirs.execute("DROP TABLE snapshots_fts")
    run("migrate", "--repair", "--db", database)
    assert_indexed(database)
    assert found(database, "ferry") == 1


def test_texts_are_indexed_when_an_older_database_is_migrated(database: Path, run: Run) -> None:
    with writing(database, "store") as store:
        source(store)
        source(store, None, citekey="mirror", title="A mirror")
        add_snapshot(store, "mirror", read_bytes(ARTICLE.encode(), name="mirror.txt"))
        source(store, "Ёлка стоит.\n\n市议会将开放三座新图书馆。\n", citekey="other", title="Other")
    engine = driver.engine(lambda: files.connect_migrating(database), "BEGIN IMMEDIATE")
    with engine.connect() as older, older.begin():
        command.downgrade(migrate.configuration(older), "0007")
    engine.dispose()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        texts(database)
    run("migrate", "--db", database)
    assert_indexed(database)
    assert texts(database) == 2
    assert found(database, "елка") == found(database, '"图 书 馆"') == found(database, "ferry") == 1


@pytest.mark.parametrize(
    "fault",
    [
        "DELETE FROM snapshots_searched",
        "INSERT INTO snapshots_fts(rowid, text) VALUES (77, 'zebra')",
        "DELETE FROM snapshots_fts_data WHERE id > 10",
    ],
)
def test_the_doctor_sees_that_the_index_is_another_and_makes_it_anew(
    database: Path, run: Run, fault: str
) -> None:
    with writing(database, "store") as store:
        source(store)
    assert "full text" not in run("doctor", "--db", database).stdout
    with closing(sqlite3.connect(database)) as theirs, theirs:
        theirs.execute(fault)
    assert "full text" in run("doctor", "--db", database, code=1).stdout
    run("doctor", "--repair", "--db", database)
    assert_indexed(database)
    assert (found(database, "ferry"), found(database, "zebra")) == (1, 0)
