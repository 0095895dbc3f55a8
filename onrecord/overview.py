"""What is in a database: in numbers, over time, and what came last."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, Subquery, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from onrecord import lookup
from onrecord.dating import DAY, ONLY_PUBLISHED, SPAN
from onrecord.db.models import Attribution, Source, Speaker, Statement
from onrecord.records import Quote
from onrecord.text.periods import Period, periods


@dataclass(frozen=True, slots=True)
class Often:
    """A speaker (slug, name) or a source (citekey, title), and how many attributions it has."""

    key: str
    name: str | None
    attributions: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How the statements are spread: over time (series as those of a portrait), speakers, sources; and how sure they are.

    `undated` counts the statements without any date. `checked` has the number of attributions by what comparing them
    with the stored text gave (None: not compared), `status` by status; the most frequent come first.
    """

    time_line: tuple[Period, ...]
    undated: int
    speakers: tuple[Often, ...]
    sources: tuple[Often, ...]
    checked: Mapping[str | None, int]
    status: Mapping[str, int]


def spread(session: Session, most: int = 8) -> Spread:
    """Looks through everything: a second or two for each million attributions. The lists have `most` entries each."""
    counted: Counter[tuple[int, int]] = Counter()
    undated, exact = 0, 1
    for day, only_published, span, number in _days(session):
        if day is None:
            undated = number
        else:
            counted[day, only_published] += number
            exact = max(exact, span or 1)
    checked: Counter[str | None] = Counter()
    status: Counter[str] = Counter()
    for result, value, number in session.execute(
        select(Attribution.check_result, Attribution.status, func.count()).group_by(
            Attribution.check_result, Attribution.status
        )
    ):
        checked[result] += number
        status[value] += number
    return Spread(
        periods(counted, 2, exact=exact),
        undated,
        _speakers(session, most),
        _sources(session, most),
        dict(checked.most_common()),
        dict(status.most_common()),
    )


def recent(session: Session, most: int) -> list[Quote]:
    """The statements recorded last, the very last first, each as it is cited."""
    told = select(Attribution.statement_id).distinct().order_by(Attribution.statement_id.desc())
    ids = session.scalars(told.limit(most)).all()
    return lookup.quotes(session, lookup.cited_first(session, ids))


def _days(session: Session) -> Iterable[Row[int | None, int, int | None, int]]:
    """Day, whether it is only that of publication, the longest span, and how many statements belong there."""
    each = (
        select(DAY.label("day"), ONLY_PUBLISHED.label("only"), SPAN.label("span"))
        .select_from(Attribution)
        .join(Statement, Statement.id == Attribution.statement_id)
        .join(Source, Source.id == Attribution.source_id)
        .group_by(Attribution.statement_id)
        .subquery()
    )
    grouped = select(each.c.day, each.c.only, func.max(each.c.span), func.count()).group_by(
        each.c.day, each.c.only
    )
    return session.execute(grouped)


def _speakers(session: Session, most: int) -> tuple[Often, ...]:
    counted = _by(Attribution.speaker_id)
    printed = aliased(Speaker)
    number = func.sum(counted.c.number)
    return _often(
        session,
        select(Speaker.slug, Speaker.name, number)
        .select_from(counted)
        .join(printed, printed.id == counted.c.one)
        .join(Speaker, Speaker.id == func.coalesce(printed.merged_into_id, printed.id))
        .group_by(Speaker.id)
        .order_by(number.desc(), Speaker.slug),
        most,
    )


def _sources(session: Session, most: int) -> tuple[Often, ...]:
    counted = _by(Attribution.source_id)
    return _often(
        session,
        select(Source.citekey, Source.title, counted.c.number)
        .join(counted, counted.c.one == Source.id)
        .order_by(counted.c.number.desc(), Source.citekey),
        most,
    )


def _by(column: InstrumentedAttribute[int]) -> Subquery:
    """How many attributions there are by a column with an index: the index alone is read."""
    return select(column.label("one"), func.count().label("number")).group_by(column).subquery()


def _often(session: Session, query: Select[*tuple[Any, ...]], most: int) -> tuple[Often, ...]:
    return tuple(Often(*row) for row in session.execute(query.limit(most)))
