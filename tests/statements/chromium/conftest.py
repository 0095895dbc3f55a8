"""A real browser, on pages of the test's own."""

from tabs import chromium, open_tab

__all__ = ["chromium", "open_tab"]
