"""Migrating a database file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from onrecord.db import backup as backups
from onrecord.db import driver, files, folded, migrate
from onrecord.db import repair as repairs
from onrecord.db.committed import note_commit
from onrecord.db.new_file import create
from onrecord.db.parts import differences, parts
from onrecord.db.reports import explaining
from onrecord.db.whole import refusal
from onrecord.model.record import record

__all__ = ["Upgraded", "create", "upgrade"]


@record()
class Upgraded:
    """What was done to a file, or would be: nothing where not `due`. `done` are phrases, `unchecked` the outcomes taken away."""

    due: bool = False
    backup: Path | None = None
    before: int = files.SCHEMA_VERSION
    done: tuple[str, ...] = ()
    unchecked: int = 0


def upgrade(
    path: Path, *, repair: bool = False, rehearse: bool = False, watched: migrate.Watched | None = None
) -> Upgraded:
    """Brings the file to the current schema after a backup beside it; with `repair` also what others have changed of it.

    `rehearse`: all is done and taken back, to see what it would be; then there is no backup. `watched` passes on what takes
    long item by item, and shows how far it has come.

    DatabaseError for a file that is not an onrecord database, has a newer schema, is damaged, or, without `repair`, was
    rebuilt by another program; then nothing was changed.
    """
    version = files.schema_version(path)
    if version > files.SCHEMA_VERSION:
        files.refuse_other_schema(path, version)
    files.check_writable(path)
    engine = driver.engine(lambda: files.connect_migrating(path), "BEGIN IMMEDIATE")
    with (
        explaining(path, "nothing was changed"),
        engine.connect() as connection,
        _locked(connection, rehearse) as kept,
    ):
        raw = driver.raw(connection)
        backups.clear_up(path)
        # Another may have migrated it meanwhile.
        [version] = raw.execute("PRAGMA user_version").fetchone()
        expected = migrate.schema(version)
        different = differences(parts(raw), expected)
        if different and not repair:
            raise refusal(path, different)
        if not repair and version == files.SCHEMA_VERSION:
            return Upgraded()
        if not rehearse:
            kept.append(backups.back_up(path, version))
        repaired = repairs.repair(raw, expected) if repair else repairs.Repaired((), 0)
        if version < files.SCHEMA_VERSION:
            migrate.migrate(connection, watched=watched)
        if repair:
            folded.refold(raw)  # what was reworded while no trigger watched is found by its new words
    if not rehearse:
        _tidy(path)
    return Upgraded(True, kept[0] if kept else None, version, repaired.done, repaired.unchecked)


@contextmanager
def _locked(connection: Connection, rehearse: bool) -> Iterator[list[Path]]:
    """One transaction that nobody else writes in; where it comes to nothing, the backups in the list are taken away."""
    kept: list[Path] = []
    raw = driver.raw(connection)
    with connection.begin():
        try:
            yield kept
            if rehearse:
                raw.rollback()
                return
            raw.execute("COMMIT")
            note_commit()
        except BaseException as error:
            # An interrupt may come just when all is done.
            if raw.in_transaction or isinstance(error, Exception):
                raw.rollback()
                for backup in kept:
                    backup.unlink(missing_ok=True)
            raise


def _tidy(path: Path) -> None:
    """Puts what the log has into the file. All is done by now: where there is no room, another will."""
    with suppress(sqlite3.Error), closing(files.connect_migrating(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
