"""Zotero's own exports come in whole: works, and annotations as quotations."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from exchange.zotero.samples import ANNOTATIONS, BETTER, BOOK, RDF, SERVICE, data
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.zotero import fields, graph, library


def entries(reader: Any, given_: bytes) -> list[Entry]:
    return list(reader.read(io.BytesIO(given_), "a file"))


def test_an_item_becomes_a_work_of_csl() -> None:
    source = entries(library, data(BETTER))[0]
    assert isinstance(source, SourceEntry)
    assert source.csl == {
        "id": "dahlFerries2019",
        "type": "chapter",
        "title": "Ferries and fog",
        "container-title": "The northern quays",
        "author": [{"family": "Dahl", "given": "Ingrid"}],
        "container-author": [{"literal": "Harbour Society"}],
        "collection-editor": [{"family": "Ek", "given": "Olof"}],
        "collection-title": "Coasts",
        "collection-number": "7",
        "issued": {"date-parts": [[2019, 5]]},
        "accessed": {"date-parts": [[2024, 3, 2]]},
        "original-date": {"date-parts": [[1911]]},
        "page": "11-30",
        "publisher": "Quay Press",
        "publisher-place": "Tallvik",
        "ISBN": "978-91-0000-000-1",
        "URL": "https://quay.example/ferries",
        "language": "en",
        "source": "Town library",
        "PMID": "123",
        "note": "tex.shelf: 3\nBought in a hurry.",
        "keyword": "harbour, fog",
        "custom": {"zotero": {"notes": ["Signed copy."]}},
    }


@pytest.mark.parametrize("document", [BETTER, SERVICE], ids=["Better BibTeX", "the web service"])
def test_annotations_become_quotations_with_page_and_place_in_the_file_apart(document: object) -> None:
    found = entries(library, data(document))
    quotes = [one for one in found if isinstance(one, QuoteEntry)]
    assert [(one.text, one.locator_label, one.locator, one.page_index) for one in quotes] == [
        ("No ferry left the pier that night.", "page", "xii", 13),
        ("The fog lifts when it lifts.", "page", "14", 15),
    ]
    assert (quotes[0].note, quotes[0].tags, quotes[0].speaker) == (
        "Compare the harbour log.",
        ("fog", "yellow"),
        None,
    )
    assert quotes[0].source == found[0]
    assert [one.reason for one in found if isinstance(one, Refused)] == [
        "It is a note and quotes nothing.",
        "It is an image and quotes nothing.",
    ]


def test_what_is_no_date_stays_in_words_and_unknown_types_are_kept() -> None:
    _, letter, place = [one for one in entries(library, data(BETTER)) if isinstance(one, SourceEntry)]
    assert letter.csl["issued"] == {"literal": "early in spring"}
    assert letter.csl["author"] == [{"literal": "The council"}]
    assert place.csl == {
        "id": "place1", "type": "speech", "title": "A place", "custom": {"zotero": {"itemType": "holodeck"}},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "language", "issued"),
    [
        ("3 de mayo de 1994", "es", {"date-parts": [[1994, 5, 3]]}),
        ("May 1994", None, {"date-parts": [[1994, 5]]}),
        ("1994-05-00 May 1994", None, {"date-parts": [[1994, 5]]}),
        ("Herbst 1994", "de", {"date-parts": [[1994]], "season": 3}),
        ("vers 1850", "fr", {"date-parts": [[1850]], "circa": True}),
        ("300 BC", None, {"date-parts": [[-300]]}),
        ("03/04/1994", "fr-FR", {"date-parts": [[1994, 4, 3]]}),
        ("03/04/1994", None, {"date-parts": [[1994]], "raw": "03/04/1994"}),
        ("0000", None, None),
        ("forthcoming", None, {"literal": "forthcoming"}),
    ],
)
def test_a_date_is_read_as_it_was_typed(date: str, language: str | None, issued: Any) -> None:
    item = {
        "itemType": "book",
        "title": "Fog",
        "date": date,
        "citationKey": "fog",
        "language": language or "",
    }
    (source,) = entries(library, data({"items": [item]}))
    assert isinstance(source, SourceEntry)
    assert source.csl.get("issued") == issued


def test_a_date_that_is_two_days_is_recorded_as_its_year_and_reported(
    database: Path, tmp_path: Path, run: Run
) -> None:
    item = {"itemType": "book", "title": "Fog", "date": "03/04/1994", "citationKey": "fog"}
    (tmp_path / "library.json").write_bytes(data({"items": [item]}))
    told = run("import", tmp_path / "library.json", "--db", database).stdout
    assert "3 April or 4 March 1994. The year is recorded." in " ".join(told.split())
    assert "fog\t1994\t" in run("list", "sources", "--db", database).stdout


def test_both_ways_of_json_say_the_same() -> None:
    better = entries(library, data({"items": [BETTER["items"][0]]}))
    service = entries(library, data(SERVICE))
    assert [type(one) for one in better] == [type(one) for one in service]
    assert isinstance(better[0], SourceEntry) and isinstance(service[0], SourceEntry)
    assert better[0].csl == service[0].csl


def test_rdf() -> None:
    article, chapter = entries(graph, RDF.encode())
    assert isinstance(article, SourceEntry) and isinstance(chapter, SourceEntry)
    assert article.csl == {
        "id": "dahlFog2024",
        "type": "article-newspaper",
        "title": "Fog holds <ferries>",
        "container-title": "The Courier",
        "author": [{"family": "Dahl", "given": "Ingrid"}, {"literal": "Coastal Wire"}],
        "translator": [{"family": "Ek", "given": "Olof"}],
        "abstract": "Nothing sailed.",
        "issued": {"date-parts": [[2024, 3, 2]]},
        "accessed": {"date-parts": [[2024, 3, 5]]},
        "issue": "12",
        "page": "4",
        "ISSN": "1234-5678",
        "URL": "https://courier.example/fog",
        "publisher": "Courier Ltd",
        "publisher-place": "Tallvik",
        "language": "en",
        "keyword": "fog, harbour",
        "custom": {"zotero": {"notes": ["Filed twice."]}},
    }
    assert chapter.csl == {
        "id": "", "type": "chapter", "title": "A chapter", "container-title": "The northern quays",
        "collection-title": "Coasts", "collection-number": "7", "ISBN": "978-91-0000-000-1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a.json", data(BETTER), "zotero"),
        ("a.json", data(SERVICE), "zotero"),
        ("a.rdf", RDF.encode(), "zoterordf"),
        ("-", data(SERVICE), "zotero"),
        ("-", RDF.encode(), "zoterordf"),
        ("a.json", data([{"id": "x", "type": "book", "title": "y"}]), "csljson"),
    ],
)
def test_the_content_tells_the_format(name: str, content: bytes, format: str) -> None:
    assert formats.to_read(name, content).name == format


def test_a_library_comes_in_once(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.json").write_bytes(data(BETTER))
    (tmp_path / "library.rdf").write_text(RDF)
    told = run("import", "library.json", "library.rdf", "--db", database, code=1)
    assert "quotes nothing" in told.stderr
    [found] = json.loads(run("search", "ferry", "pier", "--db", database, "--json").stdout)
    assert (found["speaker"], found["source"], found["locator"], found["page_index"], found["tags"]) == (
        "Ingrid Dahl", "dahlFerries2019", "xii", 13, ["fog", "yellow"],
    )  # fmt: skip
    again = json.loads(
        run("import", "library.json", "library.rdf", "--db", database, "--json", code=1).stdout
    )
    assert {one["did"] for one in again} == {"known", "refused"}


def test_types_and_variables_are_those_of_csl() -> None:
    from onrecord.cite.csl import DATE_VARIABLES, NAME_VARIABLES
    from onrecord.model.vocabulary import SOURCE_TYPES

    assert set(fields.TYPES.values()) <= set(SOURCE_TYPES)
    assert set(fields.CREATORS.values()) <= NAME_VARIABLES
    assert set(fields.DATES.values()) | fields.EXTRA_DATES <= DATE_VARIABLES


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["<p>", "<a" * 9]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*BOOK, *ANNOTATIONS[0], "items", "data", "attachments", "annotations", "tag", "note"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(ANYTHING.map(lambda one: data({"items": [{"itemType": "book"}, one]})) | st.binary(max_size=200))
def test_any_json_is_read_or_refused_in_a_sentence(content: bytes) -> None:
    try:
        assert all(isinstance(one, SourceEntry | QuoteEntry | Refused) for one in entries(library, content))
    except InputError as error:
        assert error.message.startswith("a file")


@given(st.integers(0, len(RDF)), st.sampled_from(["", "<", "&x;", "<z:a/>", "\0", "]]>"]))
def test_any_rdf_is_read_or_refused_in_a_sentence(at: int, put_in: str) -> None:
    try:
        entries(graph, (RDF[:at] + put_in + RDF[at:]).encode())
    except InputError as error:
        assert error.message.startswith("a file")


def test_entities_are_refused() -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + RDF
    with pytest.raises(InputError, match="entities"):
        entries(graph, hostile.encode())
