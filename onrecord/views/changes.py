"""What changed between two stored copies, for reading: the words that went and came, and the recorded statements in them.

Paragraphs that stayed the same are counted, but for one on each side of a change. Statements are numbered from 1 in the
order in which they stand; where there is much, it comes in parts, and the numbers run through all of them.
"""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.record import record, replace
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.statements.marks import compare_copies
from onrecord.text.locators import Paragraphs
from onrecord.text.stretches import flows, stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.db.reader import Reader
    from onrecord.matching.revision import Change, Piece, Range
    from onrecord.model.records import Quote, SourceRecord
    from onrecord.sources.captures import Copy
    from onrecord.statements.marks import Comparison, Marked

# In characters: what opens at once, and still prints as a chapter.
PART = 40_000


@record()
class Run:
    """Words that are `same`, `removed` or `added`. `marked` is the number of the innermost statement over them, `depth`
    how many there are, `opens` the numbers of those whose words begin here in this paragraph."""

    kind: str
    text: str
    marked: int | None
    depth: int
    opens: tuple[int, ...]


@record()
class Block:
    """A paragraph, `same`, `changed`, `removed` or `added`: its first and last number in both copies (None: not there).

    `skipped` counts the paragraphs before it that stayed the same and are left out.
    """

    kind: str
    old: Range | None
    new: Range | None
    runs: tuple[Run, ...]
    flows: bool
    skipped: int


@record()
class Statement:
    """A recorded statement that stands in what is shown. `touched`: its own words changed, or others in its sentence."""

    number: int
    quote: Quote
    touched: bool


@record(kw_only=True)
class ChangedText:
    """One part of what changed from one copy of a source to another.

    `statements` are those in this part; `elsewhere` counts the others that were recorded from these copies, `touched` all
    that are touched, in all parts. `skipped` counts the paragraphs after the last block of the last part.
    """

    source: SourceRecord
    old: Copy
    new: Copy
    parts: int
    part: int
    blocks: tuple[Block, ...]
    skipped: int
    changes: int
    statements: tuple[Statement, ...]
    touched: int
    elsewhere: int

    @property
    def differs(self) -> bool:
        return self.changes > 0


def changed_text(
    reader: Reader,
    citekey: str,
    old: int | None = None,
    new: int | None = None,
    part: int | None = None,
) -> ChangedText:
    """What changed, copies and default as for `compare_copies`. InputError: there is no such part."""
    compared = compare_copies(reader, citekey, old, new)
    source_id = source_queries.source_id(reader, citekey)
    marks = list(dict.fromkeys(mark.ref for mark in (*compared.new_marks, *compared.old_marks)))
    unnumbered, after = _blocks(compared, {ref: index for index, ref in enumerate(marks)})
    blocks, refs = _numbered(unnumbered, marks)
    parts = list(_parts(blocks)) or [()]
    shown = 1 if part is None else part
    if not 1 <= shown <= len(parts):
        raise InputError(f"There is no part {shown}: what changed has {len(parts)}.")
    here = parts[shown - 1]
    touched = {mark.ref for mark in compared.touched()}
    inside = sorted(set(_opened(here)))
    quotes = _quotes(reader, [refs[one] for one in inside])
    return ChangedText(
        source=source_queries.source_records(reader, [source_id])[source_id],
        old=compared.old,
        new=compared.new,
        parts=len(parts),
        part=shown,
        blocks=here,
        skipped=after if shown == len(parts) else 0,
        changes=sum(change.kind != "same" for change in compared.changes),
        statements=tuple(Statement(one, quotes[refs[one]], refs[one] in touched) for one in inside),
        touched=len(touched),
        elsewhere=len(marks) - len(inside),
    )


def _quotes(reader: Reader, refs: Sequence[str]) -> dict[str, Quote]:
    ids = [
        attribution_id for ref in refs for attribution_id in statement_queries.attribution_ids(reader, ref)
    ]
    return {quote.ref: quote for quote in statement_queries.quotes(reader, ids)}


def _shown(changes: Sequence[Change]) -> list[bool]:
    """Which paragraphs are shown: what changed, and the neighbours."""
    changed = [change.kind != "same" for change in changes]
    return [any(changed[max(0, at - 1) : at + 2]) for at in range(len(changes))]


def _numbered(blocks: Sequence[Block], refs: Sequence[str]) -> tuple[list[Block], dict[int, str]]:
    """`blocks` with the statements, so far by their place in `refs`, numbered as they are read; and their refs by number."""
    order = {one: number for number, one in enumerate(dict.fromkeys(_opened(blocks)), 1)}
    return (
        [
            replace(
                block,
                runs=tuple(
                    replace(
                        run,
                        marked=None if run.marked is None else order[run.marked],
                        opens=tuple(order[one] for one in run.opens),
                    )
                    for run in block.runs
                ),
            )
            for block in blocks
        ],
        {number: refs[one] for one, number in order.items()},
    )


def _opened(blocks: Iterable[Block]) -> Iterator[int]:
    return (one for block in blocks for run in block.runs for one in run.opens)


def _blocks(compared: Comparison, numbers: dict[str, int]) -> tuple[list[Block], int]:
    """What is shown, and how many paragraphs are left out at the end."""
    before, after = Paragraphs(compared.old.text), Paragraphs(compared.new.text)
    blocks: list[Block] = []
    skipped = 0
    for change, shown in zip(compared.changes, _shown(compared.changes), strict=True):
        if not shown:
            skipped += 1
            continue
        blocks.append(
            Block(
                change.kind,
                _paragraphs(before, change.old) if change.kind != "added" else None,
                _paragraphs(after, change.new) if change.kind != "removed" else None,
                tuple(_runs(compared, change, numbers)),
                flows(
                    compared.old.text[slice(*change.old)]
                    if change.kind == "removed"
                    else compared.new.text[slice(*change.new)]
                ),
                skipped,
            )
        )
        skipped = 0
    return blocks, skipped


def _paragraphs(paragraphs: Paragraphs, of: Range) -> Range:
    return paragraphs.number_at(of[0]), paragraphs.number_at(of[1] - 1)


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    held: list[Block] = []
    length = 0
    for block in blocks:
        size = sum(len(run.text) for run in block.runs)
        if held and length + size > PART:
            yield tuple(held)
            held, length = [], 0
        held.append(block)
        length += size
    if held:
        yield tuple(held)


def _runs(compared: Comparison, change: Change, owners: dict[str, int]) -> Iterator[Run]:
    from onrecord.matching.revision import Piece

    kind = "same" if change.kind == "changed" else change.kind
    pieces = change.pieces or (Piece(kind, change.old, change.new),)
    old_marks, new_marks = _within(compared.old_marks, change.old), _within(compared.new_marks, change.new)
    opened: set[int] = set()
    for piece in pieces:
        removed = piece.kind == "removed"
        text = compared.old.text if removed else compared.new.text
        start, end = piece.old if removed else piece.new
        ranges = _joined(
            (first, last, owners[ref])
            for first, last, ref in (
                *(() if removed else _cut(new_marks, piece.new)),
                *(() if piece.kind == "added" else _carried(compared, piece, _cut(old_marks, piece.old))),
            )
        )
        for stretch in stretches(start, end, ranges):
            opens = tuple(
                dict.fromkeys(
                    owner
                    for first, last, owner in ranges
                    if owner not in opened and first <= stretch.start < last
                )
            )
            opened.update(opens)
            words = text[stretch.start : stretch.end]
            # White space does not count: a line through it would only be in the way.
            bare = words if piece.kind == "same" else words.rstrip()
            yield Run(piece.kind, bare, stretch.inner, stretch.depth, opens)
            if bare != words:
                yield Run("same", words[len(bare) :], None, 0, ())


_Range = tuple[int, int, str]


def _within(marks: Iterable[Marked], within: Range) -> list[_Range]:
    """The stretches of statements that lie in a range, at least partly."""
    return _cut([(start, end, mark.ref) for mark in marks for start, end in mark.stretches], within)


def _cut(ranges: Iterable[_Range], within: Range) -> list[_Range]:
    cut = ((max(start, within[0]), min(end, within[1]), ref) for start, end, ref in ranges)
    return [one for one in cut if one[0] < one[1]]


def _carried(compared: Comparison, piece: Piece, ranges: Sequence[_Range]) -> Iterator[_Range]:
    """Ranges of the old text where a piece is shown from it, else in the new text, which has the same words there."""
    if piece.kind == "removed":
        yield from ranges
        return
    old, new = compared.old.text[slice(*piece.old)], compared.new.text[slice(*piece.new)]
    for start, end, ref in ranges:
        first, last = (piece.new[0] + _offset(old, new, at - piece.old[0]) for at in (start, end))
        while first < last and compared.new.text[first].isspace():
            first += 1
        yield first, last, ref


def _offset(old: str, new: str, offset: int) -> int:
    """An offset in `old` as one in `new`, which differs in white space alone."""
    if old == new:
        return offset
    before = sum(not character.isspace() for character in old[:offset])
    if not before:
        return 0
    for index, character in enumerate(new):
        before -= not character.isspace()
        if not before:
            return index + 1
    return len(new)


def _joined(ranges: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The ranges of each owner, those that touch or overlap as one."""
    groups: dict[int, list[list[int]]] = {}
    for start, end, owner in ranges:
        mine = groups.setdefault(owner, [])
        if mine and start <= mine[-1][1]:
            mine[-1][1] = max(mine[-1][1], end)
        else:
            mine.append([start, end])
    return [(start, end, owner) for owner, mine in groups.items() for start, end in mine]
