"""Several who speak together are all named, and nobody is taken for the only one: a person decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import NOT_ASSERTED, extract

_QUOTED = "“The bridge will hold for years,”"

TOGETHER = {
    "before the verb": (f"{_QUOTED} Bo Quist and Ann Lee said.", "Bo Quist and Ann Lee"),
    "behind the verb": (f"{_QUOTED} said Bo Quist and Ann Lee.", "Bo Quist and Ann Lee"),
    "with what they are": (
        f"{_QUOTED} said Bo Quist, the mayor, and Ann Lee, his deputy.",
        "Bo Quist and Ann Lee",
    ),
    "with what they are, before the verb": (
        f"{_QUOTED} Bo Quist, the mayor, and Ann Lee, his deputy, said.",
        "Bo Quist and Ann Lee",
    ),
    "one by the other": (f"{_QUOTED} said Mayor Bo Quist and his deputy, Ann Lee.", "Bo Quist and Ann Lee"),
    "without names": (f"{_QUOTED} the mayor and her deputy told reporters.", "mayor and her deputy"),
    "a list": (f"{_QUOTED} Bo Quist, Ann Lee and Tom Berg said.", "Bo Quist, Ann Lee and Tom Berg"),
    "a list with a last comma": (
        f"{_QUOTED} said Bo Quist, Ann Lee, and Tom Berg.",
        "Bo Quist, Ann Lee and Tom Berg",
    ),
    "a list before indirect words": (
        "Bo Quist, Ann Lee and Tom Berg said the bridge would hold.",
        "Bo Quist, Ann Lee and Tom Berg",
    ),
    "along with": (f"{_QUOTED} Bo Quist, along with Ann Lee, said.", "Bo Quist and Ann Lee"),
    "together with": (f"{_QUOTED} said Bo Quist together with Ann Lee.", "Bo Quist and Ann Lee"),
    "as well as": ("Bo Quist as well as Ann Lee said the bridge would hold.", "Bo Quist and Ann Lee"),
    "later": ("Bo Quist and, later, Ann Lee said the bridge would hold.", "Bo Quist and Ann Lee"),
    "both": ("Both Bo Quist and Ann Lee said the bridge would hold.", "Bo Quist and Ann Lee"),
    "or": ("Bo Quist or Ann Lee said the bridge would hold.", "Bo Quist or Ann Lee"),
    "according to": ("According to Bo Quist and Ann Lee, the bridge would hold.", "Bo Quist and Ann Lee"),
    "parties in brackets": (
        f"{_QUOTED} Bo Quist (Greens) and Ann Lee (Labour) said.",
        "Bo Quist and Ann Lee",
    ),
    "named in full before": (
        f"Bo Quist met Ann Lee. {_QUOTED} Quist & Lee said.",
        "Bo Quist and Ann Lee",
    ),
    "others": (f"{_QUOTED} wrote Ann Lee, a member of the board, and several colleagues.", None),
    "whose letter it is": (f"{_QUOTED} reads a letter by Bo Quist and Ann Lee.", "Bo Quist and Ann Lee"),
    "institutions": (
        "The White House and the Kremlin said the bridge would hold.",
        "White House and Kremlin",
    ),
    "an office of both": (
        "Ministers Bo Quist of Oslo and Ann Lee said the bridge would hold.",
        "Bo Quist and Ann Lee",
    ),
    "Russian": ("«Мост простоит много лет», — сказали Бо Квист и Анна Ли.", "Бо Квист и Анна Ли"),
}


@pytest.mark.parametrize(("text", "who"), TOGETHER.values(), ids=TOGETHER)
def test_all_who_speak_together_are_named(text: str, who: str | None) -> None:
    (one,) = extract(text)
    assert one.speaker is not None
    assert who is None or one.speaker.canonical == who
    assert (one.kind, one.confidence <= NOT_ASSERTED) == ("group", True)
    assert "several who speak together" in one.reason or "whose letter it is" in one.reason


ONE = {
    "a clause": ("“It will hold,” said Bo Quist, and Ann Lee agreed.", "Bo Quist"),
    "two acts": ("“It will hold,” said Bo Quist, the mayor, and left.", "Bo Quist"),
    "two offices": ("“It will hold,” said Bo Quist, a lawyer and a former mayor.", "Bo Quist"),
    "two offices without an article": (
        "“It will hold,” said Bo Quist, mayor of Oslo and leader of the Greens.",
        "Bo Quist",
    ),
    "where": ("“It will hold,” said Bo Quist in Oslo and Bergen.", "Bo Quist"),
    "a firm": ("“It will hold,” Marks and Spencer said.", "Marks and Spencer"),
    "a firm somebody works for": ("“It will hold,” said Ann Lee of Johnson and Johnson.", "Ann Lee"),
    "a ministry": (
        "“It will hold,” the Department of Health and Human Services said.",
        "Department of Health and Human Services",
    ),
    "an office": ("“It will hold,” said the Food and Drug Administration.", "Food and Drug Administration"),
    "another clause": ("Bo Quist smiled and Ann Lee said the bridge would hold.", "Ann Lee"),
    "whose": ("“It will hold,” said Bo Quist and Ann Lee's lawyer, Tom Berg.", "Tom Berg"),
}


@pytest.mark.parametrize(("text", "who"), ONE.values(), ids=ONE)
def test_and_joins_other_things_too(text: str, who: str) -> None:
    (one,) = extract(text)
    assert one.speaker is not None
    assert (one.speaker.canonical, one.confidence > NOT_ASSERTED) == (who, True)


def test_who_speaks_after_and_is_somebody_else() -> None:
    found = extract("“It will hold,” said Bo Quist, and “it is new,” said Ann Lee.")
    assert [one.speaker.canonical for one in found if one.speaker] == ["Bo Quist", "Ann Lee"]


def test_they_are_those_who_spoke_together() -> None:
    *_, last = extract(f"{_QUOTED} Bo Quist and Ann Lee said. They added that it was cheap.")
    assert last.speaker is not None
    assert (last.speaker.canonical, last.confidence <= NOT_ASSERTED) == ("Bo Quist and Ann Lee", True)


_NAMES = st.lists(
    st.sampled_from(["Ann Lee", "Bo Quist", "Mara Quill", "Tom Berg", "Ines Vale"]),
    min_size=2,
    max_size=4,
    unique=True,
)
_FRAMES = st.sampled_from(
    [
        f"{_QUOTED} {{}} said.",
        f"{_QUOTED} said {{}}.",
        "{} told reporters that the bridge would hold.",
        "According to {}, the bridge would hold.",
        "The bridge would hold, {} said.",
    ]
)


@given(_NAMES, _FRAMES, st.sampled_from([" and ", ", and ", " & "]))
def test_nobody_of_a_list_is_the_only_one(names: list[str], frame: str, join: str) -> None:
    listed = ", ".join(names[:-1]) + (join if len(names) > 2 or join != ", and " else " and ") + names[-1]
    for one in extract(frame.format(listed)):
        assert one.speaker is not None
        assert one.confidence <= NOT_ASSERTED
        assert all(name in one.speaker.canonical for name in names)
