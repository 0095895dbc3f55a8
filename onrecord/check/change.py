"""A change of a draft's source."""

from __future__ import annotations

from onrecord.model.record import record


class Unplaced(ValueError):
    """Markup stands between the words that would change."""


@record()
class Change:
    """`new` in the place of what stands from `start` to `end` in the source of a draft."""

    start: int
    end: int
    new: str
