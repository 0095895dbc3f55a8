"""Words in the forms of their language, and languages without spaces between words."""

from pathlib import Path

import pytest
from factories import quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import writing
from onrecord.search import Filters, count, facets, search
from onrecord.search.forms import forms, language_of
from onrecord.search.query import tokens

SAID = {
    "en": "The minister mined every harbour",
    "de": "Die Häuser am Hafen stehen leer",
    "de-AT": "Das Haus am Hafen steht leer",
    "fr": "Les canons nationaux se taisent",
    "ru": "Города на проливе молчат",
    "cs": "Přístavy mlčí",
    "zh": "渡轮将在黎明启航",
    "ja": "フェリーは夜明けに出航する",
    "th": "เรือข้ามฟากออกเดินทาง",
    None: "Nobody was mining the pier",
}


@pytest.fixture
def languages(database: Path) -> Path:
    """A statement in each language, one of no known language, and one by the language of its source."""
    with writing(database, "fill") as store:
        source(store, None)
        source(store, None, title="港口日报", citekey="harbour-daily", language="de")
        for language, text in SAID.items():
            quote(store, text, language=language)
        quote(store, "Kein Haus am Pier", source="harbour-daily")
    return database


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mines", {SAID["en"], SAID[None]}),
        ("harbours", {SAID["en"]}),
        ('"mines"', set()),
        ('"mined"', {SAID["en"]}),
        ("hauses", {SAID["de"], SAID["de-AT"], "Kein Haus am Pier"}),
        ("Haus leer", {SAID["de"], SAID["de-AT"]}),
        ('"Haus" leer', {SAID["de-AT"]}),
        ("national", {SAID["fr"]}),
        ("piering", {SAID[None]}),  # the pier of a German statement is no form of it
        ("город", {SAID["ru"]}),
        ("přístavy", {SAID["cs"]}),
        ("přístav", set()),
        ("-haus leer", set()),
        ("黎明", {SAID["zh"]}),
        ("渡轮 启航", {SAID["zh"]}),
        ("渡轮 -黎明", set()),
        ("夜明け", {SAID["ja"]}),
        ("เดิน", {SAID["th"]}),
        ("日报", {"Kein Haus am Pier"}),
        ("黄昏", set()),
    ],
)
def test_forms_and_scripts(languages: Path, typed: str, expected: set[str]) -> None:
    with writing(languages, "look") as store:
        hits = search(store, typed).hits
        assert {hit.quote.text for hit in hits} == expected
        assert count(store, typed) == sum(one.count for one in facets(store, typed, ["form"])["form"])


def test_what_was_found_is_marked(languages: Path) -> None:
    def marked(typed: str, language: str) -> list[str]:
        [hit] = search(store, typed, Filters(language=language)).hits
        return [piece.text for piece in hit.snippet if piece.marked]

    with writing(languages, "look") as store:
        assert marked("mines", "en") == ["mined"]
        assert marked("黎明", "zh") == ["黎明"]
        assert marked("hauses", "de-AT") == ["Haus"]


@given(st.text(alphabet="abcdeghilmnorstuwy", min_size=1, max_size=9))
def test_forms_are_of_one_stem_and_lead_back(word: str) -> None:
    for form in forms(word, "en"):
        assert tokens(form) == (form,)
        assert set(forms(form, "en")) & {word, *forms(word, "en")}


@pytest.mark.parametrize(
    ("word", "language", "some"),
    [
        ("mine", "en", {"mines", "mined", "mining"}),
        ("company", "en", {"companies"}),
        ("run", "en", {"runs", "running"}),
        ("hafen", "de", {"hafens"}),
        ("canciones", "es", {"cancion"}),
        ("navi", "it", {"nave"}),
        ("skepp", "sv", {"skeppen", "skeppens"}),
    ],
)
def test_forms_of_a_word(word: str, language: str, some: set[str]) -> None:
    assert some <= set(forms(word, language))
    assert word not in forms(word, language)


def test_languages_by_their_tags() -> None:
    assert [language_of(tag) for tag in (None, "en-GB", "nb", "DE_at", "zh", "xx")] == [
        "en",
        "en",
        "no",
        "de",
        None,
        None,
    ]


def test_a_language_is_its_regions_too(database: Path) -> None:
    with writing(database, "add") as store:
        source(store, None, title="The harbour", citekey="harbour", language="fr-CA")
        source(store, None, title="Le port", citekey="port", language="French")
    with writing(database, "add quotes") as store:
        for citekey, language in (("harbour", None), ("port", None), ("port", "British English")):
            quote(store, f"The ferry {citekey} {language} sails.", source=citekey, language=language)
    with writing(database, "look") as store:

        def found(*asked: str) -> int:
            return len(search(store, "ferry", Filters(language=asked)).hits)

        assert [
            found("fr"),
            found("fre"),
            found("fr-CA"),
            found("fr-FR"),
            found("en"),
            found("en", "fr"),
        ] == [2, 2, 1, 0, 1, 3]
