"""Text of sources as HTML: nothing in it becomes markup, and what is hidden is seen."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

from onrecord.pages import chips
from onrecord.text.clean import visible


@given(value=st.text(st.sampled_from("ab<&\"'\u202e\x1b\xad\n\t\u2066é")) | st.text())
def test_text_reads_as_it_does_in_a_terminal(value: str) -> None:
    without_chips = re.sub('<span class="onrecord-chip">([^<]*)</span>', r"\1", str(chips.text_html(value)))
    assert "<" not in without_chips
    assert unescape(without_chips) == visible(value, multiline=True)


@pytest.mark.parametrize(
    "address", ["http://a.example", "https://a.example/b?c=d#e", "https://[::1]/", "HTTPS://A.example"]
)
def test_web_addresses_are_links(address: str) -> None:
    assert chips.is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " https://a.example", "https://a.example b", "ftp://a.example", "https://", "http:a",
        "data:text/html,x", "//a.example", "https://a.example/\u202egpj.exe", "https://[", "java\nscript:x", "",
    ],
)  # fmt: skip
def test_nothing_else_is_a_link(address: str) -> None:
    assert not chips.is_link(address)
