"""A Datasette that has one database and cannot write to it."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database, QueryInterrupted

from onrecord.browse import counting, versions
from onrecord.browse.remembered import keep, recall, version
from onrecord.db.engine import read_only_engine


class ReadOnlyDatabase(Database):  # type: ignore[misc]
    """A file that is opened as onrecord opens it for readers.

    Datasette's own connections do the same, except that a plugin may ask it for one that writes, and that it
    takes `?`, `#` and `%` in a path for parts of a URI.
    """

    def connect(self, write: bool = False) -> sqlite3.Connection:
        if write:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        pooled = read_only_engine(Path(self.path)).raw_connection()
        connection = pooled.driver_connection
        pooled.detach()  # Datasette keeps its connections open itself
        assert isinstance(connection, sqlite3.Connection)
        versions.kept_open(self, connection)
        return connection

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """What Datasette counts for its pages is kept until the file changes, also that it took too long."""
        if not counting.is_counting(sql):
            return await super().execute(sql, params, **options)
        what = ("count", sql, str(params), str(options))
        kept = recall(Path(self.path), what)
        if kept is None:
            before = version(Path(self.path))
            kept = await self._counted(sql, params, options)
            keep(Path(self.path), what, before, kept)
        if isinstance(kept, QueryInterrupted):
            raise QueryInterrupted(kept.e, kept.sql, kept.params)
        return kept

    async def _counted(self, sql: str, params: Any, options: Mapping[str, Any]) -> Any:
        sooner = counting.sooner(sql)
        try:
            if sooner is not None:
                # Once for all pages: it may take its time.
                return await super().execute(sooner, **{**options, "custom_time_limit": None})
            return await super().execute(sql, params, **options)
        except QueryInterrupted as error:
            return error


def make_datasette(path: Path, settings: dict[str, Any]) -> Datasette:
    """A Datasette on `path` alone. The plugin, found through its entry point, does the rest."""
    # Not above: imported before datasette.app, this module is registered before it has its hooks.
    from datasette import handle_exception

    # With rich at hand, Datasette prints a traceback with every local variable for each page not found.
    handle_exception.rich = None
    datasette = Datasette(settings=settings)
    for name in list(datasette.databases):
        if name != "_internal":
            datasette.remove_database(name)  # the empty `_memory`, which it adds where no file is given
    datasette.add_database(ReadOnlyDatabase(datasette, path=str(path.resolve())))
    return datasette
