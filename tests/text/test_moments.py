"""Addresses of recordings at a moment."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.moments import at_moment
from onrecord.text.urls import url_key


@pytest.mark.parametrize(
    ("url", "there"),
    [
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=725"),
        ("https://m.youtube.com/watch?v=abc&t=3s#x", "https://m.youtube.com/watch?v=abc&t=725"),
        ("https://youtu.be/abc?si=1", "https://youtu.be/abc?si=1&t=725"),
        ("https://www.youtube.com/live/abc", "https://www.youtube.com/live/abc?t=725"),
        ("https://www.youtube-nocookie.com/embed/abc", "https://www.youtube-nocookie.com/embed/abc?start=725"),
        ("https://vimeo.com/1234", "https://vimeo.com/1234#t=725s"),
        ("https://vimeo.com/channels/town/1234#t=2s", "https://vimeo.com/channels/town/1234#t=725s"),
        ("https://soundcloud.com/town/pier", "https://soundcloud.com/town/pier#t=725"),
        ("https://podcasts.apple.com/no/podcast/x/id1?i=2", "https://podcasts.apple.com/no/podcast/x/id1?i=2&t=725"),
        ("https://open.spotify.com/episode/abc", "https://open.spotify.com/episode/abc?t=725"),
        ("https://archive.org/details/pier", "https://archive.org/details/pier?start=725"),
        ("https://town.example/pier.mp3?x=1", "https://town.example/pier.mp3?x=1#t=725"),
        ("https://town.example/council.WEBM", "https://town.example/council.WEBM#t=725"),
    ],
)  # fmt: skip
def test_players_begin_at_the_words(url: str, there: str) -> None:
    assert at_moment(url, "timestamp", "00:12:05") == there
    assert at_moment(there, "timestamp", "00:12:05") == there
    if "youtu" in url or "#" in there:
        assert url_key(there) == url_key(url)


def test_a_stretch_of_a_file_has_an_end() -> None:
    assert at_moment("https://a.example/p.mp4", "timestamp", "00:12:05–00:13:00") == "https://a.example/p.mp4#t=725,780"  # fmt: skip
    assert (
        at_moment("https://youtu.be/abc", "timestamp", "01:00:00-01:01:00") == "https://youtu.be/abc?t=3600"
    )


@pytest.mark.parametrize(
    ("url", "label", "locator"),
    [
        ("https://town.example/minutes.html", "timestamp", "00:12:05"),
        ("https://www.youtube.com/@town", "timestamp", "00:12:05"),
        ("https://notyoutube.com/watch?v=1", "timestamp", "00:12:05"),
        ("https://youtu.be/abc", "page", "12"),
        ("https://youtu.be/abc", "timestamp", "soon"),
        ("javascript:alert(1)//.mp3", "timestamp", "00:12:05"),
        ("https://[youtu.be/abc", "timestamp", "00:12:05"),
        (None, "timestamp", "00:12:05"),
    ],
)
def test_everything_else_has_no_moment(url: str | None, label: str, locator: str) -> None:
    assert at_moment(url, label, locator) is None


@given(st.text(max_size=40), st.integers(0, 10**6))
def test_the_address_stays_that_of_the_recording(rest: str, seconds: int) -> None:
    url = f"https://www.youtube.com/watch?v={rest}"
    time = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    there = at_moment(url, "timestamp", time)
    assert there is None or (urlsplit(there).hostname == "www.youtube.com" and there.endswith(f"t={seconds}"))
