"""What people type into a search, and what they find."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import new_database, quote, source
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.db.store import Store, reading, writing
from onrecord.errors import InputError, NotFoundError, UsageError
from onrecord.search import SORTS, Filters, count, facets, search, suggest
from onrecord.speakers.write import add_speaker, find_speaker, merge_speakers
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import RelayFields

SPOKEN = """The strait

“The strait will be mined before the U.S. fleet arrives,” Baranov said. “Mined, and mined again: no mine is ever
cleared,” he added.

“Captain Baranow has never seen the strait,” said Ingrid Dahl.

According to the Coastal Wire, the pilots’ café “is full of admirals” on any Sunday. O’Brien’s pilots disagree.
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Statements by Baranov in three spellings, by Dahl, and through the Coastal Wire."""

    path = tmp_path_factory.mktemp("search") / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        source(store, SPOKEN, title="The strait of Tallvik", citekey="strait-2024", issued="2024-05-20")
        source(
            store,
            None,
            title="Memoirs",
            citekey="memoirs",
            type="book",
            issued="1962",
            container_title="Old Salt",
        )
        add_speaker(store, "Aleksey Baranov", aliases=["Алексей Баранов", "Captain Baranow"])
        mined = quote(
            store, "The strait will be mined before the U.S. fleet arrives", "Baranov",
            source="strait-2024", said="2024-05-14", tags=("mines",),
        )  # fmt: skip
        quote(store, "Mined, and mined again: no mine is ever cleared", "Baranov", source="strait-2024")
        quote(
            store,
            "Captain Baranow has never seen the strait",
            "Ingrid Dahl",
            source="strait-2024",
            said="2024-05",
        )
        quote(
            store, "is full of admirals", "Olof Ek", source="strait-2024", form="mixed",
            via=(RelayFields(speaker="Coastal Wire"),),
        )  # fmt: skip
        quote(store, "Nobody mines a strait twice.", "Ingrid Dahl", source="memoirs", said="1941/..")
        quote(store, "A café is a café.", "Olof Ek", source="memoirs")
        edit_quote(store, mined.quote.key, Edits(status="disputed", reason="he denies it"))
    return path


@pytest.fixture
def store(filled: Path) -> Iterator[Store]:
    with reading(filled) as opened:
        yield opened


def found(store: Store, typed: str, **filters: object) -> list[str]:
    """The first words of the statements found, in order."""
    results = search(store, typed, Filters(**filters))  # type: ignore[arg-type]
    assert results.total == len(results.hits) == count(store, typed, Filters(**filters))  # type: ignore[arg-type]
    return [" ".join(hit.quote.text.split()[:2]) for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("admirals", {"is full"}),
        ("ADMIRALS", {"is full"}),
        ("cafe", {"A café"}),
        ("mined arrives", {"The strait"}),
        ('"mined again"', {"Mined, and"}),
        ("“again mined”", set()),
        ("«mined again»", {"Mined, and"}),
        ("min*", {"The strait", "Mined, and", "Nobody mines"}),
        ('"mined" -fleet', {"Mined, and"}),
        ('"mined" -"mined again"', {"The strait"}),
        ("mining", {"The strait", "Mined, and", "Nobody mines"}),
        ("mining -mine", set()),
        ('"mining"', set()),
        ("admiral", {"is full"}),
        ("U.S.", {"The strait"}),
        ("memoirs", {"Nobody mines", "A café"}),
        ("salt", {"Nobody mines", "A café"}),
        ("strait-2024 wire", {"is full"}),
        ("wire", {"is full"}),
        ("Dahl twice", {"Nobody mines"}),
        ("nowhere", set()),
    ],
)
def test_words(store: Store, typed: str, expected: set[str]) -> None:
    assert set(found(store, typed)) == expected


@pytest.mark.parametrize(
    "spelling", ["Baranov", "baranov", "Баранов", "Aleksei Baranov", "Alexey", "Baranow"]
)
def test_a_name_in_any_spelling_finds_what_the_speaker_said(store: Store, spelling: str) -> None:
    assert {"The strait", "Mined, and"} <= set(found(store, spelling))


def test_a_name_finds_its_known_spellings_inside_wordings(store: Store) -> None:
    hits = search(store, "Баранов").hits
    inside = next(hit for hit in hits if hit.quote.speaker.name == "Ingrid Dahl")
    assert [piece.text for piece in inside.pieces if piece.marked] == ["Captain Baranow"]


def test_the_wording_comes_before_the_name(store: Store) -> None:
    assert found(store, "Baranow")[0] == "Captain Baranow"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"by": "Dahl"}, {"Captain Baranow", "Nobody mines"}),
        ({"via": "coastal-wire"}, {"is full"}),
        ({"source": "memoirs"}, {"Nobody mines", "A café"}),
        ({"form": "mixed"}, {"is full"}),
        ({"tag": "mines"}, {"The strait"}),
        ({"status": "disputed"}, {"The strait"}),
        ({"unverified": True}, {"Nobody mines", "A café"}),
        ({"until": "1962"}, {"Nobody mines", "A café"}),
        ({"since": "2024-05-15"}, {"Captain Baranow", "Mined, and", "is full", "Nobody mines"}),
        ({"since": "2024-05-14", "until": "2024-05-14"}, {"The strait", "Captain Baranow", "Nobody mines"}),
        ({"by": "Dahl", "since": "1962-06", "until": "1963"}, {"Nobody mines"}),
        # Of several values any will do.
        ({"by": ("Dahl", "Olof Ek"), "source": ("memoirs", "strait-2024"), "form": ("mixed", "direct")},
         {"Captain Baranow", "is full", "Nobody mines", "A café"}),
        ({"status": ("disputed", "misattributed"), "tag": ("mines",)}, {"The strait"}),
        ({"form": ("mixed", "indirect")}, {"is full"}),
    ],
)  # fmt: skip
def test_filters(store: Store, filters: dict[str, object], expected: set[str]) -> None:
    assert set(found(store, "", **filters)) == expected


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ({"by": "Nobody Known"}, NotFoundError),
        ({"source": "nowhere-1900"}, NotFoundError),
        ({"tag": "none"}, NotFoundError),
        ({"since": "yesterday"}, InputError),
        ({"form": "hearsay"}, UsageError),
    ],
)
def test_filters_that_name_nothing(store: Store, filters: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        search(store, "strait", Filters(**filters))  # type: ignore[arg-type]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(typed=st.text(max_size=30) | st.text(alphabet="\"“«*-()^:.+' ANDORNEATÉ東\0", max_size=20))
@example(typed='"')
@example(typed="NEAR(strait mined)")
@example(typed="text: mined")
@example(typed="-")
@example(typed="*")
@example(typed="\ud800 mined")
def test_whatever_is_typed_is_no_error(store: Store, typed: str) -> None:
    results = search(store, typed)
    assert results.total >= len(results.hits)
    for hit in results.hits:
        assert "".join(piece.text for piece in hit.pieces) == hit.quote.text


@pytest.mark.parametrize("sort", SORTS)
def test_pages_put_together_are_the_whole(store: Store, sort: str) -> None:
    whole = [hit.quote.key for hit in search(store, "strait", sort=sort).hits]
    pages = [
        hit.quote.key
        for offset in range(len(whole) + 1)
        for hit in search(store, "strait", sort=sort, limit=1, offset=offset).hits
    ]
    assert pages == whole
    assert len(set(whole)) == len(whole) > 2


def test_sorting_by_date(store: Store) -> None:
    newest = [hit.quote.key for hit in search(store, "", sort="newest").hits]
    dated = [hit.quote.said for hit in search(store, "", sort="said").hits]
    assert dated[:3] == ["1941/..", "2024-05", "2024-05-14"]
    assert dated[3:] == [None, None, None]
    assert len(newest) == 6


def test_one_hit_a_statement_with_the_preferred_attribution(tmp_path: Path, database: Path) -> None:
    with writing(database, "fill") as store:
        for number, year in ((1, "2001"), (2, "1999")):
            source(
                store,
                f"“The pier holds,” said Dahl in {year}.",
                title=year,
                citekey=f"s{number}",
                issued=year,
            )
            added = quote(store, "The pier holds", source=f"s{number}")
    with writing(database, "look") as store:
        assert [hit.quote.ref for hit in search(store, "pier").hits] == [f"{added.quote.key}@s2"]
        edit_quote(store, f"{added.quote.key}@s1", Edits(rank="preferred"))
        assert [hit.quote.ref for hit in search(store, "pier").hits] == [f"{added.quote.key}@s1"]
        assert [hit.quote.ref for hit in search(store, "pier", Filters(until="1999")).hits] == [
            f"{added.quote.key}@s2"
        ]


def test_a_merged_speaker_is_found_by_both_names(database: Path) -> None:
    with writing(database, "fill") as store:
        source(store)
        quote(store, "Nobody asked us", "Johan Quist")
        quote(store, "Nobody who bought a ticket will be left on the\npier", "Ingrid Dahl")
        merge_speakers(store, find_speaker(store, "Quist"), find_speaker(store, "Dahl"))
        for name in ("Quist", "Dahl"):
            assert len(search(store, name).hits) == 2
            assert len(search(store, "", Filters(by=name)).hits) == 2


def test_pages_of_everything_in_the_order_of_recording(store: Store) -> None:
    whole = [hit.quote.ref for hit in search(store, "", sort="added").hits]
    assert len(whole) == count(store, "") == 6
    pages = [search(store, "", sort="added", limit=2, offset=offset) for offset in range(0, 8, 2)]
    assert [hit.quote.ref for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {6}
    # A filter that all pass asks the other way.
    assert [hit.quote.ref for hit in search(store, "", Filters(since="0001"), sort="added").hits] == whole


@pytest.mark.parametrize(
    ("typed", "facet", "expected"),
    [
        ("", "speaker", {"aleksey-baranov": 2, "ingrid-dahl": 2, "olof-ek": 2}),
        ("", "source", {"strait-2024": 4, "memoirs": 2}),
        ("", "form", {"direct": 5, "mixed": 1}),
        ("", "year", {"1941": 1, "1962": 1, "2024": 4}),
        ("", "tag", {None: 5, "mines": 1}),
        ('"strait"', "tag", {None: 4, "mines": 1}),
        ("", "status", {"sourced": 5, "disputed": 1}),
        ("", "verified", {"yes": 4, "no": 2}),
        ("nowhere", "speaker", {}),
    ],
)
def test_facets(store: Store, typed: str, facet: str, expected: dict[str | None, int]) -> None:
    assert {one.value: one.count for one in facets(store, typed, [facet])[facet]} == expected


def test_a_facet_that_is_none(store: Store) -> None:
    with pytest.raises(UsageError):
        facets(store, "", ["colour"])


def test_every_facet_agrees_with_the_search_it_would_narrow(store: Store) -> None:
    for typed in ("", "strait", "min*", "Dahl", "-fleet"):
        names = {"speaker": "by", "source": "source", "form": "form", "tag": "tag", "status": "status"}
        counted = facets(store, typed, [*names, "verified"])
        checked = {one.value: one.count for one in counted["verified"]}
        assert count(store, typed, Filters(verified=True)) == checked.get("yes", 0)
        assert count(store, typed, Filters(unverified=True)) == checked.get("no", 0)
        for facet, name in names.items():
            for one in counted[facet]:
                if one.value is not None:
                    assert count(store, typed, Filters(**{name: one.value})) == one.count  # type: ignore[arg-type]


def test_a_facet_names_a_merged_speaker_as_who_they_are(database: Path) -> None:
    with writing(database, "fill") as store:
        source(store)
        quote(store, "Nobody asked us", "Johan Quist")
        quote(store, "Nobody who bought a ticket will be left on the\npier", "Ingrid Dahl")
        merge_speakers(store, find_speaker(store, "Quist"), find_speaker(store, "Dahl"))
        [only] = facets(store, "", ["speaker"])["speaker"]
    assert (only.value, only.name, only.count) == ("ingrid-dahl", "Ingrid Dahl", 2)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ingrit Dahl", ["Ingrid Dahl"]),
        ("Baranof", ["Aleksey Baranov"]),
        ("twice Ingrit Dahl", ["Ingrid Dahl"]),
        ("quartz", []),
        ("Dahl quartz", []),
        ("", []),
    ],
)
def test_names_that_may_have_been_meant(store: Store, typed: str, meant: list[str]) -> None:
    assert [one.name for one in suggest(store, typed)] == meant


def test_what_is_suggested_finds_something(store: Store) -> None:
    [one] = suggest(store, "Ingrit Dahl", Filters(source="memoirs"))
    assert one.count == count(store, f'"{one.name}"', Filters(source="memoirs")) == 1
    assert suggest(store, "Baranof", Filters(source="memoirs")) == []
