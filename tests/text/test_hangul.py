"""A Korean name is found in any of its romanisations, and not in those of others."""

import re

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import hangul

SPELLINGS = [
    (
        "김정은",
        ["Kim Jong-un", "Kim Jong Un", "Kim Jeong-eun", "Kim Jung-eun", "Gim Jeongeun", "Jong-un Kim"],
    ),
    ("강순남", ["Kang Sun-nam", "Kang Sun Nam", "Gang Sunnam"]),
    ("문재인", ["Moon Jae-in", "Mun Jae In"]),
    ("윤석열", ["Yoon Suk-yeol", "Yun Seok-yeol", "Yoon Seok-youl"]),
    ("이재명", ["Lee Jae-myung", "Yi Jae-myeong", "Ri Jae Myong"]),
    ("박근혜", ["Park Geun-hye", "Pak Kun-hye"]),
    ("노무현", ["Roh Moo-hyun", "No Muhyeon"]),
    ("최선희", ["Choe Son Hui", "Choi Sun-hee"]),
    ("김 여정", ["Kim Yo-jong", "Kim Yeo-jeong"]),
]


@pytest.mark.parametrize(("name", "latin"), [(name, one) for name, all_ in SPELLINGS for one in all_])
def test_spellings(name: str, latin: str) -> None:
    assert hangul.may_be_written(name, latin)


@pytest.mark.parametrize(("name", "latin"), [(name, one) for name, all_ in SPELLINGS for one in all_])
def test_nobody_else(name: str, latin: str) -> None:
    assert [other for other, _ in SPELLINGS if hangul.may_be_written(other, latin)] == [name]


@pytest.mark.parametrize(
    "latin", ["Kim Jong-il", "Kim Il-sung", "Jong-un", "Kim", "Kim Jong-un Kim", "", "Ким Чен Ын"]
)
def test_other_names(latin: str) -> None:
    assert not hangul.may_be_written("김정은", latin)


@pytest.mark.parametrize("text", ["", "김", "조선중앙통신", "Kim", "김정un"])
def test_no_name_in_hangul(text: str) -> None:
    assert not hangul.is_name(text)
    assert not hangul.may_be_written(text, "kim jong un")


SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@given(st.text(SYLLABLES, min_size=2, max_size=4))
def test_every_name_is_written_by_its_plain_romanisation(name: str) -> None:
    latin = re.sub("(?<=[a-z])(?=[A-Z])", " ", anyascii(name))
    assert hangul.is_name(name)
    assert hangul.may_be_written(name, latin)


@given(st.text(max_size=6), st.text(max_size=30))
def test_no_text_makes_it_raise(name: str, latin: str) -> None:
    assert hangul.may_be_written(name, latin) in (True, False)
