"""Spellings of one name have one key; different names do not."""

import unicodedata
from collections.abc import Callable
from itertools import combinations

import pytest
from anyascii import anyascii
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
    ["Dmitrii IV", "Dmitry IV"],
    ["Otto III", "otto iii", "Otto Ⅲ", "Otto ⅠⅠⅠ", "Otto ＩＩＩ"],
    ["Микола ІІ", "Микола II"],
    ["Anna Ek", "\u200bAnna Ek\ufeff"],
    ["Vasilii", "Vasily", "Василий"],
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
    ["Otto", "Otto I", "Otto II", "Otto III", "Otto IIII", "Otto IV", "Otto the Second", "Otto 2"],
    ["Army Group I", "Army Group II", "Army Group III", "Army Group XII", "Army Group XIII"],
    ["Division 3", "Division 4", "3rd Division", "Division III"],
    ["G7", "G8"],
    ["Panel 1", "Panel I", "Panel A"],
    ["Olof Ek", "Olof Ek Jr.", "Olof Ek Sr.", "Olof Ek II", "Olof Ek 2nd"],
    ["Ek père", "Ek fils"],
    ["Plinius the Elder", "Plinius the Younger"],
    ["Николай II", "Николай III"],
    ["Malcolm X", "Malcolm XI", "Malcolm"],
    ["Vitamin C", "Vitamin D"],
    ["路易十四", "路易十五", "路易十六"],
    ["Kim", "Кim", "Kіm", "K1m", "𝐊im", "𝐊𝐢𝐦", "Ｋim", "K\u200bim", "K\u200dim", "\u202eKim", "Ⓚim", "ᴋim"],
    ["Olof", "0lof", "Οlof", "Оlof", "Ol\u03bff"],
    ["Anna Ek", "Anna\u200b Ek", "Anna \u200eEk"],
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_one_name(spellings: list[str]) -> None:
    assert len({names.name_key(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [pair for group in DIFFERENT for pair in combinations(group, 2)], ids=str
)
def test_different_names(one: str, other: str) -> None:
    assert names.name_key(one) != names.name_key(other)


INVISIBLE_AT_ENDS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


@given(
    st.lists(
        st.sampled_from(
            # A mark that shows nothing is left out at the ends of a name, and only there.
            [
                word
                for group in SPELLINGS
                for spelling in group
                for word in spelling.split()
                if word == word.strip(INVISIBLE_AT_ENDS)
            ]
        ),
        max_size=4,
    )
)
def test_a_word_has_the_same_key_alone(words: list[str]) -> None:
    alone = [part for word in words for part in names.name_words(word)]
    assert list(names.name_words(" ".join(words))) == alone
    assert names.name_key(" ".join(words)).split() == alone


def roman(number: int) -> str:
    signs = [
        *(
            (1000, "M"),
            (900, "CM"),
            (500, "D"),
            (400, "CD"),
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
        ),
        *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    ]
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written


def test_every_numeral_has_a_key_of_its_own() -> None:
    numerals = [*map(roman, range(1, 4000)), *("I" * count for count in (4, 5)), "VIIII", "XIIII"]
    assert len({names.name_key(f"Otto {numeral}") for numeral in numerals}) == len(numerals)
    assert len({names.name_key(numeral) for numeral in numerals}) == len(numerals)


@given(
    st.integers(1, 3999),
    st.integers(1, 3999),
    st.sampled_from(["Otto", "Николай", "Ann Lee", "Army Group", "John Paul"]),
    st.sampled_from([str, str.lower, str.upper, str.title]),
)
def test_a_number_tells_namesakes_apart_in_any_case(
    one: int, other: int, name: str, cased: Callable[[str], str]
) -> None:
    keys = [names.name_key(cased(f"{name} {roman(number)}")) for number in (one, other)]
    assert (keys[0] == keys[1]) is (one == other)
    assert keys[0] == names.name_key(f"{name} {roman(one)}")


_LATIN = st.text(st.characters(min_codepoint=0x61, max_codepoint=0x7A), min_size=1, max_size=8)
_OTHERS = st.text(
    st.sampled_from(
        [*"аеорсухіјѕВНМТКοανρικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", *"𝐚𝐛𝐜𝒙𝔂𝟎", *"ａｂｃ", *"\u200b\u200d\u2066\ufe0f\u115f"]
    ),
    min_size=1,
    max_size=3,
)


@given(_LATIN, _OTHERS, _LATIN, st.sampled_from(["{}", "Anna {}", "{} Ek", "Anna-{} Ek"]))
def test_a_word_with_letters_that_pass_for_others_matches_no_other(
    before: str, inside: str, after: str, name: str
) -> None:
    odd = name.format(before + inside + after)
    assert names.oddities(odd)
    key = names.name_key(odd)
    for plain in (unicodedata.normalize("NFKC", odd), anyascii(odd), names.name_key(anyascii(odd))):
        if plain != odd and not names.oddities(plain):
            assert names.name_key(plain) != key


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
        ("Otto II", "Otto II", "Otto II", None),
        ("Otto V", "Otto V", "Otto V", None),
        ("Otto I of Nordavia", "Otto I of Nordavia", "Otto I of Nordavia", None),
        ("Николай II", "Николай II", "Николай II", None),
        ("John Paul II", "John Paul II", "John Paul II", None),
        ("Ann Ek III", "Ann Ek III", "Ek", "Ann"),
        ("Ek, III, Ann", "Ann Ek III", "Ek", "Ann"),
        ("Ek, Ann, Jr.", "Ann Ek Jr.", "Ek", "Ann"),
        ("Ek, Jr., Ann", "Ann Ek Jr.", "Ek", "Ann"),
        ("Ek, Ann, PhD", "Ann Ek", "Ek", "Ann"),
        ("Ek, Ann, Dr.", "Ann Ek", "Ek", "Ann"),
        ("Ek, Ann, 1950-", "Ann Ek", "Ek", "Ann"),
        ("Ek AB", "Ek AB", "Ek", "AB"),
        ("Ibn Rashid", "Ibn Rashid", "Ibn Rashid", None),
        ("Ann Ek, PhD", "Ann Ek", "Ek", "Ann"),
        ("Malcolm X", "Malcolm X", "X", "Malcolm"),
        ("Pius X", "Pius X", "Pius X", None),
        ("Plinius the Elder", "Plinius the Elder", "Plinius the Elder", None),
        ("Olof Ek the Younger", "Olof Ek the Younger", "Ek", "Olof"),
        ("Olof Ek fils", "Olof Ek fils", "Ek", "Olof"),
    ],
)
def test_parts_of_a_name(text: str, name: str, family: str, given_name: str | None) -> None:
    parsed = names.parse_author(text)
    assert (parsed.name, parsed.family, parsed.given) == (name, family, given_name)


@pytest.mark.parametrize(
    ("text", "script"), [("Dahl", "Latn"), ("Шойгу", "Cyrl"), ("김", "Hang"), ("習", "Hani"), ("12", None)]
)
def test_script(text: str, script: str | None) -> None:
    assert names.script_of(text) == script


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Sir Keir Starmer", "Starmer", "Keir"),
        ("Rt Hon Bo Quist MP", "Quist", "Bo"),
        ("Dr. Ann Lee, MP", "Lee", "Ann"),
        ("Prof. Dr. Ursula von der Leyen", "von der Leyen", "Ursula"),
        ("Dr. Lee", "Lee", "Dr."),
        ("Pope Francis", "Pope Francis", None),
        ("Queen Elizabeth II", "Queen Elizabeth II", None),
        ("King Charles III", "King Charles III", None),
        ("King Vidor", "Vidor", "King"),
    ],
)
def test_titles_are_no_given_names(text: str, family: str, given: str | None) -> None:
    parts = names.parse_author(text)
    assert (parts.family, parts.given) == (family, given)
