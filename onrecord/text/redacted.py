"""Texts of which something was taken out for good: what stands instead, and how such a text is known to be the one that was left.

Each character of what is taken out becomes a block, so that places in the rest stay where they are. The stored text keeps the
digest of what it was; what was left is told at the end of its extractor.
"""

from __future__ import annotations

from onrecord.text.digests import sha256

BLOCK = "█"
# What stands instead of a wording.
INSTEAD = "[redacted]"
_MARK = "; redacted "
_NOW = ", now sha256 "


def blocked(text: str, places: list[tuple[int, int]]) -> str:
    """The text with blocks in these places (code points, end exclusive).

    >>> blocked("Nobody asked us", [(7, 12)])
    'Nobody █████ us'
    """
    letters = list(text)
    for start, end in places:
        letters[start:end] = BLOCK * (min(end, len(letters)) - start)
    return "".join(letters)


def marked(extractor: str, text: str, day: str) -> str:
    """The extractor of a text of which something was taken out on a day."""
    return f"{extractor.partition(_MARK)[0]}{_MARK}{day}{_NOW}{sha256(text.encode()).hex()}"


def is_redacted(extractor: str) -> bool:
    """Whether something was taken out of the text of this extractor."""
    return _MARK in extractor and _NOW in extractor


def is_intact(text: str, digest: str, extractor: str) -> bool:
    """Whether a stored text is the one that was hashed, or what was left of it."""
    found = sha256(text.encode()).hex()
    return found == digest or (is_redacted(extractor) and extractor.endswith(f"{_NOW}{found}"))
