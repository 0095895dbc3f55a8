"""A new database is made from a script; it is the one that the migrations make."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.db import current, driver, files, migrate, new_file
from onrecord.db.parts import Part, parts


def shape(connection: sqlite3.Connection) -> tuple[list[Part], list[object]]:
    stamps = [
        connection.execute(sql).fetchall()
        for sql in (
            "SELECT * FROM alembic_version",
            "PRAGMA application_id",
            "PRAGMA user_version",
            "PRAGMA encoding",
            "PRAGMA page_size",
            "SELECT name, sql FROM sqlite_master ORDER BY name",
        )
    ]
    return parts(connection), list(stamps)


def test_a_new_database_is_what_the_migrations_make(database: Path) -> None:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(memory), driver.engine(lambda: memory, "BEGIN").connect() as connection:
        migrate.migrate(connection)
        migrated = shape(memory)
    with closing(sqlite3.connect(database)) as made:
        assert shape(made) == migrated
        assert made.execute("PRAGMA user_version").fetchone() == (files.SCHEMA_VERSION,)


def test_the_script_is_that_of_the_migrations() -> None:
    assert new_file.script() == current.script(), "run: python -m onrecord.db.current"
