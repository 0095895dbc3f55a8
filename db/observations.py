"""What verification found, kept beside the attributions: an observation, no change of a record, so outside the history."""

from __future__ import annotations

from onrecord.db.clock import now
from onrecord.db.reader import array
from onrecord.db.reports import NOTHING, explaining
from onrecord.model.light import closing

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence


def newest_copy(source: str) -> str:
    """The SQL of the id of the stored text that a source was last seen to have; `source` is the SQL of its id."""
    return (
        f"coalesce((SELECT snapshot_id FROM captures WHERE source_id = {source} AND snapshot_id IS NOT NULL "
        "ORDER BY captured_at DESC, id DESC LIMIT 1), "
        # Another program may store a text and tell nothing of when it was captured.
        f"(SELECT max(id) FROM snapshots WHERE source_id = {source}))"
    )


# Whose words cannot stand anywhere: what is of a source without a stored text, and indirect speech, of which only the
# sentence is looked for, once there is another copy than the one that it was recorded from.
NOT_CHECKABLE = f"""(NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.source_id = attributions.source_id)
    OR (attributions.form = 'indirect' AND (attributions.snapshot_id IS NULL
        OR attributions.snapshot_id = {newest_copy("attributions.source_id")})))"""


# What stands newest is looked up once for each row, and not again where it is compared.
_LOG = f"""
WITH asked AS MATERIALIZED (
  SELECT a.id AS id, {newest_copy("a.source_id")} AS newest,
    (SELECT max(checks.id) FROM checks WHERE checks.attribution_id = a.id) AS last
    FROM attributions AS a WHERE a.id IN (SELECT value FROM json_each(:ids)))
INSERT INTO checks(attribution_id, snapshot_id, outcome, at)
SELECT asked.id, asked.newest, :outcome, :at FROM asked LEFT JOIN checks AS before ON before.id = asked.last
 WHERE asked.newest IS NOT NULL
   AND (before.id IS NULL OR before.outcome <> :outcome OR before.snapshot_id IS NOT asked.newest)
 ORDER BY asked.id"""
# So many ids go to SQLite at once.
_AT_ONCE = 10_000


def log(connection: sqlite3.Connection, outcome: str, ids: Sequence[int], moment: str) -> None:
    """Writes down what was found of these attributions in the newest stored texts, where it is not what was found before."""
    for first in range(0, len(ids), _AT_ONCE):
        some = array(ids[first : first + _AT_ONCE])
        connection.execute(_LOG, {"outcome": outcome, "ids": some, "at": moment})


def keep(path: str, outcomes: Mapping[str, Iterable[int]], *, of_all: bool = False) -> None:
    """Writes each outcome beside the attributions with these ids, as of now, all or none.

    `of_all`: what was checked once and cannot be checked any more is said to be so too; what never was stays unchecked.
    Raises DatabaseError for a file that cannot be written, and sqlite3.Error.
    """
    from onrecord.db import turn, whole  # which whoever only reads does not need

    with explaining(path, NOTHING), closing(whole.connect(path)) as connection:
        turn.begin(connection)
        keep_in(connection, outcomes, of_all=of_all)
        connection.execute("COMMIT")


def keep_in(
    connection: sqlite3.Connection, outcomes: Mapping[str, Iterable[int]], *, of_all: bool = False
) -> None:
    """The same in the transaction that one is in."""
    moment = now()
    for outcome, ids in outcomes.items():
        ids = list(ids)
        log(connection, outcome, ids, moment)
        connection.executemany(
            "UPDATE attributions SET check_result = ?, checked_at = ? WHERE id = ?",
            ((outcome, moment, attribution) for attribution in ids),
        )
    if of_all:
        connection.execute(
            "UPDATE attributions SET check_result = 'not_checkable', checked_at = ? "
            f"WHERE check_result IS NOT NULL AND {NOT_CHECKABLE}",
            (moment,),
        )
