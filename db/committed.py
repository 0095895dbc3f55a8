"""Whether this process has recorded anything for good."""

from __future__ import annotations

_committed = 0


def note_commit() -> None:
    """Something was recorded for good."""
    global _committed
    _committed += 1


def committed() -> bool:
    """Whether this process has recorded anything: then nobody may say that it has not."""
    return _committed > 0
