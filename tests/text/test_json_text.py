"""JSON as it is written without Python's module is what that writes."""

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.json_text import written

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
NAMES = st.text() | st.integers() | st.booleans() | st.none() | st.floats()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(NAMES, inner)
)


class Kind(StrEnum):
    PERSON = "a “person”"


@given(VALUES)
def test_it_is_what_python_writes(value: object) -> None:
    assert written(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_words_of_a_vocabulary_are_texts() -> None:
    value = {Kind.PERSON: [Kind.PERSON, True, 1, {}, [], ()]}
    assert written(value) == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("value", [object(), {"deep": [b"bytes"]}, {1, 2}])
def test_what_has_no_form_is_refused_as_python_refuses_it(value: object) -> None:
    with pytest.raises(TypeError) as expected:
        json.dumps(value)
    with pytest.raises(TypeError) as raised:
        written(value)
    assert str(raised.value) == str(expected.value)
