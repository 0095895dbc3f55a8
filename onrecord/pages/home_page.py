"""The home page: a box to search, what is in here, statements over time, the most quoted, how sure it is, what came last."""

from dataclasses import dataclass

from onrecord.db.reader import Reader
from onrecord.model.records import Quote
from onrecord.model.vocabulary import VERIFIED
from onrecord.pages import links, time_line
from onrecord.pages.doubts import CHECKED
from onrecord.pages.host import TITLE, Host
from onrecord.pages.render import render
from onrecord.views import overview
from onrecord.views.overview import Spread

DESCRIPTION = "Who said what, when, according to whom, and where it stands in the source."
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


def html(host: Host, home: Home) -> str:
    """The home page of a database."""
    return render(
        host,
        "home.html",
        title=TITLE,
        description=DESCRIPTION,
        counts=home.counts,
        spread=home.spread,
        recent=home.recent,
        picture=time_line.picture(home.spread.time.periods, home.spread.time.series),
        during=lambda when: host.address(_during(when)),
        outcomes=_outcomes(home.spread),
        verified=sum(home.spread.checked.get(outcome, 0) for outcome in VERIFIED),
        checkable=sum(home.spread.checked.values()),
    )


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
    parts, before = [], 0.0
    for value, (words, meaning) in _OUTCOMES.items():
        if count := spread.checked.get(value, 0):
            share = 100 * count / total
            parts.append(
                Outcome(value or "unchecked", words, meaning, count, round(share, 3), round(before, 3))
            )
            before += share
    return parts
