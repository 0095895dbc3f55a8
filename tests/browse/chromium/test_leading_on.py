"""From page to page in a browser, with and without scripts: sources, speakers, claims."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import reading_room

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_mark_in_the_text_leads_to_the_statement_and_back(open_tab: Open, room: Any, scripts: bool) -> None:
    tab = open_tab(f"{room.address}/-/source/dahl-2024", scripts=scripts)
    tab.locator("mark", has_text=reading_room.FERRY[:20]).click()
    tab.wait_for_url(f"**/-/quote/{room.keys['ferry']}@dahl-2024")
    tab.get_by_role("link", name="Read it in the whole text").click()
    tab.wait_for_url(f"**/-/source/dahl-2024?show=**#q-{room.keys['ferry']}")
    assert reading_room.FERRY[:20] in (tab.locator("mark.asked").text_content() or "")
    assert tab.locator(f"#q-{room.keys['ferry']}").is_visible()


def test_every_number_in_the_text_leads_to_its_entry(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/source/dahl-2024")
    numbers = tab.locator("sup a.number")
    assert numbers.count() == 3
    for place in range(numbers.count()):
        target = numbers.nth(place).get_attribute("href")
        assert tab.locator(f"li{target}").count() == 1


def test_the_address_of_a_paragraph_shows_it(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/source/dahl-2024")
    tab.get_by_role("link", name="Link to paragraph 4").click()
    tab.wait_for_url("**copy=**para=4#para-4")
    assert "Nobody asked us" in (tab.locator(".para:target").text_content() or "")


def test_the_time_line_is_drawn_and_its_table_leads_on(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/speaker/ingrid-dahl")
    drawn = tab.get_by_role("img", name="Statements over time")
    assert drawn.bounding_box()["width"] > 300  # type: ignore[index]
    bar = drawn.locator("rect[class^=series]").first
    assert bar.evaluate("(one) => getComputedStyle(one).fill") not in ("rgb(0, 0, 0)", "none")
    tab.get_by_text("The numbers as a table").click()
    tab.get_by_role("link", name="18 May 2024").click()
    tab.wait_for_url("**when=**")
    assert tab.locator("ol.entries > li").count() == 1


def test_a_claim_leads_to_its_reviewer_and_back(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}/-/claim/{room.keys['claim']}")
    tab.get_by_role("link", name="Tallvik Fact Desk").click()
    tab.wait_for_url("**/-/speaker/tallvik-fact-desk")
    tab.get_by_role("link", name="Everybody with a ticket sails.").click()
    tab.wait_for_url(f"**/-/claim/{room.keys['claim']}")


def test_a_page_is_printed_with_its_title_and_without_what_is_for_the_screen(
    open_tab: Open, room: Any
) -> None:
    tab = open_tab(f"{room.address}/-/source/dahl-2024", width=1100)
    tab.emulate_media(media="print")
    assert tab.locator("h1").is_visible()
    assert not tab.get_by_role("navigation", name="Places").is_visible()
    entry = tab.locator("ol.entries > li").last
    assert entry.is_visible()
    # Nothing is cut off inside a box that scrolls.
    assert tab.locator("section.statements").evaluate("(one) => one.scrollHeight <= one.clientHeight + 1")
