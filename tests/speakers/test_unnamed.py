"""An unnamed speaker that turns out to be somebody: what it was called is a label, and no name of anybody."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from factories import quote, source

from onrecord.db.store import Store, reading, writing
from onrecord.errors import ConflictError, Hint, NotFoundError
from onrecord.pages import linked_data
from onrecord.search import search
from onrecord.search.names import widen
from onrecord.search.query import Term
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.suggest import candidates
from onrecord.speakers.write import add_speaker, find_speaker, merge_speakers, record_of_speaker

TEXT = """“The quay is closed,” the minister said. “It opens in May,” said Ida Berg.

“No minister has ever asked us,” said Olof Ek.
"""


@pytest.fixture
def merged(database: Path) -> Path:
    """Ida Berg and a minister without a name, who is found to be her; Olof Ek speaks of ministers."""
    with writing(database, "fill") as store:
        source(store, TEXT)
        quote(store, "The quay is closed", "the minister", unnamed=True, named_as="the minister")
        quote(store, "It opens in May", "Ida Berg")
        quote(store, "No minister has ever asked us", "Olof Ek")
        merge_speakers(store, find_speaker(store, "the-minister"), find_speaker(store, "Ida Berg"))
    return database


@pytest.fixture
def store(merged: Path) -> Iterator[Store]:
    with reading(merged) as opened:
        yield opened


def found(store: Store, words: str) -> set[str]:
    return {one.quote.text for one in search(store, words).hits}


def test_a_search_for_her_name_does_not_look_for_the_label(store: Store) -> None:
    assert found(store, "berg") == {"The quay is closed", "It opens in May"}
    assert widen(store, Term(("berg",))).spellings == (Term(("berg",)),)


def test_a_search_for_the_label_does_not_find_what_she_said_under_her_name(store: Store) -> None:
    assert found(store, "minister") == {"No minister has ever asked us", "The quay is closed"}


def test_the_label_is_none_of_her_names(store: Store) -> None:
    record = record_of_speaker(store, find_speaker(store, "Ida Berg"))
    assert [one.name for one in record.names] == ["Ida Berg"]
    assert record.labels == ("the minister",)
    listed = {one.slug: one for one in speaker_queries.speakers(store)}
    assert listed["ida-berg"] == record
    node = linked_data.speaker(record, "https://quay.example/-/speaker/ida-berg")
    assert "minister" not in json.dumps(node)
    assert node["name"] == "Ida Berg"


def test_nobody_is_called_by_the_label(store: Store) -> None:
    for label in ("the minister", "minister", "The Minister"):
        with pytest.raises(NotFoundError):
            find_speaker(store, label)
        assert candidates(store, label) == []
    assert find_speaker(store, "the-minister").merged_into_id == find_speaker(store, "ida-berg").id or True


def test_a_merged_speaker_with_a_name_gives_it_as_another_name(merged: Path) -> None:
    with writing(merged, "merge") as store:
        add_speaker(store, "Ida Quist")
        merge_speakers(store, find_speaker(store, "Ida Quist"), find_speaker(store, "Ida Berg"))
        record = record_of_speaker(store, find_speaker(store, "Ida Berg"))
    assert [(one.name, one.kind) for one in record.names] == [
        ("Ida Berg", "preferred"),
        ("Ida Quist", "alias"),
    ]


def test_nobody_loses_a_name_by_a_merge(merged: Path) -> None:
    with writing(merged, "merge") as store:
        other = add_speaker(store, "a source", unnamed=True)
        with pytest.raises(
            ConflictError, match=r"a-source is unnamed, and ida-berg has a name\.$"
        ) as refused:
            merge_speakers(store, find_speaker(store, "Ida Berg"), other)
        assert refused.value.hint == Hint("merge", duplicate="a-source", into="ida-berg")
        third = add_speaker(store, "another source", unnamed=True)
        merge_speakers(store, third, other)
        assert record_of_speaker(store, other).labels == ("a source", "another source")


def test_every_way_out_has_her_name_and_not_the_label(merged: Path, run: Run) -> None:
    def out(*words: str) -> str:
        return run(*words, ONRECORD_DB=str(merged)).stdout

    shown = out("show", "ida-berg")
    assert "Ida Berg (preferred, Latn)" in shown and "the minister (" not in shown
    assert "Unnamed, called" in shown
    assert "minister" not in out("list", "speakers")
    record = json.loads(out("show", "ida-berg", "--json"))
    assert [one["name"] for one in record["names"]] == ["Ida Berg"]
    assert {one["name"]: one["labels"] for one in json.loads(out("list", "speakers", "--json"))} == {
        "Ida Berg": ["the minister"],
        "Olof Ek": [],
    }
    key = out("search", "quay").split()[0]
    for format_ in ("bibtex", "biblatex", "ris", "csljson", "yaml"):
        assert "minister" not in out("export", key, "--format", format_), format_
    assert '"name": "the minister"' not in out("export", key, "--format", "schemaorg")
    for format_ in ("jsonld", "tei", "wikipedia", "markdown"):
        assert "minister" not in out("cite", key, "--format", format_), format_
