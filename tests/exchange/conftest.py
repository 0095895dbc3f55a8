"""Databases to move records between."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.db import schema

Fresh = Callable[[], Path]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Makes a new, empty database, as often as it is called."""
    folder = tmp_path_factory.mktemp("databases")
    schema.create(folder / "template.db")
    made = 0

    def make() -> Path:
        nonlocal made
        made += 1
        return Path(shutil.copy(folder / "template.db", folder / f"{made}.db"))

    return make
