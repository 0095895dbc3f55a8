"""The stored text of a source with every recorded statement in it: what the page of a source shows.

Statements are numbered from 1 in the order of the text. A long text comes in parts; the numbers run through all of
them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque

from onrecord.db.observations import newest_copy
from onrecord.db.reader import array
from onrecord.errors import InputError, NotFoundError
from onrecord.model.record import record
from onrecord.sources import captures
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Paragraphs
from onrecord.text.stretches import flows, parts, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Quote, SnapshotRecord, SourceRecord
    from onrecord.sources.captures import CaptureRecord

# About 7,000 words: a page that opens at once and still prints as a chapter.
PART = 40_000
# Of the statements without a place in the shown copy, which a source without a text may have by the thousand.
MOST_APART = 100
SHORTEST_DIGEST = 8
# Stretches recorded from other copies that are looked for in the shown one.
MOST_SOUGHT = 500


@record()
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


@record()
class Paragraph:
    """A paragraph, or (`continued`) what is left of one that began in the part before.

    `flows` tells that its line ends are only where the lines of the file were full.
    """

    number: int
    pieces: tuple[Piece, ...]
    continued: bool
    flows: bool


@record()
class Part:
    """A part of a text: its first and last paragraph, and how many statements begin in it."""

    number: int
    first: int
    last: int
    statements: int


@record()
class Placed:
    """A statement in the text that is shown, with its number and the paragraph it begins in.

    `earlier` tells that it was recorded from another copy, and that its words stand in this one as well.
    """

    number: int
    quote: Quote
    paragraph: int
    earlier: bool


@record(kw_only=True)
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


@record()
class _Copy:
    """A stored copy with what is shown of it."""

    id: int
    source_id: int
    sha256: str
    text: str
    places: list[list[int | str]]


def source_text(
    reader: Reader,
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
    source_id = source_queries.source_id(reader, citekey)
    source = source_queries.source_records(reader, [source_id])[source_id]
    wanted, recorded_from = _wanted(reader, source_id, statement) if statement else (None, None)
    captured = captures.captures(reader, citekey)
    chosen = _copy(reader, source_id, copy, recorded_from)
    count = _count(reader, source_id)
    if chosen is None:
        apart, apart_count = _apart(reader, source_id, None, ())
        return SourceText(
            source=source, captures=captured, copy=None, newest=True, parts=(), part=None, paragraphs=(), placed=(),
            apart=apart, apart_count=apart_count, count=count, asked=None,
        )  # fmt: skip
    paragraphs = Paragraphs(chosen.text)
    spans, earlier = _spans(reader, chosen), _found_again(reader, chosen)
    spans = dict(sorted((spans | earlier).items(), key=lambda item: (item[1][0][0], -item[1][0][1], item[0])))
    numbers = {span: number for number, span in enumerate(spans, 1)}
    cut = parts(chosen.text, paragraphs, PART)
    listed = _listed(paragraphs, cut, spans)
    shown = _shown_part(paragraphs, cut, spans, part, paragraph, wanted)
    apart, apart_count = _apart(reader, source_id, chosen, earlier)
    here = _here(cut, shown, spans)
    return SourceText(
        source=source,
        captures=captured,
        newest=chosen.id == _newest(reader, source_id),
        copy=next(stored for stored in source.snapshots if stored.sha256 == chosen.sha256),
        parts=listed,
        part=listed[shown] if listed else None,
        paragraphs=tuple(_paragraphs(chosen, paragraphs, cut[shown], here, numbers)) if cut else (),
        placed=tuple(
            Placed(numbers[one], quote, paragraphs.number_at(spans[one][0][0]), one in earlier)
            for one, quote in zip(here, statement_queries.quotes(reader, list(here)), strict=True)
        ),
        apart=apart,
        apart_count=apart_count,
        count=count,
        asked=numbers.get(wanted) if wanted is not None else None,
    )


def statements_without_text(reader: Reader, citekey: str, most: int | None = MOST_APART) -> SourceText:
    """A source with the statements from it (the first `most`), and without what is stored of it. NotFoundError: none."""
    source_id = source_queries.source_id(reader, citekey)
    count = _count(reader, source_id)
    ids = reader.column(
        "SELECT id FROM attributions WHERE source_id = ? ORDER BY id LIMIT ?",
        (source_id, -1 if most is None else most),
    )
    return SourceText(
        source=source_queries.source_records(reader, [source_id])[source_id], captures=captures.captures(reader, citekey),
        copy=None, newest=True, parts=(), part=None, paragraphs=(), placed=(),
        apart=tuple(statement_queries.quotes(reader, ids)), apart_count=count, count=count, asked=None,
    )  # fmt: skip


def _count(reader: Reader, source_id: int) -> int:
    count: int = reader.value("SELECT count(*) FROM attributions WHERE source_id = ?", (source_id,))
    return count


def _wanted(reader: Reader, source_id: int, reference: str) -> tuple[int, int | None]:
    """The attribution that was asked for, and the copy that it was recorded from."""
    for attribution_id in statement_queries.attribution_ids(reader, reference):
        [(source, snapshot_id)] = reader.rows(
            "SELECT source_id, snapshot_id FROM attributions WHERE id = ?", (attribution_id,)
        )
        if source == source_id:
            return attribution_id, snapshot_id
    citekey = reader.value("SELECT citekey FROM sources WHERE id = ?", (source_id,))
    raise NotFoundError(f"{reference} does not stand in {citekey}.")


def _newest(reader: Reader, source_id: int) -> int | None:
    newest: int | None = reader.value(f"SELECT {newest_copy('?1')}", (source_id,))
    return newest


def _copy(reader: Reader, source_id: int, digest: str | None, recorded_from: int | None) -> _Copy | None:
    if digest is None:
        chosen = recorded_from if recorded_from is not None else _newest(reader, source_id)
        return None if chosen is None else _stored(reader, chosen)
    wanted = digest.lower()
    stored = reader.rows("SELECT id, sha256 FROM snapshots WHERE source_id = ?", (source_id,))
    fitting = [snapshot_id for snapshot_id, sha256 in stored if sha256.startswith(wanted)]
    if len(wanted) < SHORTEST_DIGEST or len(fitting) != 1:
        citekey = reader.value("SELECT citekey FROM sources WHERE id = ?", (source_id,))
        raise NotFoundError(f"No one stored copy of {citekey} has a digest that begins with {digest!r}.")
    return _stored(reader, fitting[0])


def _stored(reader: Reader, snapshot_id: int) -> _Copy:
    import json

    [(source_id, sha256, text, places)] = reader.rows(
        "SELECT source_id, sha256, text, places FROM snapshots WHERE id = ?", (snapshot_id,)
    )
    return _Copy(snapshot_id, source_id, sha256, text, json.loads(places) if places else [])


Spans = dict[int, list[tuple[int, int]]]


def _spans(reader: Reader, copy: _Copy) -> Spans:
    """The places of each attribution in a copy, in the order of the text; of two that begin together the longer first."""
    spans: Spans = {}
    for attribution_id, start, end in reader.rows(
        'SELECT sp.attribution_id, sp.start, sp."end" FROM spans AS sp '
        "JOIN attributions AS a ON a.id = sp.attribution_id "
        'WHERE a.snapshot_id = ? AND sp."end" <= ? ORDER BY sp.start, sp."end" DESC, sp.attribution_id',
        (copy.id, len(copy.text)),
    ):
        spans.setdefault(attribution_id, []).append((start, end))
    return spans


def _found_again(reader: Reader, copy: _Copy) -> Spans:
    """The places, in this copy, of what was recorded from other copies of the source and stands here word for word.

    Nothing near enough is taken, and nothing that stands here more than once.
    """
    rows = reader.rows(
        'SELECT sp.attribution_id, a.snapshot_id, sp.start, sp."end" FROM spans AS sp '
        "JOIN attributions AS a ON a.id = sp.attribution_id "
        "WHERE a.source_id = ? AND a.snapshot_id <> ? ORDER BY sp.attribution_id, sp.position",
        (copy.source_id, copy.id),
    )
    texts = dict(
        reader.rows(
            "SELECT id, text FROM snapshots WHERE id IN (SELECT value FROM json_each(?))",
            (array({other for _, other, _, _ in rows[:MOST_SOUGHT]}),),
        )
    )
    again: dict[int, list[tuple[int, int]] | None] = {}
    for attribution_id, other, start, end in rows[:MOST_SOUGHT]:
        places = again.setdefault(attribution_id, [])
        words = texts[other][start:end]
        where = copy.text.find(words) if words else -1
        if where < 0 or copy.text.find(words, where + 1) >= 0:
            again[attribution_id] = None
        elif places is not None:
            places.append((where, where + len(words)))
    beyond = {attribution_id for attribution_id, *_ in rows[MOST_SOUGHT:]}
    return {one: sorted(places) for one, places in again.items() if places and one not in beyond}


def _apart(
    reader: Reader, source_id: int, copy: _Copy | None, placed: Iterable[int]
) -> tuple[tuple[Quote, ...], int]:
    """The statements that have no place in this copy, in the order of recording, and how many they are."""
    which = "source_id = ? AND id NOT IN (SELECT value FROM json_each(?))"
    parameters: list[object] = [source_id, array(placed)]
    if copy is not None:
        which += (
            " AND (snapshot_id IS NULL OR snapshot_id <> ? OR NOT EXISTS"
            ' (SELECT 1 FROM spans WHERE spans.attribution_id = attributions.id AND spans."end" <= ?))'
        )
        parameters += [copy.id, len(copy.text)]
    ids = reader.column(
        f"SELECT id FROM attributions WHERE {which} ORDER BY id LIMIT {MOST_APART}", parameters
    )
    count = len(ids)
    if count == MOST_APART:
        count = reader.value(f"SELECT count(*) FROM attributions WHERE {which}", parameters)
    return tuple(statement_queries.quotes(reader, ids)), count


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
    copy: _Copy, paragraphs: Paragraphs, shown: tuple[int, int], here: Spans, numbers: dict[int, int]
) -> list[Paragraph]:
    start, end = shown
    ranges = sorted((first, last, numbers[one]) for one, places in here.items() for first, last in places)
    # What begins between two paragraphs is shown where the next one begins.
    opens = deque(sorted((max(places[0][0], start), numbers[one]) for one, places in here.items()))
    located = ((int(at), str(label), str(value)) for at, label, value in copy.places)
    places = deque(one for one in located if start <= one[0] < end)
    cuts = sorted({*(at for at, _ in opens), *(at for at, _, _ in places)})
    shown_here = []
    done = 0
    for number in range(paragraphs.number_at(start), paragraphs.number_at(end - 1) + 1):
        begins, stops = paragraphs.range_of(number)
        first, last = max(begins, start), min(stops, end)
        while done < len(ranges) and ranges[done][1] <= first:
            done += 1
        upto = bisect_left(ranges, (last, 0, 0))
        inside = cuts[bisect_left(cuts, first) : bisect_left(cuts, last)]
        pieces = []
        for stretch in stretches(first, last, ranges[done:upto], inside):
            opened, begun = [], []
            while opens and opens[0][0] <= stretch.start:
                opened.append(opens.popleft()[1])
            while places and places[0][0] <= stretch.start:
                _, label, value = places.popleft()
                begun.append((label, value, format_locator(label, value)))
            words = copy.text[stretch.start : stretch.end]
            pieces.append(Piece(words, stretch.inner, stretch.depth, tuple(opened), tuple(begun)))
        shown_here.append(Paragraph(number, tuple(pieces), begins < start, flows(copy.text[first:last])))
    return shown_here
