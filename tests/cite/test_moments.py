"""Words from a recording are linked to their moment."""

import json

import pytest
from cite.factories import by, person, quote, source

from onrecord.cite.cited import cite

LEE = person("Ann Lee", "Lee", "Ann")
FILM = source("film", type="motion_picture", title="The pier", url="https://youtu.be/abc", creators=by(LEE))
SAID = quote(text="We sail.", speaker=LEE, source=FILM, locator=("timestamp", "00:12:05"))
LATER = quote(text="We stay.", speaker=LEE, source=FILM, locator=("timestamp", "00:13:00"))


@pytest.mark.parametrize(
    "format", ["text", "html", "markdown", "bibtex", "ris", "csljson", "wikipedia", "jsonld"]
)
def test_one_moment_is_linked_in_every_format(format: str) -> None:
    assert "https://youtu.be/abc?t=725" in cite([SAID], format=format).replace("\\", "").replace("{{=}}", "=")


def test_a_work_that_is_cited_at_two_moments_is_listed_without_one() -> None:
    [item] = json.loads(cite([SAID, LATER], format="csljson"))
    assert item["URL"] == "https://youtu.be/abc"
    page = cite([SAID, LATER], format="html", as_="blockquote")
    assert 'cite="https://youtu.be/abc?t=725"' in page and 'cite="https://youtu.be/abc?t=780"' in page


def test_cards_and_news_link_each_moment() -> None:
    cards = cite([SAID, LATER], as_="card")
    assert "abc?t=725" in cards and "abc?t=780" in cards
    assert "abc?t=725" in cite([SAID], style="news")
