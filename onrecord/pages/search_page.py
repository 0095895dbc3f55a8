"""The search page, at `/-/onrecord/search?q=…`: the search of the command line, with lists to narrow it down."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord import search
from onrecord.db.reader import Reader
from onrecord.db.time_limit import TooLong, time_limit
from onrecord.errors import AmbiguousError, InputError, NotFoundError, UsageError
from onrecord.model.vocabulary import FORMS, STATUSES
from onrecord.pages import search_asked, search_texts
from onrecord.pages.host import Host
from onrecord.pages.render import render
from onrecord.pages.search_asked import LAST_PAGE, PAGE, Asked
from onrecord.pages.search_lists import WORDS, List, Remember, lists
from onrecord.pages.search_texts import InTexts
from onrecord.pages.words import dated, titled
from onrecord.search import Results, highlight
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.suggest import candidates
from onrecord.text.locator_forms import format_locator
from onrecord.views.whosaid import Meant, who_said

SECONDS = 5.0
TOO_LONG = "This search takes too long here. Add a word or a filter."
# How many words of a search that finds nothing are tried alone; and from how many on they may be a half-remembered wording.
_MOST_ALONE, _A_WORDING = 5, 3
_MOST_MEANT = 3
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
    """What a search gave; `lists` is None where they are not counted yet. `meant`, `others` and the `remembered` quotations are
    for one that found nothing.

    `texts` are passages of stored texts; None where there are none for these readers or this search.
    """

    results: Results
    lists: tuple[List, ...] | None
    slow_lists: str
    meant: tuple[Other, ...]
    others: tuple[Other, ...]
    remembered: tuple[Meant, ...] = ()
    texts: InTexts | None = None


@dataclass(frozen=True)
class Answer:
    """What the page says to what was asked: what was found, or in `sentence` why nothing can be.

    `taken` are the filters that are set; `candidates` are names, and addresses that mean them, where a filter names
    nobody alone.
    """

    asked: Asked
    found: Found | None = None
    taken: tuple[Taken, ...] = ()
    sentence: str = ""
    candidates: tuple[tuple[str, str], ...] = ()


def answer(reader: Reader, asked: Asked, find: Callable[[Asked], Found]) -> Answer:
    """What the page says; `find` finds, as `found` does."""
    taken: tuple[Taken, ...] = ()
    try:
        search_asked.check(asked)
        if asked.is_empty:
            return Answer(asked)
        taken = _taken(reader, asked)
        return Answer(asked, find(asked), taken)
    except (AmbiguousError, InputError, NotFoundError, UsageError) as error:
        helps = isinstance(error, AmbiguousError | NotFoundError)
        return Answer(asked, None, taken, error.message, _candidates(reader, asked) if helps else ())


def html(host: Host, answer: Answer) -> str:
    """The page with an answer."""
    asked, result = answer.asked, answer.found
    return render(
        host,
        "search.html",
        title=f"{asked.q} – search" if asked.q else "Search",
        asked=asked,
        found=result,
        # A hit may have been found by a name or a title.
        mark=lambda text: highlight.pieces(text, asked.query.wanted),
        taken=answer.taken,
        sentence=answer.sentence,
        candidates=answer.candidates,
        pages_count=_pages(result),
        first=asked.offset + 1,
        per_page=PAGE,
        sorts=SORTS,
        forms=FORMS,
        statuses=STATUSES,
        words=WORDS,
        placed=lambda locator: format_locator(*locator),
    )


def found(reader: Reader, asked: Asked, remember: Remember, *, in_texts: bool = False) -> Found:
    """What a search finds; `remember` keeps what is counted for its lists. `in_texts`: stored texts are looked through too."""
    texts = search_texts.in_texts(reader, asked) if in_texts else None
    if texts and texts.page:
        return Found(Results((), 0), (), "", (), (), texts=texts)
    filters = asked.filters()
    with time_limit(reader, SECONDS, TOO_LONG):
        results = search.search(reader, asked.q, filters, sort=asked.order, limit=PAGE, offset=asked.offset)
    counted, slow = None, ""
    if results.total:
        try:
            counted = lists(reader, asked, results.total, remember)
        except TooLong as error:
            slow = str(error)
    meant, others = ((), ()) if results.total else _instead(reader, asked)
    remembered = () if results.total else _remembered(reader, asked)
    return Found(results, counted, slow, meant, others, remembered, texts)


def _remembered(reader: Reader, asked: Asked) -> tuple[Meant, ...]:
    """The quotations that words which find nothing may be half remembered of: those that surely are, else the nearest."""
    if len(asked.query.wanted) < _A_WORDING:
        return ()
    with time_limit(reader, SECONDS, TOO_LONG):
        likely = who_said(reader, asked.q, _MOST_MEANT)
    return tuple([one for one in likely if one.confident] or likely)


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
    return tuple(meant), tuple(other for other in others if other.count)


def _taken(reader: Reader, asked: Asked) -> tuple[Taken, ...]:
    """The filters that are set, with names instead of slugs."""
    taken, narrowed = [], asked.narrowed
    if asked.since and asked.since == asked.until:
        narrowed = {name: value for name, value in narrowed.items() if name not in ("since", "until")}
        taken.append(Taken("Time", dated(asked.since), asked.changed(since="", until="")))
    for name, value in narrowed.items():
        shown = value
        if name in ("by", "via"):
            who = speaker_queries.speaker_id(reader, value)
            shown = speaker_queries.speaker_refs(reader, [who])[who].name
        elif name == "source":
            where = source_queries.source_id(reader, value)
            shown = titled(source_queries.source_records(reader, [where])[where].title, value)
        elif name in ("since", "until"):
            shown = dated(value)
        elif name in ("form", "verified"):
            shown = WORDS.get(value, value)
        taken.append(Taken(FILTER_TITLES[name], shown, asked.changed(**{name: ""})))
    return tuple(taken)


def _candidates(reader: Reader, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Whom a filter may mean that names nobody alone: names, and the addresses that mean them."""
    choices: list[tuple[str, str]] = []
    for name in ("by", "via"):
        value = getattr(asked, name)
        try:
            if value:
                speaker_queries.speaker_id(reader, value)
        except InputError:
            continue  # nobody is called so
        except (AmbiguousError, NotFoundError):
            same = {*speaker_queries.named(reader, value), *speaker_queries.with_family_name(reader, value)}
            near = [candidate.id for candidate in candidates(reader, value)] if not same else []
            refs = speaker_queries.speaker_refs(reader, [*same, *near]).values()
            choices += [(ref.name, asked.changed(**{name: ref.slug})) for ref in refs if ref.slug != value]
    return tuple(choices)


def _pages(result: Found | None) -> int:
    """How many pages can be turned to."""
    return 0 if result is None else min(LAST_PAGE, -(-result.results.total // PAGE))
