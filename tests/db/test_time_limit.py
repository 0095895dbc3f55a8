"""An end to what takes SQLite too long."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.db.store import reading
from onrecord.db.time_limit import TooLong, time_limit

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_what_takes_too_long_ends_with_the_sentence_and_the_reader_goes_on(database: Path) -> None:
    with reading(database) as reader:
        with pytest.raises(TooLong, match="Ask for less"), time_limit(reader, 0.01, "Ask for less."):
            reader.rows(ENDLESS)
        assert reader.value("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 900000) "
                                 "SELECT count(*) FROM n") == 900_000  # fmt: skip


def test_what_is_wrong_otherwise_stays_what_it_is(database: Path) -> None:
    with (
        reading(database) as reader,
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        time_limit(reader, 5, "Too long."),
    ):
        reader.rows("SELECT * FROM nowhere")
