"""Text of strangers does nothing to a terminal, a spreadsheet or the database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("bell\x07", "bell<U+0007>"),
        ("\x9b31m", "<U+009B>31m"),
        ("soft\u00adhyphen", "softhyphen"),
        ("two\nlines", "two lines"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("tag\U000e0041", "tag<U+E0041>"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert clean.visible(text) == shown


@given(st.text(alphabet=st.characters()))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = clean.visible(text, multiline=True)
    for character in shown:
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )
    assert clean.visible(shown, multiline=True) == shown
    assert "\n" not in clean.one_line(text)


@pytest.mark.parametrize(("text", "named"), [("a\0b", "NUL"), ("\udcff", "UTF-8"), ("a\x1b", r"U\+001B")])
def test_what_is_not_stored(text: str, named: str) -> None:
    with pytest.raises(InputError, match=f"In the note, character .*{named}"):
        clean.check_input(text, "the note")


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_ordinary_text_is_stored_as_it_is(text: str) -> None:
    assert clean.check_input(text, "the note") == text.strip()


@pytest.mark.parametrize("formula", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_texts(formula: str) -> None:
    assert clean.csv_safe(formula) == f"'{formula}"


@pytest.mark.parametrize("value", ["-5", "+3,5", "12%", "plain", "", "a=b"])
def test_other_cells_stay(value: str) -> None:
    assert clean.csv_safe(value) == value


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("한국", 4), ("ｗ", 2), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert clean.width(text) == columns
