"""A speaker with everything recorded of it."""

from pathlib import Path

import factories
import pytest

from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim
from onrecord.db.store import Store, reading, writing
from onrecord.errors import InputError, NotFoundError
from onrecord.speakers.write import find_speaker, merge_speakers
from onrecord.statements.fields import RelayFields
from onrecord.views.speaker import Doubt, Portrait, Said, portrait_of, said_by


def say(store: Store, text: str, by: str = "Runa Vik", **fields: object) -> str:
    return factories.quote(store, text, by, unverified=True, **fields).quote.ref


@pytest.fixture
def vik(database: Path) -> Path:
    with writing(database, "test") as store:
        factories.source(store, None, citekey="log-1990", title="A pilot's log", issued="1990")
        factories.source(
            store, None, citekey="dahl-2024", title="Fog", issued="2024-03-02", authors=("Vik, Runa",)
        )
        say(store, "The ice came early.", source="log-1990")
        say(store, "The fog will lift.", said="2024-02-20")
        say(store, "The fog never lifted.", said="2024-02-22")
        say(store, "The fog never lifted.", source="log-1990")
        say(store, "The mole is shut.", "Odd Berg", via=(RelayFields(speaker="Runa Vik"),))
        claim, _ = add_claim(store, "The mole was shut.")
        give_verdict(
            store,
            find_claim(store, claim.key),
            VerdictFields(by="Runa Vik", verdict="True", published="2024-03"),
        )
    return database


def read(path: Path, slug: str = "runa-vik") -> Portrait:
    with reading(path) as reader:
        return portrait_of(reader, slug)


def said(path: Path, slug: str = "runa-vik", **asked: object) -> Said:
    with reading(path) as reader:
        return said_by(reader, portrait_of(reader, slug), **asked)  # type: ignore[arg-type]


def test_statements_come_once_each_the_newest_first(vik: Path) -> None:
    portrait, found = read(vik), said(vik)
    assert [quote.text for quote in found.quotes] == [
        "The fog never lifted.",
        "The fog will lift.",
        "The ice came early.",
    ]
    assert (portrait.statements, found.matching, portrait.undated, found.pages) == (3, 3, 0, 1)


def test_the_time_line_tells_what_was_dated_from_what_was_only_published(vik: Path) -> None:
    used = {one.when: one.counts for one in read(vik).time_line if one.total}
    assert used == {"1990": (0, 1), "2024": (2, 0)}


def test_a_time_can_be_asked_for(vik: Path) -> None:
    assert [quote.text for quote in said(vik, when="2024-02-20").quotes] == ["The fog will lift."]
    assert [quote.text for quote in said(vik, when="../1990").quotes] == ["The ice came early."]
    assert said(vik, when="1814").matching == 0


def test_sources_works_and_what_was_passed_on_are_named(vik: Path) -> None:
    portrait = read(vik)
    assert [(one.citekey, one.statements) for one in portrait.sources] == [("dahl-2024", 2), ("log-1990", 2)]
    assert [(role, source.citekey) for role, source in portrait.made] == [("author", "dahl-2024")]
    assert [quote.text for quote in portrait.passed_on] == ["The mole is shut."]
    assert [(one.text, one.verdict) for one in portrait.given] == [("The mole was shut.", "True")]
    counts = (
        portrait.source_count,
        portrait.made_count,
        portrait.passed_on_count,
        portrait.given_count,
    )
    assert counts == (2, 1, 1, 1)


def test_doubts_are_counted(vik: Path) -> None:
    with writing(vik, "test") as store:
        for one in (1, 2):
            store.update("attributions", one, status="disputed", status_reason="He was asleep.")
    assert read(vik).doubts == (Doubt("status", "disputed", 2),)


def test_a_merged_speaker_is_the_other_one(vik: Path) -> None:
    with writing(vik, "test") as store:
        say(store, "I was asleep.", "R. Vik", source="log-1990", kind="person")
        merge_speakers(store, find_speaker(store, "r-vik"), find_speaker(store, "runa-vik"))
    portrait = read(vik, "r-vik")
    assert (portrait.speaker.slug, portrait.statements) == ("runa-vik", 4)
    assert portrait.asked is not None and portrait.asked.name == "R. Vik"
    assert [one.slug for one in portrait.merged] == ["r-vik"]
    assert {"Runa Vik", "R. Vik"} <= {name.name for name in portrait.speaker.names}
    assert read(vik).asked is None


def test_many_statements_come_in_pages(database: Path) -> None:
    with writing(database, "test") as store:
        factories.source(store, None, citekey="log-1990", title="A pilot's log")
        for number in range(120):
            say(store, f"Wave no. {number} broke.", source="log-1990")
    found = [quote.text for page in (1, 2, 3) for quote in said(database, page=page).quotes]
    assert len(found) == len(set(found)) == 120
    assert read(database).undated == 120
    assert read(database).time_line == ()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"slug": "nobody"}, NotFoundError),
        ({"slug": "Runa Vik"}, NotFoundError),
        ({"page": 2}, InputError),
        ({"page": 0}, InputError),
        ({"when": "in spring"}, InputError),
    ],
)
def test_what_is_not_there_is_an_error(vik: Path, asked: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        said(vik, **asked)  # type: ignore[arg-type]
