"""Which works are one: what differs in anything that both tell is two, whatever else is alike."""

from pathlib import Path

import pytest
from exchange.conftest import Fresh

from onrecord.db import store as stores
from onrecord.exchange.entries import SourceEntry
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.taking import Taker
from onrecord.model.records import Json


@pytest.fixture
def path(fresh: Fresh) -> Path:
    return fresh()


def take(path: Path, *items: Json) -> list[Outcome]:
    with stores.writing(path, "import") as store:
        taker = Taker(store, "library.json")
        entries = (SourceEntry(where=str(number), csl=item) for number, item in enumerate(items))
        return [outcome for entry in entries for outcome in taker.take(entry)]


def did(outcomes: list[Outcome]) -> list[tuple[str, str | None]]:
    return [(one.did, one.name) for one in outcomes]


def editorial(id: str, **more: object) -> Json:
    return {
        "id": id,
        "type": "article-journal",
        "title": "To our readers",
        "author": [{"family": "Brandt", "given": "Eva"}],
        "issued": {"date-parts": [[2004]]},
        **more,
    }


# Two values of a variable that are not those of one work, with what else both have.
DIFFERENT: list[tuple[str, object, object, Json]] = [
    ("container-title", "Pilot and Quay", "Coast Review", {}),
    ("container-title", "Coast Review", "Coast Reviews", {}),
    ("volume", "3", "4", {"container-title": "Coast Review"}),
    ("volume", "III", "IV", {}),
    ("issue", "1", "2", {"volume": "3"}),
    ("number", "11", "12", {}),
    ("collection-number", "5", "6", {"collection-title": "Papers"}),
    ("page", "1-4", "5-9", {"volume": "3", "issue": "1"}),
    ("page", "A1", "A3", {}),
    ("edition", "2", "3rd", {"type": "book"}),
    ("publisher", "Mole Press", "Ebb & Sons", {"type": "book"}),
    ("section", "§ 4", "§ 5", {"type": "legislation"}),
    ("chapter-number", "1", "2", {"type": "chapter"}),
    ("part-number", "1", "2", {}),
    ("language", "en", "de-AT", {"type": "book"}),
    ("volume-title", "North", "South", {"type": "book"}),
    ("version", "1.0", "1.1", {"type": "software"}),
    ("event-title", "Harbour Days", "Fog Days", {"type": "speech"}),
    ("reviewed-title", "The Mole", "The Ebb", {"type": "review-book"}),
    ("archive_location", "Box 3", "Box 4", {"type": "manuscript"}),
    ("DOI", "10.5555/ebb.1", "10.5555/ebb.2", {}),
    ("ISBN", "978-1-4028-9462-6", "978-3-16-148410-0", {"type": "book"}),
    ("URL", "https://coast.example/a", "https://coast.example/b", {"type": "webpage"}),
    ("title", "To our readers", "To our writers", {}),
    ("issued", {"date-parts": [[2004, 5]]}, {"date-parts": [[2004, 6]]}, {}),
    ("issued", {"literal": "Michaelmas 2004"}, {"literal": "Hilary 2004"}, {}),
    ("author", [{"literal": "Eva Brandt"}], [{"literal": "Ove Brandt"}], {}),
    ("translator", [{"literal": "Ada Moe"}], [{"literal": "Per Lund"}], {"type": "book"}),
    ("recipient", [{"literal": "Ada Moe"}], [{"literal": "Per Lund"}], {"type": "personal_communication"}),
    ("type", "book", "chapter", {}),
]  # fmt: skip


# With one key for both, these are other ways to describe one work, or where it went.
MAY_CHANGE = ("URL", "archive_location", "translator", "recipient", "language")


@pytest.mark.parametrize(("variable", "one", "other", "both"), DIFFERENT)
def test_what_differs_in_anything_is_two_works(
    path: Path, variable: str, one: object, other: object, both: Json
) -> None:
    items = [editorial(key, **{**both, variable: value}) for key, value in (("a", one), ("b", other))]
    assert did(take(path, *items)) == [("added", "a"), ("added", "b")]
    # The same file again, and the other way round, adds nothing and takes neither for the other.
    assert did(take(path, *items)) == [("known", "a"), ("known", "b")]
    assert did(take(path, *items[::-1])) == [("known", "b"), ("known", "a")]


@pytest.mark.parametrize(
    ("variable", "one", "other", "both"),
    [
        case
        for case in DIFFERENT
        if case[0] not in MAY_CHANGE and case[2] != "Coast Reviews" and "literal" not in str(case[1:3])
    ],
)
def test_so_it_is_with_one_key_for_both(
    path: Path, variable: str, one: object, other: object, both: Json
) -> None:
    items = [editorial("a", **{**both, variable: value}) for value in (one, other)]
    outcomes = take(path, *items)
    assert did(outcomes) == [("added", "a"), ("added", "a-2")]
    assert (outcomes[1].asked, outcomes[1].is_lost_key) == ("a", True)
    for again, names in ((items, ["a", "a-2"]), (items[::-1], ["a-2", "a"])):
        assert did(take(path, *again)) == [("known", name) for name in names]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("edition", "2", "edition"),
        ("volume", "3", "volume"),
        ("translator", [{"literal": "Ada Moe"}], "translator"),
        ("container-title", "Coast Review", "container title"),
    ],
)
def test_a_new_work_that_may_be_a_known_one_which_tells_less_is_said_by_name(
    path: Path, variable: str, value: object, said: str
) -> None:
    less: Json = {"id": "a", "type": "book", "title": "Tides", "author": [{"literal": "Bo Kay"}]}
    outcomes = take(path, less, less | {"id": "b", variable: value}, less | {"id": "c", "title": "Ebb"})
    assert did(outcomes) == [("added", "a"), ("added", "b"), ("added", "c")]
    assert [one.reason for one in outcomes] == [None, f"a may be the same work: it tells no {said}", None]
