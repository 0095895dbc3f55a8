"""A database of which everything is known: harbour.jsonl, as `onrecord import` takes it in."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import starting
from factories import new_database

from onrecord.db.store import Store, reading

HARBOUR = Path(__file__).with_name("harbour.jsonl")


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database; whoever changes it takes a copy."""
    folder = tmp_path_factory.mktemp("known")
    path = folder / "onrecord.db"
    new_database(path)
    done = starting.fresh(["--db", path, "import", HARBOUR], folder, {**os.environ, "HOME": str(folder)})
    assert done.returncode == 0 and " 0 refused." in done.stdout, done.stdout + done.stderr
    return path


@pytest.fixture
def reader(harbour: Path) -> Iterator[Store]:
    with reading(harbour) as store:
        yield store
