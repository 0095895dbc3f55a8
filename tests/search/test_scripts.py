"""A row is found by its own words, in every script, however they are encoded: in wordings, names and titles."""

import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factories import new_database, quote, source

from onrecord.db.bulk import insert_rows
from onrecord.db.store import Store, reading, writing
from onrecord.search import Filters, search
from onrecord.search.query import fts, parse
from onrecord.speakers.write import add_speaker
from onrecord.text.wordfold import words

# By language: a wording, a name and a title.
CORPUS = {
    "ru": ("Ещё один жёлтый чайник стоит у причала", "Пётр Соловьёв", "Вечерний маяк"),
    "uk": ("Їжак об'їхав їхній ґанок", "Андрій Їжакевич", "Морський кур’єр"),
    "be": ("Ён ужо ў порце", "Уладзімір Ўласаў", "Газета «Хваля»"),
    "bg": ("Ѝ казаха, че фарът свети", "Йордан Фаров", "Морски фар"),
    "el": ("Ο φάρος σβήνει πριν από την αυγή, ὅπως πάντα", "Ἑλένη Φαρίδου", "Τα νέα του λιμανιού"),
    "ar": ("أُعيدَ فتحُ الميناءِ إلى السفن الآتية", "إبراهيم المؤذّن", "صحيفة المرفأ"),
    "fa": ("کشتی‌ها می‌آیند و می‌روند", "یوسف ساحلی", "روزنامهٔ بندر"),
    "he": ("הַסְּפִינָה יָצְאָה מִן הַנָּמָל", "נֹעָה חופית", "עיתון הנמל"),
    "hi": ("बन्दरगाह की बत्ती फिर जलेगी, ज़रूर", "कविता तटकर", "तट समाचार"),
    "ta": ("துறைமுகம் விடியலில் திறக்கும்", "கயல்விழி", "கடல் செய்தி"),
    "ka": ("ნავსადგური ისევ ღიაა", "ნინო ნავი", "ზღვის მაცნე"),
    "hy": ("Նավահանգիստը բաց է և խաղաղ", "Աննա Նավյան", "Ծովի լուր"),
    "am": ("ወደቡ ዛሬ ተከፍቷል", "አበበ ባሕር", "የወደብ ዜና"),
    "ko": ("항구는 오늘 밤에도 열려 있다", "한바다", "부두 일보"),
    "ja": ("がけの上のガス灯がついた", "浜辺ガク", "港の新聞"),
    "zh": ("灯塔在黎明前熄灭", "林海灯", "港口晚报"),
    "th": ("ประภาคารดับก่อนรุ่งเช้า", "ชายฝั่ง ใจดี", "ข่าวท่าเรือ"),
    "vi": ("Ngọn hải đăng tắt trước bình minh", "Đỗ Thị Biển", "Tin bến cảng"),
    "tr": ("Işıklı iskele İzmir'de açıldı", "Ilgaz İskeleli", "Kıyı gazetesi"),
    "de": ("Die größte Fähre läßt heute Straße und Brücke aus", "Jörg Großmaß", "Der Küstenbote"),
    "da": ("Færgen sejler i sølv og blæst", "Søren Ærø", "Bølgebladet"),
    "pl": ("Łódź żegluje pod prąd", "Władysław Żółw", "Głos portu"),
    "cs": ("Příliš žluťoučký maják bliká", "Jiří Přístavní", "Přístavní noviny"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each wording of the corpus, by somebody of its name, in a source of its title."""

    path = tmp_path_factory.mktemp("scripts") / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        for language, (wording, name, title) in CORPUS.items():
            source(store, None, title=title, citekey=f"s-{language}", language=language)
            quote(store, wording, by=name, source=f"s-{language}", language=language)
    return path


@pytest.fixture(scope="module")
def store(library: Path) -> Iterator[Store]:
    with reading(library) as store:
        yield store


@pytest.mark.parametrize("language", CORPUS)
def test_every_word_finds_its_row(store: Store, language: str) -> None:
    wording = CORPUS[language][0]
    for text in CORPUS[language]:
        for word in {one.strip(",«»") for one in text.split()}:
            for form in ("NFC", "NFD", "NFKC", "NFKD"):
                for typed in (unicodedata.normalize(form, word), unicodedata.normalize(form, word).upper()):
                    hits = search(store, typed, limit=50).hits
                    assert wording in {hit.quote.text for hit in hits}, (typed, form)
                    assert wording in {hit.quote.text for hit in search(store, f'"{typed}"', limit=50).hits}
        # All of it, as it was written.
        assert [hit.quote.text for hit in search(store, f'"{text}"').hits] == [wording]


@pytest.mark.parametrize(
    ("typed", "language", "marked"),
    [
        ("еще", "ru", "Ещё"),
        ("ЖЕЛТЫЙ", "ru", "жёлтый"),
        ("желтого", "ru", "жёлтый"),
        ("φαρος", "el", "φάρος"),
        ("οπως", "el", "ὅπως"),
        ("الميناء", "ar", "الميناءِ"),
        ("الى", "ar", "إلى"),
        ("اعيد", "ar", "أُعيدَ"),
        ("الاتيه", "ar", "الآتية"),
        ("הספינה", "he", "הַסְּפִינָה"),
        ("जरूर", "hi", "ज़रूर"),
        ("항구", "ko", "항구는"),
        ("ガス", "ja", "ガス"),
        ("ｶﾞｽ", "ja", "ガス"),
        ("灯塔", "zh", "灯塔"),
        ("黎明", "zh", "黎明"),
        ("รุ่งเช้า", "th", "รุ่งเช้า"),
        ("dang", "vi", "đăng"),
        ("isikli", "tr", "Işıklı"),
        ("izmir", "tr", "İzmir"),
        ("groesste", "de", "größte"),
        ("grosste", "de", "größte"),
        ("STRASSE", "de", "Straße"),
        ("faergen", "da", "Færgen"),
        ("solv", "da", "sølv"),
        ("lodz", "pl", "Łódź"),
    ],
)
def test_what_people_type_without_the_marks(store: Store, typed: str, language: str, marked: str) -> None:
    hits = search(store, typed, Filters(language=language)).hits
    found = [piece.text for hit in hits for piece in hit.pieces if piece.marked]
    assert found == [marked]


@pytest.mark.parametrize(
    "typed", ["жёлтыи", "іжак", "काविता", "कविति", "かけの", "がけの下", "항", "灯明", "зелёный"]
)
def test_another_word_is_not_found(store: Store, typed: str) -> None:
    assert search(store, typed).hits == []


def test_a_row_is_found_by_a_word_with_any_letter(tmp_path: Path, database: Path) -> None:
    """Of the thousands of ideographs and syllables that are all alike, some."""
    alike = (
        "CJK ",
        "HANGUL SYLLABLE",
        "TANGUT",
        "NUSHU",
        "KHITAN",
        "EGYPTIAN",
        "CUNEIFORM",
        "ANATOLIAN",
        "BAMUM",
    )
    letters = [
        one
        for code, one in enumerate(map(chr, range(1, sys.maxunicode + 1)))
        if unicodedata.category(one)[0] in "LN"
        and (code % 97 == 0 or not unicodedata.name(one, "CJK ").startswith(alike))
    ]
    assert len(letters) > 15_000
    rows = [(number, f"k{number}", f"la{one}r", "") for number, one in enumerate(letters, 1)]
    with closing(sqlite3.connect(database)) as db, db:
        insert_rows(db, "statements", ("id", "key", "text", "text_key"), rows)
        sql = "SELECT 1 FROM statements_fts WHERE rowid = ? AND statements_fts MATCH ?"
        for form in ("NFC", "NFD"):
            for number, _, text, _ in rows:
                typed = unicodedata.normalize(form, text)
                [term] = parse(f'"{typed}"').wanted
                assert db.execute(sql, (number, fts(term))).fetchone(), (text, form)
        # Every one of them stands in the index as it is typed.
        assert all(words(text) for _, _, text, _ in rows)


def test_names_printed_in_a_wording_are_found_by_every_spelling(database: Path) -> None:
    with writing(database, "fill") as store:
        text = "“We will see Шойгу and Пётр tomorrow,” said Bo Quist."
        source(store, text, citekey="s")
        quote(store, "We will see Шойгу and Пётр tomorrow", by="Bo Quist", source="s")
        add_speaker(store, "Sergei Shoigu", aliases=("Сергей Шойгу",))
        for typed in ("Shoigu", "Шойгу", "ШОЙГУ", "Shoygu", "Пётр", "Петр"):
            assert [hit.quote.speaker.name for hit in search(store, typed).hits] == ["Bo Quist"], typed
