"""Wordings with something left out: "the plan … failed", with …, ..., […], [...] or (…)."""

import re
from collections.abc import Collection

from onrecord.matching.negation import holds_negation
from onrecord.matching.outcome import Chain
from onrecord.text.fold import ELLIPSES

# More is not a quotation any more, and would only cost time.
MOST_FRAGMENTS = 100

_DOTS = rf"(?:[{ELLIPSES}]|\.[^\S\n]?\.[^\S\n]?\.)(?:[^\S\n]?[.{ELLIPSES}])*"
_ELLIPSIS = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")


def fragments(wording: str) -> tuple[str, ...]:
    """What stands between the ellipses of `wording`, as far as it holds a letter or digit.

    Empty if there is no ellipsis, or too many for a quotation.
    """
    parts = _ELLIPSIS.split(wording)
    if len(parts) == 1 or len(parts) > MOST_FRAGMENTS:
        return ()
    return tuple(part.strip() for part in parts if any(character.isalnum() for character in part))


def left_out(text: str, chain: Chain, ellipses: Collection[int]) -> tuple[tuple[str, ...], bool]:
    """What `text` has after the spans of `chain` numbered in `ellipses`, and whether that holds a negation."""
    gaps = [text[chain[at].end : chain[at + 1].start].strip() for at in sorted(ellipses)]
    shown = tuple(gap for gap in gaps if gap)
    return shown, any(map(holds_negation, shown))
