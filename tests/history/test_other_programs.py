"""What other programs write into the file is part of its history, and can be taken back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils
from conftest import Run
from factories import quote, source

from onrecord.claims.write import add_claim
from onrecord.db.store import reading, writing
from onrecord.errors import ConflictError
from onrecord.history import queries
from onrecord.history.undo import take_back
from onrecord.statements.queries import statement_id
from onrecord.statements.tag import tag_statement


@pytest.fixture
def recorded(database: Path) -> Path:
    with writing(database, "record") as store:
        source(store, "“The tide will turn at nine,” said Una Brandt.", citekey="tide-2025", title="Tides")
        quote(store, "The tide will turn at nine", "Una Brandt", source="tide-2025")
    return database


def by_sqlite_utils(database: Path) -> None:
    opened = sqlite_utils.Database(database)
    opened.table("tags").insert({"name": "weather"})
    opened.table("sources").update(1, {"title": "The tides"})
    opened.table("statements").update(1, {"note": "heard twice"})
    opened.close()


def title_note_tags(database: Path) -> tuple[str, str | None, list[str]]:
    with reading(database) as reader:
        return (
            reader.value("SELECT title FROM sources"),
            reader.value("SELECT note FROM statements"),
            reader.column("SELECT name FROM tags ORDER BY name"),
        )


def test_it_is_taken_back_as_any_operation_is(recorded: Path) -> None:
    by_sqlite_utils(recorded)
    assert title_note_tags(recorded) == ("The tides", "heard twice", ["weather"])
    with writing(recorded, "undo") as store:
        assert take_back(store, None).by == "another program"
    assert title_note_tags(recorded) == ("Tides", None, [])
    with writing(recorded, "do it again") as store:
        take_back(store, 3)
    assert title_note_tags(recorded) == ("The tides", "heard twice", ["weather"])


def test_it_is_listed_with_the_number_that_it_gets(recorded: Path, run: Run) -> None:
    by_sqlite_utils(recorded)
    [statement] = key(recorded)
    what = f"added tag weather, changed source tide-2025, changed statement {statement}"

    def listed(*words: str) -> list[list[str]]:
        return [line.split("\t") for line in run("history", *words, "--db", recorded).stdout.splitlines()]

    number, at, by, command, _ = listed()[0]
    assert (number, by, command) == ("2", "another program", what) and at.startswith("after 20")
    assert listed("2") == [
        ["added", "tag weather", "", "", ""],
        ["changed", "source tide-2025", "title", "Tides", "The tides"],
        ["changed", f"statement {statement}", "note", "", "heard twice"],
    ]
    for name in ("tide-2025", statement, "weather"):
        assert listed(name)[0][0] == "2"
    assert listed("una-brandt") == listed()[1:]
    assert listed("--limit", "1") == listed()[:1]
    run("tag", "--db", recorded, statement, "harbour")
    assert [(line[0], line[2] == "another program") for line in listed()] == [
        ("3", False),
        ("2", True),
        ("1", False),
    ]
    assert listed()[1][3] == what and listed()[1][1].startswith("before 20")


def test_the_history_speaks_of_what_people_see(recorded: Path, run: Run) -> None:
    told = run("history", "1", "--db", recorded).stdout
    assert "added\tstored copy of tide-2025\t" in told
    run("rm", *key(recorded), "--yes", "--db", recorded)
    told += run("history", "2", "--db", recorded).stdout
    assert f"removed\tattribution {key_of(recorded)}@tide-2025\t" in told
    for noun in ("creator", "snapshot", "span", "capture", "relays", "row"):
        assert noun not in told


def key_of(database: Path) -> str:
    """The key of the statement that was removed."""
    with reading(database) as reader:
        return str(
            reader.value(
                "SELECT json_extract(before, '$.key') FROM changes WHERE table_name = 'statements' AND kind = 'delete'"
            )
        )


def key(database: Path) -> list[str]:
    with reading(database) as reader:
        return reader.column("SELECT key FROM statements")


def test_what_builds_on_it_is_taken_back_first(recorded: Path) -> None:
    by_sqlite_utils(recorded)
    with writing(recorded, "tag") as store:
        tag_statement(store, statement_id(store, key(recorded)[0]), ["weather"])
    with (
        pytest.raises(ConflictError, match=r"^Operation 2 cannot be taken back"),
        writing(recorded, "undo") as store,
    ):
        take_back(store, 2)
    with writing(recorded, "undo") as store:
        take_back(store, 3)
    with writing(recorded, "undo") as store:
        take_back(store, 2)
    assert title_note_tags(recorded) == ("Tides", None, [])


def test_rows_that_were_made_and_taken_away_again(recorded: Path) -> None:
    with closing(sqlite3.connect(recorded)) as connection:
        connection.execute("INSERT INTO tags (name) VALUES ('a'), ('b')")
        connection.execute("DELETE FROM tags WHERE name = 'a'")
        connection.commit()
    with writing(recorded, "undo") as store:
        take_back(store, None)
    assert title_note_tags(recorded)[2] == []


def test_nothing_is_made_of_nothing(recorded: Path) -> None:
    with writing(recorded, "look only"):
        pass
    with reading(recorded) as reader:
        assert queries.operations_count(reader) == 1
        assert queries.pending(reader) is None


def test_a_rehearsal_numbers_nothing(recorded: Path) -> None:
    by_sqlite_utils(recorded)
    with writing(recorded, "rehearse", rehearse=True) as store:
        take_back(store, None)
    with reading(recorded) as reader:
        assert reader.value("SELECT count(*) FROM operations") == 1
        assert queries.pending(reader) is not None


def test_a_row_that_was_given_a_high_id_is_not_the_next_operations(recorded: Path) -> None:
    with writing(recorded, "add") as store:
        add_claim(store, "The tide turns late")
    with closing(sqlite3.connect(recorded)) as connection:
        connection.execute("UPDATE claims SET id = 50")
        connection.commit()
    with writing(recorded, "add another") as store:
        add_claim(store, "The tide turns early")
    with writing(recorded, "undo") as store:
        take_back(store, None)
    with reading(recorded) as reader:
        assert reader.column("SELECT text FROM claims") == ["The tide turns late"]


def test_rows_that_came_and_went_are_taken_back_once(recorded: Path) -> None:
    with closing(sqlite3.connect(recorded)) as connection:
        connection.execute("INSERT INTO tags (name) VALUES ('a')")
        connection.execute("DELETE FROM tags")
        connection.commit()
    commands = []
    for _ in range(2):
        with writing(recorded, "undo") as store:
            commands.append(take_back(store, None).command)
    assert commands == ["wrote to the file", "record"]


def test_a_row_that_another_has_the_number_of_comes_back(recorded: Path) -> None:
    """What was there before is deleted, and made anew under its number, once or several times."""
    with writing(recorded, "tag") as store:
        store.insert("tags", name="fog")
    with closing(sqlite3.connect(recorded)) as connection:
        for name in ("mist", "haze"):
            connection.execute("DELETE FROM tags WHERE id = 1")
            connection.execute("INSERT INTO tags (id, name) VALUES (1, ?)", (name,))
        connection.execute("INSERT INTO tags (id, name) VALUES (2, 'rain')")
        connection.execute("DELETE FROM tags WHERE id = 2")
        connection.execute("INSERT INTO tags (id, name) VALUES (2, 'snow')")
        connection.commit()
    assert title_note_tags(recorded)[2] == ["haze", "snow"]
    with writing(recorded, "undo") as store:
        take_back(store, None)
    assert title_note_tags(recorded)[2] == ["fog"]
    with writing(recorded, "do it again") as store:
        take_back(store, 4)
    assert title_note_tags(recorded)[2] == ["haze", "snow"]
