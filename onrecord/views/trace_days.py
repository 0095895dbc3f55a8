"""When the occurrences of a statement appeared: bounds that hold, from dates and from what has it from what.

Days are day numbers (`edtf.day_number`); None: open on that side.
"""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.light import defaultdict, deque
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    # The first and the last day, and whether the last is the day somebody had it.
    Days = tuple[int | None, int | None, bool]


def day(moment: str | None) -> int | None:
    """The last day of a date, or of a moment; None where it has none."""
    try:
        return edtf.parse((moment or "")[:10]).latest
    except InputError:
        return None


def order(days: Days, number: int) -> tuple[bool, int, int, int]:
    """By the first day it can have appeared on, then the last; what is bounded on one side only by that."""
    first, last, _ = days
    known = [day for day in (first, last) if day is not None]
    return not known, known[0] if known else 0, known[-1] if known else 0, number


def bounded(days: Mapping[int, Days], between: Sequence[tuple[int, int]]) -> dict[int, Days]:
    """The days within what the steps say: what is quoted from another one is no older, and that other one no younger.

    A step that the dates contradict says nothing.
    """
    bounds = dict(days)
    after: defaultdict[int, list[int]] = defaultdict(list)
    before: defaultdict[int, list[int]] = defaultdict(list)
    for occurrence, other in between:
        if not is_too_early(days[occurrence], days[other]):
            after[other].append(occurrence)
            before[occurrence].append(other)
    waiting = deque(days)
    while waiting:
        occurrence = waiting.popleft()
        first, last, _ = bounds[occurrence]
        for later in after[occurrence]:
            low, high, seen = bounds[later]
            if first is not None and (low is None or low < first) and (high is None or first <= high):
                bounds[later] = first, high, seen
                waiting.append(later)
        for earlier in before[occurrence]:
            low, high, seen = bounds[earlier]
            if last is not None and (high is None or last < high) and (low is None or low <= last):
                bounds[earlier] = low, last, False
                waiting.append(earlier)
    return bounds


def is_too_early(days: Days, origin: Days) -> bool:
    """Whether something certainly appeared before what it is said to come from."""
    return days[1] is not None and origin[0] is not None and days[1] < origin[0]


def first(ids: Sequence[int], days: Mapping[int, Days], between: Sequence[tuple[int, int]]) -> list[int]:
    """Those that may be the first: that can have appeared before any other is certain to have, and are not known to come from another."""
    follows = {one for one, other in between if not is_too_early(days[one], days[other])}
    # In a circle everybody has it from somebody: nobody is the first.
    possible = [one for one in ids if one not in follows]
    certain = [last for _, last, _ in days.values() if last is not None]
    if not certain:
        return []
    by_then = min(certain)
    return [one for one in possible if days[one][1] is not None and (days[one][0] or -(2**62)) <= by_then]


def iso(day: int | None) -> str | None:
    if day is None:
        return None
    year, month, rest = edtf.from_day_number(day)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{rest:02}"
