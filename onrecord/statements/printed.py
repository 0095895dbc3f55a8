"""The words that stand at a place of a stored text. Kept apart from what looks them up: this loads next to nothing."""

from __future__ import annotations

from onrecord.text import compatible
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# What stands for the words between the stretches of an interrupted wording.
ELLIPSIS = "…"

_LINE_END_HYPHEN = lazy(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")


def wording_at(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The words that stand in these stretches, in one line; an ellipsis stands for what is between two of them."""
    return f" {ELLIPSIS} ".join([_unbroken(text[start:end]) for start, end in stretches])


def _unbroken(printed: str) -> str:
    """One line, without the hyphens that only the line's end asked for, and without ligatures."""
    joined = _LINE_END_HYPHEN.sub("", compatible.made_plain(printed).replace("\u00ad", ""))
    return " ".join(joined.split())
