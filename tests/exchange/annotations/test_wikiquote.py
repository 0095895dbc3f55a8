"""Pages of Wikiquote: who says it, where it stands and how sure that is, as the page has it and no more."""

import io

import pytest
from exchange.annotations.samples import WIKIQUOTE, WIKIQUOTE_THEME, WIKIQUOTE_XML
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations.beneath import told as told_beneath
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
        "title": "Letters from a harbour",
        "issued": {"date-parts": [[2001]]},
    }
    assert items[3] == {"type": "entry", "title": "Ingrid Dahl", "container-title": "Wikiquote"}
    assert items[6]["title"] == "Ann Berg, Harbours"


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


def beneath(*bullets: str, heading: str = "") -> QuoteEntry:
    """The first quotation of a page with these bullets beneath it."""
    lines = [
        "'''Ada Moe''' (born 4 May 1950)",
        "== Quotes ==",
        heading,
        "* The tide is out.",
        *(f"** {one}" for one in bullets),
    ]
    found = entries("\n".join(lines).encode())[0]
    assert isinstance(found, QuoteEntry)
    return found


def source(found: QuoteEntry) -> dict[str, object]:
    assert found.source
    return found.source.csl


@pytest.mark.parametrize(
    "translation",
    [
        "Translation: Ebb.", "English translation: Ebb.", "Übersetzung: Ebbe.", "Traduction : Basse mer.",
        "Traducción: Marea baja.", "Перевод: Отлив.", "Original: Ebbe.", "Variant translation (1911): Ebb.",
    ],
)  # fmt: skip
def test_a_translation_is_a_note_and_no_source(translation: str) -> None:
    found = beneath(translation, "Letter to Bo Lind (3 March 1999)")
    assert (source(found)["title"], source(found)["issued"]) == (
        "Letter to Bo Lind",
        {"date-parts": [[1999, 3, 3]]},
    )
    assert found.note == translation


@pytest.mark.parametrize(
    ("bullet", "label", "value"),
    [
        ("p. 3", "page", "3"), ("pp. 12–14", "page", "12-14"), ("Page xii.", "page", "xii"), ("Chapter 9", "chapter", "9"),
        ("Ch. IV, p. 77", "page", "77"), ("S. 214", "page", "214"), ("Seite 5 f.", "page", "5 f."), ("Kapitel 2", "chapter", "2"),
        ("с. 31", "page", "31"), ("Глава 4", "chapter", "4"), ("página 8", "page", "8"), ("§ 12", "section", "12"),
        ("Act III, scene 2", "scene", "2"), ("(p. 40)", "page", "40"),
    ],
)  # fmt: skip
def test_a_place_alone_is_a_place_in_the_work_of_its_heading(bullet: str, label: str, value: str) -> None:
    found = beneath(bullet, heading="=== ''Tides'' (2001) ===")
    assert source(found)["title"] == "Tides"
    assert (found.locator_label, found.locator) == (label, value)


def test_a_place_without_a_work_is_on_the_page_of_wikiquote() -> None:
    found = beneath("p. 3")
    assert (source(found)["title"], found.locator) == ("Ingrid Dahl", "3")


@pytest.mark.parametrize("named", ["Tides (2001), p. 3", "Tides (2001), ch. 2, p. 3", "Tides (2001) (p. 3)"])
def test_a_place_behind_a_work_is_no_part_of_its_title(named: str) -> None:
    found = beneath(named)
    assert (source(found)["title"], source(found)["issued"]) == ("Tides", {"date-parts": [[2001]]})
    assert (found.locator_label, found.locator) == ("page", "3")


@pytest.mark.parametrize(
    "title",
    [
        "Part of the sea",
        "Chapter and verse",
        "Page by page",
        "Act of God",
        "Lines on a harbour",
        "Original sin",
        "Tides, vol. 2",
        "P",
    ],
)
def test_titles_that_begin_like_a_place_stay(title: str) -> None:
    assert source(beneath(title))["title"] == title


@given(st.lists(st.text("p.3 ch:IVT()ranslation,", max_size=40), max_size=4))
def test_every_bullet_beneath_is_the_work_the_place_or_a_note(bullets: list[str]) -> None:
    said = told_beneath([plain(one) for one in bullets])
    counted = len(said.notes) + (said.work is not None) + (said.place is not None)
    assert counted == sum(1 for one in bullets if plain(one).text)
