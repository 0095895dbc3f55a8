"""A database with a source whose proposals wait for a review."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import source
from proposals.proposing import REPORT, usual

from onrecord.db.store import Store, writing
from onrecord.proposals.store import store_proposals


@pytest.fixture
def proposed(database: Path) -> Path:
    """The database, with the report and what was found in it."""
    with writing(database, "ingest") as store:
        source(store, REPORT)
        store_proposals(store, "dahl-2024", REPORT, usual(), engine="rules 1")
    return database


@pytest.fixture
def store(proposed: Path) -> Iterator[Store]:
    with writing(proposed, "review") as opened:
        yield opened
