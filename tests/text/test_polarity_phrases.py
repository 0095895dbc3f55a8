"""Whatever is looked through for some phrases alone is read as if it were looked through for all of them."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.polarity import LANGUAGES, lexicon
from onrecord.text.polarity.phrases import Phrases
from onrecord.text.polarity.reader import Lexicon, Reading
from onrecord.text.polarity.table import Table


def table(language: str) -> Table:
    made = import_module(f"onrecord.text.polarity.languages.{language}").TABLE
    assert isinstance(made, Table)
    return made


def kinds(language: str) -> list[str]:
    return [one for one in table(language).__dict__.values() if isinstance(one, str) and one.strip()]


def texts(language: str) -> st.SearchStrategy[str]:
    """Texts of the words of the phrases, a star as some ending, with other words between them."""
    words = sorted(set(re.split(r"[\s,/]+", " ".join(kinds(language)))) - {""})
    some = st.sampled_from(words).map(lambda word: word.replace("*", "ed").replace("…", "Rosa"))
    joint = "" if table(language).joined else " "
    return st.lists(some | st.sampled_from(["the", "Rosa", ",", "didn’t", "Élan"]), max_size=9).map(
        joint.join
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=10)
@given(data=st.data())
def test_some_phrases_find_what_all_find(language: str, data: st.DataObject) -> None:
    line = lexicon(language).line(data.draw(texts(language))).text
    for phrases in kinds(language):
        few = Phrases(phrases, table(language))
        whole = re.compile(few.pattern)
        assert [one.span() for one in few.finditer(line)] == [one.span() for one in whole.finditer(line)]
        assert few.sub(lambda found: "#" * len(found[0]), line) == whole.sub(
            lambda found: "#" * len(found[0]), line
        )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=10)
@given(data=st.data())
def test_a_text_without_its_words_is_read_as_asserted(language: str, data: st.DataObject) -> None:
    text = data.draw(texts(data.draw(st.sampled_from(LANGUAGES))))
    phrases = Lexicon(table(language))
    if not phrases.may_know(text):
        assert phrases.known_in(text) == 0
        assert phrases.read(text) == Reading("asserted", False, 0, len(text))
