"""Which word of a name is the family name where it stands first, what is no part of a name, and what stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import name_order, names

FAMILY_FIRST = [
    ("佐藤 花子", "佐藤", "花子"), ("さくら ももこ", "さくら", "ももこ"), ("박 서연", "박", "서연"), ("남궁 민", "남궁", "민"),
    ("박서연", "박", "서연"), ("황보민지", "황보", "민지"), ("刘洋", "刘", "洋"), ("张伟明", "张", "伟明"),
    ("Park Chung Hee", "Park", "Chung Hee"), ("Roh Moo Hyun", "Roh", "Moo Hyun"), ("Kim Jong-Un", "Kim", "Jong-Un"),
    ("LEE JAE MYUNG", "LEE", "JAE MYUNG"), ("Deng Xiaoping", "Deng", "Xiaoping"), ("Ai Weiwei", "Ai", "Weiwei"),
    ("Zhou Enlai", "Zhou", "Enlai"), ("Li Wei Ming", "Li", "Wei Ming"), ("Chiang Kai Shek", "Chiang", "Kai Shek"),
    ("Trần Thị Mai", "Trần", "Thị Mai"), ("Lê Duẩn", "Lê", "Duẩn"), ("Nguyen Van Thieu", "Nguyen", "Van Thieu"),
    ("Vo Nguyen Giap", "Vo", "Nguyen Giap"),
]  # fmt: skip

FAMILY_LAST = [
    ("Lee Harvey Stone", "Stone", "Lee Harvey"), ("Lee Van Dam", "Van Dam", "Lee"), ("Jong Un Kim", "Kim", "Jong Un"),
    ("Kim Ann Lee", "Lee", "Kim Ann"), ("Song Lee", "Lee", "Song"), ("Yang Linda", "Linda", "Yang"), ("Jinping Xi", "Xi", "Jinping"),
    ("Long John Ek", "Ek", "Long John"), ("Ludwig von Ek", "von Ek", "Ludwig"), ("Сергей Иванов", "Иванов", "Сергей"),
    ("محمود درويش", "درويش", "محمود"), ("Do Won Stone", "Stone", "Do Won"),
]  # fmt: skip

WHOLE = [
    "佐藤花子", "三木清", "毛利衛", "マーク トウェイン", "마크 트웨인", "Wang Yi", "Tan Dun", "U Thant", "Aung San Suu Kyi", "Plato", "Björk",
]  # fmt: skip


@pytest.mark.parametrize(("name", "family", "given_name"), FAMILY_FIRST + FAMILY_LAST)
def test_the_family_name_by_script_and_known_order(name: str, family: str, given_name: str) -> None:
    parsed = names.parse_author(name)
    assert (parsed.name, parsed.family, parsed.given) == (name, family, given_name)


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_stays_whole_where_nothing_tells(name: str) -> None:
    parsed = names.parse_author(name)
    assert (parsed.name, parsed.family, parsed.given) == (name, name, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("佐藤, 花子", "佐藤 花子"),
        ("박, 서연", "박서연"),
        ("Park, Chung Hee", "Park Chung Hee"),
        ("Deng, Xiaoping", "Deng Xiaoping"),
        ("Li, Linda", "Linda Li"),
        ("Lin, Maya", "Maya Lin"),
        ("Lee, Ann", "Ann Lee"),
    ],
)
def test_a_name_with_a_comma_is_read_in_its_own_order(text: str, name: str) -> None:
    assert names.parse_author(text).name == name


@pytest.mark.parametrize(
    "behind", ["MP", "MdB", "PhD", "Ph.D.", "OBE", "QC", "MSP", "MEP", "FRS", "M.D.", "MP, PhD", "OBE FRS"]
)
@pytest.mark.parametrize("written", ["Mia Stone {}", "Mia Stone, {}", "Stone, Mia, {}", "Stone, Mia {}"])
def test_what_stands_behind_a_name_is_no_part_of_it(written: str, behind: str) -> None:
    assert names.parse_author(written.format(behind)) == names.PersonName("Mia Stone", "Stone", "Mia")


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Stone, Mia Ann, Jr.", "Jr."),
        ("Stone, Jr., Mia Ann", "Jr."),
        ("Mia Ann Stone Sr", "Sr"),
        ("Mia Ann Stone, Jr.", "Jr."),
        ("Mia Ann Stone III", "III"),
        ("Stone, Mia Ann, Jr., MP", "Jr."),
    ],
)
def test_what_tells_father_and_son_apart_is_kept(text: str, suffix: str) -> None:
    parsed = names.parse_author(text)
    assert (parsed.family, parsed.given, parsed.suffix) == ("Stone", "Mia Ann", suffix)
    assert parsed.name.endswith(suffix)


@pytest.mark.parametrize(
    "name", ["MP", "PhD", "Yo-Yo Ma", "MIA STONE MP", "Mia MP", "Ann Md", "J. K. Rowe", "Ann Obe"]
)
def test_no_name_is_lost_for_one_of_these(name: str) -> None:
    assert names.parse_author(name).name == name


@pytest.mark.parametrize(
    ("family", "given_name", "whole"),
    [
        ("Jónsdóttir", "Ása", "Ása Jónsdóttir"),
        ("Jonsdottir", "Asa", "Asa Jonsdottir"),
        ("Guðmundsson", "Einar Már", "Einar Már Guðmundsson"),
        ("Sturluson", "Snorri", "Snorri Sturluson"),
        ("Svensson", "Anders", None),
        ("Larsson", "André", None),
        ("الجاحظ", "أبو عثمان", "أبو عثمان الجاحظ"),
        ("शर्मा", "राम", "राम शर्मा"),
        ("כהן", "לאה מרים", "לאה מרים כהן"),
        ("כהן", "לאה", None),
        ("Kim", "민수", "Kim 민수"),
        ("박", "Mia", "Mia 박"),
        ("佐藤", "花子", None),
        ("Иванов", "Сергей", None),
        ("Stone", "Mia", None),
        ("Stone", "", None),
    ],
)
def test_what_no_style_may_turn_round_or_shorten(family: str, given_name: str, whole: str | None) -> None:
    assert name_order.unparted(family, given_name) == whole


@given(
    st.lists(
        st.sampled_from(
            "Kim Jong Un Li Wei Xi Jinping 山田 太郎 김 정은 MP Jr. PhD , van Nguyễn Văn U dóttir 習".split()
        )
    )
)
def test_no_part_of_a_name_is_made_up(words: list[str]) -> None:
    parsed = names.parse_author(" ".join(words))
    said = "".join(words).replace(",", "")
    for part in (parsed.family, parsed.given, parsed.suffix):
        assert all(word.replace(",", "") in said for word in (part or "").split())
    assert parsed.name == " ".join(parsed.name.split())
