"""What other programs take away is noticed before anything is recorded, and can be brought back without losing a row."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import factories
import pytest
from alembic import command
from conftest import Run

from onrecord.db import current, digests, driver, files, migrate, parts, schema
from onrecord.db.store import writing
from onrecord.errors import DatabaseError

SCHEMA = migrate.schema(files.SCHEMA_VERSION)
TRIGGERS = sum(part.kind == "trigger" and part.table == "sources" for part in SCHEMA)


@pytest.fixture
def filled(database: Path) -> Path:
    with writing(database, "fill") as store:
        factories.source(store)
        factories.quote(store, "Nobody asked us", by="Johan Quist")
        factories.source(store, "Fog again, and again no ferry.", citekey="eide-2025", title="Fog again")
    return database


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(statement).fetchall()


def shape(path: Path) -> list[parts.Part]:
    with closing(sqlite3.connect(path)) as db:
        return sorted(parts.parts(db), key=lambda part: (part.kind, part.name))


def sqlite_utils(*words: str | Path) -> None:
    pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    subprocess.run([sys.executable, "-m", "sqlite_utils", *map(str, words)], check=True, capture_output=True)


def test_the_digests_are_those_of_the_current_schema() -> None:
    assert {parts.digest(part.kind, part.name, part.sql) for part in SCHEMA} == digests.DIGESTS, (
        "the schema has changed: python -m onrecord.db.current"
    )
    assert Path(digests.__file__).read_text("utf-8") == current.digests()


def test_the_triggers_are_those_of_the_current_schema() -> None:
    every = [part.sql for part in SCHEMA if part.kind == "trigger"]
    assert (len(every), sum(map(len, every))) == files.TRIGGERS, "the schema has changed: db/files.py"


def test_whoever_reads_is_told_that_the_triggers_are_gone(filled: Path, run: Run) -> None:
    asked = (("search", "asked"), ("show", "eide-2025"), ("list", "sources"), ("history",))
    assert [run(*words, "--db", filled).stderr for words in asked] == [""] * len(asked)
    sql(filled, "CREATE TABLE mine (id INTEGER PRIMARY KEY)", "ANALYZE",
        "CREATE TRIGGER theirs AFTER INSERT ON mine BEGIN DELETE FROM mine WHERE id < 0; END")  # fmt: skip
    assert [run(*words, "--db", filled).stderr for words in asked] == [""] * len(asked)
    sqlite_utils("transform", filled, "attributions", "--type", "cue", "text")
    for words in asked:
        [said] = run(*words, "--db", filled).stderr.splitlines()
        assert "triggers of attributions are gone" in said and "onrecord migrate --repair" in said
        assert "outcomes of checks may be older" in said


def test_a_repair_says_first_what_it_will_do(filled: Path, run: Run) -> None:
    sqlite_utils("transform", filled, "sources", "--type", "publisher", "text")
    before, kept = shape(filled), held(filled)
    rehearsed = run("migrate", "--repair", "--dry-run", "--db", filled).stdout
    assert "table sources was made again, with its 2 rows" in rehearsed and "As it was" not in rehearsed
    assert (shape(filled), held(filled)) == (before, kept)
    assert [one.name for one in filled.parent.iterdir() if "backup" in one.name] == []
    phrases = rehearsed.partition(": ")[2].splitlines()[0]
    assert phrases in run("migrate", "--repair", "--db", filled).stdout
    assert held(filled) == kept
    assert "has the current schema" in run("migrate", "--dry-run", "--db", filled).stdout


def test_what_is_replaced_whole_loses_its_outcome_and_comes_back(filled: Path, run: Run) -> None:
    utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    outcome = "SELECT check_result FROM attributions"
    for table, change in (
        ("statements", {"text": "Everybody asked us"}),
        ("attributions", {"prefix": "elsewhere"}),
        ("spans", {"start": 1}),
        ("snapshots", {"text": "“Everybody asked us,” they said."}),
    ):
        assert rows(filled, outcome) == [("exact",)]
        was = rows(filled, f"SELECT * FROM {table}")
        opened = utils.Database(filled)
        [row, *_] = opened[table].rows
        opened[table].insert({**row, **change}, pk="id", replace=True)
        opened.close()
        assert rows(filled, outcome) == [(None,)], table
        first, *_ = run("history", "--db", filled).stdout.splitlines()
        assert "another program" in first
        run("undo", "--db", filled)
        assert rows(filled, f"SELECT * FROM {table}")[0][:4] == was[0][:4], table
        run("verify", "--all", "--db", filled)
    # Without recursive triggers, as plain SQLite has it.
    sql(
        filled,
        "INSERT OR REPLACE INTO statements(id, key, text, text_key) SELECT id, key, 'Ёлка у моря', 'x' FROM statements",
    )
    assert rows(filled, outcome) == [(None,)]
    run("tag", rows(filled, "SELECT key FROM statements")[0][0], "trees", "--db", filled)
    assert "Ёлка у моря" in run("search", "елка", "--db", filled).stdout
    assert run("search", "nobody", "--count", "--db", filled).stdout == "0\n"


def test_rows_with_low_and_with_far_ids_can_be_taken_back(filled: Path, run: Run) -> None:
    sql(filled, "INSERT INTO tags(id, name) VALUES (9000, 'far')")
    run("add", "claim", "It was foggy.", "--db", filled)
    sql(filled, "INSERT INTO tags(id, name) VALUES (5, 'low')")
    first, *_ = run("history", "--db", filled).stdout.splitlines()
    assert "added tag low" in first
    run("undo", "--db", filled)
    assert rows(filled, "SELECT id FROM tags") == [(9000,)]
    listed = run("history", "--db", filled).stdout
    assert "\tadded tag far\t" in listed and "\tadded tag low\t" in listed
    run("undo", "2", "--db", filled)
    assert rows(filled, "SELECT id FROM tags") == []


def test_a_table_that_sqlite_utils_has_made_anew(filled: Path, run: Run) -> None:
    before = shape(filled)
    held = rows(filled, "SELECT * FROM sources")
    sqlite_utils("transform", filled, "sources", "--type", "publisher", "text")
    for words in (
        ("correct", "eide-2025", "--title", "Fog over the hills"),
        ("migrate",),
    ):
        refused = run(*words, "--db", filled, code=1)
        assert f"table sources is another, {TRIGGERS} triggers of sources are gone" in refused.stderr
        assert "onrecord migrate --repair" in refused.stderr
        assert refused.stdout == ""
    assert "Fog again" in run("show", "eide-2025", "--db", filled).stdout  # reading goes on
    said = run("migrate", "--repair", "--db", filled).stdout
    assert "table sources was made again, with its 2 rows" in said
    assert f"{TRIGGERS} triggers of sources are brought back" in said
    assert "As it was: " in said
    assert shape(filled) == before
    assert rows(filled, "SELECT * FROM sources") == held
    assert "has the current schema" in run("migrate", "--db", filled).stdout
    run("correct", "eide-2025", "--title", "Fog over the hills", "--db", filled)
    assert "correct eide-2025" in run("undo", "--db", filled).stdout
    assert rows(filled, "SELECT title FROM sources WHERE id = 2") == [("Fog again",)]


OUTCOME = ("check_result", "checked_at", "accepted_reason")


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for the outcomes of checks, and the ids that were given out."""
    tables = [part.name for part in SCHEMA if part.kind == "table" and not part.is_virtual]
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in tables:
        columns = [str(row[1]) for row in rows(path, f"PRAGMA table_info({table})") if row[1] not in OUTCOME]
        listed = ", ".join(f'"{column}"' for column in columns)
        found[table] = rows(path, f"SELECT {listed} FROM {table} ORDER BY rowid")
    return {**found, "sequences": rows(path, "SELECT * FROM sqlite_sequence WHERE seq ORDER BY name")}


def test_every_table_made_anew_by_sqlite_utils_is_brought_back(filled: Path) -> None:
    utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    before, kept = shape(filled), held(filled)
    made = utils.Database(filled)
    for part in SCHEMA:
        if part.kind == "table" and not part.is_virtual:
            made[part.name].transform()
    made.conn.close()
    with pytest.raises(DatabaseError, match="triggers of statements are gone"), writing(filled, "test"):
        pass
    done = schema.upgrade(filled, repair=True)
    assert shape(filled) == before
    assert held(filled) == kept
    # While no trigger watched, a wording may have been changed.
    assert done.unchecked == 1
    assert rows(filled, "SELECT check_result, checked_at FROM attributions") == [(None, None)]


def test_whatever_is_taken_away_is_noticed(filled: Path) -> None:
    before = shape(filled)
    for part in SCHEMA:
        if part.kind == "table":
            continue
        sql(filled, f"DROP {part.kind} {part.name}")
        named = f"view {part.name}" if part.kind == "view" else f"1 {part.kind} of {part.table} is gone"
        with pytest.raises(DatabaseError, match=named), writing(filled, "test"):
            pass
        # A view takes its triggers along.
        along = [one.sql for one in SCHEMA if part.kind == "view" and one.table == part.name != one.name]
        sql(filled, part.sql, *along)
    assert shape(filled) == before
    with writing(filled, "test"):
        pass
    sql(filled, *(f"DROP {part.kind} IF EXISTS {part.name}" for part in SCHEMA if part.kind != "table"))
    schema.upgrade(filled, repair=True)
    assert shape(filled) == before


def test_a_definition_that_is_short_of_anything_is_another() -> None:
    for part in SCHEMA:
        if part.kind != "table" or part.is_virtual:
            continue
        spaced = (
            part.sql.replace("(", "(\n  ")
            .replace(" TEXT", '  "TEXT"')
            .replace("CREATE TABLE", "CREATE  TABLE")
        )
        assert parts.differences([parts.Part(part.kind, part.name, part.table, spaced)], [part]) == []
        head, body = part.sql.split("(", 1)
        clauses = list(parts.clauses(body.rpartition(")")[0]))
        for clause in clauses:
            rest = ", ".join(one for one in clauses if one != clause)
            short = parts.Part(part.kind, part.name, part.table, f"{head}({rest})")
            assert [one.part for one in parts.differences([short], [part])] == [part], clause


def test_what_others_have_added_is_theirs(filled: Path) -> None:
    added = (
        "CREATE TABLE mine (id INTEGER PRIMARY KEY, text TEXT)",
        "ALTER TABLE sources ADD COLUMN shelf TEXT",
        "CREATE INDEX mine_by_shelf ON sources (shelf)",
        "CREATE VIEW my_titles AS SELECT title, shelf FROM sources",
        "CREATE TRIGGER mine_too AFTER UPDATE ON sources BEGIN INSERT INTO mine(text) VALUES (new.title); END",
        "UPDATE sources SET shelf = 'north' WHERE id = 1",
    )
    sql(filled, *added)
    with writing(filled, "test") as store:
        store.update("sources", 2, title="Fog over the hills")
    before = shape(filled)
    sql(filled, "DROP TRIGGER history_sources_update")
    sqlite_utils("transform", filled, "sources", "--type", "publisher", "text")
    sql(filled, added[2].replace("INDEX", "INDEX IF NOT EXISTS"), added[4])
    schema.upgrade(filled, repair=True)
    ours = {(part.kind, part.name) for part in SCHEMA}
    assert {(part.kind, part.name) for part in shape(filled)} == {(part.kind, part.name) for part in before}
    assert {(part.kind, part.name) for part in before} - ours == {
        ("table", "mine"), ("index", "mine_by_shelf"), ("view", "my_titles"), ("trigger", "mine_too"),
    }  # fmt: skip
    assert rows(filled, "SELECT title, shelf FROM my_titles") == [
        ("Ferries and fog", "north"),
        ("Fog over the hills", None),
    ]
    with writing(filled, "test") as store:
        store.update("sources", 2, title="Fog again")
    assert rows(filled, "SELECT text FROM mine ORDER BY id DESC LIMIT 1") == [("Fog again",)]


def test_ids_are_not_used_again(filled: Path) -> None:
    with writing(filled, "more") as store:
        factories.source(store, "No fog.", citekey="gone-2025", title="No fog")
    sql(filled, "PRAGMA foreign_keys = OFF", "DELETE FROM captures WHERE source_id = 3", "DELETE FROM snapshots WHERE source_id = 3",
        "DELETE FROM sources WHERE id = 3")  # fmt: skip
    sqlite_utils("transform", filled, "sources", "--type", "publisher", "text")
    schema.upgrade(filled, repair=True)
    with writing(filled, "again") as store:
        factories.source(store, "A fourth.", citekey="fourth-2025", title="A fourth")
    assert rows(filled, "SELECT max(id) FROM sources") == [(4,)]


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (
            ("UPDATE sources SET citekey = 'same'",),
            "breaks a rule of onrecord's tables .UNIQUE constraint failed: sources.citekey.",
        ),
        (("UPDATE sources SET type = 'rumour'",), "breaks a rule of onrecord's tables"),
        (("ALTER TABLE sources DROP COLUMN citekey",), "Column citekey of sources is gone"),
        (("DELETE FROM sources",), "rows point at rows that are gone"),
        (("DROP TABLE sources", "CREATE VIEW sources AS SELECT 1 AS id"), "cannot be mended"),
    ],
)
def test_what_cannot_be_mended_is_told_and_left(
    filled: Path, statements: tuple[str, ...], sentence: str
) -> None:
    sql(
        filled,
        "PRAGMA foreign_keys = OFF",
        *(
            f"DROP TRIGGER {part.name}"
            for part in SCHEMA
            if part.kind == "trigger" and part.table == "sources"
        ),
        # Those that read the table.
        *(f"DROP VIEW {part.name}" for part in SCHEMA if part.kind == "view" and "sources" in part.sql),
        "CREATE TABLE loose AS SELECT * FROM sources",
        "DROP TABLE sources",
        "ALTER TABLE loose RENAME TO sources",
        *statements,
    )
    before = shape(filled)
    with pytest.raises(DatabaseError, match=sentence):
        schema.upgrade(filled, repair=True)
    assert shape(filled) == before
    assert [one.name for one in filled.parent.iterdir() if "backup" in one.name] == []


def test_a_table_that_is_gone_is_made_again(filled: Path) -> None:
    before = shape(filled)
    sql(
        filled,
        "PRAGMA foreign_keys = OFF",
        "DROP TABLE statement_tags",
        "DROP TABLE tags",
        "DROP TABLE sources_fts",
    )
    done = schema.upgrade(filled, repair=True).done
    assert "table tags was made again; it was gone, and its rows with it" in done
    assert shape(filled) == before
    assert rows(filled, "SELECT rowid FROM sources_fts WHERE sources_fts MATCH 'ferries'") == [(1,)]


def test_a_full_text_out_of_step_is_indexed_again(filled: Path) -> None:
    asked = "SELECT count(*) FROM sources_fts WHERE sources_fts MATCH 'fog'"
    sql(filled, "INSERT INTO sources_fts(sources_fts) VALUES ('delete-all')")
    assert rows(filled, asked) == [(0,)]
    schema.upgrade(filled, repair=True)
    assert rows(filled, asked) == [(2,)]


def test_what_was_reworded_unwatched_is_found_by_its_new_words(filled: Path, run: Run) -> None:
    sql(filled, *(f"DROP TRIGGER {part.name}" for part in SCHEMA if part.kind == "trigger" and part.table == "statements"),
        "UPDATE statements SET text = 'Ёлка у моря'")  # fmt: skip
    assert schema.upgrade(filled, repair=True).unchecked == 1
    assert "Ёлка у моря" in run("search", "елка", "--db", filled).stdout


def test_a_full_text_of_another_program_in_the_place_of_ours(filled: Path, run: Run) -> None:
    before = shape(filled)
    sql(
        filled,
        *(f"DROP TRIGGER {part.name}" for part in SCHEMA if part.name.startswith("sources_fts_")),
        "DROP TABLE sources_fts",
        'CREATE VIRTUAL TABLE sources_fts USING FTS5 (title, content="sources")',
        "CREATE TRIGGER sources_ai AFTER INSERT ON sources BEGIN "
        "INSERT INTO sources_fts (rowid, title) VALUES (new.rowid, new.title); END",
    )
    refused = run("add", "claim", "It was foggy.", "--db", filled, code=1)
    assert "table sources_fts is another" in refused.stderr
    assert "wrote into the full text" in run("migrate", "--repair", "--db", filled).stdout
    assert shape(filled) == before


def test_a_wording_that_another_program_changed_is_not_verified(filled: Path, run: Run) -> None:
    sqlite_utils("query", filled, "update statements set text = 'Everybody asked us'")
    [line] = run("search", "asked", "--db", filled).stdout.splitlines()
    assert "exact" not in line
    assert (
        "stands in the stored copy"
        not in run("cite", "--as", "card", line.split("\t")[0], "--db", filled).stdout
    )
    assert run("verify", "--all", "--db", filled, code=1).stdout.startswith(("altered", "absent"))
    first, *_ = run("history", "--db", filled).stdout.splitlines()
    number, _, by, what, _ = first.split("\t")
    assert (number, by) == ("2", "another program") and what.startswith("changed statement ")
    record = json.loads(run("history", "--json", "--db", filled).stdout)[0]
    assert (record["id"], record["at"]) == (2, None)
    assert "text" in [one["field"] for one in record["changes"][0]["fields"]]


def test_an_older_schema_that_was_changed_is_mended_before_it_is_migrated(filled: Path) -> None:
    older = files.SCHEMA_VERSION - 1
    with driver.engine(lambda: files.connect_migrating(filled), "BEGIN IMMEDIATE").connect() as connection:
        command.downgrade(migrate.configuration(connection), f"{older:04}")
    kept = rows(filled, "SELECT id, citekey, title, type, csl FROM sources")
    sqlite_utils("transform", filled, "sources", "--type", "publisher", "text")
    with pytest.raises(DatabaseError, match="table sources is another"):
        schema.upgrade(filled)
    assert schema.upgrade(filled, repair=True).before == older
    assert rows(filled, "SELECT id, citekey, title, type, csl FROM sources") == kept
    with closing(sqlite3.connect(filled)) as db:
        assert parts.differences(parts.parts(db), SCHEMA) == []


def test_nothing_is_rehearsed_or_kept_in_a_file_that_was_changed(filled: Path, run: Run) -> None:
    sql(filled, "DROP TRIGGER history_statements_update")
    with (
        pytest.raises(DatabaseError, match="1 trigger of statements is gone"),
        writing(filled, "test", rehearse=True),
    ):
        pass
    checked = run("verify", "--all", "--db", filled)
    assert "The outcomes were not kept: Another program has rebuilt parts" in checked.stderr
    assert "1 checked: 1 exact" in checked.stderr
