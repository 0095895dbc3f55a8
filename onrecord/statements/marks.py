"""The recorded statements in the stored copies of a source, and what changed between two copies."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.db.reader import Reader
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import record
from onrecord.sources.captures import Copy, before, copies, copy
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.matching.revision import Change


@record(kw_only=True)
class Marked:
    """A recorded statement where it stands in a copy: KEY@CITEKEY, and its stretches."""

    ref: str
    polarity: str
    stretches: tuple[tuple[int, int], ...]


@record(kw_only=True)
class Comparison:
    """Two copies, every paragraph of both, and the recorded statements that stand in what is gone or changed.

    `old_marks` and `new_marks` are all statements that were recorded from these copies.
    """

    citekey: str
    old: Copy
    new: Copy
    changes: tuple[Change, ...]
    old_marks: tuple[Marked, ...]
    new_marks: tuple[Marked, ...]

    @property
    def differs(self) -> bool:
        return any(change.kind != "same" for change in self.changes)

    def touched(self) -> tuple[Marked, ...]:
        """The statements of the old copy whose own words are removed, or stand beside a change in their paragraph."""
        from onrecord.matching.passage import sentences_around

        gone = [
            piece
            for change in self.changes
            for piece in (
                [(change.old, change.new)]
                if change.kind == "removed"
                else [(one.old, one.new) for one in change.pieces if one.kind != "same"]
            )
        ]
        pieces = []
        for mark in self.old_marks:
            first, last = sentences_around(self.old.text, mark.stretches[0][0], mark.stretches[-1][1])
            if any(start < last and max(end, start + 1) > first for (start, end), _ in gone):
                pieces.append(mark)
        return tuple(pieces)


def compare_copies(
    reader: Reader, citekey: str, old: int | None = None, new: int | None = None
) -> Comparison:
    """What changed from one copy to another, by default from the text before the newest to the newest.

    NotFoundError: an unknown source, a copy that is not there, or a source with one copy.
    """
    from onrecord.matching.revision import revision

    later = copy(reader, citekey, new)
    if old is None:
        earlier = before(copies(reader, citekey), later)
        if earlier is None:
            raise NotFoundError(
                f"{citekey} has one stored copy: there is nothing to compare it with.",
                hint=Hint("add_later_copy", citekey=citekey),
            )
    else:
        earlier = copy(reader, citekey, old)
    return Comparison(
        citekey=citekey,
        old=earlier,
        new=later,
        changes=revision(earlier.text, later.text),
        old_marks=marked_statements(reader, earlier),
        new_marks=marked_statements(reader, later),
    )


def marked_statements(reader: Reader, asked: Copy) -> tuple[Marked, ...]:
    """The statements that stand in a copy, in the order of its text: those recorded from it, and those recorded from
    another copy of the source whose very words stand here once."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    polarities: dict[int, str] = {}
    for attribution, polarity, start, end in reader.rows(
        'SELECT a.id, a.polarity, sp.start, sp."end" FROM attributions AS a JOIN spans AS sp ON sp.attribution_id = a.id '
        "WHERE a.snapshot_id = ? ORDER BY a.id, sp.position",
        (asked.id,),
    ):
        if end <= len(asked.text):
            stretches.setdefault(attribution, []).append((start, end))
            polarities[attribution] = polarity
    for attribution, polarity, places in _found_again(reader, asked):
        stretches[attribution] = places
        polarities[attribution] = polarity
    refs = statement_queries.references(reader, list(stretches))
    statements = [
        Marked(ref=refs[one], polarity=polarities[one], stretches=tuple(places))
        for one, places in stretches.items()
    ]
    return tuple(sorted(statements, key=lambda mark: (mark.stretches[0], mark.ref)))


def _found_again(reader: Reader, asked: Copy) -> Iterator[tuple[int, str, list[tuple[int, int]]]]:
    words: dict[tuple[int, str], list[str]] = {}
    for attribution, polarity, wording in reader.rows(
        'SELECT a.id, a.polarity, substr(sn.text, sp.start + 1, sp."end" - sp.start) FROM attributions AS a '
        "JOIN snapshots AS sn ON sn.id = a.snapshot_id JOIN spans AS sp ON sp.attribution_id = a.id "
        "WHERE sn.source_id = (SELECT source_id FROM snapshots WHERE id = ?1) AND sn.id <> ?1 "
        "ORDER BY a.id, sp.position",
        (asked.id,),
    ):
        words.setdefault((attribution, polarity), []).append(wording)
    for (attribution, polarity), wordings in words.items():
        starts = [asked.text.find(wording) for wording in wordings]
        if all(
            start >= 0 and asked.text.find(wording, start + 1) < 0
            for start, wording in zip(starts, wordings, strict=True)
        ):
            yield (
                attribution,
                polarity,
                [(start, start + len(wording)) for start, wording in zip(starts, wordings, strict=True)],
            )
