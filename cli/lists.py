"""A list as it is told: a line each, or JSON, and how many a limit left out."""

from __future__ import annotations

from onrecord.cli.limits import cut, tell_cut, tell_none
from onrecord.cli.output import print_json, print_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from onrecord.model.records import Json

    T = TypeVar("T")


def tell(
    rows: Sequence[T],
    limit: int | None,
    *,
    as_json: bool,
    heading: Sequence[str],
    line: Callable[[T], Sequence[str | None]],
    document: Callable[[T], Json],
    none: tuple[str, str],
) -> None:
    """The first `limit` of what was found (None or 0: all), each as the cells of a `line`, or as its `document`.

    `none`: what there is none of, and how that changes.
    """
    shown = cut(rows, limit or None)
    if as_json:
        print_json(map(document, shown))
    else:
        print_rows(heading, [line(one) for one in shown])
    if not rows and not as_json:
        tell_none(*none)
    tell_cut(len(shown), len(rows))
