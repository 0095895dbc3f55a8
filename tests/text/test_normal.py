"""Normal forms: those of Unicode, and in little time whatever is piled on a letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import clean, wordfold
from onrecord.text.clean import normalized

# Letters, marks, the parts of syllables, half-width kana, and what is compatible with several letters.
_LETTERS = st.text(
    st.sampled_from("aé中かｶﾞﾟはᄀ가각ᅡᆨ\u0301\u0323\u0316\u3099\u09c7\u09be\u0dd9\u0dcf\u0b47\u0b3e\u102e\u1025ﷺﬁ½ ½\n.²Å\u05b4\u05d0"),
    max_size=60,
)  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@given(text=_LETTERS)
def test_divided_it_is_what_unicode_says(form: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clean, "_AT_ONCE", 3)
        assert normalized(form, text) == unicodedata.normalize(form, text)  # type: ignore[arg-type]


def test_marks_without_end_are_folded() -> None:
    marks = "The pier" + "\u0301\u0323" * 300_000 + " holds"
    assert wordfold.words(marks) == ["the", "pier", "holds"]
