"""What several reports of one statement give differently."""

from pathlib import Path

import factories
import pytest
import recorded

from onrecord.db.store import Store, reading, writing
from onrecord.model.records import Quote
from onrecord.statements import queries as statement_queries
from onrecord.views.compare import differences, first_known

SAID = "The mole is shut."


def report(store: Store, citekey: str, issued: str | None = None, **changed: object) -> None:
    factories.source(store, None, citekey=citekey, title=citekey, issued=issued)
    ref = factories.quote(store, SAID, "Runa Vik", source=citekey, unverified=True).quote.ref
    store.update("attributions", recorded.attribution(store, ref).id, **changed)


def quotes(path: Path) -> list[Quote]:
    with reading(path) as store:
        return statement_queries.quotes(store, range(1, 9))


def test_reports_that_agree_do_not_differ(database: Path) -> None:
    with writing(database, "test") as store:
        report(store, "one", said="2024")
        report(store, "two", exact="“the mole is SHUT”")
    assert differences(quotes(database)) == ()


def test_wording_date_and_speaker_are_told_apart(database: Path) -> None:
    with writing(database, "test") as store:
        report(store, "one", said="2024-01-01")
        report(store, "two", said="2024-01-02", exact="The mole was shut.")
        factories.quote(store, "Something else.", "Odd Berg", source="one", unverified=True)
        report(store, "three", speaker_id=2)
    found = {
        one.what: [variant.value for variant in one.variants] for one in differences(quotes(database)[:2])
    }
    assert found == {"wording": [SAID, "The mole was shut."], "date": ["2024-01-01", "2024-01-02"]}
    with_another = [quote for quote in quotes(database) if quote.text == SAID]
    assert [
        [variant.value for variant in one.variants]
        for one in differences(with_another)
        if one.what == "speaker"
    ] == [["Runa Vik", "Odd Berg"]]


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["2024-03-02", "2024-03-01", None], ["source-1"]),
        (["2024", "2024-03-01"], ["source-0", "source-1"]),
        (["2023", "2024-03-01"], ["source-0"]),
        ([None, None], []),
    ],
)
def test_the_first_is_named_as_far_as_dates_tell(
    database: Path, dates: list[str | None], first: list[str]
) -> None:
    with writing(database, "test") as store:
        for number, date in enumerate(dates):
            report(store, f"source-{number}", date)
    assert [quote.source.citekey for quote in first_known(quotes(database))] == first
