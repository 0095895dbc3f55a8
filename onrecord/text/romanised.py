"""Any script in the letters of ASCII, as a person would type it: one place that knows the package and when to load it."""

from __future__ import annotations


def romanised(text: str) -> str:
    """The text in ASCII letters, case kept; letters nobody has a Latin spelling for are left out."""
    if text.isascii():
        return text
    # Its tables take longer to load than all else that a name in Latin letters needs.
    from anyascii import anyascii

    return anyascii(text)
