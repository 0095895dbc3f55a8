"""Verdicts on claims: recorded as given, replaced by the same reviewer only, taken back, and never lost by a removal."""

from pathlib import Path

import factories
import pytest

from onrecord.claims import queries as claim_queries
from onrecord.claims.verdicts import VerdictFields, give_verdict, take_back_verdict
from onrecord.claims.write import add_claim, find_claim, record_of_claim
from onrecord.db.store import reading, writing
from onrecord.errors import ConflictError, InputError, NotFoundError
from onrecord.history.undo import take_back
from onrecord.names import find_target
from onrecord.remove import remove_target


@pytest.fixture
def claim(database: Path) -> str:
    with writing(database, "test") as store:
        factories.source(store)
        return add_claim(store, "The ferry sails at dawn.")[0].key


def give(database: Path, claim: str, **fields: object) -> None:
    given: dict[str, object] = {"by": "Harbour Facts", "verdict": "False", "new_speaker": True, **fields}
    with writing(database, "test") as store:
        give_verdict(store, find_claim(store, claim), VerdictFields(**given))  # type: ignore[arg-type]


def told(database: Path, claim: str) -> list[tuple[str, str, str | None]]:
    with reading(database) as store:
        record = record_of_claim(store, find_claim(store, claim))
        return [(one.reviewer.name, one.verdict, one.source) for one in record.verdicts]


def test_one_verdict_for_each_reviewer_and_source(database: Path, claim: str) -> None:
    give(database, claim)
    give(database, claim, verdict="Mostly  false", rating=2, worst=1, best=5, published="2024-04")
    give(database, claim, source="dahl-2024")
    give(database, claim, by="Tallvik Desk", verdict="True")
    assert told(database, claim) == [
        ("Harbour Facts", "Mostly false", None),
        ("Harbour Facts", "False", "dahl-2024"),
        ("Tallvik Desk", "True", None),
    ]
    with reading(database) as store:
        (first, *_) = claim_queries.verdicts(store, find_claim(store, claim).id)
    assert (first.rating, first.worst, first.best, first.published) == (2, 1, 5, "2024-04")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"rating": 3.0}, "whole scale"),
        ({"worst": 1.0}, "whole scale"),
        ({"rating": 3.0, "worst": 5.0, "best": 1.0}, "upside down"),
        ({"rating": 6.0, "worst": 1.0, "best": 5.0}, "not on the scale"),
        ({"rating": float("nan"), "worst": 1.0, "best": 5.0}, "not on the scale"),
        ({"verdict": "  "}, "empty"),
        ({"published": "spring"}, "EDTF"),
        ({"by": "Nobody Known", "new_speaker": False}, "no speaker"),
        ({"source": "nowhere"}, "no source"),
    ],
)
def test_what_cannot_be_recorded(
    database: Path, claim: str, fields: dict[str, object], sentence: str
) -> None:
    with pytest.raises((InputError, NotFoundError), match=sentence):
        give(database, claim, **fields)
    assert told(database, claim) == []


def test_taking_back_and_undoing(database: Path, claim: str) -> None:
    give(database, claim)
    with writing(database, "test") as store:
        take_back_verdict(store, find_claim(store, claim), "harbour facts", None)
    assert told(database, claim) == []
    with writing(database, "undo") as store:
        take_back(store, None)
    assert told(database, claim) == [("Harbour Facts", "False", None)]
    with writing(database, "test") as store, pytest.raises(NotFoundError, match="no verdict"):
        take_back_verdict(store, find_claim(store, claim), "Harbour Facts", "dahl-2024")


def test_nothing_that_a_verdict_needs_is_removed(database: Path, claim: str) -> None:
    give(database, claim, source="dahl-2024")
    for name in (claim, "dahl-2024", "harbour-facts"):
        with writing(database, "test") as store, pytest.raises(ConflictError, match="verdict"):
            remove_target(store, find_target(store, name))
