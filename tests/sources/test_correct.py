"""Correcting a source: everything that points at it follows, and undo brings the former back."""

from pathlib import Path

import factories
import pytest
import recorded

from onrecord.db.store import reading, writing
from onrecord.errors import ConflictError, InputError, NotFoundError, UsageError
from onrecord.history.undo import take_back
from onrecord.model.records import SourceRecord
from onrecord.sources.correct import Corrections, correct_source
from onrecord.statements import queries as statement_queries

FERRY = "https://coastal.example/ferry"


@pytest.fixture
def desk(database: Path) -> Path:
    with writing(database, "test") as store:
        factories.source(store, authors=("Quist, Berit",), url=FERRY)
        factories.quote(store, "Nobody who bought a ticket will be left on the pier")
        factories.source(
            store, text=None, title="Harbours", citekey="ek-1999", url="https://coastal.example/ek"
        )
    return database


def correct(database: Path, source: str = "dahl-2024", **given: object) -> tuple[SourceRecord, list[str]]:
    with writing(database, "correct") as store:
        return correct_source(store, source, Corrections(**given))  # type: ignore[arg-type]


def test_quotations_follow_a_new_citekey_and_undo_brings_the_old_one(desk: Path) -> None:
    correct(desk, citekey="quistFerries2024")
    with reading(desk) as store:
        (quote,) = statement_queries.quotes(store, [1])
        assert quote.ref.endswith("@quistFerries2024")
        assert (quote.spans and quote.check_result == "exact") or quote.check_result == "typographic"
        with pytest.raises(NotFoundError):
            recorded.source(store, "dahl-2024")
    with writing(desk, "undo") as store:
        take_back(store, None)
    with reading(desk) as store:
        assert recorded.source(store, "dahl-2024").id == 1


def test_details_are_changed_and_taken_away(desk: Path) -> None:
    record, changed = correct(
        desk,
        title="Fog  and ferries",
        issued="2024-03~",
        authors=("Moe, Ane", "{Harbour Facts}"),
        url="",
        type="report",
    )
    assert (record.title, record.issued, record.url, record.type) == (
        "Fog and ferries",
        "2024-03~",
        None,
        "report",
    )
    assert [(one.speaker.name, one.speaker.kind) for one in record.creators] == [
        ("Ane Moe", "person"), ("Harbour Facts", "organisation"),
    ]  # fmt: skip
    assert set(changed) == {"type", "title", "issued", "url", "creators"}
    record, changed = correct(desk, title="Fog and ferries", authors=("{}",))
    assert (record.creators, changed) == ((), ["creators"])


@pytest.mark.parametrize(
    ("given", "error", "sentence"),
    [
        ({}, UsageError, "Nothing to change"),
        ({"citekey": "ek-1999"}, ConflictError, "taken"),
        ({"citekey": "a b"}, InputError, "cannot be a citekey"),
        ({"url": "http://www.coastal.example/ek/"}, ConflictError, "recorded as ek-1999"),
        ({"url": "ftp://x"}, InputError, "not a web address"),
        ({"issued": "spring"}, InputError, "EDTF"),
        ({"type": "leaflet"}, UsageError, "not a CSL type"),
        ({"archive_url": "x"}, InputError, "not a web address"),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(
    desk: Path, given: dict[str, object], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        correct(desk, "dahl-2024", **({"title": "Lost", **given} if given else {}))
    with reading(desk) as store:
        assert recorded.source(store, "dahl-2024").title == "Ferries and fog"
