"""SQLAlchemy on connections that are ours to open."""

import sqlite3
from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool


def engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    """An engine that keeps no connection, and begins every transaction with `begin`."""
    new_engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    # The driver's own BEGIN comes too late (before the first write) and leaves DDL outside: isolation_level=None
    # switched it off, and this takes its place.
    @event.listens_for(new_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return new_engine


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
