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
    usual = [*COMMON, *(one for one in ALIASES if len(one) < _LONG)]
    ids = sorted(known, key=len)
    mistyped = [one for one in [*usual, *ids] if _mistyped(asked, one)]
    mistyped.sort(key=lambda one: _apart(asked, one) if len(asked) < _LONG else 0)
    holding = [one for one in ids if f"-{asked}-" in f"-{one}-"]
    holding.sort(key=lambda one: not one.startswith(asked))
    found: list[str] = []
    meant: set[str] = set()
    for one in [*mistyped, *holding]:
        # An alias and the id that it stands for are one answer.
        if ALIASES.get(one, one) not in meant:
            meant.add(ALIASES.get(one, one))
            found.append(one)
    return found[:_MOST]


def _mistyped(asked: str, one: str) -> bool:
    if len(asked) < _LONG:
        allowed = 1 if len(asked) < 6 else 2
        return abs(len(one) - len(asked)) <= allowed and _apart(asked, one) <= allowed
    if abs(len(one) - len(asked)) > 4:
        return False
    import difflib

    compared = difflib.SequenceMatcher(None, asked, one)
    return compared.quick_ratio() >= _SHARED and compared.ratio() >= _SHARED


def _apart(one: str, other: str) -> int:
    """How many letters were left out, put in, replaced, or changed places with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row = row, [at]
        for place, against in enumerate(other, 1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
