"""What is typed, read as what is meant: words, beginnings, phrases, and what must not occur."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import new_database, quote, source

from onrecord.db.store import Store, reading, writing
from onrecord.search import search
from onrecord.search.query import fts, parse
from onrecord.speakers.write import add_speaker

SAID = {
    "sweepers": ("The minesweepers undermined nothing", "en"),
    "mines": ("He mines the strait", "en"),
    "captain": ("Captain Baranowski sails", "en"),
    "korean": ("한국은 항구를 닫았다", "ko"),
    "song": ("The song Sørensen’s well-known pilot sang", "en"),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("typed") / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        source(store, None)
        add_speaker(store, "Aleksey Baranov", aliases=["Captain Baranow"])
        for text, language in SAID.values():
            quote(store, text, "Ingrid Dahl", language=language)
    return path


@pytest.fixture
def store(filled: Path) -> Iterator[Store]:
    with reading(filled) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # Other forms of a word are words, no beginnings and no insides of others; so are the spellings of a name.
        ("mine", "mines"),
        ("mined", "mines"),
        ("mines*", "sweepers mines"),
        ("Aleksey Baranov", ""),
        ("Baranow*", "captain"),
        # Particles are written onto a Korean word; one syllable begins too many.
        ("한국", "korean"),
        ("항구", "korean"),
        ("한", ""),
        ("한*", "korean"),
        ('"한국"', ""),
        ('"한국은"', "korean"),
        ("닫았다 -한국", ""),
        # A minus stands before a word, not within one; a star behind it.
        ("well-known", "song"),
        ("well -known", ""),
        ("known-well", ""),
        ("sor*", "song"),
        ("sor* -so*", ""),
        ('"well-known pil"*', "song"),
        ('sang -"well-known pil"*', ""),
        ('sang -"known well"', "song"),
        # A mark that nothing closes goes on to the end.
        ('"the song', "song"),
        ("«song the", ""),
    ],
)
def test_what_is_found(store: Store, typed: str, expected: str) -> None:
    found = {hit.quote.text for hit in search(store, typed).hits}
    assert found == {SAID[name][0] for name in expected.split()}


@pytest.mark.parametrize("typed", ["", " ", "-", "*", '""', "-*", "\x00", "“”*"])
def test_where_there_is_nothing_to_look_for_all_is_meant(store: Store, typed: str) -> None:
    assert parse(typed) == parse("")
    assert search(store, typed).total == len(SAID)


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("ab ab", ['"ab"'], []),
        ("Ab ab -AB -ab", ['"ab"'], ['"ab"']),
        ("ab ab* \"ab\"", ['"ab"', '"ab"*', '"ab"'], []),
        ("--ab -cd*", [], ['"ab"', '"cd"*']),
        ("\x00ab\x1bcd", ['"ab"', '"cd"'], []),
        ('say "ab OR cd" NOT', ['"say"', '"ab or cd"', '"not"'], []),
    ],
)  # fmt: skip
def test_each_thing_is_looked_for_once_and_nothing_is_an_operator(
    typed: str, wanted: list[str], unwanted: list[str]
) -> None:
    query = parse(typed)
    assert ([fts(one) for one in query.wanted], [fts(one) for one in query.unwanted]) == (wanted, unwanted)
