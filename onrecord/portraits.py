"""One speaker with everything recorded: names, statements over time, sources, doubts. What the page of a speaker shows."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from onrecord import lookup, speakers
from onrecord.dating import DAY, ONLY_PUBLISHED, SPAN
from onrecord.db import store as stores
from onrecord.db.models import Attribution, Claim, Creator, Relay, Review, Source, Statement
from onrecord.db.rows import Speaker
from onrecord.errors import InputError, NotFoundError
from onrecord.records import Quote, SourceRecord, SpeakerRecord, SpeakerRef
from onrecord.text import edtf
from onrecord.text.periods import Period, periods

PAGE = 50
# Of lists that only lead on: sources, works, what was passed on, verdicts.
MOST_LISTED = 10
# The series of the time line: dated itself, or only by when its source appeared.
SERIES = ("Said then", "Published then, not dated itself")


@dataclass(frozen=True, slots=True)
class Used:
    """A source, and how many of the speaker's statements it reports."""

    citekey: str
    title: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt (`column` and `value` of an attribution), and how many attributions it concerns."""

    column: str
    value: str
    attributions: int


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict that the speaker gave on a claim."""

    claim: str
    text: str
    verdict: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A speaker, without the statements themselves.

    `asked` is the speaker that was asked for, where it was merged into this one; `merged` are all such. `same` are the
    ids of the rows that are this speaker. `statement_ids` are the statements, the newest first, those without any
    date last; `days` are the days of those with one, counted backwards, so that they rise. Each list has at most
    MOST_LISTED, its count all there are. `time_line` has the series SERIES.
    """

    speaker: SpeakerRecord
    asked: SpeakerRef | None
    merged: tuple[SpeakerRef, ...]
    same: tuple[int, ...]
    statement_ids: Sequence[int]
    days: Sequence[int]
    time_line: tuple[Period, ...]
    sources: tuple[Used, ...]
    source_count: int
    doubts: tuple[Doubt, ...]
    made: tuple[tuple[str, SourceRecord], ...]
    made_count: int
    passed_on: tuple[Quote, ...]
    passed_on_count: int
    given: tuple[Given, ...]
    given_count: int

    @property
    def statements(self) -> int:
        return len(self.statement_ids)

    @property
    def undated(self) -> int:
        return len(self.statement_ids) - len(self.days)


@dataclass(frozen=True, slots=True)
class Said:
    """One page of what a speaker said. `matching` counts the statements of the time that was asked for."""

    quotes: tuple[Quote, ...]
    matching: int
    page: int
    pages: int


def read(session: Session, slug: str) -> Portrait:
    """The speaker `slug`, or the one it was merged into. NotFoundError: there is no such speaker."""
    store = stores.of(session)
    asked = store.one(Speaker, "slug = ?", (slug,))
    if asked is None:
        raise NotFoundError(f"There is no speaker {slug!r}.")
    speaker = speakers.resolve(store, asked)
    ids = speakers.same_as(session, speaker)
    rows = _rows(session, ids)
    dated = [(day, only) for _, day, only, _ in rows if day is not None]
    sources, source_count = _sources(session, ids)
    made, made_count = _made(session, ids)
    passed_on, passed_on_count = _passed_on(session, ids)
    given, given_count = _given(session, ids)
    return Portrait(
        speaker=speakers.record(session, speaker),
        asked=_as_recorded(asked) if asked.id != speaker.id else None,
        merged=tuple(
            _as_recorded(one) for one in store.all(Speaker, "merged_into_id = ?", (speaker.id,), order="slug")
        ),
        same=tuple(ids),
        statement_ids=array("q", (row[0] for row in rows)),
        days=array("q", (-day for day, _ in dated)),
        time_line=periods(dated, len(SERIES), exact=max((span for _, _, _, span in rows if span), default=1)),
        sources=sources,
        source_count=source_count,
        doubts=_doubts(session, ids),
        made=made,
        made_count=made_count,
        passed_on=passed_on,
        passed_on_count=passed_on_count,
        given=given,
        given_count=given_count,
    )


def said(session: Session, portrait: Portrait, *, when: str | None = None, page: int = 1) -> Said:
    """A page of the statements of a speaker, of the time `when` (EDTF) alone, the newest first.

    A statement belongs to the day it was said, as far as anybody says, else to the day its first source appeared;
    of a longer time, to its beginning. InputError: there is no such page, or it is no date.
    """
    ids = portrait.statement_ids
    if when:
        date = edtf.parse(when)
        first = 0 if date.latest is None else bisect_left(portrait.days, -date.latest)
        last = len(portrait.days) if date.earliest is None else bisect_right(portrait.days, -date.earliest)
        ids = ids[first:last]
    pages = max(1, -(-len(ids) // PAGE))
    if not 1 <= page <= pages:
        raise InputError(f"There is no page {page}: there are {pages}.")
    shown = ids[(page - 1) * PAGE : page * PAGE]
    quotes = lookup.quotes(session, lookup.cited_first(session, list(shown), portrait.same))
    return Said(tuple(quotes), len(ids), page, pages)


# Statement, day (None: no date at all), 1 where that is only when the first source of it appeared, and how many days the
# date spans (None: it is open, or there is none).
_Row = tuple[int, int | None, int, int | None]


def _rows(session: Session, ids: Sequence[int]) -> list[_Row]:
    """The speaker's statements, the newest first, those without any date last."""
    # The connection, not the session, and the driver's rows: somebody may have said 50,000 things.
    found = session.connection().execute(
        select(Statement.id, DAY, ONLY_PUBLISHED, SPAN)
        .join(Attribution, Attribution.statement_id == Statement.id)
        .join(Source, Source.id == Attribution.source_id)
        .where(Attribution.speaker_id.in_(ids))
        .group_by(Statement.id)
        .order_by(DAY.desc().nulls_last(), Statement.id.desc())
    )
    assert found.cursor is not None
    rows = cast(list[_Row], found.cursor.fetchall())
    found.close()
    return rows


def _as_recorded(speaker: Speaker) -> SpeakerRef:
    """The speaker itself, whoever it was merged into."""
    return SpeakerRef(slug=speaker.slug, name=speaker.name, kind=speaker.kind, unnamed=speaker.unnamed)


def _sources(session: Session, ids: Sequence[int]) -> tuple[tuple[Used, ...], int]:
    counted = (
        select(Attribution.source_id, func.count(Attribution.statement_id.distinct()).label("statements"))
        .where(Attribution.speaker_id.in_(ids))
        .group_by(Attribution.source_id)
        .subquery()
    )
    rows = session.execute(
        select(Source.citekey, Source.title, counted.c.statements, func.count().over())
        .join(counted, counted.c.source_id == Source.id)
        .order_by(counted.c.statements.desc(), Source.citekey)
        .limit(MOST_LISTED)
    ).all()
    used = tuple(Used(citekey, title, statements) for citekey, title, statements, _ in rows)
    return used, rows[0][3] if rows else 0


def _doubts(session: Session, ids: Sequence[int]) -> tuple[Doubt, ...]:
    """How many attributions are in doubt, by kind of doubt."""
    columns = {
        "status": ("misattributed", "disputed"),
        "rank": ("deprecated",),
        "check_result": ("stitched", "inverted", "altered", "absent", "ambiguous"),
    }
    wanted = [(column, value) for column, values in columns.items() for value in values]
    counts = session.execute(
        select(
            *(func.count(case((getattr(Attribution, column) == value, 1))) for column, value in wanted)
        ).where(Attribution.speaker_id.in_(ids))
    ).one()
    return tuple(
        Doubt(column, value, number) for (column, value), number in zip(wanted, counts, strict=True) if number
    )


def _made(session: Session, ids: Sequence[int]) -> tuple[tuple[tuple[str, SourceRecord], ...], int]:
    """The newest sources that the speaker had a part in, each with the role."""
    rows = session.execute(
        select(Creator.role, Source.id, func.count().over())
        .join(Source, Source.id == Creator.source_id)
        .where(Creator.speaker_id.in_(ids))
        .order_by(Source.issued_max.desc().nulls_last(), Source.id.desc(), Creator.role)
        .limit(MOST_LISTED)
    ).all()
    records = lookup.source_records(session, [source for _, source, _ in rows])
    return tuple((role, records[source]) for role, source, _ in rows), rows[0][2] if rows else 0


def _passed_on(session: Session, ids: Sequence[int]) -> tuple[tuple[Quote, ...], int]:
    """What others said and this speaker passed on, recorded last first."""
    rows = session.execute(
        select(Relay.attribution_id, func.count().over())
        .where(Relay.speaker_id.in_(ids))
        .group_by(Relay.attribution_id)
        .order_by(Relay.attribution_id.desc())
        .limit(MOST_LISTED)
    ).all()
    return tuple(lookup.quotes(session, [one for one, _ in rows])), rows[0][1] if rows else 0


def _given(session: Session, ids: Sequence[int]) -> tuple[tuple[Given, ...], int]:
    """The verdicts that the speaker gave, recorded last first."""
    rows = session.execute(
        select(Claim.key, Claim.text, Review.verdict, Review.published, func.count().over())
        .join(Claim, Claim.id == Review.claim_id)
        .where(Review.reviewer_id.in_(ids))
        .order_by(Review.id.desc())
        .limit(MOST_LISTED)
    ).all()
    return tuple(Given(*row[:4]) for row in rows), rows[0][4] if rows else 0
