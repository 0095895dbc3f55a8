"""The schema that migrations make is the one the models describe, and moving between them keeps what is there."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import starting
from conftest import Run, environment
from sqlalchemy import create_engine

from onrecord.db import files, fulltext, migrate, parts, schema, stored_texts, triggers, views
from onrecord.db.base import Base
from onrecord.db.store import writing
from onrecord.history.undo import take_back

CHECKOUT = Path(__file__).parents[2]


def parts_of(sql: str) -> str:
    """A CREATE statement without regard to white space, quotes and the order of a table's constraints."""
    sql = re.sub(r"\s+", " ", sql).replace('"', "").replace("( ", "(")
    table = re.match(r"(CREATE TABLE \w+) ?\((.*)\)$", sql)
    if not table:
        return sql
    parts, depth, part = [], 0, ""
    for character in table[2]:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += character
    return f"{table[1]} {sorted([*parts, part.strip()])}"


def schema_of(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT IN ('alembic_version', 'sqlite_sequence')"
    )
    return {(kind, name): parts_of(sql) for kind, name, sql in rows}


Alembic = Callable[..., str]


@pytest.fixture
def alembic(tmp_path: Path) -> Alembic:
    """Runs Alembic as a developer would in the checkout: `alembic(database, "upgrade", "head")`.

    In an interpreter of its own: it prints to what is standard output when it is imported.
    """

    def start(database: Path, *words: str) -> str:
        done = starting.fresh(
            ["-x", f"db={database}", *words],
            CHECKOUT,
            environment(tmp_path),
            code="from alembic.config import main; main(prog='alembic')",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return start


def fill(database: Path) -> None:
    with writing(database, "fill") as store:
        speaker = store.insert("speakers", slug="jane-doe", name="Jane Doe", kind="person")
        store.insert(
            "speaker_names", speaker_id=speaker, name="Jane Doe", name_key="jane doe", kind="preferred"
        )
        store.insert("statements", key="aaaaaaaaaa", text="The harbour stays open.", text_key="x")
        store.insert("sources", citekey="doe-2023", type="book", title="Harbours of the north")


def rows_of(connection: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return [dict(row) for row in cursor.execute(f"SELECT * FROM {table}")]


def found(database: Path, index: str, word: str) -> int:
    with sqlite3.connect(database) as connection:
        count: int = connection.execute(
            f"SELECT count(*) FROM {index} WHERE {index} MATCH ?", (word,)
        ).fetchone()[0]
    return count


def test_a_migrated_database_is_what_the_models_describe(database: Path) -> None:
    with create_engine("sqlite://").connect() as described:
        Base.metadata.create_all(described)
        for statement in [*fulltext.ddl(), *stored_texts.ddl(), *triggers.ddl(), *views.ddl()]:
            described.exec_driver_sql(statement)
        raw = described.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        expected = schema_of(raw)
    with sqlite3.connect(database) as connection:
        assert schema_of(connection) == expected


def test_init_and_alembic_make_the_same(database: Path, tmp_path: Path, alembic: Alembic) -> None:
    other = tmp_path / "by-alembic.db"
    alembic(other, "upgrade", "head")
    with sqlite3.connect(database) as one, sqlite3.connect(other) as two:
        assert schema_of(one) == schema_of(two)
        for pragma in ("application_id", "user_version", "journal_mode"):
            assert one.execute(f"PRAGMA {pragma}").fetchone() == two.execute(f"PRAGMA {pragma}").fetchone()


def test_alembic_finds_no_difference(database: Path, alembic: Alembic) -> None:
    assert "No new upgrade operations detected" in alembic(database, "check")


def test_down_and_up_again_with_rows_in_the_tables(database: Path, alembic: Alembic) -> None:
    fill(database)
    alembic(database, "downgrade", "base")
    with sqlite3.connect(database) as connection:
        assert schema_of(connection) == {}
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    alembic(database, "upgrade", "head")
    fill(database)
    assert found(database, "statements_fts", "harbour") == 1
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE statements SET text = 'The pier stays open.'")
    assert found(database, "statements_fts", "harbour") == 0
    assert found(database, "statements_fts", "pier") == 1
    with sqlite3.connect(database) as connection:
        for index in fulltext.INDEXES:
            connection.execute(index.check())
        assert connection.execute(
            "SELECT kind, table_name FROM changes WHERE kind = 'update'"
        ).fetchall() == [("update", "statements")]


def test_an_older_schema_is_migrated_after_a_backup(database: Path, alembic: Alembic) -> None:
    alembic(database, "downgrade", "base")
    backup = schema.upgrade(database).backup
    assert backup is not None
    assert files.schema_version(backup) == 0
    assert files.schema_version(database) == files.SCHEMA_VERSION
    assert schema.upgrade(database) == schema.Upgraded()


def test_names_get_the_keys_of_today(database: Path, run: Run, alembic: Alembic) -> None:
    with writing(database, "fill") as store:
        for number in ("II", "III"):
            name = f"Otto {number}"
            speaker = store.insert("speakers", slug=f"otto-{number.lower()}", name=name, kind="person")
            # As an older version made it: both numbers were one.
            store.insert("speaker_names", speaker_id=speaker, name=name, name_key="otto i", kind="preferred")
    alembic(database, "downgrade", "0004")
    with sqlite3.connect(database) as connection:
        before = connection.execute("SELECT max(id) FROM changes").fetchone()
    run("migrate", "--db", database)
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT name_key FROM speaker_names ORDER BY id").fetchall() == [
            ("otto ii",),
            ("otto iii",),
        ]
        assert connection.execute("SELECT max(id) FROM changes").fetchone() == before
    assert found(database, "speaker_names_fts", "iii") == 1
    assert "There is no speaker 'Otto IV' (Did you mean otto-ii or otto-iii?)" in " ".join(
        run("search", "x", "--by", "Otto IV", "--db", database, code=1).stderr.split()
    )
    run("add", "alias", "Otto III", "The Third", "--db", database)
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM changes WHERE kind = 'insert'").fetchone() > before


def test_a_migration_that_breaks_a_reference_changes_nothing(database: Path, alembic: Alembic) -> None:
    alembic(database, "downgrade", "base")
    with sqlite3.connect(database) as connection:
        connection.execute(
            "CREATE TABLE elsewhere (id INTEGER PRIMARY KEY, other INTEGER REFERENCES nowhere(id))"
        )
        connection.execute("CREATE TABLE nowhere (id INTEGER PRIMARY KEY)")
        connection.execute("INSERT INTO elsewhere VALUES (1, 7)")
    with pytest.raises(Exception, match="point at nothing"):
        schema.upgrade(database)
    with sqlite3.connect(database) as connection:
        assert {name for _, name in schema_of(connection)} == {"elsewhere", "nowhere"}


@pytest.mark.parametrize("schema_before", [f"{number:04}" for number in range(1, files.SCHEMA_VERSION)])
def test_a_database_of_an_older_schema_is_brought_over_with_everything_in_it(
    database: Path, run: Run, schema_before: str, alembic: Alembic
) -> None:
    fill(database)
    alembic(database, "downgrade", schema_before)
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor, original) "
            "VALUES (1, '2024-01-01T00:00:00Z', printf('%064d', 1), 'text/plain', 'The harbour stays open.', 'text', x'00')"
        )
        connection.execute(
            "INSERT INTO attributions(statement_id, speaker_id, source_id, form, snapshot_id) VALUES (1, 1, 1, 'direct', 1)"
        )
        tables = [name for kind, name in schema_of(connection) if kind == "table" and "_fts" not in name]
        before = {name: rows_of(connection, name) for name in tables}
    assert "Migrated" in run("migrate", "--db", database).stdout
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (files.SCHEMA_VERSION,)
        connection.row_factory = sqlite3.Row
        for name, rows in before.items():
            after = rows_of(connection, name)
            assert [
                {column: row[column] for column in old if column in row}
                for row, old in zip(after, rows, strict=True)
            ] == [{column: value for column, value in row.items() if column in after[0]} for row in rows]
        assert connection.execute("SELECT places FROM snapshots").fetchone()[0] is None
        assert connection.execute("SELECT count(*) FROM proposals").fetchone()[0] == 0
        assert connection.execute("SELECT page_index FROM attributions").fetchone()[0] is None
        assert connection.execute("SELECT count(*) FROM reviews").fetchone()[0] == 0
        connection.execute("UPDATE attributions SET page_index = 3")
        (after_it,) = connection.execute(
            "SELECT after FROM changes WHERE table_name = 'attributions' ORDER BY id DESC"
        ).fetchone()
        assert json.loads(after_it)["page_index"] == 3
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute("UPDATE snapshots SET places = '[]'")
    assert found(database, "statements_fts", "harbour") == 1


def test_going_back_a_step_leaves_the_schema_that_was_there(database: Path, alembic: Alembic) -> None:
    alembic(database, "downgrade", f"{files.SCHEMA_VERSION - 1:04}")
    with sqlite3.connect(database) as connection:
        # Not in the order of its making: a part that was changed is the latest.
        assert set(parts.parts(connection)) == set(migrate.schema(files.SCHEMA_VERSION - 1))


def test_a_time_stamp_keeps_its_number(database: Path, alembic: Alembic) -> None:
    fill(database)
    alembic(database, "downgrade", "0011")
    stamp = "INSERT INTO stamps(seal_id, kind, authority, at, token) VALUES (1, ?, 'https://stamp.example', '2026-01-01T00:00:00Z', x'30')"
    with sqlite3.connect(database) as connection:
        connection.execute(stamp, ("rfc3161",))
        connection.execute(stamp, ("rfc3161",))
        connection.execute("DELETE FROM stamps WHERE id = 2")
        kept = rows_of(connection, "stamps")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(stamp, ("opentimestamps",))
    schema.upgrade(database)
    with sqlite3.connect(database) as connection:
        assert rows_of(connection, "stamps") == kept
        connection.execute(stamp, ("opentimestamps",))
        assert [row["id"] for row in rows_of(connection, "stamps")] == [1, 3]


def test_going_back_to_the_first_schema_leaves_a_history_that_still_undoes(
    database: Path, alembic: Alembic
) -> None:
    fill(database)
    with writing(database, "propose") as store:
        copy = store.insert(
            "snapshots", source_id=1, captured_at="2024-01-01T00:00:00Z", sha256="0" * 64, media_type="text/plain",
            text="“The harbour stays open,” she said.", extractor="text", places=[[0, "page", "7"]],
        )  # fmt: skip
        store.insert(
            "proposals", snapshot_id=copy, place_key="1-23", text_key="x", stretches=[[1, 23]], form="direct",
            speaker_kind="person", unnamed=False, via=[], confidence=0.5, reason="a verb", engine="rules 1",
        )  # fmt: skip
    with writing(database, "remove") as store:
        store.execute("DELETE FROM proposals")
        store.execute("DELETE FROM snapshots")
    alembic(database, "downgrade", "0001")
    with sqlite3.connect(database) as connection:
        (before,) = connection.execute(
            "SELECT before FROM changes WHERE table_name = 'snapshots' AND kind = 'delete'"
        ).fetchone()
        assert "places" not in json.loads(before)
        assert connection.execute(
            "SELECT count(*) FROM changes WHERE table_name = 'proposals'"
        ).fetchone() == (0,)
    schema.upgrade(database)
    with writing(database, "undo") as store:
        take_back(store, 3)
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT text, places FROM snapshots").fetchall() == [
            ("“The harbour stays open,” she said.", None)
        ]


def test_what_statements_said_of_their_occasion_moves_to_their_occurrences(
    database: Path, run: Run, alembic: Alembic
) -> None:
    alembic(database, "downgrade", "0004")
    with sqlite3.connect(database) as connection:
        connection.executescript(
            """
            INSERT INTO speakers(slug, name, kind, unnamed) VALUES ('ida-berg', 'Ida Berg', 'person', 0);
            INSERT INTO sources(citekey, type, url) VALUES ('vale', 'book', NULL), ('hill', 'webpage', 'https://hill.example/');
            INSERT INTO operations(at, by, command, open) VALUES ('2025-01-01T00:00:00Z', 'x', 'add', 0);
            INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor)
              VALUES (2, '2024-01-01T00:00:00Z', printf('%064d', 1), 'text/plain', 'The bridge is quite safe.', 'text');
            INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id)
              VALUES (1, 'insert', 'snapshots', 1, 1);
            INSERT INTO statements(key, text, text_key, language, said, place, occasion, medium)
              VALUES ('aaaaaaaaaa', 'The bridge is safe.', 'x', 'en', '2024', 'Vale', 'opening', 'speech');
            INSERT INTO attributions(statement_id, speaker_id, source_id, form, exact, status, status_reason) VALUES
              (1, 1, 1, 'direct', 'The bridge is safe.', 'sourced', NULL),
              (1, 1, 2, 'direct', 'The bridge is' || char(10) || 'quite safe.', 'sourced', NULL),
              (1, 1, 2, 'direct', 'Die Brücke ist sicher.', 'misattributed', 'nobody said it');
            INSERT INTO attributions(statement_id, speaker_id, source_id, form, exact)
              VALUES (1, 1, 2, 'direct', 'Мост безопасен.');
            """
        )
    run("migrate", "--db", database)
    with sqlite3.connect(database) as connection:
        kept = rows_of(connection, "attributions")
        assert [row["wording"] for row in kept] == [
            None, "The bridge is quite safe.", "Die Brücke ist sicher.", "Мост безопасен.",
        ]  # fmt: skip
        assert [row["language"] for row in kept] == ["en", "en", None, None]
        assert [row["occasion"] for row in kept] == ["opening", "opening", None, "opening"]
        assert {row["polarity"] for row in kept} == {"asserted"}
        [capture] = rows_of(connection, "captures")
        assert (capture["snapshot_id"], capture["url"]) == (1, "https://hill.example/")
        assert connection.execute(
            "SELECT operation_id FROM changes WHERE table_name = 'captures'"
        ).fetchall() == [(1,)]
        assert (
            connection.execute("SELECT count(*) FROM changes WHERE operation_id IS NULL").fetchone()[0] == 0
        )


def test_a_statement_removed_before_comes_back_with_its_occasion(database: Path, alembic: Alembic) -> None:
    fill(database)
    alembic(database, "downgrade", "0004")
    with sqlite3.connect(database) as connection:
        connection.executescript(
            """
            UPDATE statements SET place = 'Vale' WHERE id = 1;
            INSERT INTO attributions(statement_id, speaker_id, source_id, form) VALUES (1, 1, 1, 'direct');
            INSERT INTO changes(operation_id, kind, table_name, row_id, last_row_id)
              VALUES (1, 'insert', 'attributions', 1, 1);
            INSERT INTO operations(at, by, command, open) VALUES ('2025-01-01T00:00:00Z', 'x', 'rm', 1);
            DELETE FROM attributions;
            DELETE FROM statements;
            UPDATE operations SET open = 0;
            """
        )
        (removal,) = connection.execute("SELECT max(id) FROM operations").fetchone()
    schema.upgrade(database)
    with writing(database, "undo") as store:
        take_back(store, removal)
    with sqlite3.connect(database) as connection:
        assert [row["place"] for row in rows_of(connection, "attributions")] == ["Vale"]
        assert len(rows_of(connection, "statements")) == 1
