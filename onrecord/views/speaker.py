"""One speaker with everything recorded: names, statements over time, sources, doubts. What the page of a speaker shows."""

from __future__ import annotations

from array import array as packed
from bisect import bisect_left, bisect_right

from onrecord.errors import InputError, NotFoundError
from onrecord.model.office_records import OfficeEntry
from onrecord.model.record import record
from onrecord.model.records import SpeakerRef
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.offices import offices
from onrecord.statements import queries as statement_queries
from onrecord.text import edtf
from onrecord.text.periods import periods
from onrecord.views.dates import DAY, ONLY_PUBLISHED, SPAN
from onrecord.views.timeline import DATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Quote, SourceRecord, SpeakerRecord
    from onrecord.text.periods import Period

    # Statement, day (None: no date at all), 1 where that is only when the first source of it appeared, and how many days the
    # date spans (None: it is open, or there is none).
    Dated = tuple[int, int | None, int, int | None]

PAGE = 50
# Of lists that only lead on: sources, works, what was passed on, verdicts.
MOST_LISTED = 10
# The series of the time line: dated itself, or only by when its source appeared.
SERIES = DATED


@record()
class Used:
    """A source, and how many of the speaker's statements it reports."""

    citekey: str
    title: str | None
    statements: int


@record()
class Doubt:
    """A doubt (`column` and `value` of an attribution), and how many attributions it concerns."""

    column: str
    value: str
    attributions: int


@record()
class Given:
    """A verdict that the speaker gave on a claim."""

    claim: str
    text: str
    verdict: str
    published: str | None


@record(kw_only=True)
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
    offices: tuple[OfficeEntry, ...]

    @property
    def statements(self) -> int:
        return len(self.statement_ids)

    @property
    def undated(self) -> int:
        return len(self.statement_ids) - len(self.days)


@record()
class Said:
    """One page of what a speaker said. `matching` counts the statements of the time that was asked for."""

    quotes: tuple[Quote, ...]
    matching: int
    page: int
    pages: int


def portrait_of(reader: Reader, slug: str) -> Portrait:
    """The speaker `slug`, or the one it was merged into. NotFoundError: there is no such speaker."""
    there = reader.rows("SELECT id, coalesce(merged_into_id, id) FROM speakers WHERE slug = ?", (slug,))
    if not there:
        raise NotFoundError(f"There is no speaker {slug!r}.")
    [(printed, speaker)] = there
    ids = speaker_queries.same_as(reader, speaker)
    # Written out: SQLite expects more of a list that it cannot see, and may read whole tables where ANALYZE was run.
    everyone = f"IN ({', '.join(map(str, ids))})"
    rows = _rows(reader, everyone)
    dated = [(day, only) for _, day, only, _ in rows if day is not None]
    sources, source_count = _sources(reader, everyone)
    made, made_count = _made(reader, everyone)
    passed_on, passed_on_count = _passed_on(reader, everyone)
    given, given_count = _given(reader, everyone)
    return Portrait(
        speaker=speaker_queries.speaker_record(reader, speaker),
        asked=_as_recorded(reader, "id = ?", printed)[0] if printed != speaker else None,
        merged=_as_recorded(reader, "merged_into_id = ?", speaker),
        same=tuple(ids),
        statement_ids=packed("q", (row[0] for row in rows)),
        days=packed("q", (-day for day, _ in dated)),
        time_line=periods(dated, len(SERIES), exact=max((span for _, _, _, span in rows if span), default=1)),
        sources=sources,
        source_count=source_count,
        doubts=_doubts(reader, everyone),
        made=made,
        made_count=made_count,
        passed_on=passed_on,
        passed_on_count=passed_on_count,
        given=given,
        given_count=given_count,
        offices=tuple(offices(reader, speaker)),
    )


def said_by(reader: Reader, portrait: Portrait, *, when: str | None = None, page: int = 1) -> Said:
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
    quotes = statement_queries.quotes(reader, statement_queries.cited_first(reader, shown, portrait.same))
    return Said(tuple(quotes), len(ids), page, pages)


# In every query below `everyone` stands for the ids that are the speaker.


def _rows(reader: Reader, everyone: str) -> list[Dated]:
    """The speaker's statements, the newest first, those without any date last."""
    return reader.rows(
        f"""
        SELECT st.id, {DAY} AS day, {ONLY_PUBLISHED}, {SPAN}
          FROM statements AS st JOIN attributions AS a ON a.statement_id = st.id JOIN sources AS so ON so.id = a.source_id
         WHERE a.speaker_id {everyone} GROUP BY st.id ORDER BY day DESC NULLS LAST, st.id DESC"""
    )


def _as_recorded(reader: Reader, which: str, number: int) -> tuple[SpeakerRef, ...]:
    """Speakers themselves, whoever they were merged into."""
    rows = reader.rows(
        f"SELECT slug, name, kind, unnamed FROM speakers WHERE {which} ORDER BY slug", (number,)
    )
    return tuple(
        [
            SpeakerRef(slug=slug, name=name, kind=kind, unnamed=bool(unnamed))
            for slug, name, kind, unnamed in rows
        ]
    )


def _sources(reader: Reader, everyone: str) -> tuple[tuple[Used, ...], int]:
    rows = reader.rows(
        f"""
        SELECT sources.citekey, sources.title, counted.statements, count(*) OVER ()
          FROM sources
          JOIN (SELECT source_id, count(DISTINCT statement_id) AS statements FROM attributions
                 WHERE speaker_id {everyone} GROUP BY source_id) AS counted ON counted.source_id = sources.id
         ORDER BY counted.statements DESC, sources.citekey LIMIT {MOST_LISTED}"""
    )
    used = tuple([Used(citekey, title, statements) for citekey, title, statements, _ in rows])
    return used, rows[0][3] if rows else 0


_DOUBTS = (
    ("status", "misattributed"), ("status", "disputed"), ("rank", "deprecated"), ("check_result", "stitched"),
    ("check_result", "inverted"), ("check_result", "altered"), ("check_result", "absent"), ("check_result", "ambiguous"),
    ("check_result", "drifted"),
)  # fmt: skip
_DOUBTED = ", ".join([f"count(CASE WHEN {column} = '{value}' THEN 1 END)" for column, value in _DOUBTS])


def _doubts(reader: Reader, everyone: str) -> tuple[Doubt, ...]:
    """How many attributions are in doubt, by kind of doubt."""
    [counts] = reader.rows(f"SELECT {_DOUBTED} FROM attributions WHERE speaker_id {everyone}")
    return tuple(
        [
            Doubt(column, value, number)
            for (column, value), number in zip(_DOUBTS, counts, strict=True)
            if number
        ]
    )


def _made(reader: Reader, everyone: str) -> tuple[tuple[tuple[str, SourceRecord], ...], int]:
    """The newest sources that the speaker had a part in, each with the role."""
    rows = reader.rows(
        f"""
        SELECT creators.role, sources.id, count(*) OVER ()
          FROM creators JOIN sources ON sources.id = creators.source_id WHERE creators.speaker_id {everyone}
         ORDER BY sources.issued_max DESC NULLS LAST, sources.id DESC, creators.role LIMIT {MOST_LISTED}"""
    )
    records = source_queries.source_records(reader, [source for _, source, _ in rows])
    return tuple([(role, records[source]) for role, source, _ in rows]), rows[0][2] if rows else 0


def _passed_on(reader: Reader, everyone: str) -> tuple[tuple[Quote, ...], int]:
    """What others said and this speaker passed on, recorded last first."""
    rows = reader.rows(
        f"""
        SELECT attribution_id, count(*) OVER () FROM relays WHERE speaker_id {everyone}
         GROUP BY attribution_id ORDER BY attribution_id DESC LIMIT {MOST_LISTED}"""
    )
    quotes = statement_queries.quotes(reader, [attribution for attribution, _ in rows])
    return tuple(quotes), rows[0][1] if rows else 0


def _given(reader: Reader, everyone: str) -> tuple[tuple[Given, ...], int]:
    """The verdicts that the speaker gave, recorded last first."""
    rows = reader.rows(
        f"""
        SELECT claims.key, claims.text, reviews.verdict, reviews.published, count(*) OVER ()
          FROM reviews JOIN claims ON claims.id = reviews.claim_id WHERE reviews.reviewer_id {everyone}
         ORDER BY reviews.id DESC LIMIT {MOST_LISTED}"""
    )
    return tuple([Given(*row[:4]) for row in rows]), rows[0][4] if rows else 0
