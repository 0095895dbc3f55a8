"""Seals: what was recorded cannot be rewritten without breaking the chain, and nothing that is done in the open breaks it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import factories
import pytest
from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db import schema, seals
from onrecord.db.store import reading, writing
from onrecord.doctor.seals import seen


def broken(database: Path) -> list[object]:
    with reading(database) as store:
        return [where for _, where in seen(store)]


def by_another_program(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.executescript(sql)


def test_each_operation_has_its_seal_and_the_next_rests_on_it(database: Path) -> None:
    with writing(database, "fill") as store:
        factories.source(store)
        factories.quote(store, "Nobody asked us")
    with writing(database, "tag") as store:
        store.insert("tags", name="fog")
    with writing(database, "nothing"):
        pass
    with reading(database) as store:
        one, other = store.rows("SELECT content, digest FROM seals ORDER BY id")
    assert one[1] == seals.chained(seals.NOTHING, one[0]) and other[1] == seals.chained(one[1], other[0])


def test_a_file_from_before_is_sealed_whole_by_the_next_operation(database: Path) -> None:
    with writing(database, "fill") as store:
        factories.source(store)
        factories.quote(store, "Nobody asked us")
    with writing(database, "reword") as store:
        store.execute("UPDATE statements SET note = 'By the quay'")
    by_another_program(database, "DELETE FROM seals")
    with writing(database, "tag") as store:
        store.insert("tags", name="fog")
    with reading(database) as store:
        assert store.value("SELECT count(*) FROM seals") == 1
    assert broken(database) == []


def test_what_other_programs_write_in_the_open_is_sealed_with_the_next_operation(database: Path) -> None:
    with writing(database, "fill") as store:
        factories.source(store)
        factories.quote(store, "Nobody asked us")
    by_another_program(
        database,
        "INSERT INTO tags(name) VALUES ('fog'), ('rain'); UPDATE statements SET note = 'Heard on the quay'; DELETE FROM tags WHERE name = 'fog'",
    )
    assert broken(database) == []
    with writing(database, "tag") as store:
        store.insert("tags", name="crew")
    by_another_program(database, "UPDATE tags SET name = 'ice' WHERE name = 'rain'")
    assert broken(database) == []


def test_an_import_is_sealed(tmp_path: Path, run: Run) -> None:
    lines = [
        {"text": f"This is what number {number} said", "speaker": f"Speaker {number % 7}", "source": "a-book"}
        for number in range(40)
    ]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    database = tmp_path / "many.db"
    run("init", database)
    run("import", "many.jsonl", "--format", "statements", "--db", database)
    assert broken(database) == []
    by_another_program(
        database, "DROP TRIGGER history_statements_update; UPDATE statements SET said = '1999' WHERE id = 20"
    )
    assert broken(database) == ["operation 1"]


VALUES = (
    st.none()
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5)
    | st.text("|:ab1\n", max_size=8)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.tuples(VALUES, VALUES), second=st.tuples(VALUES, VALUES))
def test_rows_that_differ_have_lines_that_differ(
    first: tuple[str | None, str | None], second: tuple[str | None, str | None]
) -> None:
    def line(values: tuple[str | None, str | None]) -> bytes:
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
            db.execute("INSERT INTO t VALUES (1, ?, ?)", values)
            [found] = seals.rows(db, "t", 1, 1)
            return found

    encoded = [
        (name, value if value is None else value.encode()) for name, value in zip("ab", first, strict=True)
    ]
    assert line(first) == seals.line("t", 1, encoded)
    assert (line(first) == line(second)) == (first == second)


@pytest.mark.parametrize("first_with_one", [None, 2, 3, 9, 12])
def test_columns_without_a_value_among_many_rows_change_nothing(
    monkeypatch: pytest.MonkeyPatch, first_with_one: int | None
) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c)")
        rows = [
            (number, "fog", None, number if number == first_with_one else None) for number in range(2, 13)
        ]
        db.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", rows)
        plain = b"".join(seals.rows(db, "t", 2, 12))
        monkeypatch.setattr(seals, "_AT_ONCE", 3)
        asked: list[str] = []
        db.set_trace_callback(asked.append)
        assert b"".join(seals.rows(db, "t", 2, 12)) == plain
        assert (f"|c:{len(str(first_with_one))}:" in plain.decode()) == bool(first_with_one)
        assert ('"b"' in asked[-1]) == (first_with_one in (9, 12))


@pytest.mark.parametrize("value", [0, 7, -3, 4.5, 4.0, 1e20, 0.1, 1e-7])
def test_a_number_is_the_same_in_a_row_and_in_the_history(tmp_path: Path, value: float) -> None:
    database = tmp_path / "onrecord.db"
    schema.create(database)
    with writing(database, "review") as store:
        speaker = store.insert("speakers", slug="a", name="A B", kind="person", unnamed=False)
        claim = store.insert("claims", key="c-aaaa", text="It is so")
        store.insert(
            "reviews", claim_id=claim, reviewer_id=speaker, verdict="true", rating=value, worst=-9, best=1e21
        )
    with writing(database, "change") as store:
        store.execute("UPDATE reviews SET rating = NULL")
    assert broken(database) == []
