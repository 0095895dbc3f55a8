"""The search box takes whatever is typed."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.browse.fulltext import match_expression

NASTY = st.text(alphabet=st.sampled_from("ab1 \"“”«»*()-+^:{},.'\\\0\n\tANDORNOTé漢"))


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute(
        "INSERT INTO words VALUES ('The harbour opens before the first frost, said the U.S. envoy.')"
    )
    yield connection
    connection.close()


def hits(index: sqlite3.Connection, typed: str) -> int:
    return len(
        index.execute("SELECT rowid FROM words WHERE words MATCH ?", [match_expression(typed)]).fetchall()
    )


@given(typed=st.one_of(NASTY, st.text().filter(lambda text: text.isprintable() or "\0" in text)))
def test_no_input_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    hits(index, typed)


@given(words=st.lists(st.sampled_from(["harbour", "frost", "FIRST", "u.s.", "envoy.", "opens"]), min_size=1))
def test_words_of_the_text_find_it(index: sqlite3.Connection, words: list[str]) -> None:
    assert hits(index, " ".join(words)) == 1
    assert hits(index, " ".join([*words, "absentword"])) == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"first frost"', 1),
        ("“first frost”", 1),
        ('"frost first"', 0),
        ('"first frost', 1),
        ("frost -harbour", 0),
        ("frost -summer -winter", 1),
        ('opens -"frost first"', 1),
        ("-summer", 0),
        ("har*", 1),
        ("har", 0),
        ('"first fro"*', 1),
        ("*", 0),
        ('"', 0),
        ("", 0),
        ("harbour !", 1),
        ("frost OR absentword", 0),
    ],
)
def test_phrases_and_prefixes(index: sqlite3.Connection, typed: str, found: int) -> None:
    assert hits(index, typed) == found
