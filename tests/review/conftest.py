"""A database with a source whose proposals wait for a review."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import source
from review.proposing import REPORT, usual
from sqlalchemy.orm import Session

from onrecord import review
from onrecord.db.engine import writing


@pytest.fixture
def proposed(database: Path) -> Path:
    """The database, with the report and what was found in it."""
    with writing(database, "ingest") as session:
        source(session, REPORT)
        review.propose(session, "dahl-2024", REPORT, usual(), engine="rules 1")
    return database


@pytest.fixture
def session(proposed: Path) -> Iterator[Session]:
    with writing(proposed, "review") as opened:
        yield opened
