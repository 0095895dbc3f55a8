"""Short names: what they are made of, and that they stay apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import slugs


@given(st.text())
def test_a_slug_is_a_slug(name: str) -> None:
    assert slugs.is_slug(slugs.slugify(name))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Antony Blinken", "antony-blinken"),
        ("O’Neill", "oneill"),
        ("Сергей Шойгу", "sergey-shoygu"),
        ("Müller & Söhne", "muller-sohne"),
        ("…", "speaker"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slugs.slugify(name) == slug


def test_unique_takes_the_first_that_is_free() -> None:
    assert slugs.unique("a", set().__contains__) == "a"
    assert slugs.unique("a", {"a", "a-2"}.__contains__) == "a-3"


@pytest.mark.parametrize(
    ("authors", "year", "title", "key"),
    [
        (["Dahl"], "2024", "Ferries", "dahl-2024"),
        (["van Beethoven", "Ek"], None, None, "van-beethoven"),
        ([], "2024", "The end of the ferries of Tallvik", "end-ferries-tallvik-2024"),
        ([], None, None, "source"),
    ],
)
def test_citekeys(authors: list[str], year: str | None, title: str | None, key: str) -> None:
    assert slugs.citekey(authors, year, title) == key


@given(
    st.lists(st.text(), max_size=2),
    st.none() | st.from_regex(r"\d{4}", fullmatch=True),
    st.none() | st.text(),
)
def test_a_made_citekey_is_one(authors: list[str], year: str | None, title: str | None) -> None:
    assert slugs.is_citekey(slugs.citekey(authors, year, title))


@pytest.mark.parametrize(
    "text", ["a b", "a@b", "smith.2", "", "-a", "a\n", "a,b", "{a}", "a" * 121, "../a", "a'"]
)
def test_what_is_no_citekey(text: str) -> None:
    assert not slugs.is_citekey(text)


@given(st.text(), st.text(), st.none() | st.text(), st.integers(10, 40))
def test_statement_keys(wording: str, name: str, citekey: str | None, length: int) -> None:
    key = slugs.statement_key(wording, name, citekey, length=length)
    assert len(key) == length and re.fullmatch("[a-z2-7]+", key)
    assert key.startswith(slugs.statement_key(wording, name, citekey))
    assert key != slugs.statement_key(wording + "x", name, citekey, length=length)
