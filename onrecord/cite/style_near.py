"""What somebody may have meant by a name that no citation style has: nothing is better than something far off."""

from __future__ import annotations

from onrecord.cite.style_aliases import ALIASES
from onrecord.cite.style_files import COMMON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 3
# Names of fewer letters are too near to everything, and longer ones are compared by what they share.
_LEAST, _LONG = 3, 12
_SHARED = 0.85


def near(name: str, known: Iterable[str]) -> list[str]:
    """Ids and aliases that are a typing error away from `name`, or hold it as whole words; those used most first."""
    asked = "-".join(name.lower().split())[:80]
    if len(asked) < _LEAST:
        return []
    usual = [*COMMON, *(alias for alias in ALIASES if len(alias) < _LONG)]
    ids = sorted(known, key=len)
    mistyped = [one for one in [*usual, *ids] if _mistyped(asked, one)]
    mistyped.sort(key=lambda style_id: _apart(asked, style_id) if len(asked) < _LONG else 0)
    holding = [one for one in ids if f"-{asked}-" in f"-{one}-"]
    holding.sort(key=lambda style_id: not style_id.startswith(asked))
    near_ids: list[str] = []
    meant: set[str] = set()
    for style_id in [*mistyped, *holding]:
        # An alias and the id that it stands for are one answer.
        if ALIASES.get(style_id, style_id) not in meant:
            meant.add(ALIASES.get(style_id, style_id))
            near_ids.append(style_id)
    return near_ids[:_MOST]


def _mistyped(asked: str, style_id: str) -> bool:
    if len(asked) < _LONG:
        allowed = 1 if len(asked) < 6 else 2
        return abs(len(style_id) - len(asked)) <= allowed and _apart(asked, style_id) <= allowed
    if abs(len(style_id) - len(asked)) > 4:
        return False
    import difflib

    compared = difflib.SequenceMatcher(None, asked, style_id)
    return compared.quick_ratio() >= _SHARED and compared.ratio() >= _SHARED


def _apart(word: str, other: str) -> int:
    """How many letters were left out, put in, replaced, or changed places with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(word, 1):
        last, row = row, [index]
        for place, against in enumerate(other, 1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != against))
            if index > 1 and place > 1 and letter == other[place - 2] and word[index - 2] == against:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
