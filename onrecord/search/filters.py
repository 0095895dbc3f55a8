"""The conditions a search can be narrowed by, as SQL with bound parameters."""

from __future__ import annotations

from onrecord.db.reader import Reader
from onrecord.errors import Hint, NotFoundError, UsageError
from onrecord.model.record import record
from onrecord.model.vocabulary import FORMS, STATUSES
from onrecord.model.vocabulary import VERIFIED as _VERIFIED
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.text.edtf import Edtf

    Several = str | Sequence[str] | None


@record(kw_only=True)
class Filters:
    """What a hit must be. Speakers by slug or name, sources by citekey, dates in EDTF; None: anything.

    Of several values any will do: `by=("Ingrid Dahl", "Olof Ek")`.
    """

    by: Several = None
    via: Several = None
    source: Several = None
    form: Several = None
    since: str | None = None
    until: str | None = None
    tag: Several = None
    language: Several = None
    status: Several = None
    unverified: bool = False
    verified: bool = False


@record()
class Restriction:
    """A filter for an engine that knows no SQL: one of `values`, or a number of at least `low`, at most `high`."""

    field: str
    values: tuple[int | str, ...] = ()
    low: int | None = None
    high: int | None = None


class Conditions:
    """SQL conditions on attributions `a`, statements `st` and sources `so`, and their parameters.

    `restrictions` say the same without SQL; None where one of them can be said in SQL only.
    """

    def __init__(self) -> None:
        self.clauses: list[str] = []
        self.parameters: dict[str, object] = {}
        self.restrictions: list[Restriction] | None = []

    def add(self, clause: str, restriction: Restriction | None, **parameters: object) -> None:
        self.clauses.append(clause)
        self.parameters.update(parameters)
        if restriction is None:
            self.restrictions = None
        elif self.restrictions is not None:
            self.restrictions.append(restriction)

    def among(self, column: str, field: str, values: Sequence[int | str]) -> None:
        """The column has one of the values."""
        names = [f"{field}_{number}" for number in range(len(values))]
        listed = ", ".join(f":{name}" for name in names)
        clause = f"{column} = {listed}" if len(names) == 1 else f"{column} IN ({listed})"
        self.add(clause, Restriction(field, tuple(values)), **dict(zip(names, values, strict=True)))


# Of an attribution, on the column alone.
VERIFIED = f"check_result IN {_VERIFIED}"
# The attribution's own date, else the statement's, else its source's; an open end is NULL and reaches for ever.
# Whoever did not say it did not say it on the statement's day.
_OF_THE_STATEMENT = "(st.said IS NOT NULL AND a.status <> 'misattributed')"
DATE_KNOWN = f"(a.said IS NOT NULL OR {_OF_THE_STATEMENT} OR so.issued IS NOT NULL)"


def day(end: str) -> str:
    """The SQL of the first (`min`) or last (`max`) day that an attribution is dated by."""
    return (
        f"CASE WHEN a.said IS NOT NULL THEN a.said_{end} WHEN {_OF_THE_STATEMENT} THEN st.said_{end} "
        f"ELSE so.issued_{end} END"
    )


def conditions(reader: Reader, filters: Filters) -> Conditions:
    """NotFoundError for a speaker, source or tag that is not there; InputError for a date that is none."""
    together = Conditions()
    if by := several(filters.by):
        ids = _ids(reader, by)
        together.add(f"a.speaker_id IN ({_listed(ids)})", Restriction("by", ids))
    if via := several(filters.via):
        ids = _ids(reader, via)
        together.add(
            f"a.id IN (SELECT attribution_id FROM relays WHERE speaker_id IN ({_listed(ids)}))",
            Restriction("via", ids),
        )
    if sources := several(filters.source):
        together.among(
            "a.source_id", "source", [source_queries.source_id(reader, source) for source in sources]
        )
    for column, given, words in (("form", filters.form, FORMS), ("status", filters.status, STATUSES)):
        if values := several(given):
            together.among(f"a.{column}", column, [_known(value, words, column) for value in values])
    if filters.since is not None:
        first = _date(filters.since).earliest
        together.add(
            f"{DATE_KNOWN} AND coalesce({day('max')}, 9e18) >= :since",
            Restriction("last", low=first),
            since=first,
        )
    if filters.until is not None:
        last = _date(filters.until).latest
        together.add(
            f"{DATE_KNOWN} AND coalesce({day('min')}, -9e18) <= :until",
            Restriction("first", high=last),
            until=last,
        )
    if tags := several(filters.tag):
        numbers = tuple([_tag(reader, tag) for tag in tags])
        together.add(
            f"a.statement_id IN (SELECT statement_id FROM statement_tags WHERE tag_id IN ({_listed(numbers)}))",
            Restriction("tag", numbers),
        )
    if languages := several(filters.language):
        from onrecord.search.names import UNSTATED, languages_meant

        tags = languages_meant(reader, languages)
        if UNSTATED not in tags:
            together.among("coalesce(a.language, so.language)", "language", tags)
        else:
            # An index has no word for what is not there.
            together.among(f"coalesce(a.language, so.language, '{UNSTATED}')", "language", tags)
            together.restrictions = None
    # The result of a check leaves no trace in the history, so that no index could follow it.
    if filters.unverified:
        together.add(f"(a.check_result IS NULL OR NOT a.{VERIFIED})", None)
    if filters.verified:
        together.add(f"a.{VERIFIED}", None)
    return together


def issued_between(since: str | None, until: str | None, parameters: dict[str, object]) -> Iterator[str]:
    """Conditions on sources `so`: published not before and not after these dates, so far as it is known when they were."""
    if since is not None:
        parameters["since"] = _date(since).earliest
        yield "(so.issued IS NOT NULL AND coalesce(so.issued_max, 9e18) >= :since)"
    if until is not None:
        parameters["until"] = _date(until).latest
        yield "(so.issued IS NOT NULL AND coalesce(so.issued_min, -9e18) <= :until)"


def several(values: Several) -> Sequence[str]:
    """What a filter was given, one value or more."""
    return (values,) if isinstance(values, str) else tuple(values or ())


def _ids(reader: Reader, names: Sequence[str]) -> tuple[int, ...]:
    return tuple(dict.fromkeys([one for name in names for one in _ids_of(reader, name)]))


def _ids_of(reader: Reader, name: str) -> tuple[int, ...]:
    try:
        speaker = speaker_queries.speaker_id(reader, name)
    except NotFoundError:
        if (who := _in_office(reader, name)) is not None:
            return who
        from onrecord.speakers.suggest import nobody

        raise nobody(reader, name) from None
    return tuple(speaker_queries.same_as(reader, speaker))


def _in_office(reader: Reader, name: str) -> tuple[int, ...] | None:
    """Who held the office that "minister of defence@2019" names, on a day of that; None where it names none.

    NotFoundError where nobody did, so far as is recorded.
    """
    from onrecord.speakers.offices import holders, names_of_office

    asked = names_of_office(name)
    if asked is None:
        return None
    # Who is asked for by name needs none of it.
    from onrecord.text.clean import one_line

    title, date = asked
    day = _date(date)
    speakers = holders(reader, title, day.earliest, day.latest)
    if not speakers:
        raise NotFoundError(
            f"Nobody is recorded as {one_line(title)} in {one_line(date)}.", hint=Hint("list_offices")
        )
    return tuple(
        reader.column(
            "SELECT id FROM speakers WHERE coalesce(merged_into_id, id) IN (SELECT coalesce(merged_into_id, id) "
            f"FROM speakers WHERE id IN ({_listed(tuple(speakers))})) ORDER BY id"
        )
    )


def _listed(ids: tuple[int, ...]) -> str:
    return ", ".join(map(str, ids))


def _tag(reader: Reader, name: str) -> int:
    tag = reader.value("SELECT id FROM tags WHERE name = ?", (" ".join(name.split()),))
    if tag is None:
        raise NotFoundError(f"There is no tag {name!r}.", hint=Hint("list_tags"))
    return int(tag)


def _date(typed: str) -> Edtf:
    # Only searches between dates need the grammar of dates.
    from onrecord.text import dates

    return dates.typed(typed)


def _known(value: str, words: tuple[str, ...], what: str) -> str:
    if value not in words:
        raise UsageError(f"{value!r} is not a {what}. Choose from: {', '.join(words)}.")
    return value
