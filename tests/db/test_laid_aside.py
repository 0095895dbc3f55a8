"""What is laid aside while many rows come is there again afterwards, and rows come as they would one by one."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.db import bulk, new_file
from onrecord.db.bulk import insert_rows
from onrecord.db.laid_aside import watching_laid_aside
from onrecord.db.store import writing

TABLES = ("speakers", "speaker_names", "sources", "statements", "attributions")
STATEMENT = ("key", "text", "text_key", "said", "note")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    new_file.create(tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db", isolation_level=None)) as connection:
        yield connection


def triggers(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def test_only_what_looks_at_other_programs_is_laid_aside(connection: sqlite3.Connection) -> None:
    before = triggers(connection)
    with watching_laid_aside(connection, TABLES, 1_000_000):
        missing = {name for name, _ in before - triggers(connection)}
    assert {f"history_{table}_insert" for table in TABLES} <= missing
    assert not {name for name in missing if "_fts_" in name or "merge" in name or "frozen" in name}
    assert triggers(connection) == before
    with watching_laid_aside(connection, TABLES, 10):
        assert triggers(connection) == before


def test_what_fails_inside_an_operation_leaves_them_in_the_file(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        before = triggers(connection)
        with (
            pytest.raises(RuntimeError),
            writing(database, "load") as store,
            watching_laid_aside(store.connection, TABLES, 1_000_000),
        ):
            raise RuntimeError
        assert triggers(connection) == before


@pytest.mark.parametrize("many", [10, 1000])
def test_rows_come_as_they_are_also_where_columns_have_no_value(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(bulk, "_MANY", many)
    monkeypatch.setattr(bulk, "_LOOKED_AT", 70)
    rows: list[tuple[Any, ...]] = [
        (f"k{number}", f"Sea {number}", "t", "1999" if number == 250 else None, None) for number in range(300)
    ]
    insert_rows(connection, "statements", STATEMENT, rows)
    found = connection.execute(f"SELECT {', '.join(STATEMENT)} FROM statements ORDER BY id").fetchall()
    assert found == rows
    insert_rows(connection, "tags", ("id", "name"), [(None, f"tag {number}") for number in range(20)])
    assert connection.execute("SELECT max(id), count(*) FROM tags").fetchone() == (20, 20)


def test_laying_aside_loads_nothing_of_the_schema() -> None:
    code = "import sys, onrecord.exchange.bulk.load; raise SystemExit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
