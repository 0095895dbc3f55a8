"""Running the migrations: for a new file, for one of an older schema, and to know what a schema looks like."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import lru_cache
from importlib import resources
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from onrecord.db import driver
from onrecord.db.parts import Part, parts

# Passes items on and shows how far they have come; the number is that of all.
Watched = Callable[[Iterable[Any], int], Iterable[Any]]


def migrate(connection: Connection, version: int | None = None, watched: Watched | None = None) -> None:
    """Brings what is behind the connection to the schema `version` (None: the current one), in its transaction if it is in one."""
    config = configuration(connection)
    config.attributes["watched"] = watched
    command.upgrade(config, "head" if version is None else f"{version:04}")


@lru_cache(maxsize=4)
def schema(version: int) -> tuple[Part, ...]:
    """The tables, indexes, triggers and views of a schema version, in the order in which they can be made."""
    if not version:
        return ()
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(memory), driver.engine(lambda: memory, "BEGIN").connect() as connection:
        migrate(connection, version)
        return tuple(parts(memory))


def configuration(connection: object) -> Config:
    """Alembic's configuration for one open connection; `migrations/env.py` takes it from there."""
    config = Config()
    folder = str(resources.files("onrecord.migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
