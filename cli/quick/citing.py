"""`onrecord cite KEY… --format …`, at once, for what is printed as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord import finding
from onrecord.cite import cite
from onrecord.cli.plain import say
from onrecord.cli.quick import LeftToTheCommand, database_of, words
from onrecord.db import reader as readers

_BINARY = ("docx",)


def answer(given: Sequence[str], database: str | None, environ: Mapping[str, str]) -> Callable[[], None]:
    """What prints the answer."""
    asked = words.read(given, valued=("style", "format", "as", "locale", "sort", "db"), flags=("force",))
    options = asked.options
    format_ = options.get("format", "text")
    if not asked.words or "-" in asked.words or format_ in _BINARY:
        raise LeftToTheCommand
    with readers.opened(database_of(options.get("db", database), environ)) as reader:
        ids = [finding.attribution_ids(reader, key)[0] for key in asked.words]
        quotes = finding.quotes(reader, ids)
    made = cite(
        quotes,
        style=options.get("style", "apa"),
        format=format_,
        as_=options.get("as"),
        locale=options.get("locale"),
        sort=options.get("sort"),
        force="force" in options,
    )
    return lambda: say(made)
