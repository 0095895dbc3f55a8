"""Marks are found one by one, and stand together as a class of them would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold, marks
from onrecord.text.fold import count_unspaced
from onrecord.text.signs import is_unspaced

CLASS = re.compile(f"[{marks._ANY_MARK}]+")


@given(st.text(alphabet="ab .\n" + "".join(marks._EACH_MARK), max_size=40), st.data())
def test_the_runs_are_those_of_a_class(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    assert list(marks._runs(text, low, high)) == [found.span() for found in CLASS.finditer(text, low, high)]


@given(st.text(alphabet="ab 中文ー。、𠀀é", max_size=20))
def test_characters_of_scripts_without_spaces_are_counted(text: str) -> None:
    assert count_unspaced(text) == sum(map(is_unspaced, text))


@given(st.text(alphabet="a1 \n\u00a0\u202f" + fold._SIGNS, max_size=12))
def test_a_text_without_a_sign_behind_white_space_has_no_spaced_one(text: str) -> None:
    assert fold._has_spaced_sign(text) == (re.search(rf"\s[{fold._SIGNS}]", text) is not None)
