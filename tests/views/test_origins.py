"""How many of the sources that report something are independent of each other."""

from pathlib import Path

import factories
import pytest
import recorded

from onrecord.db.store import Store, reading, writing
from onrecord.speakers.write import find_speaker, merge_speakers
from onrecord.statements.fields import RelayFields
from onrecord.views import origins
from onrecord.views.origins import Origins

SAID = "The mole is shut."


@pytest.fixture
def session_on(database: Path) -> Path:
    with writing(database, "test") as store:
        for number in range(5):
            factories.source(store, None, citekey=f"paper-{number}", title=f"Paper {number}")
        factories.source(
            store, None, citekey="wire-2024", title="Dispatch", authors=("{Coastal Wire}",), issued="2024"
        )
    return database


def report(store: Store, source: str, *via: RelayFields, **fields: object) -> str:
    added = factories.quote(store, SAID, "Runa Vik", source=source, via=via, unverified=True, **fields)
    return added.quote.ref


def found(path: Path) -> Origins:
    with reading(path) as reader:
        return origins.of(reader, "SELECT id FROM statements WHERE text = ?", (SAID,))


def names(found: Origins) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.speaker.name if one.speaker else one.citekey, one.sources) for one in found.origins]


def test_sources_that_do_not_say_whom_they_have_it_from_each_count(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        report(store, "paper-0")
        report(store, "paper-1")
    assert names(found(session_on)) == [("paper-0", ("paper-0",)), ("paper-1", ("paper-1",))]
    assert found(session_on).sources == 2


def test_what_one_agency_passed_on_is_one_origin(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        for number in range(4):
            report(store, f"paper-{number}", RelayFields(speaker="Coastal Wire"))
        report(store, "paper-4")
    assert names(found(session_on)) == [
        ("Coastal Wire", ("paper-0", "paper-1", "paper-2", "paper-3")),
        ("paper-4", ("paper-4",)),
    ]


def test_the_agency_s_own_dispatch_is_the_same_origin(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        report(store, "wire-2024")
        report(store, "paper-0", RelayFields(speaker="Coastal Wire"))
    assert names(found(session_on)) == [("Coastal Wire", ("paper-0", "wire-2024"))]


def test_a_merged_agency_is_one(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        report(store, "paper-0", RelayFields(speaker="Coastal Wire"))
        report(store, "paper-1", RelayFields(speaker="CW Agency"))
        merge_speakers(store, find_speaker(store, "CW Agency"), find_speaker(store, "Coastal Wire"))
    assert names(found(session_on)) == [("Coastal Wire", ("paper-0", "paper-1"))]


def test_who_is_nearest_to_the_speaker_counts(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        first = RelayFields(speaker="Coastal Wire")
        report(store, "paper-0", first, RelayFields(speaker="The Pilot"))
        report(store, "paper-1", first, RelayFields(speaker="Fjord Radio"))
    assert len(found(session_on).origins) == 1


def test_a_source_that_is_cited_is_the_origin(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        report(store, "paper-0")
        report(store, "paper-1", RelayFields(speaker="The Pilot", cited_source="paper-0"))
    assert names(found(session_on)) == [("The Pilot", ("paper-0", "paper-1"))]


def test_what_was_quoted_from_another_goes_back_to_it(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        first = report(store, "paper-0")
        second = report(store, "paper-1", quoted_from=first)
        report(store, "paper-2", quoted_from=second)
    assert names(found(session_on)) == [("paper-0", ("paper-0", "paper-1", "paper-2"))]


def test_a_ring_that_another_program_wrote_ends(session_on: Path) -> None:
    with writing(session_on, "test") as store:
        one = recorded.attribution(store, report(store, "paper-0"))
        two = recorded.attribution(store, report(store, "paper-1"))
        store.update("attributions", one.id, quoted_from_id=two.id)
        store.update("attributions", two.id, quoted_from_id=one.id)
    assert found(session_on).sources == 2


def test_nothing_has_no_origin(session_on: Path) -> None:
    assert found(session_on) == Origins((), 0)
