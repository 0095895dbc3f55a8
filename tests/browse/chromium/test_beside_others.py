"""What other plugins do in a browser, they do on onrecord's database too."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")
if find_spec("datasette_graphql") is None:
    pytest.skip("The other plugins are not here: make test-neighbours", allow_module_level=True)

if TYPE_CHECKING:
    import reading_room
    from playwright.sync_api import Page

# What is opened fails where the page reports an error.
Open = Any


def test_graphiql_asks_and_shows(room: "reading_room.Room", open_tab: Open) -> None:
    tab: Page = open_tab(f"{room.address}/graphql?query={{claims{{nodes{{text}}}}}}")
    tab.wait_for_load_state("networkidle")
    tab.locator(".execute-button").click()
    tab.wait_for_function("document.querySelector('.result-window').textContent.includes('Everybody with')")


def test_vega_draws_a_chart_of_a_table(room: "reading_room.Room", open_tab: Open) -> None:
    tab: Page = open_tab(f"{room.address}/onrecord/attributions")
    tab.get_by_role("button", name="Show charting options").click()
    tab.get_by_label("Bar").check()
    tab.locator(".vega-embed canvas").wait_for()
