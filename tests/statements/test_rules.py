"""Rules of recording: what a wording is, and the keys of statements."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.statements import rules


@given(st.text(), st.text(), st.none() | st.text(max_size=20))
def test_each_key_is_the_beginning_of_the_next(folded: str, name: str, citekey: str | None) -> None:
    keys = list(rules.keys(folded, name, citekey))
    assert len(keys[0]) == rules.KEY_LENGTH
    assert all(longer.startswith(key) and len(longer) == len(key) + 1 for key, longer in pairwise(keys))


def test_the_citekey_of_an_unnamed_speaker_counts() -> None:
    assert next(rules.keys("the ferry is late", "official", "a-2024")) != next(
        rules.keys("the ferry is late", "official", "b-2024")
    )


@pytest.mark.parametrize("wording", ["", "…", "“ — ”", "?!"])
def test_what_has_nothing_to_read_is_no_wording(wording: str) -> None:
    with pytest.raises(InputError, match="no letter or digit"):
        rules.wording(wording)
