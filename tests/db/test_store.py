"""The store: rows as records, and one operation of the history for what is changed through it."""

import inspect
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean

from onrecord.db import history, kept_rows, reader, rows, store, triggers, undo
from onrecord.db.base import Base
from onrecord.db.folded import COPIES
from onrecord.db.rows import Claim, Source, Speaker, Tag
from onrecord.errors import DatabaseError

TABLES = {table.name: table for table in Base.metadata.sorted_tables}
ROWS: list[Any] = [
    kind
    for module in (rows, kept_rows)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if kind.__module__ == module.__name__
]
LEFT_OUT = {"snapshots": {"original"}, "changes": {"before", "after", "before_blob"}, "stamps": {"token"}}


def left(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_a_row_has_the_columns_of_its_table(kind: Any) -> None:
    table = TABLES[kind.table]
    fields = kind.__annotations__
    assert list(fields) == [
        column.name
        for column in table.columns
        if column.name not in COPIES and column.name not in LEFT_OUT.get(kind.table, ())
    ]
    for name, written in fields.items():
        column = table.columns[name]
        assert written.endswith("| None") == bool(column.nullable), name
        assert (written == "bool") == isinstance(column.type, Boolean), name
        assert (name in reader.JSON_COLUMNS.get(kind.table, ())) == isinstance(column.type, JSON), name


def test_every_table_has_its_row_and_the_history_knows_it() -> None:
    assert {kind.table for kind in ROWS} == set(TABLES)
    assert tuple(table.name for table in triggers.recorded_tables()) == history.RECORDED
    blobs = {table.name: triggers.blob_column(table) for table in triggers.recorded_tables()}
    assert {name: column for name, column in blobs.items() if column} == undo.BLOBS


def test_what_is_written_is_read_back_and_is_one_operation(database: Path) -> None:
    with store.writing(database, "note") as writer:
        number = writer.insert(
            "sources", citekey="a", type="book", title="Ёлка", csl={"ISBN": "1"}, issued=None
        )
        source = writer.get(Source, number)
        assert (source.citekey, source.title, source.csl) == ("a", "Ёлка", {"ISBN": "1"})
        assert writer.value("SELECT title_folded FROM sources") == "елка"
        writer.update("sources", number, title="Plain")
        assert writer.value("SELECT title_folded FROM sources") is None
        slug = writer.insert("speakers", slug="ek", name="Ek", kind="person", unnamed=True)
        assert writer.get(Speaker, slug).unnamed is True
        assert writer.one(Source, "citekey = ?", ("b",)) is None
        with pytest.raises(DatabaseError):
            writer.get(Claim, 7)
    assert left(database, "SELECT command, open FROM operations") == [("note", 0)]
    assert left(database, "SELECT kind, table_name FROM changes ORDER BY id") == [
        ("update", "sources"), ("insert", "sources"), ("insert", "speakers"),
    ]  # fmt: skip


def test_what_changes_nothing_leaves_no_trace(database: Path) -> None:
    with store.writing(database, "look") as writer:
        assert writer.all(Tag) == []
    with store.writing(database, "rehearse", rehearse=True) as writer:
        writer.insert("tags", name="fog")
        assert [tag.name for tag in writer.all(Tag)] == ["fog"]
    with pytest.raises(KeyError), store.writing(database, "fail") as writer:
        writer.insert("tags", name="fog")
        raise KeyError
    assert left(database, "SELECT * FROM operations") == left(database, "SELECT * FROM tags") == []


def test_a_part_that_fails_is_undone_alone(database: Path) -> None:
    with store.writing(database, "parts") as writer:
        writer.insert("tags", name="kept")
        with pytest.raises(sqlite3.IntegrityError), writer.savepoint():
            writer.insert("tags", name="lost")
            writer.insert("tags", name="kept")
        with writer.savepoint():
            writer.insert("tags", name="more")
    assert left(database, "SELECT name FROM tags ORDER BY id") == [("kept",), ("more",)]


def test_reading_cannot_write(database: Path) -> None:
    with (
        pytest.raises(DatabaseError, match="cannot be written"),
        store.reading(database) as reader,
    ):
        reader.insert("tags", name="fog")


def test_what_is_loaded_is_kept_transaction_by_transaction_and_is_no_operation_by_itself(
    database: Path,
) -> None:
    def load() -> None:
        with store.loading(database) as loading:
            with loading.transaction():
                loading.insert("tags", name="sea")
            assert left(database, "SELECT name FROM tags") == [("sea",)]
            with loading.transaction():
                loading.insert("tags", name="fog")
                raise ValueError

    with pytest.raises(ValueError):
        load()
    assert left(database, "SELECT name FROM tags") == [("sea",)]
    assert left(database, "SELECT operation_id, kind, row_id FROM changes") == [(None, "insert", 1)]


def test_the_reason_of_a_disk_that_fails_inside_a_part_is_told(database: Path) -> None:
    with (
        pytest.raises(DatabaseError, match="is full; nothing was recorded"),
        store.writing(database, "test") as writing,
        writing.savepoint(),
    ):
        writing.execute(f"PRAGMA max_page_count = {writing.value('PRAGMA page_count') + 1}")
        writing.insert("claims", key="c-abcdef", text="fog " * 9_000)
