"""Annotations and highlights come in as quotations, and Web Annotations of ours give the same ones back."""

import io
import json
from pathlib import Path

import factories
import pytest
from exchange.annotations.samples import HYPOTHESIS, READWISE, WEB
from exchange.conftest import Fresh
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db import store as stores
from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations import hypothesis as hypothesis_json
from onrecord.exchange.annotations import readwise, web
from onrecord.exchange.entries import Entry, QuoteEntry, Reader, Refused
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.selection import Selection
from onrecord.exchange.taking import Taker
from onrecord.model.records import Quote

READERS = pytest.mark.parametrize(
    "reader", [hypothesis_json.read, web.read, readwise.read], ids=["hypothesis", "web", "readwise"]
)


def entries(reader: Reader, data: bytes) -> list[Entry]:
    return list(reader(io.BytesIO(data), "a file"))


def quoted(one: Entry) -> QuoteEntry:
    assert isinstance(one, QuoteEntry)
    return one


def refused(found: list[Entry]) -> list[str]:
    return [f"{one.where}: {one.reason}" for one in found if isinstance(one, Refused)]


def test_a_table_of_hypothesis() -> None:
    table = (
        b"Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\r\n"
        b'2024-03-05,ida,iv,https://via.hypothes.is/https://quay.example/p,Public,Annotation,"It holds, she said.",why,"sea,piers"\r\n'
        b"2024-03-05,ida,,https://quay.example/p,Public,Page Note,,all of it,\r\n"
        b"2024-03-05,ida,,https://quay.example/p,Public,Reply,It holds,no,\r\n"
    )
    assert formats.to_read("a.csv", table).name == "hypothesis"
    found = entries(hypothesis_json.read, table)
    one = quoted(found[0])
    assert (one.text, one.locator_label, one.locator, one.note, one.tags, one.speaker) == (
        "It holds, she said.",
        "page",
        "iv",
        "why",
        ("sea", "piers"),
        None,
    )
    assert one.source is not None and one.source.csl["URL"] == "https://quay.example/p"
    assert [line.partition(":")[0] for line in refused(found)] == ["line 3", "line 4"]


def test_hypothesis() -> None:
    found = entries(hypothesis_json.read, HYPOTHESIS)
    one = quoted(found[0])
    assert (one.text, one.prefix, one.suffix) == (
        "The ferry will sail at dawn",
        "Ferries and fog ",
        ", said Ingrid",
    )
    assert (one.speaker, one.note, one.tags) == (None, "Compare the timetable.", ("sea", "fog"))
    assert one.source is not None
    assert one.source.csl == {
        "type": "webpage",
        "title": "Ferries and fog",
        "URL": "https://example.org/ferries",
    }
    assert refused(found) == [
        "annotation 2 (pageNote1): It is a note on the whole page and quotes nothing.",
        "annotation 3 (reply1): It answers another annotation and quotes nothing.",
    ]


def test_web_annotations_with_refined_selectors() -> None:
    found = entries(web.read, WEB)
    one = quoted(found[0])
    assert (one.text, one.prefix, one.note, one.tags) == ("will sail", "ferry ", "A promise.", ("sea",))
    assert one.source is not None
    assert one.source.archive_url == "https://archive.example/ferries"
    assert refused(found) == [
        "annotation 2 (https://example.org/anno2): It quotes nothing: it has no TextQuoteSelector."
    ]


def test_readwise_as_its_import_has_it_and_with_times() -> None:
    made = (
        "Highlight,Title,Author,URL,Note,Location,Location Type,Date,Document Tags\n"
        "It holds.,On piers,Ida Lund,https://quay.example/p,,3725,time_offset,2023-01-01,sea\n"
    )
    (quote,) = entries(readwise.read, made.encode())
    assert isinstance(quote, QuoteEntry) and quote.source
    assert (quote.locator_label, quote.locator, quote.tags) == ("timestamp", "01:02:05", ("sea",))
    assert (quote.source.csl["URL"], quote.source.csl["title"]) == ("https://quay.example/p", "On piers")
    assert readwise.looks_like(made.encode())


def test_readwise() -> None:
    first, second, third = entries(readwise.read, READWISE)
    one = quoted(first)
    assert one.text == 'The fog lifts, it "lifts"\nwhen it lifts.'
    assert (one.where, one.locator_label, one.locator, one.tags) == ("line 2", "page", "17", ("sea", "fog"))
    assert one.source is not None
    assert one.source.csl == {
        "type": "book",
        "title": "Memoirs of a Pilot",
        "author": [{"family": "Ek", "given": "Olof"}],
        "custom": {"amazon_book_id": "B00EXAMPLE"},
    }
    other = quoted(second)
    assert other.where == "line 4" and other.locator is None and other.source is not None
    assert other.source.csl["author"] == [
        {"family": "Berg", "given": "Ann"},
        {"family": "Lind", "given": "Bo"},
    ]
    assert refused([third]) == ["line 5: Its cell 'Highlight' is empty."]


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.json", HYPOTHESIS, "hypothesis"),
        ("a.json", WEB, "webannotation"),
        ("a.jsonld", WEB, "webannotation"),
        ("-", WEB, "webannotation"),
        ("a.csv", READWISE, "readwise"),
    ],
)
def test_the_content_tells_the_format(name: str, data: bytes, format: str) -> None:
    assert formats.to_read(name, data).name == format


@READERS
@given(data=st.binary() | st.text().map(str.encode))
def test_bytes_of_any_kind_are_refused_in_a_sentence(reader: Reader, data: bytes) -> None:
    try:
        entries(reader, data)
    except InputError as error:
        assert error.message.startswith("a file")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "rows id target selector type refinedBy exact body value purpose tags uri document title source "
                "state items first onrecord:attribution text speaker via name csl page_index locator".split()
            )
            | st.text(max_size=3),
            inner | st.sampled_from(["Annotation", "TextQuoteSelector", "tagging", "https://example.org/"]),
            max_size=6,
        )
    ),
    max_leaves=30,
)


@READERS
@given(document=JSON)
def test_json_of_any_shape_is_refused_in_a_sentence(reader: Reader, document: object) -> None:
    try:
        entries(reader, json.dumps(document).encode())
    except InputError as error:
        assert error.message.startswith("a file")


@pytest.mark.parametrize("reader", [hypothesis_json.read, web.read], ids=["hypothesis", "web"])
def test_hostile_nesting_is_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="too deep"):
        entries(reader, b"[" * 200_000 + b"]" * 200_000)


def take(path: Path, data: bytes) -> list[Outcome]:
    with stores.writing(path, "import") as store:
        taker = Taker(store, "annotations.jsonld")
        return [outcome for entry in entries(web.read, data) for outcome in taker.take(entry)]


def export(path: Path) -> tuple[bytes, list[Quote]]:
    with stores.reading(path) as store:
        out = io.BytesIO()
        selection = Selection(store)
        out.writelines(piece.encode() for piece in web.pieces(selection))
        return out.getvalue(), [quote for quotes in selection.statements() for quote in quotes]


def test_what_is_exported_comes_back(fresh: Fresh) -> None:
    mine, yours = fresh(), fresh()
    with stores.writing(mine, "record") as store:
        factories.source(store, url="https://example.org/ferries", archive_url="https://archive.example/f")
        factories.quote(
            store,
            "Nobody who bought a ticket will be left on the pier",
            tags=("sea", "a, b"),
            note="Said\ntwice",
            said="2024-03",
            locator="p. 3",
            status="disputed",
            reason="No recording is known.",
        )
        factories.quote(store, "Nobody ever asks us", by="a deckhand", unnamed=True)
    data, before = export(mine)
    target = json.loads(data)["first"]["items"][0]["target"]
    position = target["selector"][1]
    assert factories.ARTICLE[position["start"] : position["end"]] == target["selector"][0]["exact"]
    assert target["source"] == "https://example.org/ferries"
    assert target["state"]["cached"] == "https://archive.example/f"
    assert target["state"]["sourceDate"]

    assert {one.did for one in take(yours, data)} == {"added"}
    assert {one.did for one in take(yours, data)} == {"known"}
    _, after = export(yours)

    def facts(quote: Quote) -> tuple[object, ...]:
        return (
            quote.text, quote.speaker.name, quote.speaker.unnamed, quote.form, quote.prefix, quote.suffix, quote.note,
            quote.tags, quote.said, quote.locator_label, quote.locator, quote.status, quote.status_reason,
            quote.source.citekey, quote.source.url, quote.source.archive_url,
        )  # fmt: skip

    assert [facts(one) for one in after] == [facts(one) for one in before]
