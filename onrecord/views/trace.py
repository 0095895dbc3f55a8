"""Where a statement comes from: its occurrences in time, what has it from what, its origins, and what became firmer on the way.

An occurrence is one source giving it to one speaker, the statements that are recorded as its variants, parts or translations
included. Times are bounds: a source of "2023" appeared on some day of it; one without a date was there when it was first captured or read.
"""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.model.light import defaultdict
from onrecord.model.polarities import marked
from onrecord.model.record import record
from onrecord.statements import queries as statement_queries
from onrecord.text import marks, wordfold
from onrecord.views import origins, trace_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json
    from onrecord.views.trace_days import Days

_AMONG = "IN (SELECT value FROM json_each(?))"


@record()
class Occurrence:
    """One source giving the statement to one speaker. `earliest` and `latest` are the days (ISO 8601) between which it appeared; None:
    open on that side. They follow from the date of the source, and from what has it from what: nothing is older than what it is
    quoted from. `dated` is the source's date as it is recorded, `seen` tells that the bound is the day somebody had it."""

    ref: str
    source: str
    title: str | None
    speaker: str
    form: str
    polarity: str
    status: str
    text: str
    dated: str | None
    earliest: str | None
    latest: str | None
    seen: bool

    def as_json(self) -> Json:
        return dict(vars(self))


@record()
class Step:
    """That an occurrence (`ref`) has it from another one (`origin` is its ref), from a speaker who passed it on, or from a source.

    `how` is "quoted from", "through" or "citing"; `kind` of the origin "occurrence", "speaker" or "source".
    """

    ref: str
    how: str
    kind: str
    origin: str

    def as_json(self) -> Json:
        return dict(vars(self))


@record()
class Firmer:
    """That the words became firmer on the way from `origin` to `ref`: the forms of both, and in words what happened.

    `recorded`: it is recorded that the one has it from the other; else they only follow each other in time.
    """

    ref: str
    origin: str
    told: str
    recorded: bool

    def as_json(self) -> Json:
        return dict(vars(self))


@record()
class Trace:
    """All of it. `occurrences` are in the order of time, those without any bound last; `circles` are the sources of each circle."""

    key: str
    text: str
    occurrences: tuple[Occurrence, ...]
    steps: tuple[Step, ...]
    origins: origins.Origins
    first: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]
    too_early: tuple[Step, ...]
    firmer: tuple[Firmer, ...]

    def as_json(self) -> Json:
        return {
            "key": self.key,
            "text": self.text,
            "occurrences": [occurrence.as_json() for occurrence in self.occurrences],
            "steps": [step.as_json() for step in self.steps],
            "sources": self.origins.sources,
            "origins": [
                {
                    "speaker": origin.speaker.name if origin.speaker else None,
                    "source": origin.citekey,
                    "title": origin.title,
                    "sources": list(origin.sources),
                }
                for origin in self.origins.origins
            ],
            "first": list(self.first),
            "circles": [list(one) for one in self.circles],
            "quoted_before_it_appeared": [one.as_json() for one in self.too_early],
            "firmer": [one.as_json() for one in self.firmer],
        }


@record()
class _Row:
    id: int
    statement_id: int
    source_id: int
    form: str
    polarity: str
    status: str
    quoted_from: int | None
    wording: str | None
    text: str
    speaker: str
    citekey: str
    title: str | None
    issued: str | None
    issued_min: int | None
    issued_max: int | None
    accessed: str | None
    captured: str | None
    key: str


_ROWS = f"""
SELECT a.id, a.statement_id, a.source_id, a.form, a.polarity, a.status, a.quoted_from_id, a.wording, st.text,
       coalesce(target.name, sp.name), so.citekey, so.title, so.issued, so.issued_min, so.issued_max, so.accessed,
       (SELECT min(captured_at) FROM captures WHERE captures.source_id = so.id), st.key
  FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id JOIN sources AS so ON so.id = a.source_id
  JOIN speakers AS sp ON sp.id = a.speaker_id LEFT JOIN speakers AS target ON target.id = sp.merged_into_id
 WHERE a.statement_id {_AMONG} ORDER BY a.id"""


def trace(reader: Reader, reference: str) -> Trace:
    """The trace of the statement that KEY names. NotFoundError, AmbiguousError."""
    statement = statement_queries.statement_of(reader, reference)
    statements = _with_linked(reader, statement)
    rows = [_Row(*row) for row in reader.rows(_ROWS, (array(statements),))]
    refs = _refs(rows)
    days = {row.id: _days(row) for row in rows}
    steps, between, cited = _steps(reader, rows, refs)
    circles = tuple(_circles(rows, between, cited))
    bounds = trace_days.bounded(days, between)
    rows.sort(key=lambda row: trace_days.order(bounds[row.id], row.id))
    first = trace_days.first([row.id for row in rows], bounds, between)
    key, text = reader.rows("SELECT key, text FROM statements WHERE id = ?", (statement,))[0]
    mine = next((row for row in rows if row.statement_id == statement), None)
    return Trace(
        key=key,
        text=marked(text, mine.polarity) if mine else text,
        occurrences=tuple([_occurrence(row, refs[row.id], bounds[row.id]) for row in rows]),
        steps=tuple(steps),
        origins=origins.of(reader, "SELECT value FROM json_each(?)", (array(statements),)),
        first=tuple(refs[one] for one in first),
        circles=circles,
        too_early=tuple(_too_early(between, refs, days)),
        firmer=tuple(_firmer(rows, between, refs, first)),
    )


def _refs(rows: Iterable[_Row]) -> dict[int, str]:
    """KEY@CITEKEY of each, with its number where the source gives the statement again; `rows` are whole, in the order of their ids."""
    times: defaultdict[str, int] = defaultdict(int)
    refs = {}
    for row in rows:
        ref = f"{row.key}@{row.citekey}"
        times[ref] += 1
        refs[row.id] = ref if times[ref] == 1 else f"{ref}.{times[ref]}"
    return refs


def _with_linked(reader: Reader, statement: int) -> list[int]:
    """The statement, and those that are recorded as wordings of it or as quoted from it, however far round."""
    statements, waiting = {statement}, [statement]
    while waiting:
        rows = reader.rows(
            "SELECT from_id, to_id FROM statement_links WHERE kind IN ('variant_of', 'excerpt_of', 'translation_of') AND "
            "(from_id IN (SELECT value FROM json_each(?1)) OR to_id IN (SELECT value FROM json_each(?1))) UNION ALL "
            "SELECT a.statement_id, origin.statement_id FROM attributions AS a JOIN attributions AS origin ON origin.id = a.quoted_from_id "
            "WHERE a.statement_id IN (SELECT value FROM json_each(?1)) UNION ALL "
            "SELECT a.statement_id, origin.statement_id FROM attributions AS origin JOIN attributions AS a ON origin.id = a.quoted_from_id "
            "WHERE origin.statement_id IN (SELECT value FROM json_each(?1))",
            (array(waiting),),
        )
        waiting = sorted({one for row in rows for one in row} - statements)
        statements.update(waiting)
    return sorted(statements)


def _days(row: _Row) -> Days:
    if row.issued is not None:
        return row.issued_min, row.issued_max, False
    had = [day for day in (trace_days.day(row.accessed), trace_days.day(row.captured)) if day is not None]
    return None, min(had, default=None), bool(had)


def _occurrence(row: _Row, ref: str, days: Days) -> Occurrence:
    return Occurrence(
        ref=ref,
        source=row.citekey,
        title=row.title,
        speaker=row.speaker,
        form=row.form,
        polarity=row.polarity,
        status=row.status,
        text=marked(row.wording or row.text, row.polarity),
        dated=row.issued,
        earliest=trace_days.iso(days[0]),
        latest=trace_days.iso(days[1]),
        seen=days[2],
    )


def _steps(
    reader: Reader, rows: Sequence[_Row], refs: Mapping[int, str]
) -> tuple[list[Step], list[tuple[int, int]], list[tuple[int, int]]]:
    """Who has it from whom; the pairs of occurrences among them; and the pairs of sources where one cites the other."""
    steps: list[Step] = []
    between = [(row.id, row.quoted_from) for row in rows if row.quoted_from is not None]
    outside = [origin for _, origin in between if origin not in refs]
    named = {**refs, **statement_queries.references(reader, outside)}
    steps += [
        Step(refs[occurrence], "quoted from", "occurrence", named[origin]) for occurrence, origin in between
    ]
    in_source: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        in_source[row.source_id].append(row.id)
    source_of = {row.id: row.source_id for row in rows}
    hops = reader.rows(
        "SELECT r.attribution_id, coalesce(target.name, sp.name), r.cited_source_id, so.citekey, "
        # Whoever is quoted from a work of his own passed nothing on.
        "CASE WHEN r.cited_source_id IS NOT NULL AND coalesce(by.merged_into_id, by.id) = coalesce(sp.merged_into_id, sp.id) "
        "THEN 1 ELSE 0 END FROM relays AS r JOIN attributions AS a ON a.id = r.attribution_id JOIN speakers AS by ON by.id = a.speaker_id "
        "JOIN speakers AS sp ON sp.id = r.speaker_id LEFT JOIN speakers AS target ON target.id = sp.merged_into_id "
        f"LEFT JOIN sources AS so ON so.id = r.cited_source_id WHERE r.attribution_id {_AMONG} ORDER BY r.attribution_id, r.hop DESC",
        (array(refs),),
    )
    cited: list[tuple[int, int]] = []
    for occurrence, who, source, citekey, own in hops:
        if not own:
            steps.append(Step(refs[occurrence], "through", "speaker", who))
        if source is None:
            continue
        cited.append((source_of[occurrence], source))
        there = [other for other in in_source[source] if other != occurrence]
        between += [(occurrence, other) for other in there]
        steps += [Step(refs[occurrence], "citing", "occurrence", refs[other]) for other in there]
        if not there:
            steps.append(Step(refs[occurrence], "citing", "source", citekey))
    known = [(occurrence, other) for occurrence, other in dict.fromkeys(between) if other in refs]
    return steps, known, cited


def _circles(
    rows: Sequence[_Row], between: Sequence[tuple[int, int]], cited: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, ...]]:
    """The citekeys of sources that have it from one another in a circle: each circle once (strongly connected components)."""
    names = {row.source_id: row.citekey for row in rows}
    source_of = {row.id: row.source_id for row in rows}
    leads: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in [*((source_of[a], source_of[b]) for a, b in between), *cited]:
        if one != other and other in names:
            leads[one].add(other)
    # Whatever leads to nothing is in no circle.
    ends = [name for name in names if not leads.get(name)]
    follows: defaultdict[int, list[int]] = defaultdict(list)
    for one, others in leads.items():
        for other in others:
            follows[other].append(one)
    while ends:
        end = ends.pop()
        for one in follows[end]:
            leads[one].discard(end)
            if not leads[one]:
                ends.append(one)
    reached = {name: _reached(leads, name) for name in names if leads.get(name)}
    told: set[int] = set()
    for one, there in reached.items():
        if one in there and one not in told:
            circle = [other for other in names if other in there and one in reached.get(other, ())]
            told.update(circle)
            yield tuple([names[other] for other in circle])


def _reached(leads: Mapping[int, set[int]], start: int) -> set[int]:
    ids: set[int] = set()
    waiting = [start]
    while waiting:
        fresh = leads.get(waiting.pop(), set()) - ids
        ids |= fresh
        waiting += fresh
    return ids


def _too_early(
    between: Iterable[tuple[int, int]], refs: Mapping[int, str], days: Mapping[int, Days]
) -> Iterator[Step]:
    """Steps from an occurrence to one that certainly appeared later: one of the dates, or the step, is wrong."""
    for one, other in between:
        if trace_days.is_too_early(days[one], days[other]):
            yield Step(refs[one], "quoted from", "occurrence", refs[other])


def _firmer(
    rows: Sequence[_Row],
    between: Sequence[tuple[int, int]],
    refs: Mapping[int, str],
    first: Sequence[int],
) -> Iterator[Firmer]:
    """Where words are quoted that were not, or not all of them, where they come from: along the steps, else from the first."""
    by_id = {row.id: row for row in rows}
    told: set[int] = set()
    for occurrence, other in between:
        if said := _firmed(by_id[occurrence], by_id[other]):
            told.add(occurrence)
            yield Firmer(refs[occurrence], refs[other], said, True)
    has_origin = {one for one, _ in between}
    if len(first) != 1:
        return
    [start] = first
    for row in rows:
        alone = row.id != start and row.id not in told and row.id not in has_origin
        if alone and (said := _firmed(row, by_id[start])):
            yield Firmer(refs[row.id], refs[start], said, False)


def _firmed(row: _Row, origin: _Row) -> str | None:
    if row.form == "indirect":
        return None
    if origin.form == "indirect":
        return f"a paraphrase became {'a direct quotation' if row.form == 'direct' else 'partly a quotation'}"
    before, after = _quoted(origin), _quoted(row)
    new = [word for word in after if word not in set(before)]
    if origin.form == "mixed" and new:
        outside = set(wordfold.words(origin.wording or origin.text)) - set(before)
        came = [word for word in new if word in outside]
        if came:
            return f"words came into the marks that were outside: {' '.join(came)}"
    return None


def _quoted(row: _Row) -> list[str]:
    text = row.wording or row.text
    parts = marks.quoted_fragments(text) if row.form == "mixed" else ()
    return wordfold.words(" ".join(parts) if parts else text)
