"""What was done is read as it was: which operation, by whom, and what of which row was another before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import quote, source

from onrecord.db.store import reading, writing
from onrecord.errors import Hint, NotFoundError
from onrecord.history.queries import ChangeRecord, OperationRecord, operations, operations_count, pending
from onrecord.history.undo import take_back


@pytest.fixture
def done(database: Path) -> Path:
    """Three operations: what is recorded, a change of it, and that taken back."""
    with writing(database, "record") as store:
        source(store, "“The tide will turn at nine,” said Una Brandt.", citekey="tide-2025", title="Tides")
        quote(store, "The tide will turn at nine", "Una Brandt", source="tide-2025")
    with writing(database, "retitle") as store:
        store.update("sources", 1, title="The tides")
    with writing(database, "undo") as store:
        take_back(store, None)
    return database


def write(database: Path, *sql: str) -> None:
    """What another program writes."""
    with closing(sqlite3.connect(database)) as connection:
        for statement in sql:
            connection.execute(statement)
        connection.commit()


def test_the_latest_operation_comes_first_and_says_what_it_takes_back(done: Path) -> None:
    with reading(done) as reader:
        undo, retitle, record = operations(reader)
        assert operations_count(reader) == 3
        assert pending(reader) is None
        assert operations(reader, only=2) == [retitle]
        assert operations(reader, limit=2) == [undo, retitle]
        assert operations(reader, limit=0) == []
        with pytest.raises(NotFoundError, match=r"^There is no operation 4\.$") as refused:
            operations(reader, only=4)
        assert refused.value.hint == Hint("list_operations")
    assert [(one.id, one.command, one.undoes, one.undone_by) for one in (undo, retitle, record)] == [
        (3, "undo", 2, None),
        (2, "retitle", None, 3),
        (1, "record", None, None),
    ]
    assert retitle.at is not None and retitle.when == retitle.at
    assert retitle.changes == (ChangeRecord("update", "sources", 1, 1, (("title", "Tides", "The tides"),)),)
    assert undo.changes == (ChangeRecord("update", "sources", 1, 1, (("title", "The tides", "Tides"),)),)
    assert {change.kind for change in record.changes} == {"insert"}
    assert ChangeRecord("insert", "sources", 1, 1) in record.changes
    assert retitle.as_json() == {
        "id": 2, "at": retitle.at, "by": retitle.by, "command": "retitle", "undoes": None, "undone_by": 3,
        "changes": [{
            "kind": "update", "table": "sources", "row_id": 1, "last_row_id": 1,
            "fields": [{"field": "title", "before": "Tides", "after": "The tides"}],
        }],
    }  # fmt: skip


def test_a_removal_keeps_no_fields_and_a_row_keeps_the_order_of_its_columns(done: Path) -> None:
    with writing(done, "change") as store:
        store.update("sources", 1, publisher="Quay Press", title=None)
    with writing(done, "remove") as store:
        store.delete("spans", 1)
    with reading(done) as reader:
        remove, change, *_ = operations(reader)
    assert change.changes[0].fields == (("title", "Tides", None), ("publisher", None, "Quay Press"))
    assert remove.changes == (ChangeRecord("delete", "spans", 1, 1),)


def test_what_another_program_wrote_is_the_latest_and_has_the_next_number(done: Path) -> None:
    with reading(done) as reader:
        latest = operations(reader)[0].at
    write(
        done,
        "UPDATE statements SET note = 'heard twice' WHERE id = 1",
        "INSERT INTO tags(name) VALUES ('fog'), ('quay')",
    )
    with reading(done) as reader:
        written = pending(reader)
        assert written is not None
        assert operations(reader)[0] == operations(reader, only=4)[0] == written
        assert operations_count(reader) == 4
        assert [one.id for one in operations(reader)] == [4, 3, 2, 1]
        assert [one.id for one in operations(reader, limit=2)] == [4, 3]
        assert [one.id for one in operations(reader, limit=1)] == [4]
        assert operations(reader, limit=0) == []
        assert [one.id for one in operations(reader, only=3)] == [3]
    assert (written.id, written.at, written.by, written.undoes, written.undone_by) == (
        4, None, "another program", None, None,
    )  # fmt: skip
    assert written.changes == (
        ChangeRecord("update", "statements", 1, 1, (("note", None, "heard twice"),)),
        ChangeRecord("insert", "tags", 1, 2),
    )
    assert written.when == f"after {latest}"
    assert written.as_json()["after"] == latest


def test_it_is_known_when_what_another_program_wrote_was_noticed(done: Path) -> None:
    write(done, "UPDATE statements SET note = 'heard twice' WHERE id = 1")
    with writing(done, "tag") as store:
        store.insert("tags", name="fog")
    with reading(done) as reader:
        assert pending(reader) is None
        tag, written, *_ = operations(reader)
    assert (tag.id, tag.command, written.id, written.by) == (5, "tag", 4, "another program")
    assert written.when == f"before {written.at}"
    assert tag.when == tag.at


def test_of_a_file_without_operations_nobody_knows_when() -> None:
    nobody = OperationRecord(1, None, "another program", "x", None, None, ())
    assert nobody.when == "not known"
    assert OperationRecord(1, None, "una", "x", None, None, ()).when == ""


def test_rows_that_no_trigger_saw_are_known_by_their_numbers(done: Path) -> None:
    with closing(sqlite3.connect(done)) as connection:
        [trigger] = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'history_tags_insert'"
        ).fetchone()
    write(
        done,
        "DROP TRIGGER history_tags_insert",
        "INSERT INTO tags(id, name) VALUES (1, 'fog'), (2, 'quay'), (5, 'ebb')",
        trigger,
    )
    with reading(done) as reader:
        written = pending(reader)
    assert written is not None
    assert written.changes == (ChangeRecord("insert", "tags", 1, 2), ChangeRecord("insert", "tags", 5, 5))
