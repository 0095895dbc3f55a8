"""How many of a list are printed, and what is said of those that are not."""

from __future__ import annotations

from onrecord.cli.plain import is_terminal, remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    T = TypeVar("T")

# A screen of them. In a pipe nothing is left out that nobody asked to be left out.
ON_A_TERMINAL = 20


def most(limit: int | None) -> int | None:
    """The most to print, None for all: what was asked for (0 is all), else a screen on a terminal and all in a pipe."""
    if limit is None:
        return ON_A_TERMINAL if is_terminal() else None
    return limit or None


def cut(rows: Sequence[T], limit: int | None) -> Sequence[T]:
    """The first `limit` of what was found; None: all."""
    return rows if limit is None else rows[:limit]


def tell_none(what: str, how: str) -> None:
    """Says on standard error that a list is empty, and with which command that changes."""
    remark(f"There are no {what} on record. {how}")


def tell_cut(shown: int, total: int, *, what: str = "") -> None:
    """Says on standard error how many of `total` a limit left out; nothing where it left out nothing."""
    if shown < total:
        remark(f"{shown:,} of {total:,}{what} shown, {total - shown:,} left out. All: --limit 0")
