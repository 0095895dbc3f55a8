"""Pages that everybody can read: axe-core finds nothing, whatever the width and the colours."""

import re
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

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


# Pages do not ask how wide they are or in which colours they are shown, their style sheets do: each is loaded once.
SHOWN: list[tuple[int, Literal["light", "dark"], list[str]]] = [
    (1280, "light", RULES), (1280, "dark", SEEN), (390, "light", SEEN), (390, "dark", RULES),
]  # fmt: skip


def violations(tab: "Page", rules: list[str] = RULES) -> list[str]:
    """What axe finds: the rule, and the first elements that break it."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE)
    found = tab.evaluate(f"axe.run({{runOnly: {rules}, resultTypes: ['violations']}})")
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


def test_nothing_is_in_the_way(open_tab: Open, room: Any) -> None:
    found = {}
    tab = None
    for path in room.pages:
        tab = open_tab(f"{room.address}{path}", tab=tab)
        for width, colours, rules in SHOWN:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=colours)
            said = violations(tab, rules)
            if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                said.append("the page scrolls sideways")
            found[path, width, colours] = said
    assert not {shown: said for shown, said in found.items() if said}


def test_pages_ask_neither_for_width_nor_for_colours() -> None:
    for script in ("browse", "pages"):
        for file in (files("onrecord") / script / "static").iterdir():
            if file.name.endswith(".js"):
                asked = re.findall(
                    r"innerWidth|clientWidth|offsetWidth|matchMedia|getBoundingClientRect",
                    file.read_text("utf-8"),
                )
                assert not asked, file.name


def test_the_list_of_keys(open_tab: Open, room: Any) -> None:
    tab = open_tab(f"{room.address}{room.pages[0]}")
    tab.keyboard.press("?")
    assert not violations(tab)
