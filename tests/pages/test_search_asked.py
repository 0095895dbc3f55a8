"""What an address of the search page asks for, and back."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, UsageError
from onrecord.pages import search_asked
from onrecord.pages.search_asked import NAMES, Asked
from onrecord.search.query import parse

typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.dictionaries(st.sampled_from(NAMES), typed))
def test_an_address_asks_for_what_it_was_made_of(given_: dict[str, str]) -> None:
    asked = search_asked.read(given_)
    if asked.page < 1:
        with pytest.raises((InputError, UsageError)):
            search_asked.check(asked)
        return
    again = search_asked.read(dict(parse_qsl(urlsplit(asked.address).query)))
    assert again == asked
    narrowed = search_asked.read(dict(parse_qsl(urlsplit(asked.changed(by="somebody")).query)))
    assert (narrowed.by, narrowed.page, narrowed.q) == ("somebody", 1, asked.q)


@given(st.dictionaries(st.sampled_from(NAMES), typed))
def test_whatever_is_asked_for_can_be_searched_or_is_refused_in_a_sentence(given_: dict[str, str]) -> None:
    asked = search_asked.read(given_)
    try:
        search_asked.check(asked)
    except (InputError, UsageError) as error:
        assert error.message.endswith((".", "…")) or "Choose from" in error.message
    else:
        assert asked.filters() is not None
        assert asked.offset >= 0


plain = st.text("xyz -é", max_size=12)


@given(plain, plain, st.text("abc def", max_size=12))
def test_a_name_takes_the_place_of_what_was_typed(before: str, after: str, name: str) -> None:
    made = search_asked.with_name(f"{before} Falkenof {after}", "falkenof", name)
    phrases = [term.words for term in parse(made).wanted] + [term.words for term in parse(made).unwanted]
    assert not name.split() or tuple(name.split()) in phrases


def test_a_name_of_two_words_among_others() -> None:
    assert search_asked.with_name("harbour Ingrit Dahl -fog", "ingrit dahl", "Ingrid Dahl") == (
        'harbour "Ingrid Dahl" -fog'
    )
    assert search_asked.with_name('"Ingrit Dahl" fog', "ingrit dahl", "Ingrid Dahl") == '"Ingrid Dahl" fog'
    assert search_asked.with_name("fog", "ingrit", "Ingrid Dahl") == '"Ingrid Dahl"'


def test_nothing_is_asked_for_until_there_is_something_to_look_for() -> None:
    assert Asked().is_empty
    assert Asked(q='"').is_empty
    assert not Asked(status="disputed").is_empty
    assert Asked(q="fog").order == "relevance"
    assert Asked(by="somebody").order == "newest"
