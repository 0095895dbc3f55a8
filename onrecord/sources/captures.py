"""The stored copies of a source, and when each was captured.

Copies are numbered from 1 in the order in which their texts were first stored. A page that goes from A to B and back
to A is three captures of two copies.
"""

from __future__ import annotations

from onrecord.db.observations import newest_copy
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.model.record import Told, record
from onrecord.sources import queries as source_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record(kw_only=True)
class CaptureRecord(Told):
    """That a source was looked at: when, where, what the server said, and the number of the copy that it was (None: `reason`)."""

    captured_at: str
    copy: int | None
    url: str | None
    archive_url: str | None
    status: int | None
    original_sha256: str | None
    reason: str | None


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


def captures(reader: Reader, citekey: str) -> tuple[CaptureRecord, ...]:
    """Every capture of a source, in the order of time. NotFoundError for an unknown source."""
    source = source_queries.source_id(reader, citekey)
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
    source = source_queries.source_id(reader, citekey)
    newest = reader.value(f"SELECT {newest_copy('?1')}", (source,))
    captured: dict[int, list[str]] = {}
    for snapshot, moment in reader.rows(
        "SELECT snapshot_id, captured_at FROM captures WHERE source_id = ? AND snapshot_id IS NOT NULL "
        "ORDER BY captured_at, id",
        (source,),
    ):
        captured.setdefault(snapshot, []).append(moment)
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
        raise NotFoundError(f"{citekey} has no stored copy.", hint=Hint("add_copy", citekey=citekey))
    if number is None:
        return next(one for one in stored if one.newest)
    if not 1 <= number <= len(stored):
        has = "1 stored copy" if len(stored) == 1 else f"{len(stored)} stored copies, numbered from 1"
        raise NotFoundError(f"{citekey} has no copy {number}: it has {has}.")
    return stored[number - 1]


def before(stored: Sequence[Copy], later: Copy) -> Copy | None:
    """The other copy that was seen last before `later` was."""
    others = [one for one in stored if one.id != later.id]
    earlier = [other for other in others if other.captured and other.captured[0] <= later.since]
    return max(
        earlier or others,
        key=lambda copy: (max([at for at in copy.captured if at <= later.since], default=""), copy.id),
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
