"""Passages of stored texts, found by their words."""

import json
import sqlite3
from pathlib import Path

import pytest
from conftest import Run
from factories import ARTICLE, quote, source

from onrecord.db.store import reading, writing
from onrecord.errors import NotFoundError, UsageError
from onrecord.ingest.read import read_bytes
from onrecord.search import texts
from onrecord.search.texts import Filters, Passage
from onrecord.sources.add import SourceFields, add_source
from onrecord.sources.copies import add_snapshot
from onrecord.speakers.write import add_name, find_speaker

ELSEWHERE = "Die Fähre fährt bei Nebel nicht.\n\nDer Hafen bleibt geöffnet, die Minen auch.\n"


def found(database: Path, typed: str, **filters: object) -> list[Passage]:
    with reading(database) as store:
        page = texts.search(store, typed, Filters(**filters), limit=None)  # type: ignore[arg-type]
        assert page.total == len(page.passages) == texts.count(store, typed, Filters(**filters))  # type: ignore[arg-type]
        return list(page.passages)


def marked(passage: Passage) -> list[str]:
    return [piece.text for piece in passage.pieces if piece.marked]


@pytest.fixture
def filled(database: Path) -> Path:
    with writing(database, "fill") as store:
        source(store, issued="2024-03-02", language="en")
        source(store, ELSEWHERE, citekey="hafen", title="Hafen", issued="2019", language="de")
        quote(store, "would rather close the port than risk a crew", "the harbour master")
    return database


def test_a_passage_has_its_place_its_words_and_what_is_on_record_from_it(filled: Path) -> None:
    [port] = found(filled, "port crew")
    assert (port.source.citekey, port.locator, port.paragraph) == ("dahl-2024", ("paragraph", "3"), 3)
    assert port.text == ARTICLE[port.start : port.end] and port.text.startswith("According")
    assert marked(port) == ["port", "crew"]
    assert [ref.partition("@")[2] for ref in port.recorded] == ["dahl-2024"]
    [deckhand] = found(filled, '"nobody asked us"')
    assert deckhand.recorded == ()
    assert found(filled, "port deckhand") == found(filled, "port -crew") == []


def test_forms_count_in_the_language_of_the_source(filled: Path) -> None:
    assert [one.source.citekey for one in found(filled, "ferry ticket")] == ["dahl-2024"]
    assert [one.source.citekey for one in found(filled, "fahre nebel")] == ["hafen"]
    assert marked(found(filled, "tickets")[0]) == ["ticket"]
    assert marked(found(filled, "Mine")[0]) == ["Minen"]
    assert found(filled, '"Mine"') == []


def test_filters_by_source_date_and_language(filled: Path) -> None:
    assert found(filled, "fog OR") == []
    assert len(found(filled, "fog", source="dahl-2024", since="2024", until="2024-03", language="en")) == 2
    for filters in ({"source": "hafen"}, {"since": "2024-04"}, {"until": "2023"}, {"language": "de"}):
        assert found(filled, "fog", **filters) == []
    with pytest.raises(NotFoundError):
        found(filled, "fog", source="nowhere")


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("市议会将开放三座新图书馆。王丽华说。", "图书馆", ["图书馆"]),
        ("รัฐบาลจะเปิดท่าเรือ", "ท่าเรือ", ["ท่าเรือ"]),
        ("港は閉まりません", "閉まり", ["閉まり"]),
        ("Ольга ещё не пришла.", "ольга еще", ["Ольга", "ещё"]),
        ("Το λιμάνι άνοιξε.", "λιμανι", ["λιμάνι"]),
        ("قال إن الميناء مفتوح", "ان الميناء", ["إن", "الميناء"]),
        ("항구는 열려 있다.", "항구", ["항구는"]),
        ("They will re-\nlease the crew.", "release", []),
        ("THE ﬁRST ＰＯＲＴ", "first port", ["ﬁRST", "ＰＯＲＴ"]),
    ],
)
def test_every_script_is_searched(database: Path, text: str, typed: str, shown: list[str]) -> None:
    with writing(database, "fill") as store:
        source(store, text)
        source(store, "Something else entirely.", citekey="else", title="Else")
    [passage] = found(database, typed)
    assert marked(passage) == shown


def test_every_spelling_of_a_name_is_looked_for(filled: Path) -> None:
    with writing(filled, "more") as store:
        quote(store, "Nobody asked us", "Sergei Shoigu")
        add_name(store, find_speaker(store, "sergei-shoigu"), "Сергей Шойгу")
        source(store, "Вчера Шойгу приехал.", citekey="ru", title="Ru")
    assert [marked(one) for one in found(filled, "Shoigu")] == [["Шойгу"]]


def test_of_several_copies_the_newest_with_the_words_is_shown(filled: Path) -> None:
    later = ARTICLE.replace("a crew", "a ship")
    with writing(filled, "later") as store:
        add_snapshot(store, "dahl-2024", read_bytes(later.encode(), name="later.txt"))
    [crew] = found(filled, "port crew")
    assert (crew.copy, crew.newest) == (1, False)
    [port] = found(filled, "port rather")
    assert (port.copy, port.newest) == (2, True)


def test_what_another_program_has_stored_is_found_at_once(filled: Path) -> None:
    with sqlite3.connect(filled) as theirs:
        for number, text in (("1", "Zebras graze."), ("2", "A zebra\n\nNo horse.")):
            theirs.execute(
                "INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor) "
                "VALUES (1, '2099-01-01T00:00:00Z', ?, 'text/plain', ?, 'theirs')",
                (number * 64, text),
            )
    assert {one.text for one in found(filled, "zebra")} == {"A zebra"}
    assert len(found(filled, "zebras graze", source="dahl-2024")) == 1


def test_a_transcript_says_the_time_and_a_page_its_number(filled: Path) -> None:
    subtitles = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nWelcome.\n\n00:12:05.000 --> 00:12:09.000\nThe lighthouse stays dark.\n"
    with writing(filled, "more") as store:
        read = read_bytes(subtitles.encode(), name="talk.vtt")
        add_source(store, SourceFields(title="Talk", citekey="talk"), read)
    [passage] = found(filled, "lighthouse")
    assert passage.locator == ("timestamp", "00:12:05")


def test_a_row_of_no_text_is_no_passage(filled: Path) -> None:
    with sqlite3.connect(filled) as theirs:
        theirs.execute("INSERT INTO snapshots_fts(rowid, text) VALUES (77, 'zebra')")
    assert found(filled, "zebra") == []


def test_a_text_that_somebody_has_shortened_is_no_mistake(filled: Path) -> None:
    with sqlite3.connect(filled) as theirs:
        theirs.execute("DROP TRIGGER snapshots_are_immutable")
        theirs.execute("UPDATE snapshots SET text = 'Gone.' WHERE text LIKE '%deckhand%'")
    with reading(filled) as store:
        assert not texts.search(store, "deckhand").passages


@pytest.mark.parametrize("typed", ["", "-port", "…", '""'])
def test_without_a_word_to_look_for_there_is_an_error(filled: Path, typed: str) -> None:
    with pytest.raises(UsageError, match="words to look for"):
        found(filled, typed)


@pytest.mark.parametrize("typed", ["a\0b", "NEAR(", "a*", 'a"', "x^2", "{a", "fog AND", "'; DROP"])
def test_nothing_that_can_be_typed_is_an_error(filled: Path, typed: str) -> None:
    found(filled, typed)


def test_the_command_line(filled: Path, run: Run) -> None:
    [line] = run("search", "--in-texts", "port", "crew", "--db", filled).stdout.splitlines()
    citekey, place, issued, copy, recorded, text = line.split("\t")
    assert (citekey, place, issued, copy) == ("dahl-2024", "para. 3", "2024-03-02", "")
    assert recorded.endswith("@dahl-2024") and "close the port" in text
    [told] = json.loads(run("search", "--in-texts", "port", "crew", "--json", "--db", filled).stdout)
    assert told["text"] == ARTICLE[told["start"] : told["end"]]
    assert run("search", "--in-texts", "fog", "--count", "--db", filled).stdout == "2\n"
    assert "all: --limit 0" in run("search", "--in-texts", "fog", "-n", "1", "--db", filled).stderr
    for words in (("fog", "--by", "x"), ("fog", "--sort", "said"), ()):
        assert "Traceback" not in run("search", "--in-texts", *words, "--db", filled, code=2).stderr
