"""`onrecord search`, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord import search
from onrecord.cli import found, limits
from onrecord.cli.quick import LeftToTheCommand, database_of, words
from onrecord.db import reader as readers
from onrecord.search import Filters

# More than this are printed while they are read, which the command does.
MOST = 200
_FILTERS = {
    "by": "by",
    "via": "via",
    "in": "source",
    "form": "form",
    "since": "since",
    "until": "until",
    "tag": "tag",
    "lang": "language",
    "status": "status",
}


def answer(given: Sequence[str], database: str | None, environ: Mapping[str, str]) -> Callable[[], None]:
    """What prints the answer; LeftToTheCommand where nothing is found, because then there may be suggestions."""
    asked = words.read(
        given,
        valued=(*_FILTERS, "limit", "offset", "sort", "db"),
        flags=("unverified", "verified", "count", "json"),
        dashed_words=True,
    )
    options, as_json = asked.options, "json" in asked.options
    filters = Filters(
        unverified="unverified" in options,
        verified="verified" in options,
        **{field: options[name] for name, field in _FILTERS.items() if name in options},
    )
    limit = limits.most(asked.number("limit", 0, 0, 999_999_999) if "limit" in options else None)
    offset = asked.number("offset", 0, 0, 999_999_999)
    typed = found.as_typed(asked.words)
    with readers.opened(database_of(options.get("db", database), environ)) as reader:
        if search.notice(reader):
            raise LeftToTheCommand
        if "count" in options:
            number = search.count(reader, typed, filters)
            return lambda: found.tell_number(number, as_json=as_json)
        results = search.search(
            reader,
            typed,
            filters,
            sort=options.get("sort", "relevance"),
            limit=MOST if limit is None else min(limit, MOST),
            offset=offset,
        )
    shown, total = len(results.hits), results.total
    if not shown or (shown == MOST != limit and total > offset + shown):
        raise LeftToTheCommand
    return lambda: found.tell(results.hits, shown, total, offset, as_json=as_json)
