"""Pages of Wikiquote: who says it, where it stands and how sure that is, as the page has it and no more."""

import io

import pytest
from exchange.annotations.samples import WIKIQUOTE, WIKIQUOTE_THEME, WIKIQUOTE_XML
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations.wikiquote import read
from onrecord.exchange.annotations.wikitext import plain
from onrecord.exchange.entries import Entry, QuoteEntry, Refused


def entries(data: bytes, name: str = "Ingrid_Dahl.wiki") -> list[Entry]:
    return list(read(io.BytesIO(data), name))


def told(found: list[Entry]) -> list[tuple[str, str, str, str | None]]:
    return [
        (one.text, one.speaker.name, one.status, one.status_reason)
        for one in found
        if isinstance(one, QuoteEntry) and one.speaker
    ]


def test_a_person_page() -> None:
    found = entries(WIKIQUOTE.encode())
    assert told(found) == [
        ("The ferry sails at dawn.", "Ingrid Dahl", "sourced", None),
        ("Fog lifts\nwhen it lifts.", "Ingrid Dahl", "sourced", None),
        ("A harbour is a promise.", "Ingrid Dahl", "sourced", None),
        ("Nobody sails alone.", "Ingrid Dahl", "disputed", "No recording is known."),
        ("Steady as she goes.", "Ingrid Dahl", "misattributed", "Sayings of sailors."),
        ("The sea is patient.", "Ingrid Dahl", "disputed", "unsourced on Wikiquote"),
        ("She knows every rope.", "Ann Berg", "sourced", None),
    ]
    assert [(one.where, one.reason) for one in found if isinstance(one, Refused)] == [
        ("line 29", "Nothing says whose words these are: the bullet below links to nobody."),
        ("line 33", "It stands under 'External links', which holds no quotations."),
    ]


def test_sources() -> None:
    quotes = [one for one in entries(WIKIQUOTE.encode()) if isinstance(one, QuoteEntry)]
    items = [one.source.csl for one in quotes if one.source]
    assert items[0] == {
        "type": "article-newspaper",
        "title": "Ferries and fog",
        "container-title": "Tallvik Post",
        "URL": "https://example.org/ferries",
        "author": [{"family": "Ek", "given": "Olof"}],
        "issued": {"date-parts": [[2024, 3, 2]]},
    }
    assert (quotes[0].locator_label, quotes[0].locator, quotes[0].note) == ("page", "3", "Said on the pier.")
    assert items[1] == {
        "type": "book",
        "title": "Fog",
        "author": [{"literal": "Bo Lind"}],
        "issued": {"date-parts": [[1999]]},
    }
    assert items[2] == {
        "type": "document",
        "title": "Letters from a harbour (2001)",
        "issued": {"date-parts": [[2001]]},
    }
    assert items[3] == {"type": "entry", "title": "Ingrid Dahl", "container-title": "Wikiquote"}
    assert items[6]["title"] == "Ann Berg, Harbours (1999)"


def test_a_theme_page_says_below_who_says_it() -> None:
    found = entries(WIKIQUOTE_THEME.encode(), "Fog.wiki")
    assert told(found) == [("Fog is the sea's own curtain.", "Ann Berg", "sourced", None)]
    assert isinstance(found[1], Refused)


def test_a_dump_page_by_page() -> None:
    found = entries(WIKIQUOTE_XML, "dump.xml")
    assert told(found) == [("Fog is the sea's own curtain.", "Ann Berg", "sourced", None)]
    assert found[0].where == "Fog, line 3"


def test_a_long_dump_is_not_held() -> None:
    page = b"<page><title>A</title><ns>0</ns><revision><text>== Q ==\n* a\n%s</text></revision></page>" % (
        b"x" * 50_000
    )
    dump = b"<mediawiki>" + page * 400 + b"</mediawiki>"
    stream = io.BytesIO(dump)
    first = next(iter(read(stream, "dump.xml")))
    assert isinstance(first, QuoteEntry)
    assert stream.tell() < len(dump) // 10
    assert len(entries(dump, "dump.xml")) == 400


def test_entities_and_broken_xml_are_refused() -> None:
    with pytest.raises(InputError, match="declares entities"):
        entries(b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b">]><mediawiki>&a;</mediawiki>')
    with pytest.raises(InputError, match="not well-formed"):
        entries(b"<mediawiki><page>")


def test_the_content_tells_the_format() -> None:
    assert formats.to_read("a.wiki", WIKIQUOTE.encode()).name == "wikiquote"
    assert formats.to_read("dump.xml", WIKIQUOTE_XML).name == "wikiquote"


@pytest.mark.parametrize(
    "hostile", ["{{small|", "[[a|", "<ref>", "[https://a ", "<!--", "}}", "]]", "{{small|a}}|"]
)
def test_hostile_nesting_is_read_in_one_pass(hostile: str) -> None:
    for wikitext in (hostile * 20_000 + "x" * 20_000, hostile * 20_000 + "x" * 20_000 + "}}" * 20_000):
        read = plain(wikitext)
        copied = sum(len(value) for one in read.templates for value in one.parameters.values())
        # Each character is copied at most once a level, and there are no more than forty levels.
        assert len(read.text) + copied <= 41 * len(wikitext)


@given(st.text(st.sampled_from("{}[]|'<>!-=*:#\n /abrefr1")))
def test_any_wikitext_is_read(wikitext: str) -> None:
    plain(wikitext)
    entries(f"== Q ==\n* {wikitext}".encode())


@given(st.binary())
def test_bytes_of_any_kind_are_refused_in_a_sentence(data: bytes) -> None:
    try:
        entries(data)
    except InputError as error:
        assert error.message.startswith("Ingrid_Dahl.wiki")
