"""The stored text of a source with every recorded statement in it: what the page of a source shows.

Statements are numbered from 1 in the order of the text. A long text comes in parts; the numbers run through all of
them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from onrecord import captures, lookup
from onrecord.captures import CaptureRecord
from onrecord.db.models import Attribution, Snapshot, Source, Span
from onrecord.db.reader import of
from onrecord.errors import InputError, NotFoundError
from onrecord.records import Quote, SnapshotRecord, SourceRecord
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Paragraphs
from onrecord.text.stretches import flows, parts, stretches

# About 7,000 words: a page that opens at once and still prints as a chapter.
PART = 40_000
# Of the statements without a place in the shown copy, which a source without a text may have by the thousand.
MOST_APART = 100
SHORTEST_DIGEST = 8
# Stretches recorded from other copies that are looked for in the shown one.
MOST_SOUGHT = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph. `marked` is the number of the innermost statement over it, `depth` how many there are.

    `opens` are the numbers of the statements whose words begin here; `places` the locators that begin here (label,
    value, how it is printed), where the copy has its own.
    """

    text: str
    marked: int | None
    depth: int
    opens: tuple[int, ...]
    places: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or (`continued`) what is left of one that began in the part before.

    `flows` tells that its line ends are only where the lines of the file were full.
    """

    number: int
    pieces: tuple[Piece, ...]
    continued: bool
    flows: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: its first and last paragraph, and how many statements begin in it."""

    number: int
    first: int
    last: int
    statements: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement in the text that is shown, with its number and the paragraph it begins in.

    `earlier` tells that it was recorded from another copy, and that its words stand in this one as well.
    """

    number: int
    quote: Quote
    paragraph: int
    earlier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source, when it was captured, and one part of one of its stored copies.

    `copy` is None where nothing is stored, `newest` tells whether it is the one that the source was last seen to have. `apart` are statements that have no place in this copy (the first
    MOST_APART of `apart_count`), `count` all that are recorded from the source. `asked` is the number of the
    statement that was asked for.
    """

    source: SourceRecord
    captures: tuple[CaptureRecord, ...]
    copy: SnapshotRecord | None
    newest: bool
    parts: tuple[Part, ...]
    part: Part | None
    paragraphs: tuple[Paragraph, ...]
    placed: tuple[Placed, ...]
    apart: tuple[Quote, ...]
    apart_count: int
    count: int
    asked: int | None

    @property
    def number(self) -> int | None:
        """The number of the copy: they are counted from 1 as they were stored."""
        return self.source.snapshots.index(self.copy) + 1 if self.copy else None


def read(
    session: Session,
    citekey: str,
    *,
    copy: str | None = None,
    part: int | None = None,
    paragraph: int | None = None,
    statement: str | None = None,
) -> SourceText:
    """The part of a source's text that holds `paragraph`, or `statement` (KEY, KEY@CITEKEY), or is number `part`.

    `copy` is the beginning of a stored copy's SHA-256; without it, it is the one that `statement` was recorded
    from, else the newest. NotFoundError: no such source, copy or statement in it; InputError: no such part or
    paragraph.
    """
    source = lookup.source(session, citekey)
    record = lookup.source_records(session, [source.id])[source.id]
    asked = _asked(session, source, statement) if statement else None
    captured = captures.captures(of(session), citekey)
    chosen = _copy(session, source, copy, asked)
    count = session.scalar(select(func.count()).where(Attribution.source_id == source.id)) or 0
    if chosen is None:
        apart, apart_count = _apart(session, source, None, ())
        return SourceText(
            source=record, captures=captured, copy=None, newest=True, parts=(), part=None, paragraphs=(), placed=(),
            apart=apart, apart_count=apart_count, count=count, asked=None,
        )  # fmt: skip
    paragraphs = Paragraphs(chosen.text)
    spans, earlier = _spans(session, chosen), _found_again(session, chosen)
    spans = dict(sorted((spans | earlier).items(), key=lambda one: (one[1][0][0], -one[1][0][1], one[0])))
    numbers = {one: number for number, one in enumerate(spans, 1)}
    cut = parts(chosen.text, paragraphs, PART)
    listed = _listed(paragraphs, cut, spans)
    shown = _shown_part(paragraphs, cut, spans, part, paragraph, asked.id if asked else None)
    apart, apart_count = _apart(session, source, chosen, earlier)
    here = _here(cut, shown, spans)
    return SourceText(
        source=record,
        captures=captured,
        newest=chosen == lookup.newest_snapshot(session, source.id),
        copy=next(one for one in record.snapshots if one.sha256 == chosen.sha256),
        parts=listed,
        part=listed[shown] if listed else None,
        paragraphs=tuple(_paragraphs(chosen, paragraphs, cut[shown], here, numbers)) if cut else (),
        placed=tuple(
            Placed(numbers[one], quote, paragraphs.number_at(spans[one][0][0]), one in earlier)
            for one, quote in zip(here, lookup.quotes(session, list(here)), strict=True)
        ),
        apart=apart,
        apart_count=apart_count,
        count=count,
        asked=numbers.get(asked.id) if asked else None,
    )


def without_text(session: Session, citekey: str, most: int | None = MOST_APART) -> SourceText:
    """A source with the statements from it (the first `most`), and without what is stored of it. NotFoundError: none."""
    number = lookup.source(session, citekey).id
    from_it = Attribution.source_id == number
    count = session.scalar(select(func.count()).where(from_it)) or 0
    ids = session.scalars(select(Attribution.id).where(from_it).order_by(Attribution.id).limit(most)).all()
    return SourceText(
        source=lookup.source_records(session, [number])[number], captures=captures.captures(of(session), citekey),
        copy=None, newest=True, parts=(), part=None, paragraphs=(), placed=(),
        apart=tuple(lookup.quotes(session, ids)), apart_count=count, count=count, asked=None,
    )  # fmt: skip


Spans = dict[int, list[tuple[int, int]]]


def _asked(session: Session, source: Source, reference: str) -> Attribution:
    for one in lookup.attribution_ids(session, reference):
        found = session.get_one(Attribution, one)
        if found.source_id == source.id:
            return found
    raise NotFoundError(f"{reference} does not stand in {source.citekey}.")


def _copy(session: Session, source: Source, digest: str | None, asked: Attribution | None) -> Snapshot | None:
    if digest is None:
        if asked is not None and asked.snapshot_id is not None:
            return session.get_one(Snapshot, asked.snapshot_id)
        return lookup.newest_snapshot(session, source.id)
    wanted = digest.lower()
    found = session.scalars(
        select(Snapshot).where(
            Snapshot.source_id == source.id, Snapshot.sha256.startswith(wanted, autoescape=True)
        )
    ).all()
    if len(wanted) < SHORTEST_DIGEST or len(found) != 1:
        raise NotFoundError(
            f"No one stored copy of {source.citekey} has a digest that begins with {digest!r}."
        )
    return found[0]


def _spans(session: Session, copy: Snapshot) -> Spans:
    """The places of each attribution in a copy, in the order of the text; of two that begin together the longer first."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = session.execute(
        select(Span.attribution_id, Span.start, Span.end)
        .join(Attribution, Attribution.id == Span.attribution_id)
        .where(Attribution.snapshot_id == copy.id, Span.end <= len(copy.text))
        .order_by(Span.start, Span.end.desc(), Span.attribution_id)
    )
    for one, start, end in rows:
        found[one].append((start, end))
    return dict(found)


def _found_again(session: Session, copy: Snapshot) -> Spans:
    """The places, in this copy, of what was recorded from other copies of the source and stands here word for word.

    Nothing near enough is taken, and nothing that stands here more than once.
    """
    rows = session.execute(
        select(Span.attribution_id, Attribution.snapshot_id, Span.start, Span.end)
        .join(Attribution, Attribution.id == Span.attribution_id)
        .where(Attribution.source_id == copy.source_id, Attribution.snapshot_id != copy.id)
        .order_by(Span.attribution_id, Span.position)
    ).all()
    texts = {
        one: session.get_one(Snapshot, one).text for one in {other for _, other, _, _ in rows[:MOST_SOUGHT]}
    }
    found: dict[int, list[tuple[int, int]] | None] = {}
    for attribution, other, start, end in rows[:MOST_SOUGHT]:
        places = found.setdefault(attribution, [])
        words = texts[other][start:end]
        at = copy.text.find(words) if words else -1
        if at < 0 or copy.text.find(words, at + 1) >= 0:
            found[attribution] = None
        elif places is not None:
            places.append((at, at + len(words)))
    whole = {attribution for attribution, *_ in rows[MOST_SOUGHT:]}
    return {one: sorted(places) for one, places in found.items() if places and one not in whole}


def _apart(
    session: Session, source: Source, copy: Snapshot | None, placed: Iterable[int]
) -> tuple[tuple[Quote, ...], int]:
    """The statements that have no place in this copy, in the order of recording, and how many they are."""
    apart = [Attribution.source_id == source.id, Attribution.id.not_in(list(placed))]
    if copy is not None:
        placeless = ~exists().where(Span.attribution_id == Attribution.id, Span.end <= len(copy.text))
        apart.append(or_(Attribution.snapshot_id.is_(None), Attribution.snapshot_id != copy.id, placeless))
    ids = session.scalars(
        select(Attribution.id).where(*apart).order_by(Attribution.id).limit(MOST_APART)
    ).all()
    count = len(ids)
    if count == MOST_APART:
        count = session.scalar(select(func.count()).select_from(Attribution).where(*apart)) or 0
    return tuple(lookup.quotes(session, ids)), count


def _listed(paragraphs: Paragraphs, cut: Sequence[tuple[int, int]], spans: Spans) -> tuple[Part, ...]:
    if not cut:
        return ()
    begun = [0] * len(cut)
    starts = [start for start, _ in cut]
    for places in spans.values():
        begun[_part_at(starts, places[0][0])] += 1
    return tuple(
        Part(number, paragraphs.number_at(start), paragraphs.number_at(end - 1), begun[number - 1])
        for number, (start, end) in enumerate(cut, 1)
    )


def _part_at(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _shown_part(
    paragraphs: Paragraphs,
    cut: Sequence[tuple[int, int]],
    spans: Spans,
    part: int | None,
    paragraph: int | None,
    asked: int | None,
) -> int:
    """The place in `cut` of the part that was asked for."""
    starts = [start for start, _ in cut]
    if paragraph is not None:
        return _part_at(starts, paragraphs.range_of(paragraph)[0])
    if part is not None:
        if not 1 <= part <= len(cut):
            raise InputError(f"There is no part {part}: the text has {len(cut)}.")
        return part - 1
    if asked in spans:
        return _part_at(starts, spans[asked][0][0])
    return 0


def _here(cut: Sequence[tuple[int, int]], shown: int, spans: Spans) -> Spans:
    """The places of the statements that stand in the shown part, at least partly."""
    if not cut:
        return {}
    start, end = cut[shown]
    return {
        one: places
        for one, places in spans.items()
        if any(first < end and last > start for first, last in places)
    }


def _paragraphs(
    copy: Snapshot, paragraphs: Paragraphs, shown: tuple[int, int], here: Spans, numbers: dict[int, int]
) -> list[Paragraph]:
    start, end = shown
    ranges = sorted((first, last, numbers[one]) for one, places in here.items() for first, last in places)
    # What begins between two paragraphs is shown where the next one begins.
    opens = deque(sorted((max(places[0][0], start), numbers[one]) for one, places in here.items()))
    located = ((int(at), str(label), str(value)) for at, label, value in copy.places or ())
    places = deque(one for one in located if start <= one[0] < end)
    cuts = sorted({*(at for at, _ in opens), *(at for at, _, _ in places)})
    found = []
    done = 0
    for number in range(paragraphs.number_at(start), paragraphs.number_at(end - 1) + 1):
        begins, stops = paragraphs.range_of(number)
        first, last = max(begins, start), min(stops, end)
        while done < len(ranges) and ranges[done][1] <= first:
            done += 1
        upto = bisect_left(ranges, (last, 0, 0))
        inside = cuts[bisect_left(cuts, first) : bisect_left(cuts, last)]
        pieces = []
        for one in stretches(first, last, ranges[done:upto], inside):
            opened, begun = [], []
            while opens and opens[0][0] <= one.start:
                opened.append(opens.popleft()[1])
            while places and places[0][0] <= one.start:
                _, label, value = places.popleft()
                begun.append((label, value, format_locator(label, value)))
            words = copy.text[one.start : one.end]
            pieces.append(Piece(words, one.inner, one.depth, tuple(opened), tuple(begun)))
        found.append(Paragraph(number, tuple(pieces), begins < start, flows(copy.text[first:last])))
    return found
