"""Pages that everybody can read: axe-core finds nothing, whatever the width and the colours."""

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")
pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The levels of WCAG 2.2 AA, and what axe calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# What of it hangs on the colours and on the width: the rest need not be looked at in each of them.
SEEN = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]


def violations(tab: "Page", rules: list[str] = RULES) -> list[str]:
    """What axe finds: the rule, and the first elements that break it."""
    tab.evaluate(AXE)
    found = tab.evaluate(f"axe.run({{runOnly: {rules}, resultTypes: ['violations']}})")
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_in_the_way(open_tab: Open, room: Any, width: int, dark: bool) -> None:
    found = {}
    tab = None
    for path in room.pages:
        tab = open_tab(f"{room.address}{path}", width=width, dark=dark, tab=tab)
        found[path] = violations(tab, RULES if (width == 1280) != dark else SEEN)
        wide = tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        if wide:
            found[path].append("the page scrolls sideways")
    assert not {path: said for path, said in found.items() if said}


def test_the_list_of_keys(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}{room.pages[0]}")
    tab.keyboard.press("?")
    assert not violations(tab)
