"""The cite box of a quotation's page, with and without its script."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.pages import cite_box

Page = Callable[..., Any]
KEY = "key0aaaaaa"


def pieces(page: Page, query: str) -> dict[str, str]:
    response = page(f"/-/quote/{KEY}?{query}")
    assert response.status_code == 200, response.text
    shown = html.fromstring(response.text).iter("pre")
    return {one.get("id").removeprefix("piece-"): one.text_content() for one in shown}


@pytest.mark.parametrize(
    "style", [*(one.id for one in cite_box.menu()), "nature-physics", "turabian-author-date"]
)
def test_every_style_cites(page: Page, style: str) -> None:
    shown = pieces(page, f"style={style}")
    assert "The harbour will open again" in shown["blockquote"]
    assert "quay that nobody inspected" in " ".join(shown.values()).casefold()
    response = html.fromstring(page(f"/-/quote/{KEY}?style={style}").text)
    chosen = [one.get("value") for one in response.iter("option") if one.get("selected") is not None]
    assert chosen == [style, "text"]


@pytest.mark.parametrize("format", cite_box.FORMATS)
def test_every_format_is_the_one_of_the_command_line(page: Page, format: str) -> None:
    shown = pieces(page, f"format={format}")
    answer = page(f"/-/cite/{KEY}?format={format}").json()
    assert {one["id"]: one["text"] for one in answer["pieces"]} == shown
    assert "quay that nobody inspected" in " ".join(shown.values()).casefold()


def test_the_styles_used_most_come_first_and_are_all_there() -> None:
    assert next(iter(cite_box.menu())).id == "apa"
    assert len(cite_box.menu()) == 15


def test_a_style_is_found_by_its_words(page: Page) -> None:
    alone = page(f"/-/cite/{KEY}?other=Nature+Physics").json()
    assert (alone["style"], alone["found"]) == ("nature-physics", [])
    several = page(f"/-/cite/{KEY}?other=chicago").json()
    assert several["style"] == "apa"
    assert len(several["found"]) == cite_box.MOST_FOUND
    assert "chicago-author-date" in [one["id"] for one in several["found"]]
    shown = html.fromstring(page(f"/-/quote/{KEY}?other=chicago&format=html").text)
    links = [one.get("href") for one in shown.iter("a") if (one.get("href") or "").startswith("?style")]
    assert "?style=chicago-author-date&format=html#cite" in links
    found = page("/-/cite-styles", params={"q": "physics nature"}).json()
    assert "nature-physics" in [one["id"] for one in found]


def test_the_style_that_is_settled_comes_first(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_STYLE", "mla")
    assert page(f"/-/cite/{KEY}").json()["style"] == "modern-language-association"
    shown = html.fromstring(page(f"/-/quote/{KEY}").text)
    chosen = [one.get("value") for one in shown.iter("option") if one.get("selected") is not None]
    assert chosen[0] == "modern-language-association"
    assert page(f"/-/cite/{KEY}?style=APA").json()["style"] == "apa"
    for settled in ("news", "nothing of the kind", "/own/style.csl"):
        monkeypatch.setenv("ONRECORD_STYLE", settled)
        assert page(f"/-/cite/{KEY}").json()["style"] == "apa"


def test_a_style_that_is_none_is_said(page: Page) -> None:
    response = page(f"/-/quote/{KEY}", params={"other": "<script>alert(1)</script>"})
    assert response.status_code == 200
    assert "No style has these words in its name." in response.text
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    "query", ["style=/etc/passwd", "style=../apa", "style=apa.csl", "style=none", "format=docx"]
)
@pytest.mark.parametrize("place", ["quote", "cite"])
def test_only_names_of_styles_and_formats_are_taken(page: Page, place: str, query: str) -> None:
    response = page(f"/-/{place}/{KEY}?{query}")
    assert response.status_code == 400
    assert response.text.count("\n") == 1


def test_without_a_choice_the_page_waits_for_its_script(page: Page) -> None:
    shown = html.fromstring(page(f"/-/quote/{KEY}").text)
    assert not list(shown.iter("pre"))
    assert [one.text_content() for one in shown.iter("noscript")] == ["Press “Show” for the citation."]
    box = shown.get_element_by_id("cite-box")
    assert page(box.get("data-cite")).json()["pieces"]
    assert page(f"{box.get('data-styles')}?q=nature").json()


@pytest.mark.parametrize(
    ("path", "status"), [("zzzzzzzzzz", 404), ("key0aaaaaa@nowhere", 404), ("key2", 200)]
)
def test_what_is_not_there_is_said(page: Page, path: str, status: int) -> None:
    assert page(f"/-/cite/{path}").status_code == status


def test_an_abbreviated_key_that_means_several_is_refused(page: Page) -> None:
    assert page("/-/cite/key").status_code == 404


def test_the_permalink_has_the_whole_key(page: Page) -> None:
    shown = html.fromstring(page("/-/quote/key2@courier-2024").text)
    assert (
        shown.get_element_by_id("permalink").get("href") == "http://localhost/-/quote/key2aaaaaa@courier-2024"
    )
    assert page("/-/static-plugins/onrecord/pages.js").status_code == 200
