"""What verification found, kept beside the attributions: an observation, no change of a record, so outside the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing

from onrecord.db import files
from onrecord.db.clock import now

# Whose words cannot stand anywhere: indirect speech, and what is of a source without a stored text.
NOT_CHECKABLE = """(attributions.form = 'indirect'
    OR NOT EXISTS (SELECT 1 FROM snapshots WHERE snapshots.source_id = attributions.source_id))"""


def keep(path: str, outcomes: Mapping[str, Iterable[int]], *, of_all: bool = False) -> None:
    """Writes each outcome beside the attributions with these ids, as of now, all or none.

    `of_all`: what was checked once and cannot be checked any more is said to be so too; what never was stays unchecked.
    Raises DatabaseError for a file that cannot be written, and sqlite3.Error.
    """
    files.check(path)
    files.check_writable(path)
    at = now()
    with closing(files.connect(files.uri(path, "rw"))) as connection:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        for outcome, ids in outcomes.items():
            connection.executemany(
                "UPDATE attributions SET check_result = ?, checked_at = ? WHERE id = ?",
                ((outcome, at, one) for one in ids),
            )
        if of_all:
            connection.execute(
                "UPDATE attributions SET check_result = 'not_checkable', checked_at = ? "
                f"WHERE check_result IS NOT NULL AND {NOT_CHECKABLE}",
                (at,),
            )
        connection.execute("COMMIT")
