"""Progress on standard error, for whatever takes longer than a second."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from onrecord.text.clean import visible

# Short work shows no bar.
WORTH_SHOWING = 200


Item = TypeVar("Item")


def progress(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """Passes the items on, with a bar on a terminal where there are many."""
    if total < WORTH_SHOWING or not sys.stderr.isatty():
        yield from items
        return
    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total, description=what)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Says on a terminal what is being waited for, and takes it away when it is there."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True, markup=False).status(visible(what)):
        yield
