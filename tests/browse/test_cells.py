"""Cells are safe, whatever the database holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.browse import cells
from onrecord.pages import doubts

COLUMNS = ("text", "speaker", "source", "key", "title", "status", "check_result", "url", "note", "exact")
TABLES = ("quotes", "attributions", "statements", "sources", None)
VALUE = st.one_of(
    st.text(),
    st.sampled_from(
        ["<b>", '" onclick="x', "javascript:alert(1)", "https://a.example/<b>", "http://\u202ea"]
    ),
)


@given(value=VALUE.filter(bool), column=st.sampled_from(COLUMNS), table=st.sampled_from(TABLES), other=VALUE)
def test_no_value_becomes_markup(value: str, column: str, table: str | None, other: str) -> None:
    row = {
        "id": 1, "speaker_slug": other, "url": other, "status": "disputed", "status_reason": other,
        "source": other, column: value,
    }  # fmt: skip
    made = cells.cell_html(value, column, table, row, str)
    if made is None:  # left to Datasette, which escapes it
        assert not any(
            unicodedata.bidirectional(c) in ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI") for c in value
        )
        return
    inert = made
    for ours in ("blockquote", "span", "a", "p", "br"):
        inert = inert.replace(f"<{ours} ", "").replace(f"<{ours}>", "").replace(f"</{ours}>", "")
    assert "<" not in inert
    assert 'href="javascript' not in made


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " https://a.example", "https://a.example b", "ftp://a.example", "https://", "http:a",
        "data:text/html,x", "//a.example", "https://a.example/\u202egpj.exe", "https://[", "java\nscript:x",
    ],
)  # fmt: skip
def test_what_is_no_address_gets_no_link(address: str) -> None:
    made = cells.cell_html(address, "url", "sources", {"url": address}, str)
    assert made is None or "<a" not in made


def test_long_texts_say_how_much_is_missing() -> None:
    assert cells.cut("a" * 3000).endswith("… [952 more characters]")
    assert cells.cut("a" * 2048) == "a" * 2048


def test_a_drifted_wording_names_the_day_of_its_copy_and_an_accepted_one_its_reason() -> None:
    drifted = cells.wording_html(
        "The quay is safe", {"check_result": "drifted", "seen": "2024-03-14T10:00:00Z"}
    )
    assert "It stood so in the copy of 14 March 2024" in drifted
    assert doubts.CHECKED["drifted"] in cells.wording_html("The quay is safe", {"check_result": "drifted"})
    accepted = cells.wording_html("I … never", {"check_result": "elided", "accepted_reason": "She said so"})
    assert "Words are left out. Accepted: She said so" in accepted
