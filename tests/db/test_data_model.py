"""The tables in words: as many as there are, in the module that the pages read and in the documentation."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "data-model.md"
needs_page = pytest.mark.skipif(not PAGE.exists(), reason="the documentation is not beside the tests")


def columns(database: Path) -> dict[str, list[str]]:
    """The columns of every table and view that is for people."""
    with closing(sqlite3.connect(database)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
            )
            if not re.search(r"_fts(_|$)|_searched$|^history_rows$|^sqlite_|^alembic_", name)
        ]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def test_every_table_and_column_is_described(database: Path) -> None:
    described = {name: sorted(table.columns) for name, table in TABLES.items()}
    assert described == {name: sorted(found) for name, found in columns(database).items()}


@needs_page
def test_the_documentation_says_the_same() -> None:
    sections = re.split(r"^### ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    found = {}
    for section in sections:
        name, _, rest = section.partition("\n")
        found[name] = (
            rest.strip().split("\n")[0],
            dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", rest, re.MULTILINE)),
        )
    assert found == {name: (table.description, dict(table.columns)) for name, table in TABLES.items()}


@needs_page
def test_its_questions_can_be_asked(database: Path) -> None:
    [sql] = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    questions = [question for question in sql.split(";") if question.strip()]
    assert len(questions) == 5
    with closing(sqlite3.connect(database)) as connection:
        for question in questions:
            connection.execute(question)
