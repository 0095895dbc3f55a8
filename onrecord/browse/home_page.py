"""The home page: a box to search, what is in here, statements over time, the most quoted, how sure it is, what came last.

It stands at `/` where nothing but onrecord's databases is served, and at `/-/onrecord` always.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Request, Response

from onrecord.browse import links, metadata, pages, recognise, time_line
from onrecord.browse.cells import CHECKED
from onrecord.browse.remembered import remembered
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.model.records import Quote
from onrecord.model.vocabulary import VERIFIED
from onrecord.views import overview, speaker
from onrecord.views.overview import Spread

_RECENT = 6
# What comparing a wording with the stored text gave: in words, from the surest on.
_OUTCOMES = {
    "exact": ("exact", "It stands so in the stored text."),
    "typographic": ("typographic", "Only quotation marks, dashes or spaces differ."),
    "interrupted": (
        "interrupted",
        "The source breaks the words off to say who speaks; none of them is missing.",
    ),
    "bracketed": ("bracketed", "The writer’s own changes stand in brackets; the rest stands in the source."),
    "elided": ("elided", "Something was left out, and the text says so."),
    "drifted": ("drifted", CHECKED["drifted"]),
    "not_checkable": ("not checkable", "It is told in other words, or no text is stored."),
    None: ("not checked", "Nobody has compared it yet."),
    "ambiguous": ("ambiguous", CHECKED["ambiguous"]),
    "stitched": ("stitched", CHECKED["stitched"]),
    "inverted": ("inverted", CHECKED["inverted"]),
    "altered": ("altered", CHECKED["altered"]),
    "absent": ("absent", CHECKED["absent"]),
}


@dataclass(frozen=True)
class Outcome:
    """An outcome of verification: in words, what it means, how often, and its share of the whole from 0 to 100."""

    value: str
    words: str
    meaning: str
    count: int
    share: float
    before: float


@dataclass(frozen=True)
class Home:
    """What the home page shows."""

    counts: dict[str, int]
    spread: Spread
    recent: tuple[Quote, ...]


async def home_page(datasette: Any, request: Any, send: Any) -> Response | None:
    """The home page of the database that `in` names, else of the first; Datasette's own where `/` is not ours alone."""
    if request.path.endswith(links.HOME) or recognise.all_ours(datasette):
        async for name, path in pages.readable(datasette, request):
            return await asyncio.to_thread(_page, datasette, name, path)
    if request.path.endswith(links.HOME):
        return pages.refusal(404, "There is no such database of onrecord here.")
    # Not above: it makes Datasette 1.0 look for plugins, and this one is not ready then.
    from datasette.views.index import IndexView

    # Datasette's own, as its own route would call it.
    own = Request({**request.scope, "url_route": {"kwargs": {"format": None}}}, request.receive)
    answered: Response | None = await IndexView.as_view(datasette)(own, send)
    return answered


def _page(datasette: Any, name: str, path: Path) -> Response:
    return made(datasette, name, remembered(path, "home", lambda: _read(path)))


def made(datasette: Any, name: str, home: Home) -> Response:
    """The home page of the database that is called `name`."""
    several = recognise.ours(datasette)
    return pages.page(
        datasette,
        "home.html",
        name,
        title=metadata.TITLE,
        description=metadata.DESCRIPTION,
        home_of_all=[(one, pages.home_of(datasette, one)) for one in several] if len(several) > 1 else [],
        shown=name,
        counts=home.counts,
        spread=home.spread,
        recent=home.recent,
        picture=time_line.picture(home.spread.time_line, speaker.SERIES),
        during=lambda when: pages.addresses(datasette, name)(_during(when)),
        outcomes=_outcomes(home.spread),
        verified=sum(home.spread.checked.get(one, 0) for one in VERIFIED),
        checkable=sum(home.spread.checked.values()),
    )


def _read(path: Path) -> Home:
    with reading(path) as reader:
        return read(reader)


def read(reader: Reader) -> Home:
    """What the home page shows."""
    return Home(
        overview.counts(reader),
        overview.spread(reader),
        tuple(overview.recent(reader, _RECENT)),
    )


def _during(when: str) -> str:
    """The search for what was said in a period of the time line."""
    first, _, last = when.partition("/")
    return links.search_at(since=first, until=last or first, sort="oldest")


def _outcomes(spread: Spread) -> list[Outcome]:
    total = sum(spread.checked.values())
    made, before = [], 0.0
    for value, (words, meaning) in _OUTCOMES.items():
        if count := spread.checked.get(value, 0):
            share = 100 * count / total
            made.append(
                Outcome(value or "unchecked", words, meaning, count, round(share, 3), round(before, 3))
            )
            before += share
    return made
