"""Progress on standard error, for whatever takes longer than a second. rich is loaded where there is a terminal to show it."""

from __future__ import annotations

import os
import sys
from time import monotonic

from onrecord.model.light import contextmanager
from onrecord.text.clean import visible

# Short work shows no bar.
WORTH_SHOWING = 200
# Without a terminal a line is printed after so many seconds.
EVERY = 10.0


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    Item = TypeVar("Item")


def progress(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """Passes the items on, with a bar on a terminal where there are many."""
    if not _draws():
        yield from _told(items, lambda _: None, total=f"{total:,}", what=what)
        return
    if total < WORTH_SHOWING:
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    # Left to itself it would send what is printed meanwhile, the result, to where the bar is.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items, total=total, description=what)


def advancing(
    items: Iterable[Item],
    reached: Callable[[Item], int],
    *,
    total: int | None,
    what: str,
    count: Callable[[Item], str] | None = None,
    quiet: bool = False,
) -> Iterator[Item]:
    """Passes the items on, with a bar once it has taken a second: how far each has come, and how many there are.

    `reached` is the amount done with an item, of `total`; None where the whole is not known. Where the result
    itself runs over a terminal it shows how far things are, and there is no bar; `quiet`: nothing is printed meanwhile. `count` says in words how far an item
    has come, where that is not its number.
    """
    if not _draws():
        yield from _told(items, count or (lambda _: None), total=None, what=what)
        return
    if sys.stdout.isatty() and not quiet:
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(show_speed=False),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    started, shown = monotonic(), False
    # Left to itself it would send what is printed meanwhile, the result, to where the bar is.
    bar = Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    task = bar.add_task(what, total=total, count=0)
    try:
        for number, item in enumerate(items, 1):
            if not shown and monotonic() - started > 1:
                bar.start()
                shown = True
            bar.update(task, completed=reached(item), count=count(item) if count else number)
            yield item
    finally:
        if shown:
            bar.stop()


def _draws() -> bool:
    """Whether there is a terminal that can go back to a line, as a bar does."""
    return sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def _told(
    items: Iterable[Item], count: Callable[[Item], str | None], *, total: str | None, what: str
) -> Iterator[Item]:
    """Passes the items on, with a line on standard error every ten seconds: for a log, or somebody who waits for a pipe."""
    last = monotonic()
    for number, item in enumerate(items, 1):
        yield item
        now = monotonic()
        if now - last >= EVERY:
            last = now
            done = count(item) or (f"{number:,} of {total}" if total else f"{number:,}")
            print(f"{visible(what)}: {done} …", file=sys.stderr, flush=True)


def counting(items: Iterable[Item], *, what: str) -> Iterator[Item]:
    """Passes the items on and says how many there are so far, where nobody knows how many there will be."""
    if not _draws():
        yield from _told(items, lambda _: None, total=None, what=what)
        return
    from rich.console import Console

    with Console(stderr=True, markup=False).status(f"{visible(what)} …") as shown:
        for number, item in enumerate(items, 1):
            if number % WORTH_SHOWING == 0:
                shown.update(f"{visible(what)}: {number:,} …")
            yield item


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Says on a terminal what is being waited for, and takes it away when it is there."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True, markup=False).status(visible(what)):
        yield
