"""An import that is taken back goes in ranges: what is kept of it is packed, and nothing else is told from an undoing row by row."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from history.test_undo import assert_sealed, tables

from onrecord.db import gone, undo
from onrecord.db.laid_aside import indexes_laid_aside
from onrecord.db.store import reading, writing
from onrecord.doctor import history as doctor
from onrecord.errors import ConflictError
from onrecord.exchange.bulk import statements
from onrecord.exchange.bulk.load import Loading
from onrecord.history import queries
from onrecord.history.parts import former
from onrecord.history.undo import take_back
from onrecord.names import find_target
from onrecord.redact import redact
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits

LINE = '{{"text": "Wave {0} was counted by nobody at all", "speaker": {1}, "url": "https://example.org/{2}", "tags": ["sea"]}}\n'


@pytest.fixture
def loaded(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with one statement of its own and an import of 300, of which every third has no speaker."""
    monkeypatch.setattr(undo, "MANY", 20)
    monkeypatch.setattr(gone, "TOGETHER", 7)
    monkeypatch.setattr("onrecord.exchange.bulk.load.BATCH", 110)
    monkeypatch.setattr("onrecord.db.laid_aside._WATCHED", 20)
    monkeypatch.setattr("onrecord.db.bulk._MANY", 20)
    for name, numbers in (("own", range(1)), ("many", range(1, 301))):
        file = tmp_path / f"{name}.statements.jsonl"
        file.write_text(
            "".join(
                LINE.format(number, f'"Ada Moe {number % 30}"' if number % 3 else "null", number % 40)
                for number in numbers
            )
        )
        with file.open("rb") as stream:
            list(Loading(database, f"import {name}").load(str(file), stream, statements.read))
    return database


def take(database: Path, number: int) -> None:
    with writing(database, "undo", many=True) as store:
        take_back(store, number)


def changes(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(
            "SELECT operation_id, kind, table_name, row_id, last_row_id FROM changes ORDER BY id"
        ).fetchall()


def assert_healthy(database: Path) -> None:
    assert_sealed(database)
    with reading(database) as store:
        assert list(doctor.seen(store)) == []


def test_it_goes_comes_back_and_goes_again(loaded: Path) -> None:
    full = tables(loaded)
    own = {table: rows[:1] for table, rows in full.items() if table in ("statements", "attributions")}
    take(loaded, 2)
    empty = tables(loaded)
    assert {table: empty[table] for table in own} == own
    assert len([change for change in changes(loaded) if change[0] == 3]) < 200
    assert_healthy(loaded)
    take(loaded, 3)
    assert tables(loaded) == full
    assert [change[1:] for change in changes(loaded) if change[0] == 4 and change[2] == "statements"] == [
        ("insert", "statements", 2, 301)
    ]
    assert_healthy(loaded)
    take(loaded, 4)
    assert tables(loaded) == empty
    assert_healthy(loaded)


def test_what_is_gone_is_still_called_so(loaded: Path) -> None:
    with reading(loaded) as store:
        [(key, row)] = store.rows("SELECT key, id FROM statements WHERE text LIKE 'Wave 77 %'")
    take(loaded, 2)
    with reading(loaded) as store:
        assert former(store, "statements", key=key) == [row]
        assert former(store, "statements", key="k") == []
        told = queries.records(store, [3])[0]
        assert (
            sum(change.last - change.first + 1 for change in told.changes if change.table == "statements")
            == 300
        )


def test_where_a_later_operation_edited_one_nothing_goes(loaded: Path) -> None:
    with writing(loaded, "edit") as store:
        key = store.value("SELECT key FROM statements WHERE id = 200")
        edit_quote(store, key, Edits(note="ask again"))
    before = tables(loaded)
    with pytest.raises(ConflictError, match="operation 3 has since changed statement"):
        take(loaded, 2)
    assert tables(loaded) == before
    # That taken back, it goes; and where a wording was taken by another since, it does not come back.
    take(loaded, 3)
    take(loaded, 2)
    with writing(loaded, "another") as store:
        store.insert("statements", key=key, text="Another.", text_key="another")
    with pytest.raises(ConflictError, match=f"another statement has key '{key}' by now"):
        take(loaded, 5)
    assert_sealed(loaded)


def test_a_redaction_reaches_what_is_packed(loaded: Path) -> None:
    take(loaded, 2)
    take(loaded, 3)
    with writing(loaded, "redact") as store:
        key = store.value("SELECT key FROM statements WHERE id = 200")
        words = store.value("SELECT text FROM statements WHERE id = 200")
        redact(store, find_target(store, key), "the court asked for it")
    with reading(loaded) as store:
        packed = store.column(f"SELECT before_blob FROM changes WHERE {gone.PACKED}")
        assert packed
        kept = "\n".join(line for blob in packed for line in gone.lines(blob))
        assert words not in kept and "Wave 77 " in kept
    assert_healthy(loaded)


def schema(database: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()


def test_indexes_that_are_laid_aside_are_there_again(loaded: Path) -> None:
    before = sorted(schema(loaded))
    for number in (2, 3, 4):
        take(loaded, number)
        assert sorted(schema(loaded)) == before
    with closing(sqlite3.connect(loaded)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_indexes_are_laid_aside_where_most_rows_move(loaded: Path) -> None:
    with writing(loaded, "look") as store:
        connection = store.connection
        for moved, others, least in ((300, 1, 0), (1, 300, 3), (3_000_000, 0, 3)):
            with indexes_laid_aside(connection, "attributions", moved, others):
                kept = store.column(
                    "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'attributions' AND name IN "
                    "('ix_attributions_source_id', 'ix_attributions_speaker_id', 'ix_attributions_statement_id')"
                )
                assert len(kept) == least
                # By this one a row finds those that quote from it.
                assert store.value(
                    "SELECT 1 FROM sqlite_master WHERE name = 'ix_attributions_quoted_from_id'"
                )


def test_what_is_packed_leaves_out_columns_without_a_value(loaded: Path) -> None:
    take(loaded, 2)
    with reading(loaded) as store:
        [packed] = store.column(
            f"SELECT before_blob FROM changes WHERE {gone.PACKED} AND table_name = 'attributions' ORDER BY id LIMIT 1"
        )
    columns = set(next(gone.rows(packed)))
    assert {"id", "statement_id", "form", "polarity", "rank", "status"} <= columns
    assert not columns & {"translator_id", "cue", "wording"}


def test_a_row_that_breaks_a_rule_does_not_come_back(loaded: Path) -> None:
    take(loaded, 2)
    gone_then = tables(loaded)
    with closing(sqlite3.connect(loaded)) as connection:
        number, packed = connection.execute(
            f"SELECT id, before_blob FROM changes WHERE {gone.PACKED} AND table_name = 'attributions' LIMIT 1"
        ).fetchone()
        damaged = [line.replace('"direct"', '"sung"') for line in gone.lines(packed)]
        connection.execute("UPDATE changes SET before_blob = ? WHERE id = ?", (gone.pack(damaged), number))
        connection.commit()
    with pytest.raises(ConflictError, match=r"ck_attributions_form\. Take back what was done since first"):
        take(loaded, 3)
    assert tables(loaded) == gone_then
