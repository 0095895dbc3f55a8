"""Making and migrating a database file."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from alembic import command
from alembic.config import Config

from onrecord.db import files
from onrecord.db.engine import migrating_engine
from onrecord.db.explaining import explaining
from onrecord.errors import ConflictError, DatabaseError
from onrecord.outputs.file import beside, put_new
from onrecord.outputs.guard import COMPANIONS, Guard


def create(path: Path) -> None:
    """Makes a new database at `path`, whole or not at all. ConflictError if something is there already."""
    if os.path.lexists(path):
        raise ConflictError(f"{path} already exists. Choose another place, or use it with: --db {path}")
    Guard().refuse(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}.") from None
    try:
        draft = beside(path.parent)
        # Made here, so that it has the permissions that the umask leaves.
        draft.touch(exist_ok=False)
        try:
            with explaining(path):
                _run_migrations(draft)
            put_new(draft, path)
        finally:
            for leftover in (draft, *(Path(f"{draft}{end}") for end in COMPANIONS)):
                leftover.unlink(missing_ok=True)
    except FileExistsError:
        raise ConflictError(f"{path} already exists. Use it with: --db {path}") from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be made: {error.strerror}.") from None


def upgrade(path: Path) -> Path | None:
    """Brings the file to the current schema after a backup beside it.

    Returns the backup's path, or None where the schema was current already. DatabaseError for a file that is
    not an onrecord database or has a newer schema; then nothing was touched.
    """
    version = files.schema_version(path)
    if version >= files.SCHEMA_VERSION:
        files.check(path)
        return None
    files.check_writable(path)
    with explaining(path):
        backup = _back_up(path, version)
        _run_migrations(path)
    return backup


def _back_up(path: Path, version: int) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = path.with_name(f"{path.name}.schema{version}-{stamp}.backup")
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(backup)
    try:
        source.backup(target)
    except sqlite3.Error:
        target.close()
        backup.unlink(missing_ok=True)
        raise
    finally:
        source.close()
        target.close()
    shutil.copymode(path, backup)
    return backup


def _run_migrations(path: Path) -> None:
    engine = migrating_engine(path)
    try:
        with engine.connect() as connection:
            command.upgrade(configuration(connection), "head")
        # The header is what tells the schema: it must not wait in the log.
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def configuration(connection: object) -> Config:
    """Alembic's configuration for one open connection; `migrations/env.py` takes it from there."""
    config = Config()
    folder = str(resources.files("onrecord.migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
