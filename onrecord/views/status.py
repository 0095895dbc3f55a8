"""How things stand in a database: what is in it, what waits, what is in doubt, and what was done last."""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.model.records import Json


@record()
class Status:
    """Numbers of rows by table; waiting proposals as (citekey, number), the most first; doubts by what they are; the last
    operation as (number, time, command), None in a new database."""

    counts: dict[str, int]
    waiting: Sequence[tuple[str, int]]
    doubts: dict[str, int]
    last: tuple[int, str, str] | None

    def as_json(self) -> Json:
        return {
            **self.counts,
            "waiting": [{"source": citekey, "proposals": number} for citekey, number in self.waiting],
            **self.doubts,
            "last": dict(zip(("operation", "at", "command"), self.last, strict=True)) if self.last else None,
        }


_TABLES = ("statements", "sources", "speakers", "claims")
_WAITING = """
SELECT sources.citekey, count(*) AS number FROM proposals JOIN snapshots ON snapshots.id = proposals.snapshot_id
  JOIN sources ON sources.id = snapshots.source_id WHERE proposals.state = 'open'
 GROUP BY sources.id ORDER BY number DESC, sources.citekey"""
_DOUBTS = """
SELECT count(*) FILTER (WHERE check_result IN ('absent', 'altered', 'ambiguous', 'stitched')
                           OR (check_result = 'inverted' AND accepted_reason IS NULL)),
       count(*) FILTER (WHERE check_result = 'drifted'), count(*) FILTER (WHERE status <> 'sourced') FROM attributions"""


def status(reader: Reader) -> Status:
    """Counts everything once."""
    [(failed, drifted, disputed)] = reader.rows(_DOUBTS)
    last = reader.rows("SELECT id, at, command FROM operations WHERE NOT open ORDER BY id DESC LIMIT 1")
    return Status(
        {table: int(reader.value(f"SELECT count(*) FROM {table}")) for table in _TABLES},
        reader.rows(_WAITING),
        {"failed": failed, "drifted": drifted, "disputed": disputed},
        last[0] if last else None,
    )
