"""An import that is taken back goes in ranges: what is kept of it is packed, and nothing else is told from an undoing row by row."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from history.test_undo import assert_sealed, tables

from onrecord.db import gone, undo
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
