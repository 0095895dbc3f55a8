"""A real browser on files that a plain web server hands out."""

from tabs import chromium, open_tab

__all__ = ["chromium", "open_tab"]
