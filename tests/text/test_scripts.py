"""Words in which one letter passes for another are remarked; those that people write so are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import names, scripts

ODD = [
    ("Кim Jong-un", "“Кim” mixes Cyrillic and Latin letters"),
    ("Jοhn", "“Jοhn” mixes Greek and Latin letters"),
    ("Jean-Пierre", "“Пierre” mixes Cyrillic and Latin letters"),
    ("Кαте", "“Кαте” mixes Cyrillic and Greek letters"),
    ("한Кim", "“한Кim” mixes Cyrillic, Hangul and Latin letters"),
    ("𝐊im Il", "“𝐊im” has letters of another shape"),
    ("Ｋim", "“Ｋim” has letters of another shape"),
    ("Ki\u200bm", "“Ki<U+200B>m” holds a character that shows nothing"),
    ("\u202emiK", "“<U+202E>miK” holds a character that shows nothing"),
    ("Kim\ufe0f Il", "“Kim<U+FE0F>” holds a character that shows nothing"),
]
PLAIN = [
    *("Kim Jong-un", "Ким Чен Ын", "김정은", "習近平", "山田 太郎", "タナカさん", "ＮＨＫニュース", "T恤", "X-射线", "K歌之王", "KBS뉴스"),
    *("НТВ-Plus", "МегаФон и Apple", "Иван J. Smith", "J. 김", "Николай II", "Микола ІІ", "Otto Ⅲ", "Σωκράτης", "О’Генри"),
    *("علی\u200cرضا", "क्\u200dष", "ﬁnn", "Mª Teresa", "Hafþór", "Zoë", "Zoe\u0308", "ʻOkina", "№ 5", "G7", "50 Cent", "", "葛\U000e0100城"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), ODD)
def test_what_is_odd_is_said(name: str, said: str) -> None:
    assert names.oddities(name) == said
    assert names.kept_as_printed(name) == f"The name is kept as printed and matches no other spelling: {said}"


@pytest.mark.parametrize("name", PLAIN)
def test_what_people_write_is_not_remarked(name: str) -> None:
    assert names.oddities(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Кim", "Kim"),
        ("K1m", "Klm"),
        ("0lof", "Olof"),
        ("Σіm", "Σim"),
        ("𝐊im", "Kim"),
        ("ᴋim", "KIM"),
        ("Kim\u200b", "kim"),
    ],
)
def test_what_looks_alike_has_one_look(one: str, other: str) -> None:
    assert scripts.look(one) == scripts.look(other)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_nothing_in_latin_letters_alone_is_odd(text: str) -> None:
    assert names.oddities(text.replace("µ", "")) is None


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    scripts.look(text)
    said = names.oddities(text)
    assert said is None or said.startswith("“")
