"""Which addresses are the same page."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text import urls

SAME = [
    "https://example.org/ferries?id=7",
    "http://www.example.org/ferries/?id=7",
    "HTTPS://EXAMPLE.ORG:443/ferries?id=7&utm_source=post&fbclid=x",
    "https://example.org/f%65rries?id=7#top",
]


def test_one_page_has_one_key() -> None:
    assert {urls.url_key(url) for url in SAME} == {"example.org/ferries?id=7"}


@pytest.mark.parametrize(
    "other",
    ["https://example.org/ferries?id=8", "https://example.org/Ferries?id=7", "https://example.org:8443/ferries?id=7",
     "https://ferries.example.org/?id=7"],
)  # fmt: skip
def test_another_page_has_another(other: str) -> None:
    assert urls.url_key(other) != urls.url_key(SAME[0])


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "example.org",
        "http://",
        "https://a b/",
        "http://[::1",
        "",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not urls.is_web_url(text)
    with pytest.raises(InputError):
        urls.url_key(text)


@example("HTTP://.")
@given(st.text() | st.from_regex(r"https?://[a-zéü.\-]{1,12}(:\d{1,5})?/[ -~]{0,20}", fullmatch=True))
def test_any_text_has_a_key_or_is_refused(text: str) -> None:
    try:
        key = urls.url_key(text)
    except InputError:
        return
    assert urls.url_key(f"https://{key}") == key


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://web.archive.org/web/20210402101112/https://coastal.example/ferry", "2021-04-02"),
        ("https://web.archive.org/web/20210402101112id_/http://coastal.example/ferry", "2021-04-02"),
        ("https://archive.ph/2021.04.02-101112/https://coastal.example/ferry", "2021-04-02"),
        ("https://archive.today/20210402101112/https://coastal.example/ferry", "2021-04-02"),
        ("https://web.archive.org/web/20211302101112/https://coastal.example/ferry", None),
        ("https://archive.ph/aB3dE", None),
        ("https://coastal.example/2021/04/02/ferry", None),
    ],
)
def test_the_day_of_an_archived_copy(url: str, day: str | None) -> None:
    assert urls.archived_on(url) == day
