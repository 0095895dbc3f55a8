"""Spellings of one name have one key; different names do not."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import names

SPELLINGS = [
    ["Shoigu", "Shoygu", "SHOIGU", "Шойгу"],
    ["Sergei Lavrov", "Sergey Lavrov", "Сергей Лавров"],
    ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij".replace("j", "y"), "Зеленский", "Зеленський"],
    ["Yeltsin", "Eltsin", "Ельцин"],
    ["Khrushchev", "Хрущёв", "Хрущев"],
    ["Alexei Kosygin", "Aleksey Kosygin", "Aleksei Kosygin", "Алексей Косыгин"],
    ["Dmitry", "Dmitri", "Dmitriy", "Dmitrii", "Дмитрий"],
    ["Andrei Gromyko", "Andrey Gromyko", "Андрей Громыко"],
    ["Yulia", "Yuliya", "Юлия"],
    ["Natalia", "Natalya", "Наталья"],
    ["Maria", "Mariya", "Мария"],
    ["Kim Jong-un", "Kim Jong Un", "KIM JONG-UN"],
    ["Müller", "Mueller", "Muller"],
    ["Gerhard Schröder", "Gerhard Schroeder", "Gerhard Schroder"],
    ["Jäger", "Jaeger", "Jager"],
    ["Łukasz", "Lukasz"],
    ["Øystein", "Oystein"],
    ["Šimić", "Simic"],
    ["Nguyễn", "Nguyen"],
    ["O’Brien", "O'Brien", "OBrien"],
    ["Al-Assad", "al Assad"],
    ["Jean-Claude", "Jean Claude"],
    ["Straße", "Strasse"],
    ["K.C.N.A.", "K C N A"],
    ["Ｗｉｄｅ", "Wide"],
]

DIFFERENT = [
    ["Kim Jong-un", "Kim Jong-il", "Kim Il-sung"],
    ["Schmidt", "Schmitt", "Schmid"],
    ["Sun", "Son", "San"],
    ["Ivanov", "Ivanova", "Ivanow"],
    ["Marin", "Morin", "Maren"],
    ["Lee", "Li", "Lie"],
    ["Michael", "Michal", "Michel"],
    ["Joe", "Jo", "Joel"],
    ["Ian", "Jan", "Jon"],
    ["Brown", "Braun"],
    ["Park", "Pak", "Bark"],
    ["Clark", "Clarke"],
    ["Hansen", "Hanson", "Jansen"],
    ["Eriksson", "Erikson"],
    ["Johnson", "Johnston"],
    ["Meier", "Maier"],
    ["Fisher", "Fischer"],
    ["Petrov", "Petrova", "Petrović"],
    ["Chang", "Zhang", "Chan"],
    ["Wong", "Wang"],
    ["Mohamed", "Mahmoud"],
    ["Silva", "Sylvia"],
    ["Ann", "Anne", "Anna"],
    ["Roe", "Ro"],
    ["Bauer", "Baur"],
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_one_name(spellings: list[str]) -> None:
    assert len({names.name_key(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [pair for group in DIFFERENT for pair in combinations(group, 2)], ids=str
)
def test_different_names(one: str, other: str) -> None:
    assert names.name_key(one) != names.name_key(other)


@given(
    st.lists(
        st.sampled_from([word for group in SPELLINGS for one in group for word in one.split()]), max_size=4
    )
)
def test_a_word_has_the_same_key_alone(words: list[str]) -> None:
    alone = [part for word in words for part in names.name_words(word)]
    assert list(names.name_words(" ".join(words))) == alone
    assert names.name_key(" ".join(words)).split() == alone


@given(st.text())
def test_keys_are_plain_words(text: str) -> None:
    key = names.name_key(text)
    assert key == " ".join(key.split())
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    parsed = names.parse_author(text)
    assert parsed.name == " ".join(parsed.name.split())


@pytest.mark.parametrize(
    ("text", "name", "family", "given_name"),
    [
        ("Dahl, Ingrid", "Ingrid Dahl", "Dahl", "Ingrid"),
        ("Ingrid Dahl", "Ingrid Dahl", "Dahl", "Ingrid"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "van Beethoven", "Ludwig"),
        ("Martin Luther King Jr.", "Martin Luther King Jr.", "King", "Martin Luther"),
        ("Kim Jong-un", "Kim Jong-un", "Kim", "Jong-un"),
        ("Kim, Jong-un", "Kim Jong-un", "Kim", "Jong-un"),
        ("Anne-Marie Smith", "Anne-Marie Smith", "Smith", "Anne-Marie"),
        ("Plato", "Plato", "Plato", None),
        ("김정은", "김정은", "김", "정은"),
    ],
)
def test_parts_of_a_name(text: str, name: str, family: str, given_name: str | None) -> None:
    assert names.parse_author(text) == names.PersonName(name, family, given_name)


@pytest.mark.parametrize(
    ("text", "script"), [("Dahl", "Latn"), ("Шойгу", "Cyrl"), ("김", "Hang"), ("習", "Hani"), ("12", None)]
)
def test_script(text: str, script: str | None) -> None:
    assert names.script_of(text) == script
