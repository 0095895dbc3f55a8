"""What stood in the copy that it was recorded from and stands in the newest no more has drifted, and is no less true of that day."""

from pathlib import Path

import factories
import pytest

from onrecord.cite import cited
from onrecord.cite.attribution import doubts
from onrecord.db import observations
from onrecord.db.store import reading, writing
from onrecord.errors import NotFoundError
from onrecord.ingest.read import read_bytes
from onrecord.matching import Outcome
from onrecord.sources import captures
from onrecord.sources.copies import add_snapshot
from onrecord.statements import queries as statement_queries
from onrecord.statements import verify

FIRST = """The yard

“I took nothing from the builders,” Ida Berg said. Dr. Weir said the repair would cost 84 million and “not a penny more”.

Margaret Ellingham denied that the board had favoured the northern yard. Nobody asked her twice."""


@pytest.fixture
def yard(database: Path) -> Path:
    with writing(database, "fill") as store:
        factories.source(store, FIRST, citekey="yard")
        for text, by, form in (
            ("I took nothing from the builders", "Ida Berg", "direct"),
            ("the repair would cost 84 million and “not a penny more”", "Dr. Weir", "mixed"),
            ("the board had favoured the northern yard", "Margaret Ellingham", "indirect"),
        ):
            factories.quote(store, text, by=by, source="yard", form=form)
    return database


def after(database: Path, text: str, **options: str) -> list[tuple[Outcome, Outcome | None, Outcome | None]]:
    """What is found of the three once the page has this text: now, in the copy of old, in the newest."""
    with writing(database, "later") as store:
        add_snapshot(store, "yard", read_bytes(text.encode(), name="a.txt"), **options)
    with reading(database) as store:
        return [(one.outcome, one.before, one.now) for one in verify.check(store, [1, 2, 3])]


def test_a_quotation_that_is_gone_has_drifted(yard: Path) -> None:
    gone = after(
        yard, FIRST.replace("I took nothing from the builders", "I took nothing at all from those builders")
    )
    assert gone[0] == (Outcome.drifted, Outcome.exact, Outcome.altered)
    # Its neighbours stand as they stood.
    assert [outcome for outcome, *_ in gone[1:]] == [Outcome.exact, Outcome.not_checkable]


def test_a_figure_beside_a_quotation_drifts(yard: Path) -> None:
    found = after(yard, FIRST.replace("84 million", "91 million"))
    assert found[1][0] is Outcome.drifted
    with reading(yard) as store:
        [check] = verify.check(store, [2])
    assert check.failed
    assert "84" in (check.diff or "")
    assert "91" in (check.diff or "")


@pytest.mark.parametrize(
    "text",
    [
        FIRST.replace("denied", "confirmed"),
        FIRST.replace("Margaret Ellingham denied that the board had favoured the northern yard. ", ""),
        "The page is empty now, but for this.",
    ],
)
def test_an_indirect_statement_drifts_with_its_sentence(yard: Path, text: str) -> None:
    assert after(yard, text)[2][:2] == (Outcome.drifted, Outcome.not_checkable)


@pytest.mark.parametrize(
    "text",
    [
        FIRST.replace("Nobody asked her twice.", "She left."),
        FIRST.replace("“", '"').replace("”", '"'),
        FIRST.replace("\n\n", "\n\n\n"),
        "News\n\n" + FIRST,
    ],
)
def test_what_changes_elsewhere_touches_nothing(yard: Path, text: str) -> None:
    assert all(outcome is not Outcome.drifted for outcome, *_ in after(yard, text))


def test_a_page_that_returns_is_judged_by_its_first_text(yard: Path) -> None:
    assert after(yard, "Withdrawn for good.")[0][0] is Outcome.drifted
    assert [outcome for outcome, *_ in after(yard, FIRST)] == [
        Outcome.exact, Outcome.exact, Outcome.not_checkable,
    ]  # fmt: skip


def test_a_copy_can_be_asked_by_its_number(yard: Path) -> None:
    after(yard, "Withdrawn for good.")
    with reading(yard) as store:
        [first] = verify.check(store, [1], copy=1)
        [second] = verify.check(store, [1], copy=2)
        assert (first.outcome, second.outcome) == (Outcome.exact, Outcome.drifted)
        with pytest.raises(NotFoundError, match="yard has no copy 3"):
            list(verify.check(store, [1], copy=3))


def test_what_drifted_is_cited_with_the_day_of_its_copy(yard: Path) -> None:
    after(yard, "Withdrawn for good.")
    observations.keep(str(yard), {"drifted": [1]})
    with reading(yard) as store:
        [quote] = statement_queries.quotes(store, [1])
        [newest] = [copy for copy in captures.copies(store, "yard") if copy.newest]
    assert newest.number == 2
    assert not quote.failed
    [doubt] = doubts(quote)
    assert doubt.startswith("as in the copy of ")
    assert doubt.endswith("; since changed")
    assert "since changed" in cited.cite([quote], format="bibtex")


def test_an_inference_of_the_newest_copy_does_not_drift(yard: Path) -> None:
    """What never stood in its own copy is not saved by an older text."""
    with writing(yard, "more") as store:
        factories.quote(store, "I took something", by="Ida Berg", source="yard", unverified=True)
    after(yard, "Withdrawn for good.")
    with reading(yard) as store:
        ids = store.column("SELECT id FROM attributions ORDER BY id DESC LIMIT 1")
        [check] = verify.check(store, ids)
    assert check.outcome in (Outcome.altered, Outcome.absent)
