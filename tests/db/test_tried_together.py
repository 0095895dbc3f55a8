"""Rules of the tables hold for rows that are inserted together as for one, and what loading settles for itself is set back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.db import fulltext, new_file
from onrecord.db.bulk import insert_rows
from onrecord.db.rules import rules, tried_together

STATEMENT = ("key", "text", "text_key")


@pytest.fixture
def connection(tmp_path: Path) -> sqlite3.Connection:
    new_file.create(tmp_path / "new.db")
    return sqlite3.connect(tmp_path / "new.db", isolation_level=None)


def test_every_rule_of_every_table_is_found_whole(connection: sqlite3.Connection) -> None:
    with closing(connection):
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {table: rules(connection, table) for table, _ in tables}
        for table, sql in tables:
            assert len(found[table]) == sql.count(" CHECK "), table
            for _, rule in found[table]:
                connection.execute(f"SELECT count(*) FROM {table} WHERE NOT ({rule})")
        assert len(found["attributions"]) > 10


def test_a_row_among_many_that_breaks_a_rule_is_refused_in_the_words_of_sqlite(
    connection: sqlite3.Connection,
) -> None:
    rows = [(f"k{number}", "" if number == 150 else "Wind.", "w") for number in range(200)]
    with closing(connection):
        with pytest.raises(sqlite3.IntegrityError) as alone:
            connection.execute("INSERT INTO statements(key, text, text_key) VALUES ('k', '', 'w')")
        connection.execute("BEGIN")
        with (
            pytest.raises(sqlite3.IntegrityError) as together,
            tried_together(connection, ["statements", "sources"]),
        ):
            insert_rows(connection, "statements", STATEMENT, rows)
        assert str(together.value) == str(alone.value) == "CHECK constraint failed: ck_statements_text"
        connection.execute("ROLLBACK")
        with pytest.raises(sqlite3.IntegrityError):  # one by one again
            connection.execute("INSERT INTO statements(key, text, text_key) VALUES ('k', '', 'w')")


def test_what_fails_inside_leaves_the_rules_in_force(connection: sqlite3.Connection) -> None:
    with closing(connection):
        with pytest.raises(RuntimeError), tried_together(connection, ["statements"]):
            raise RuntimeError
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO statements(key, text, text_key) VALUES ('k', '', 'w')")


@pytest.mark.parametrize("stops", [False, True])
def test_how_much_an_index_gathers_is_set_back(connection: sqlite3.Connection, stops: bool) -> None:
    rows = [(f"k{number}", "Wind.", "w") for number in range(200)]
    with closing(connection):
        connection.execute("BEGIN")
        with fulltext.fed_at_once(connection, fulltext.WORDINGS, len(rows)):
            insert_rows(connection, "statements", STATEMENT, rows)
        connection.execute("ROLLBACK" if stops else "COMMIT")
        kept = dict(connection.execute("SELECT k, v FROM statements_fts_config"))
        assert kept.get("hashsize", 1 << 20) == 1 << 20
        connection.execute(fulltext.WORDINGS.check())
        found = connection.execute("SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'wind'")
        assert found.fetchone() == (0 if stops else 200,)
