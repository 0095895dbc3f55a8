"""Who a name in a text may mean: suggested with a reason, and never decided."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.db.fulltext import NAMES, words_between
from onrecord.db.reader import opened
from onrecord.db.store import Store, writing
from onrecord.errors import Hint, NotFoundError
from onrecord.speakers import suggest
from onrecord.speakers.suggest import candidates
from onrecord.speakers.write import add_name, add_speaker, find_speaker, merge_speakers, speakers_named

PEOPLE = [
    "Sergei Shoigu", "Kim Jong-un", "Kim Jong-il", "Johan Petter Quist", "Ingrid Dahl", "Ingrid Dahlberg", "Olof Ek",
    "Абдурахман Садыков", "Viktor Orbán", "문재인", "Xi Jinping", "Oskar II", "베네딕토 15세", "ハンス7世",
    "Bo Ek père", "Ида Первая", "路易十五",
]  # fmt: skip


GIVEN = "Agnes Anna Bo Erik Ingrid Johan Karl Lena Maria Olof Petra Sven".split()
STARTS = "Berg Dahl Fors Hag Lind Lund Nor Quar Sand Sjo Stor Vester".split()
ENDS = "man gren quist strom berg ell stedt".split()


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        for name in PEOPLE:
            add_speaker(opened, name)
        add_speaker(opened, "Korean Central News Agency", kind="organisation")
        add_speaker(opened, "NATO", kind="organisation")
        add_speaker(opened, "Division 3", kind="organisation")
        add_speaker(opened, "a senior official", unnamed=True)
        yield opened


def suggested(store: Store, name: str, kind: str | None = None) -> list[tuple[str, str]]:
    return [(one.speaker.name, one.reason) for one in candidates(store, name, kind)]


@pytest.mark.parametrize(
    ("name", "speaker", "reason"),
    [
        ("Sergei Shoigu", "Sergei Shoigu", "same name"),
        ("SERGEI SHOIGU", "Sergei Shoigu", "same name"),
        ("Sergey Shoygu", "Sergei Shoigu", "same name in another spelling"),
        ("Сергей Шойгу", "Sergei Shoigu", "same name in another spelling"),
        ("Kim Jong Un", "Kim Jong-un", "same name in another spelling"),
        ("Kim Jongun", "Kim Jong-un", "same name in another spelling"),
        ("김정은", "Kim Jong-un", "same name in another spelling"),
        ("Moon Jae-in", "문재인", "same name in another spelling"),
        ("习近平", "Xi Jinping", "same name in another spelling"),
        ("Orban Viktor", "Viktor Orbán", "same name in another order"),
        ("J. P. Quist", "Johan Petter Quist", "initials fit"),
        ("Johan Quist", "Johan Petter Quist", "part of the name"),
        ("Quist", "Johan Petter Quist", "family name only"),
        ("Шойгу", "Sergei Shoigu", "family name only"),
        ("Abdurrahman Sadikov", "Абдурахман Садыков", "similar spelling"),
        ("Ingrid Dahll", "Ingrid Dahl", "similar spelling"),
        ("Shoiggu", "Sergei Shoigu", "family name in a similar spelling"),
        ("Olof", "Olof Ek", "part of the name"),
        ("the Korean Central News Agency", "Korean Central News Agency", "same name in another spelling"),
        ("Oskar III", "Oskar II", "same name with another number"),
        ("Oskar", "Oskar II", "part of the name"),
        ("Oskar der Dritte", "Oskar II", "same name with another number"),
        ("King Oskar the 8th of Eastport", "Oskar II", "same name with another number"),
        ("Oskar R. III", "Oskar II", "same name with another number"),
        ("Oskar Segundo", "Oskar II", "same name in another spelling"),
        ("교황 베네딕토 16세", "베네딕토 15세", "same name with another number"),
        ("ハンス8世", "ハンス7世", "same name with another number"),
        ("路易十四", "路易十五", "same name with another number"),
        ("Bo Ek fils", "Bo Ek père", "same name with another number"),
        ("Ида Вторая", "Ида Первая", "same name with another number"),
        ("Division 4", "Division 3", "same name with another number"),
        ("Sergei Shоigu", "Sergei Shoigu", "looks the same in other letters"),
        ("0lof Ek", "Olof Ek", "looks the same in other letters"),
        ("𝐎lof Ek", "Olof Ek", "looks the same in other letters"),
        ("Olof\u200d Ek", "Olof Ek", "looks the same in other letters"),
        ("the news agency", "Korean Central News Agency", "part of the name"),
        ("KCNA", "Korean Central News Agency", "initials of the name"),
        ("North Atlantic Treaty Organization", "NATO", "initials of the name"),
    ],
)
def test_the_first_candidate_and_why(store: Store, name: str, speaker: str, reason: str) -> None:
    assert suggested(store, name)[0] == (speaker, reason)


def test_where_names_are_many_those_looked_up_are_the_ones_that_all_lead_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names as people mistype them: one letter missing, one too many, another one, two of them in the other order."""
    chance = random.Random(3)
    for one in range(280):
        name = f"{chance.choice(GIVEN)} {chance.choice(STARTS)}{chance.choice(ENDS)}"
        if not speakers_named(store, name):
            add_speaker(store, name, slug=f"one-{one}")
    wanted = [
        *PEOPLE, "Sergey Shoygu", "Kim Jongun", "김정은", "Moon Jae-in", "J. P. Quist", "Quist", "Abdurrahman Sadikov",
        "Shoiggu", "Oskar der Dritte", "King Oskar the 8th of Eastport", "교황 베네딕토 16세", "ハンス8世", "路易十四", "Bo Ek fils", "0lof Ek",
        "Olof\u200d Ek", "Оlоf", "KCNA", "North Atlantic Treaty Organization", "the news agency", "Nobody", "Petter Johan",
    ]  # fmt: skip
    for _ in range(40):
        letters = list(f"{chance.choice(GIVEN)} {chance.choice(STARTS)}{chance.choice(ENDS)}")
        at = chance.randrange(letters.index(" ") + 2, len(letters) - 1)
        letters[at : at + chance.choice((1, 2))] = chance.choice(("", "e", letters[at + 1] + letters[at]))
        wanted.append("".join(letters))
    compared = [candidates(store, name) for name in wanted]
    assert sum(map(bool, compared)) > 40
    monkeypatch.setattr(suggest, "FEW", 0)
    for name, best in zip(wanted, compared, strict=True):
        found = candidates(store, name)
        assert [one.score for one in found[:1]] == [one.score for one in best[:1]], name
        assert {one.id for one in best if one.score > 0.5} <= {one.id for one in found}, name


def test_words_of_names_are_read_by_whoever_may_only_read(database: Path) -> None:
    with writing(database, "test") as store:
        for name in ("Sergei Shoigu", "Sergei Shoygov", "Ingrid Dahl"):
            add_speaker(store, name)
    with opened(str(database)) as reader:
        assert words_between(reader.connection, NAMES, "sho", "shp", 9) == ["shoigov", "shoigu", "shoygov"]
        assert words_between(reader.connection, NAMES, "sho", "shp", 1) == ["shoigov"]
        with pytest.raises(sqlite3.Error, match="readonly"):
            reader.connection.execute("DELETE FROM speaker_names")


@pytest.mark.parametrize("name", ["Kim Jong-nam", "Erik Ek", "Nobody", "a senior official", "the", "…", ""])
def test_nobody(store: Store, name: str) -> None:
    assert suggested(store, name) == []


def test_those_whose_names_differ_in_a_short_word_are_not_alike(store: Store) -> None:
    assert suggested(store, "Kim Jong-un") == [("Kim Jong-un", "same name")]


def test_everyone_of_a_family_name(store: Store) -> None:
    assert {name for name, _ in suggested(store, "Kim")} == {"Kim Jong-un", "Kim Jong-il"}


def test_the_order_is_that_of_the_scores(store: Store) -> None:
    add_speaker(store, "Johan Quist")
    found = candidates(store, "J. Quist")
    assert [one.speaker.name for one in found] == ["Johan Quist"]
    found = candidates(store, "Johan Quist")
    assert [one.speaker.name for one in found] == ["Johan Quist", "Johan Petter Quist"]
    assert 1 == found[0].score > found[1].score > 0


def test_another_kind_counts_only_for_the_same_name(store: Store) -> None:
    assert suggested(store, "KCNA", "person") == []
    assert suggested(store, "Nato", "group") == [("NATO", "same name")]
    assert suggested(store, "Quist", "person") == [("Johan Petter Quist", "family name only")]


def test_aliases_and_merges_lead_to_who_they_are_now(store: Store) -> None:
    add_name(store, find_speaker(store, "Olof Ek"), "The Admiral")
    assert suggested(store, "the admiral") == [("Olof Ek", "same name")]
    merge_speakers(store, find_speaker(store, "Ingrid Dahl"), find_speaker(store, "Olof Ek"))
    assert suggested(store, "Ingrid Dahl")[0] == ("Olof Ek", "same name")


def test_an_unknown_name_is_answered_with_candidates(store: Store) -> None:
    with pytest.raises(
        NotFoundError, match=r"There is no speaker '김정은' \(Did you mean kim-jong-un\?\)\.$"
    ) as unknown:
        find_speaker(store, "김정은")
    assert unknown.value.hint == Hint("add_speaker")
    with pytest.raises(NotFoundError, match=r"Did you mean ingrid-dahl\b"):
        find_speaker(store, "Ingrit Dahl")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "Oskar III",
            r"There is no speaker 'Oskar III' \(Did you mean oskar-ii\?\)\.$",
        ),
        ("Oskar der Dritte", r"There is no speaker 'Oskar der Dritte' \(Did you mean oskar-ii\?\)\.$"),
        ("Oskar Segundo", r"There is no speaker 'Oskar Segundo' \(Did you mean oskar-ii\?\)\.$"),
        ("Oskar I", r"There is no speaker 'Oskar I' \(Did you mean oskar-ii\?\)\."),
        ("Division 4", r"There is no speaker 'Division 4' \(Did you mean division-3\?\)\."),
        (
            "Оlof Ek",
            r"'Оlof Ek' \(Did you mean olof-ek\?\)\. “Оlof” mixes Cyrillic and Latin letters\.$",
        ),
        ("Olof\u202e Ek", r"'Olof\\u202e Ek' \(Did you mean olof-ek\?\)\. “Olof<U\+202E>” holds a character"),
    ],
)
def test_a_namesake_or_a_look_alike_is_nobody_on_record(store: Store, name: str, sentence: str) -> None:
    with pytest.raises(NotFoundError, match=sentence):
        find_speaker(store, name)
    assert speakers_named(store, name) == []
    made = add_speaker(store, name)
    assert made.name == name
    assert find_speaker(store, name) == made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(max_size=40), st.lists(st.sampled_from(" ".join(PEOPLE).split()), max_size=6).map(" ".join)
    )
)
def test_no_name_makes_it_raise_and_scores_fall(store: Store, name: str) -> None:
    scores = [one.score for one in candidates(store, name)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(scores) <= suggest.MOST_CANDIDATES
