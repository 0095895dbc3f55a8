"""The stored copies of a source, when each was captured, and what changed between two of them.

Copies are numbered from 1 in the order in which their texts were first stored. A page that goes from A to B and back
to A is three captures of two copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord import finding
from onrecord.db.observations import newest_copy
from onrecord.db.reader import Reader, array
from onrecord.errors import NotFoundError
from onrecord.model.record import record
from onrecord.model.records import Json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.matching.revision import Change


@record(kw_only=True)
class CaptureRecord:
    """That a source was looked at: when, where, what the server said, and the number of the copy that it was (None: `reason`)."""

    captured_at: str
    copy: int | None
    url: str | None
    archive_url: str | None
    status: int | None
    original_sha256: str | None
    reason: str | None

    def as_json(self) -> Json:
        return {
            "captured_at": self.captured_at,
            "copy": self.copy,
            "url": self.url,
            "archive_url": self.archive_url,
            "status": self.status,
            "original_sha256": self.original_sha256,
            "reason": self.reason,
        }


@record(kw_only=True)
class Copy:
    """A stored text with its number; `captured` are the days and times on which the source had it, `newest` whether it has it now."""

    id: int
    number: int
    sha256: str
    text: str
    captured: tuple[str, ...]
    newest: bool

    @property
    def since(self) -> str:
        """When it was seen last."""
        return self.captured[-1] if self.captured else ""


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
        found = []
        for mark in self.old_marks:
            first, last = sentences_around(self.old.text, mark.stretches[0][0], mark.stretches[-1][1])
            if any(start < last and max(end, start + 1) > first for (start, end), _ in gone):
                found.append(mark)
        return tuple(found)


def captures(reader: Reader, citekey: str) -> tuple[CaptureRecord, ...]:
    """Every capture of a source, in the order of time. NotFoundError for an unknown source."""
    source = finding.source_id(reader, citekey)
    numbers = _numbers(reader, source)
    return tuple(
        [
            CaptureRecord(
                captured_at=captured_at,
                copy=numbers.get(snapshot),
                url=url,
                archive_url=archive_url,
                status=status,
                original_sha256=sha256,
                reason=reason,
            )
            for snapshot, captured_at, url, archive_url, status, sha256, reason in reader.rows(
                "SELECT snapshot_id, captured_at, url, archive_url, status, original_sha256, reason FROM captures "
                "WHERE source_id = ? ORDER BY captured_at, id",
                (source,),
            )
        ]
    )


def copies(reader: Reader, citekey: str) -> tuple[Copy, ...]:
    """Every stored copy of a source, by number. NotFoundError for an unknown source."""
    source = finding.source_id(reader, citekey)
    newest = reader.value(f"SELECT {newest_copy('?1')}", (source,))
    captured: dict[int, list[str]] = {}
    for snapshot, at in reader.rows(
        "SELECT snapshot_id, captured_at FROM captures WHERE source_id = ? AND snapshot_id IS NOT NULL "
        "ORDER BY captured_at, id",
        (source,),
    ):
        captured.setdefault(snapshot, []).append(at)
    return tuple(
        [
            Copy(
                id=one,
                number=number,
                sha256=sha256,
                text=text,
                captured=tuple(captured.get(one, (captured_at,))),
                newest=one == newest,
            )
            for number, (one, sha256, text, captured_at) in enumerate(
                reader.rows(
                    "SELECT id, sha256, text, captured_at FROM snapshots WHERE source_id = ? ORDER BY id",
                    (source,),
                ),
                1,
            )
        ]
    )


def copy(reader: Reader, citekey: str, number: int | None = None) -> Copy:
    """The copy with this number, by default the one that the source was last seen to have. NotFoundError where there is none."""
    stored = copies(reader, citekey)
    if not stored:
        raise NotFoundError(
            f"{citekey} has no stored copy. Store one with: onrecord add snapshot {citekey} FILE|URL"
        )
    if number is None:
        return next(one for one in stored if one.newest)
    if not 1 <= number <= len(stored):
        has = "1 stored copy" if len(stored) == 1 else f"{len(stored)} stored copies, numbered from 1"
        raise NotFoundError(f"{citekey} has no copy {number}: it has {has}.")
    return stored[number - 1]


def compared(reader: Reader, citekey: str, old: int | None = None, new: int | None = None) -> Comparison:
    """What changed from one copy to another, by default from the text before the newest to the newest.

    NotFoundError: an unknown source, a copy that is not there, or a source with one copy.
    """
    from onrecord.matching.revision import revision

    later = copy(reader, citekey, new)
    if old is None:
        before = _before(copies(reader, citekey), later)
        if before is None:
            raise NotFoundError(
                f"{citekey} has one stored copy: there is nothing to compare it with. Store a later one with: "
                f"onrecord add snapshot {citekey} FILE|URL"
            )
    else:
        before = copy(reader, citekey, old)
    return Comparison(
        citekey=citekey,
        old=before,
        new=later,
        changes=revision(before.text, later.text),
        old_marks=marked(reader, before),
        new_marks=marked(reader, later),
    )


def marked(reader: Reader, asked: Copy) -> tuple[Marked, ...]:
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
    refs = finding.references(reader, list(stretches))
    found = [
        Marked(ref=refs[one], polarity=polarities[one], stretches=tuple(places))
        for one, places in stretches.items()
    ]
    return tuple(sorted(found, key=lambda mark: (mark.stretches[0], mark.ref)))


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


def _before(stored: Sequence[Copy], later: Copy) -> Copy | None:
    """The other copy that was seen last before `later` was."""
    others = [one for one in stored if one.id != later.id]
    earlier = [one for one in others if one.captured and one.captured[0] <= later.since]
    return max(
        earlier or others,
        key=lambda one: (max([at for at in one.captured if at <= later.since], default=""), one.id),
        default=None,
    )


def _numbers(reader: Reader, source: int) -> dict[int | None, int]:
    ids = reader.column("SELECT id FROM snapshots WHERE source_id = ? ORDER BY id", (source,))
    return {one: number for number, one in enumerate(ids, 1)}


def numbers_of(reader: Reader, snapshots: Sequence[int]) -> dict[int, int]:
    """The number of each of these copies within its source."""
    return dict(
        reader.rows(
            "SELECT sn.id, (SELECT count(*) FROM snapshots AS twin WHERE twin.source_id = sn.source_id AND twin.id <= sn.id) "
            "FROM snapshots AS sn WHERE sn.id IN (SELECT value FROM json_each(?))",
            (array(snapshots),),
        )
    )
