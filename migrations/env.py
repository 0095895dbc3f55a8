"""Runs the migrations: one IMMEDIATE transaction, foreign keys off, everything checked before the commit.

`onrecord.db.schema` hands over an open connection. From a checkout, `alembic upgrade head` and the like work on
the database that onrecord itself would use (ONRECORD_DB, else the nearest onrecord.db), or on `-x db=PATH`.
"""

import os
from pathlib import Path

from alembic import context
from sqlalchemy import Connection

from onrecord.db import driver, files, fulltext, renewal, stored_texts
from onrecord.db import models as _models  # noqa: F401  (fills the metadata)
from onrecord.db.base import Base
from onrecord.errors import DatabaseError


def ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    """FTS5 keeps its data in tables of its own, which are not ours to compare."""
    indexes = {*(index.name for index in fulltext.INDEXES), stored_texts.INDEX, stored_texts.LISTED}
    shadows = tuple(f"{name}_" for name in indexes)
    return not (kind == "table" and name is not None and (name in indexes or name.startswith(shadows)))


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=ours,
        render_as_batch=True,
        transaction_per_migration=False,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
        finish(connection)


def finish(connection: Connection) -> None:
    """Stamps the file and refuses to commit a schema that lost a reference or an index."""
    revision = context.get_context().get_current_revision() or "0"
    connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")
    connection.exec_driver_sql(f"PRAGMA application_id = {files.APPLICATION_ID}")
    present = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_schema")}
    if "speaker_names" in present:
        renewal.name_keys(connection)
    for index in fulltext.INDEXES:
        if index.name in present:
            connection.exec_driver_sql(index.rebuild())
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DatabaseError(
            f"The migration was taken back: {len(broken)} rows point at nothing, {broken[0]!r}."
        )


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    chosen = context.get_x_argument(as_dictionary=True).get("db")
    path = Path(files.locate(chosen, os.environ, Path.cwd()))
    path.touch()
    writable = driver.engine(lambda: files.connect_migrating(path), "BEGIN IMMEDIATE")
    with writable.connect() as opened:
        run(opened)
    writable.dispose()
