"""What counts those of one name, in words and forms of many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.names import parse_author
from onrecord.text.ordinals import counted, counts_inside, told_apart

# Each line: names that differ in nothing but how the number is written.
ONE_NUMBER = [
    ["Oskar III", "Oskar III.", "Oskar Ⅲ", "Oskar iii", "Oskar 3", "Oskar 3rd", "Oskar the Third", "Oskar der Dritte",
     "Oskar den Tredje", "Oskar de Derde", "Oskar Trzeci", "Oskar Třetí", "Oskar Terzo", "Oskar tercero", "Oskar Harmadik"],
    ["Otto VIII", "Otto the 8th", "Otto the Eighth", "Otto den Åttonde", "Otto Huit", "Otto Kahdeksas"],
    ["Louis XVI", "Louis Seize", "Louis 16", "Louis dieciséis", "Louis XVIe"],
    ["Ida Première", "Ida Ire", "Ida 1re", "Ida Erste", "Ida I"],
    ["Карл III", "Карл Третий", "Карл 3-й", "Карл ІІІ"],
    ["ヘンリー8世", "ヘンリー８世", "ヘンリー八世", "ヘンリー 八世"],
    ["路易十四", "路易十四世", "路易14世"],
    ["베네딕토 16세", "베네딕토16세", "베네딕토 16"],
    ["九代目 松本幸四郎", "9代目松本幸四郎"],
    ["Γεώργιος Β΄", "Γεώργιος Β'", "Γεώργιος Βʹ"],
    ["فؤاد الأول", "فؤاد الاول", "فؤاد 1"],
    ["II. Mahmud", "Mahmud II", "Mahmud İkinci"],
    ["Olof Ek Jr.", "Olof Ek, Jr.", "Olof Ek junior", "Olof Ek the Younger", "Olof Ek fils", "Olof Ek el Joven", "Olof Ek d. J.",
     "Olof Ek der Jüngere", "Olof Ek Filho"],
    ["Olof Ek Sr", "Olof Ek père", "Olof Ek d. Ä.", "Olof Ek il Vecchio", "Olof Ek l'Ancien"],
    ["Плиний Младший", "Плиний мл."],
]  # fmt: skip


@pytest.mark.parametrize("spellings", ONE_NUMBER, ids=lambda names: names[0])
def test_a_number_is_one_however_written(spellings: list[str]) -> None:
    assert len({counted(one) for one in spellings}) == 1
    assert counted(spellings[0]).number


@pytest.mark.parametrize(
    "name",
    [
        "Xi Jinping", "Ann C. Lee", "George V. Higgins", "I. Lee", "Primo Levi", "Kim Jong-un", "山本五十六", "張三", "李四", "Sen. Ann Lee",
        "Anne Marie", "Katharina die Große", "Ann Mix", "Amartya Sen",
    ],
)  # fmt: skip
def test_names_that_count_nothing(name: str) -> None:
    assert not counted(name).number


def test_who_is_told_apart_by_a_number() -> None:
    assert told_apart(["Elizabeth R. II", "Elizabeth the First"])
    assert told_apart(["Henry VII", "King Henry VIII"])
    assert not told_apart(["Henry VIII", "Henry the 8th", "Henry", "Ann Lee Jr."])
    assert not told_apart(["Ann Lee Jr.", "Bo Quist Sr.", "II", "III"])


@given(st.text(max_size=30))
def test_any_text_is_parted(name: str) -> None:
    found = counted(name)
    assert all(found.words)
    assert counted(name.strip()).number == found.number
    counts_inside(name)


@given(
    st.integers(1, 49),
    st.sampled_from(["Oskar {}", "King Oskar {} of Eastport", "オスカー{}世", "오스카 {}세"]),
)
def test_figures_say_their_number(number: int, form: str) -> None:
    assert counted(form.format(number)).number == str(number)


@pytest.mark.parametrize(
    ("name", "family", "given_name"),
    [
        ("Karl der Dritte", "Karl der Dritte", None),
        ("Willem de Derde", "Willem de Derde", None),
        ("Lucas Ek der Ältere", "Ek", "Lucas"),
        ("Екатерина Вторая", "Екатерина Вторая", None),
        ("Vincent van der Eerste", "van der Eerste", "Vincent"),
        ("Jean Deux", "Deux", "Jean"),
    ],
)
def test_a_number_in_words_is_no_family_name(name: str, family: str, given_name: str | None) -> None:
    found = parse_author(name)
    assert (found.family, found.given) == (family, given_name)
