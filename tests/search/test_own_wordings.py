"""Every source's own wording is found, and shown as that source's; an unnamed label is not a name."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, reading, writing
from onrecord.search import SORTS, Filters, count, facets, search
from onrecord.speakers.write import find_speaker, merge_speakers
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits

SAFE, QUITE = "The bridge is safe.", "The bridge is quite safe, I think."
KOREAN, MISHEARD = "다리는 안전합니다.", "The ridge is safe"


@pytest.fixture
def bridge(database: Path) -> str:
    """A statement that four sources word in four ways; the Korean one is the earliest. Its key."""
    with writing(database, "fill") as store:
        for citekey, issued in (("vale", "2001"), ("hill", "2002"), ("seoul", "2000"), ("glen", "2003")):
            source(store, None, citekey=citekey, title=citekey.capitalize(), issued=issued)
        added = quote(store, SAFE, by="Ida Berg", source="vale")
        key = added.quote.key
        quote(store, QUITE, by="Ida Berg", source="hill", of=key)
        quote(store, KOREAN, by="Ida Berg", source="seoul", of=key, language="ko")
        quote(store, MISHEARD, by="Ida Berg", source="glen", of=key)
        quote(store, "Nobody crossed the ford", by="Bo Quist", source="vale")
    return key


@pytest.fixture
def store(bridge: str, database: Path) -> Iterator[Store]:
    with reading(database) as store:
        yield store


@pytest.mark.parametrize(
    ("typed", "citekey", "wording"),
    [
        ("quite", "hill", QUITE),
        ("quite bridge", "hill", QUITE),
        ("thinking", "hill", QUITE),  # another form of a word
        ('"quite safe"', "hill", QUITE),
        ("quit*", "hill", QUITE),
        ("안전합니다", "seoul", KOREAN),
        ("다리", "seoul", KOREAN),  # with its particle
        ("ridge", "glen", MISHEARD),
        ("bridge", "vale", SAFE),  # the Korean one is earlier, and has no such word
        ("Berg", "seoul", KOREAN),  # by name, all fit
        ("bridge -quite", "vale", SAFE),
        ("bridge Hill", "hill", QUITE),
    ],
)
@pytest.mark.parametrize("sort", SORTS)
def test_the_wording_that_has_it_is_shown(
    store: Store, bridge: str, typed: str, citekey: str, wording: str, sort: str
) -> None:
    [hit] = search(store, typed, sort=sort).hits
    assert (hit.quote.ref, hit.quote.text) == (f"{bridge}@{citekey}", wording)
    assert hit.quote.statement_text == (None if wording == SAFE else SAFE)
    assert count(store, typed) == 1
    assert [(one.value, one.count) for one in facets(store, typed, ["speaker"])["speaker"]] == [
        ("ida-berg", 1)
    ]


def test_a_source_is_found_by_the_best_known_wording_too(store: Store, bridge: str) -> None:
    [hit] = search(store, "bridge", Filters(source="seoul")).hits
    assert (hit.quote.ref, hit.quote.text) == (f"{bridge}@seoul", KOREAN)
    assert [piece.text for piece in hit.best_known if piece.marked] == ["bridge"]
    assert search(store, "quite", Filters(source="seoul")).hits == []
    assert search(store, "quite bridge", Filters(source="vale")).hits == []


def test_a_preferred_occurrence_is_shown_where_its_wording_has_it(bridge: str, database: Path) -> None:
    with writing(database, "edit") as store:
        edit_quote(store, f"{bridge}@hill", Edits(rank="preferred"))
        assert [hit.quote.ref for hit in search(store, "bridge").hits] == [f"{bridge}@hill"]
        assert [hit.quote.ref for hit in search(store, "ridge").hits] == [f"{bridge}@glen"]


def test_the_best_known_wording_counts_more_than_the_name(bridge: str, database: Path) -> None:
    with writing(database, "fill") as store:
        quote(store, "I never said so", by="Quite Olsen", source="vale")
        found = [hit.quote.speaker.name for hit in search(store, "quite").hits]
    assert found == ["Ida Berg", "Quite Olsen"]


def test_what_is_printed(bridge: str, database: Path, run: Run) -> None:
    line = run("search", "quite", "--db", database).stdout
    assert line.split("\t")[0] == f"{bridge}@hill"
    assert line.rstrip("\n").split("\t")[-1] == QUITE
    assert run("search", "bridge", "--db", database).stdout.split("\t")[0] == bridge
    [hit] = json.loads(run("search", "quite", "--db", database, "--json").stdout)
    assert (hit["ref"], hit["text"], hit["statement_text"]) == (f"{bridge}@hill", QUITE, SAFE)
    assert [piece["text"] for piece in hit["snippet"] if piece["marked"]] == ["quite"]
    cited = run("cite", "-", "--db", database, "--as", "card", input=line).stdout
    assert "Hill" in cited and "Vale" not in cited


@pytest.fixture
def ministers(database: Path) -> Path:
    """What a minister without a name said, and others about ministers; the minister turned out to be Ida Berg."""
    with writing(database, "fill") as store:
        source(store, None)
        quote(store, "We close the port", by="minister", unnamed=True)
        quote(store, "The port stays open", by="Ida Berg")
        quote(store, "Every minister says so", by="Bo Quist")
        merge_speakers(store, find_speaker(store, "minister"), find_speaker(store, "ida-berg"))
    return database


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("berg", {"We close the port", "The port stays open"}),
        ("minister", {"We close the port", "Every minister says so"}),
        ("minister port", {"We close the port"}),
        ("berg -minister", {"The port stays open"}),
    ],
)
def test_a_label_leads_to_what_was_said_under_it_and_is_no_spelling(
    ministers: Path, typed: str, expected: set[str]
) -> None:
    with reading(ministers) as store:
        results = search(store, typed)
        assert {hit.quote.text for hit in results.hits} == expected
        assert results.total == len(expected)
        for hit in results.hits:
            assert (
                "minister" not in [piece.text for piece in hit.pieces if piece.marked] or "minister" in typed
            )
