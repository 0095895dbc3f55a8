"""The lists beside the hits of a search: values to narrow it by, each with how many statements there are of it."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

from onrecord import search
from onrecord.db.reader import Reader
from onrecord.db.time_limit import time_limit
from onrecord.pages.search_asked import Asked
from onrecord.search.facet_values import Value
from onrecord.text import edtf

# What a list shows at once, and behind "more".
SHOWN, FURTHER = 6, 44
# More hits than this are counted only when somebody asks for it: it takes longer than finding them.
COUNTED_AT_ONCE = 5_000
SECONDS = 10.0
TOO_LONG = "Counting all of this takes too long here. Narrow the search first."

TITLES = {
    "speaker": "Speaker", "year": "Year", "source": "Source", "status": "Status", "verified": "Wording",
    "form": "Form", "tag": "Tag",
}  # fmt: skip
WORDS = {
    "direct": "word for word",
    "mixed": "partly in quotation marks",
    "indirect": "in other words",
    "yes": "verified in its source",
    "no": "not verified",
}


Counted = dict[str, Sequence[Value]]
# Gives what was counted for the first before, else what the second counts now.
Remember = Callable[[Hashable, Callable[[], Counted]], Counted]


@dataclass(frozen=True)
class Choice:
    """A value in words, how many statements have it, and the address that narrows the search to it."""

    label: str
    count: int
    address: str


@dataclass(frozen=True)
class List:
    """The values of one kind: those to show, those behind "more", and how many there are beyond."""

    name: str
    title: str
    shown: Sequence[Choice]
    further: Sequence[Choice]
    beyond: int


def lists(reader: Reader, asked: Asked, total: int, remember: Remember) -> tuple[List, ...] | None:
    """The lists that can narrow the search; None where there are too many hits to count them unasked."""
    names = [name for name in TITLES if not _is_set(name, asked)]
    what = ("lists", replace(asked, page=1, sort="", lists=""), tuple(names))

    def count() -> Counted:
        with time_limit(reader, SECONDS, TOO_LONG):
            return search.facets(reader, asked.q, names, asked.filters())

    if total > COUNTED_AT_ONCE and not asked.lists:
        return None
    counted = remember(what, count)
    made = (_list(name, values, asked, total) for name, values in counted.items())
    return tuple(one for one in made if one.shown)


def _is_set(name: str, asked: Asked) -> bool:
    """Whether the search is narrowed by this already."""
    if name == "year":
        return bool(asked.since or asked.until)
    return bool(getattr(asked, {"speaker": "by"}.get(name, name)))


def _list(name: str, values: Sequence[Value], asked: Asked, total: int) -> List:
    known = [value for value in values if value.value is not None]
    if len(known) == 1 and known[0].count == total:
        known = []  # what all hits have narrows nothing
    if name == "year":
        known.reverse()
    choices = _told_apart([(one, _choice(name, one, asked)) for one in known[: SHOWN + FURTHER]])
    return List(name, TITLES[name], choices[:SHOWN], choices[SHOWN:], max(0, len(known) - SHOWN - FURTHER))


def _told_apart(choices: Sequence[tuple[Value, Choice]]) -> list[Choice]:
    """The choices, those of the same name with what tells them apart."""
    often = Counter(choice.label for _, choice in choices)
    return [
        choice if often[choice.label] == 1 else replace(choice, label=f"{choice.label} ({one.value})")
        for one, choice in choices
    ]


def _choice(name: str, choice: Value, asked: Asked) -> Choice:
    value = choice.value or ""
    if name == "year":
        year = written_year(int(value))
        return Choice(edtf.humanise(edtf.parse(year)), choice.count, asked.changed(since=year, until=year))
    parameter = "by" if name == "speaker" else name
    return Choice(choice.name or WORDS.get(value, value), choice.count, asked.changed(**{parameter: value}))


def written_year(year: int) -> str:
    """A year (0 is 1 BCE) as EDTF."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"
