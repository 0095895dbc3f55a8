"""A real browser: Debian's Chromium, driven by Playwright. A folder of tests takes these fixtures into its conftest."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., "Page"]


# Of a module each: while Playwright runs, its event loop does, and other tests have their own.
@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """The browser of the machine; none is ever downloaded."""
    executable = tools.program("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as driver:
        # Root has no sandbox to run in; the pages are the project's own.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = driver.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_tab(chromium: "Browser") -> Iterator[Open]:
    """Opens a path in a tab of its own: `open_tab(address + "/-/quote/…", width=390, dark=True, scripts=False)`.

    In a tab that is given where pages are only looked at: a new one is a process, and takes ten times as long. What a
    page reports as an error fails the test.
    """
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(
        address: str,
        *,
        width: int = 1280,
        dark: bool = False,
        scripts: bool = True,
        tab: "Page | None" = None,
    ) -> "Page":
        tab = tab or new(width, dark, scripts)
        tab.goto(address)
        if scripts and tab.locator("#cite-box").count():
            tab.locator(".piece").first.wait_for()
        return tab

    def new(width: int, dark: bool, scripts: bool) -> "Page":
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: errors.append(f"{tab.url}: {error}"))
        tab.on(
            "console", lambda said: errors.append(f"{tab.url}: {said.text}") if said.type == "error" else None
        )
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert not errors
