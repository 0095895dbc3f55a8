"""The review in the terminal: a source's text with its proposals in it, decided about with one key each."""

from __future__ import annotations

import sys

from onrecord.cli.interrupt import release
from onrecord.cli.options import asking, database_path
from onrecord.cli.output import say
from onrecord.errors import NotFoundError, UsageError
from onrecord.proposals import queries as proposal_queries


def possible() -> bool:
    """Whether there is a terminal to show it on and to read keys from."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def review(database: str | None, citekey: str | None) -> None:
    """Opens the review of a source (None: the first that has open proposals), and comes back when it is left.

    NotFoundError where there is nothing to review, UsageError without a terminal.
    """
    if not possible():
        raise UsageError("A review needs a terminal. Without one: onrecord review -o FILE")
    if citekey is None:
        with asking(database) as reader:
            waiting = [source.citekey for source in proposal_queries.waiting(reader) if source.open]
        if not waiting:
            raise NotFoundError("Nothing waits for a review. Read something with: onrecord ingest FILE")
        citekey = waiting[0]
    # Textual takes a moment to load: commands that open no interface do without it.
    from onrecord.cli.review_app.app import ReviewApp
    from onrecord.cli.review_app.desk import Desk

    release()  # Textual ends in its own way, and puts the terminal back in order
    app = ReviewApp(Desk(database_path(database), citekey))
    app.run()
    for desk in app.desks:
        for sentence in left(desk.citekey, *desk.decided(), open_=desk.counts()[0]):
            say(sentence)


def left(citekey: str, accepted: int, rejected: int, *, open_: int) -> list[str]:
    """What to say when the review of a source is left: what was decided, and the next step."""
    decided = f"{accepted} accepted, {rejected} rejected"
    if open_:
        return [f"{citekey}: {decided}; {open_} open. Go on: onrecord review {citekey}"]
    then = f" Next: onrecord cite --in {citekey} -o quotes.docx" if accepted else ""
    return [f"{citekey}: {decided}; all is decided.{then}"]
