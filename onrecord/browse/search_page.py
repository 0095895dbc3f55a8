"""The search page, at `/-/onrecord/search?q=…`: the search of the command line, with lists to narrow it down."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from onrecord import search
from onrecord.browse import links, pages, recognise, search_asked
from onrecord.browse.remembered import keep, recall, version
from onrecord.browse.search_asked import LAST_PAGE, PAGE, Asked
from onrecord.browse.search_lists import WORDS, List, lists
from onrecord.browse.time_limit import TooLong, time_limit
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.model.vocabulary import FORMS, STATUSES
from onrecord.search import Results, highlight
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.suggest import candidates

SECONDS = 5.0
KEPT_AFTER_SECONDS = 0.3
TOO_LONG = "This search takes too long here. Add a word or a filter."
# How many words of a search that finds nothing are tried alone.
_MOST_ALONE = 5
SORTS = {
    "relevance": "best match", "newest": "newest", "oldest": "oldest", "said": "date said", "added": "last recorded",
}  # fmt: skip
FILTER_TITLES = {
    "by": "Speaker", "via": "Through", "source": "Source", "form": "Form", "since": "From", "until": "To",
    "tag": "Tag", "lang": "Language", "status": "Status", "verified": "Wording",
}  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """A filter that is set: in words, and the address without it."""

    title: str
    value: str
    without: str


@dataclass(frozen=True)
class Other:
    """Another search that finds something: in words, how much, and its address."""

    words: str
    count: int
    address: str


@dataclass(frozen=True)
class Found:
    """What a search gave; `lists` is None where they are not counted yet, `others` are for one that found nothing."""

    results: Results
    lists: tuple[List, ...] | None
    slow_lists: str
    meant: tuple[Other, ...]
    others: tuple[Other, ...]


async def search_page(datasette: Any, request: Any) -> Response:
    """What the parameters of the address find in the database they name (`in`), else in the first there is.

    A request that cannot be answered gives the page with a sentence that says why, and 400.
    """
    async for name, path in pages.readable(datasette, request):
        return await asyncio.to_thread(_answer, datasette, request, name, path)
    return pages.refusal(404, "There is no such database to search.")


async def moved_search(datasette: Any, request: Any) -> Response:
    """Sends on whoever asks for the search, or for a file of it, where it stood before."""
    extension = request.url_vars.get("extension")
    address = datasette.urls.path(links.export_at(links.SEARCH, extension) if extension else links.SEARCH)
    return Response.redirect(f"{address}?{request.query_string}" if request.query_string else str(address))


def _answer(datasette: Any, request: Any, name: str, path: Path) -> Response:
    asked = search_asked.read(request.args)
    at = pages.addresses(datasette, name)
    if any(not request.args.get(one) for one in search_asked.NAMES if one in request.args and one != "q"):
        # What a form was sent with and nobody filled in does not belong into an address that is passed on.
        return Response.redirect(at(asked.address))
    sentence, found = "", None
    candidates: list[tuple[str, str]] = []
    taken: tuple[Taken, ...] = ()
    with reading(path) as reader:
        try:
            search_asked.check(asked)
            if not asked.is_empty:
                taken = _taken(reader, asked)
                found = _find(reader, path, asked)
        except (AmbiguousError, InputError, NotFoundError, UsageError) as error:
            # Without the command that helps on a terminal.
            sentence = error.message.partition(" See: onrecord")[0]
            if isinstance(error, AmbiguousError | NotFoundError):
                candidates = _candidates(reader, asked)
    return pages.page(
        datasette,
        "search.html",
        name,
        title=f"{asked.q} – search" if asked.q else "Search",
        status=400 if sentence else 200,
        asked=asked,
        found=found,
        # A hit may have been found by a name or a title.
        mark=lambda text: highlight.pieces(text, asked.query.wanted),
        taken=taken,
        sentence=sentence,
        candidates=candidates,
        databases=recognise.ours(datasette),
        searched=name,
        pages_count=_pages(found),
        first=asked.offset + 1,
        per_page=PAGE,
        sorts=SORTS,
        forms=FORMS,
        statuses=STATUSES,
        words=WORDS,
    )


def _find(reader: Reader, path: Path, asked: Asked) -> Found:
    """What a search finds. What took long is kept until the file changes."""
    what = ("found", asked)
    known: Found | None = recall(path, what)
    if known is not None:
        return known
    before, started = version(path), time.monotonic()
    found = _found(reader, path, asked)
    if time.monotonic() - started > KEPT_AFTER_SECONDS:
        keep(path, what, before, found)
    return found


def _found(reader: Reader, path: Path, asked: Asked) -> Found:
    filters = asked.filters()
    with time_limit(reader, SECONDS, TOO_LONG):
        results = search.search(reader, asked.q, filters, sort=asked.order, limit=PAGE, offset=asked.offset)
    counted, slow = None, ""
    if results.total:
        try:
            counted = lists(reader, path, asked, results.total)
        except TooLong as error:
            slow = str(error)
    meant, others = ((), ()) if results.total else _instead(reader, asked)
    return Found(results, counted, slow, meant, others)


def _instead(reader: Reader, asked: Asked) -> tuple[tuple[Other, ...], tuple[Other, ...]]:
    """Names that may have been meant, and other searches that find something, where this one finds nothing."""
    filters, wanted = asked.filters(), asked.query.wanted
    with time_limit(reader, SECONDS, TOO_LONG):
        meant = [
            Other(one.name, one.count, asked.changed(q=search_asked.with_name(asked.q, one.typed, one.name)))
            for one in search.suggest(reader, asked.q, filters)
        ]
        others: list[Other] = []
        if asked.narrowed:
            everything = search.count(reader, asked.q)
            without = asked.changed(**dict.fromkeys(asked.narrowed, ""))
            others.append(Other("the same without the filters", everything, without))
        for term in wanted[:_MOST_ALONE] if len(wanted) > 1 else ():
            number = search.count(reader, f'"{term.text}"', filters)
            others.append(Other(f"“{term.text}” alone", number, asked.changed(q=f'"{term.text}"')))
    return tuple(meant), tuple(one for one in others if one.count)


def _taken(reader: Reader, asked: Asked) -> tuple[Taken, ...]:
    """The filters that are set, with names instead of slugs."""
    found, narrowed = [], asked.narrowed
    if asked.since and asked.since == asked.until:
        narrowed = {name: value for name, value in narrowed.items() if name not in ("since", "until")}
        found.append(Taken("Time", pages.dated(asked.since), asked.changed(since="", until="")))
    for name, value in narrowed.items():
        shown = value
        if name in ("by", "via"):
            who = speaker_queries.speaker_id(reader, value)
            shown = speaker_queries.speaker_refs(reader, [who])[who].name
        elif name == "source":
            where = source_queries.source_id(reader, value)
            shown = source_queries.source_records(reader, [where])[where].title or value
        elif name in ("since", "until"):
            shown = pages.dated(value)
        elif name in ("form", "verified"):
            shown = WORDS.get(value, value)
        found.append(Taken(FILTER_TITLES[name], shown, asked.changed(**{name: ""})))
    return tuple(found)


def _candidates(reader: Reader, asked: Asked) -> list[tuple[str, str]]:
    """Whom a filter may mean that names nobody alone: names, and the addresses that mean them."""
    found = []
    for name in ("by", "via"):
        value = getattr(asked, name)
        try:
            if value:
                speaker_queries.speaker_id(reader, value)
        except InputError:
            continue  # nobody is called so
        except (AmbiguousError, NotFoundError):
            same = {*speaker_queries.named(reader, value), *speaker_queries.with_family_name(reader, value)}
            near = [one.id for one in candidates(reader, value)] if not same else []
            refs = speaker_queries.speaker_refs(reader, [*same, *near]).values()
            found += [(ref.name, asked.changed(**{name: ref.slug})) for ref in refs if ref.slug != value]
    return found


def _pages(found: Found | None) -> int:
    """How many pages can be turned to."""
    return 0 if found is None else min(LAST_PAGE, -(-found.results.total // PAGE))
