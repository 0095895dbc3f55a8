"""Languages, whatever they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text.languages import codes, kept, tag, typed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("de_AT.UTF-8", "de-AT"),
        ("ca@valencia", "ca"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("ger", "de"),
        ("deu", "de"),
        ("fre", "fr"),
        ("ENG-us", "en-US"),
        ("syr", "syr"),
        ("German", "de"),
        ("  ngerman ", "de"),
        ("Français", "fr"),
        ("РУССКИЙ", "ru"),
        ("日本語", "ja"),
        ("Norwegian Bokmål", "nb"),
        ("brazilian", "pt-BR"),
        ("British English", "en-GB"),
        ("Simplified Chinese", "zh-Hans"),
    ],
)
def test_what_a_text_means(text: str, meant: str) -> None:
    assert tag(text) == meant == typed(text) == kept(text)


@pytest.mark.parametrize(
    "text", ["", " ", "klingon", "xx", "en,fr", "English; French", "e", "en-", "12", "x" * 500]
)
def test_what_means_none_is_refused_from_people_and_kept_of_programs(text: str) -> None:
    assert tag(text) is None
    assert kept(text) == text
    with pytest.raises(InputError, match="is no language"):
        typed(text)


def test_codes_are_offered() -> None:
    assert codes("d") == ["da", "de", "dv", "dz"]
    assert all(tag(code) == code for code in codes())


@given(st.text(max_size=80) | st.from_regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,5}", fullmatch=True))
def test_a_tag_means_itself(text: str) -> None:
    meant = tag(text)
    assert meant is None or tag(meant) == meant
