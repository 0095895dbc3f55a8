"""A list as it is told: a line each, or JSON, and how many a limit left out."""

from __future__ import annotations

from itertools import islice

from onrecord.cli.limits import tell_cut, tell_none
from onrecord.cli.output import print_json, print_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    from onrecord.model.records import Json

    T = TypeVar("T")


def tell(
    rows: Iterable[T],
    limit: int | None,
    *,
    as_json: bool,
    heading: Sequence[str],
    line: Callable[[T], Sequence[str | None]],
    document: Callable[[T], Json],
    none: tuple[str, str],
    total: int | None = None,
) -> None:
    """The first `limit` of the rows (None or 0: all), each as the cells of a `line`, or as its `document`.

    `none`: what there is none of, and how that changes. `total`: how many rows there are, where they are read one after the other.
    """
    if total is None:
        rows = list(rows)
        total = len(rows)
    number = min(total, limit or total)
    shown = islice(rows, number)
    if as_json:
        print_json(map(document, shown))
    else:
        print_rows(heading, map(line, shown))
    if not total and not as_json:
        tell_none(*none)
    tell_cut(number, total)
